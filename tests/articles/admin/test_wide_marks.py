"""The story's form shows the marks that its import changed; one or all are put back, or redone."""

import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles import workflow
from articles.importing.importer import import_page
from articles.models import Proposal, Version, WideMarks
from articles.revisions import begin_version
from tests.articles.admin.posting import change_url, messages, text_of
from tests.factories import make_user, make_writer, release

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 16)
PAGE = "# 青澜经开区供水有了保障\n\n11月15日,青澜经开区召开会议(扩大)。\n\n会议强调,要供水。\n"
PRINTED = ["11月15日,青澜经开区召开会议(扩大)。", "会议强调,要供水。"]
WIDE = ["11月15日，青澜经开区召开会议（扩大）。", "会议强调，要供水。"]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "01.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def version(path):
    import_page(path, edition_date=DAY)
    return Version.objects.get()


def post(client, version, **data):
    url = reverse("admin:articles_version_marks", args=[version.pk])
    return client.post(url, data, follow=True)


def key_of(version, number, place):
    return f"{version.wide_marks.get(number=number).pk}:{place}"


def test_form_shows_the_marks_in_their_paragraphs(client, editor, version):
    page = text_of(client.get(change_url(version)))

    assert "4 marks made full-width" in page
    assert "Paragraph 2" in page
    assert f'name="printed" value="{key_of(version, 1, 4)}"' in page
    assert '<span class="from">,</span><span class="to">，</span>' in page


def test_story_without_such_marks_shows_nothing(client, editor, version):
    WideMarks.objects.all().delete()

    assert "wide-marks" not in text_of(client.get(change_url(version)))


def test_all_marks_are_put_back_and_the_log_says_who_did_it(client, editor, version):
    response = post(client, version, printed="all")

    version.refresh_from_db()
    assert version.paragraphs == PRINTED
    assert messages(response) == ["Changed: 4 marks, as printed."]
    assert "0 marks made full-width · 4 as printed" in text_of(response)
    entry = LogEntry.objects.get(object_id=str(version.pk))
    assert entry.user == editor
    assert entry.get_change_message() == "Changed 4 marks, as printed."


def test_one_mark_is_put_back_and_made_full_width_again(client, editor, version):
    key = key_of(version, 1, 4)

    post(client, version, printed=key)
    version.refresh_from_db()
    assert version.paragraphs == [WIDE[0], PRINTED[1]]

    response = post(client, version, wide=key)
    version.refresh_from_db()
    assert version.paragraphs == WIDE
    assert messages(response) == ["Changed: 1 mark, full-width."]


def test_mark_that_stands_no_more_is_said_to_be_left(client, editor, version):
    version.body = version.body.replace("强调，要", "强调：要")
    version.save()

    response = post(client, version, printed=key_of(version, 1, 4))

    assert messages(response) == ["No mark was changed: the words are others by now."]
    assert "1 edited since" in text_of(response)
    assert not LogEntry.objects.exists()


def test_marks_in_review_are_shown_and_not_changed(client, editor, version):
    version.doubts.all().delete()
    workflow.perform("submit", version, by=make_writer())

    assert 'name="printed"' not in text_of(client.get(change_url(version)))
    response = post(client, version, printed="all")

    version.refresh_from_db()
    assert version.paragraphs == WIDE
    assert "in review" in messages(response)[0]


def test_account_that_may_only_look_changes_nothing(client, version):
    client.force_login(make_user(permissions=["view_version"]))

    assert post(client, version, printed="all").status_code == 403


def test_new_version_of_the_story_knows_the_marks_too(client, editor, version):
    version.doubts.all().delete()
    draft = begin_version(release(version), by=editor)

    post(client, draft, printed="all")

    draft.refresh_from_db()
    version.refresh_from_db()
    assert draft.paragraphs == PRINTED
    assert version.paragraphs == WIDE


def test_story_whose_marks_were_put_back_counts_as_edited(client, editor, version, path):
    post(client, version, printed="all")
    path.write_text(PAGE.replace("要供水", "要供好水"), encoding="utf-8")
    import_page(path, edition_date=DAY)
    client.force_login(make_user(permissions=["view_proposal", "change_version", "view_version"]))

    page = client.get(reverse("admin:articles_proposal_change", args=[Proposal.objects.get().pk]))

    assert page.context["is_edited"]


def test_form_takes_the_same_queries_whatever_the_marks(
    client, editor, version, django_assert_max_num_queries
):
    client.get(change_url(version))
    with django_assert_max_num_queries(60) as few:
        client.get(change_url(version))
    for number in range(10, 40):
        WideMarks.objects.create(
            version=version, part="body", number=number, text="麦子,熟了", changes=[[2, "，"]]
        )
    with django_assert_max_num_queries(len(few)):
        client.get(change_url(version))
