from io import BytesIO

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse
from openpyxl import load_workbook

from articles import workflow
from articles.admin import log
from tests.articles.admin.posting import messages
from tests.factories import make_released, make_reviewers, make_user, make_version

pytestmark = pytest.mark.django_db
DECISIONS = reverse("admin:articles_decision_changelist")


@pytest.fixture
def auditor(client):
    user = make_user(permissions=["view_decision", "view_logentry"])
    client.force_login(user)
    return user


def sheet(response):
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(response.content)).active]


def test_moves_are_listed_filtered_and_exported_as_filtered(client, auditor):
    make_released(headline="发布了的稿件")
    workflow.perform("spike", make_version(), by=make_reviewers()[2], note="不用")

    assert "不用" in client.get(DECISIONS).content.decode()
    rows = sheet(client.get(f"{DECISIONS}?move__exact=spike&_export=1"))
    assert len(rows) == 2
    assert rows[1][2:7] == ["spike", None, "柳汐公园新添环湖步道", 1, "不用"]


def test_export_of_too_much_says_what_to_do(client, auditor, monkeypatch):
    monkeypatch.setattr(log, "EXPORTED", 2)
    make_released()

    assert "Filter them" in messages(client.get(f"{DECISIONS}?_export=1"))[0]


def test_changes_in_the_admin_are_listed_and_exported(client, auditor):
    LogEntry.objects.log_actions(auditor.pk, [make_version()], CHANGE, "改了标题")
    address = reverse("admin:admin_logentry_changelist")

    assert "柳汐公园" in client.get(address).content.decode()
    assert sheet(client.get(f"{address}?_export=1"))[1][4] == "柳汐公园新添环湖步道"


def test_who_may_not_look_exports_nothing(client):
    client.force_login(make_user())
    assert client.get(f"{DECISIONS}?_export=1").status_code == 403
