"""The work list of readers' reports."""

import pytest

from articles import reader_reports
from articles.models import ReaderReport
from tests.factories import make_released, make_user, make_writer

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/readerreport/"


@pytest.fixture
def report():
    version = make_released("云栖桥通车")
    return reader_reports.receive(
        version, message="应为五分钟", passage="三分钟<b>", contact="13800000000"
    )


@pytest.fixture
def corrector(client):
    user = make_user(
        permissions=["change_readerreport", "view_readerreport", "change_version", "view_version"]
    )
    client.force_login(user)
    return user


def choose(client, action, report, note="核对过原稿"):
    data = {"action": action, "_selected_action": [report.pk], "index": 0, "note": note}
    return client.post(LIST, data, follow=True).content.decode()


def test_report_is_listed_with_its_passage_story_and_contact(client, corrector, report):
    page = client.get(LIST).content.decode()

    for shown in ("<q>三分钟&lt;b&gt;</q>", "应为五分钟", "云栖桥通车", "13800000000"):
        assert shown in page


def test_correction_is_begun_and_led_to(client, corrector, report):
    page = choose(client, "begin_correction", report)

    draft = report.article.versions.get(number=2)
    assert f'href="/admin/articles/version/{draft.pk}/change/"' in page
    assert "1 report is settled." in page
    assert "云栖桥通车" not in client.get(LIST).content.decode()
    settled = client.get(f"{LIST}?state=settled").content.decode()
    assert "correction begun" in settled
    assert "核对过原稿" in settled


@pytest.mark.parametrize(
    ("action", "outcome"), [("find_no_error", "no_error"), ("call_duplicate", "duplicate")]
)
def test_report_is_settled_without_a_correction(client, corrector, report, action, outcome):
    choose(client, action, report)

    assert ReaderReport.objects.get().outcome == outcome
    assert report.article.versions.count() == 1


def test_report_is_not_settled_without_a_note(client, corrector, report):
    page = choose(client, "find_no_error", report, note=" ")

    assert "it goes on record" in page
    assert ReaderReport.objects.open().exists()


def test_reports_wait_on_the_desk_of_those_who_correct(client, corrector, report):
    assert f'<h2><a href="{LIST}">' in client.get("/admin/").content.decode()

    client.force_login(make_writer())
    page = client.get("/admin/").content.decode()

    assert LIST not in page
    assert client.get(LIST).status_code == 403
