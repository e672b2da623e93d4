"""Findings let stand with a reason on the pages of a story, and told before a decision."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import Version, Waiver
from articles.models.content import content_digest
from tests.articles.admin.posting import change_url, messages, move_url, text_of
from tests.factories import (
    make_department,
    make_official,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db
SENTENCE = "会议于2026年2月30日召开。"
FINDING = {"rule": "date_impossible", "words": "2026年2月30日", "sentence": SENTENCE}


@pytest.fixture
def version(editor):
    return make_version(body=f"<p>{SENTENCE}</p>", written_by=editor)


def at(version, name, *more):
    return reverse(f"admin:articles_version_{name}", args=[version.pk, *more])


def waive(client, version, **data):
    return client.post(
        at(version, "waive"), {**FINDING, "reason": "引用原文如此", **data}, follow=True
    )


@pytest.mark.parametrize("page", [change_url, lambda version: at(version, "review")])
def test_finding_is_let_stand_and_taken_back_beside_the_words(client, editor, version, page):
    shown = text_of(client.get(page(version)))
    assert "for sure · stops the release" in shown
    assert at(version, "waive") in shown

    waive(client, version)

    shown = text_of(client.get(page(version)))
    assert "Nothing was found." in shown
    assert "<summary>1 let stand</summary>" in shown
    assert f"No error, says {editor}: 引用原文如此" in shown
    back = at(version, "take_back", Waiver.objects.get().pk)
    assert back in shown
    assert ('name="review"' in shown.split(back)[1].split("</form>")[0]) is (
        "review" in page(version)
    )

    client.post(back)
    assert "for sure · stops the release" in text_of(client.get(page(version)))


def test_it_goes_back_to_the_page_that_it_was_posted_from(client, version):
    assert waive(client, version).redirect_chain[-1][0] == f"{change_url(version)}#findings"
    back = at(version, "take_back", Waiver.objects.get().pk)
    answer = client.post(back, {"review": "1"})
    assert answer.url == f"{at(version, 'review')}#findings"


def test_reviewer_has_waivers_open_beside_the_words(client, version):
    waive(client, version)
    assert '<details class="waived" open>' in text_of(client.get(at(version, "review")))
    assert '<details class="waived">' in text_of(client.get(change_url(version)))


def test_log_and_review_sheet_tell_who_let_what_stand_and_why(client, editor, version):
    waive(client, version)
    client.post(at(version, "take_back", Waiver.objects.get().pk))
    waive(client, version, reason="以文件为准")
    Version.objects.filter(pk=version.pk).update(body="<p>会议召开。</p>")

    told = list(LogEntry.objects.order_by("pk").values_list("change_message", flat=True))
    assert told == [
        "No error here: day that does not exist“2026年2月30日”：引用原文如此",
        "Taken back, no error here: day that does not exist“2026年2月30日”：引用原文如此",
        "No error here: day that does not exist“2026年2月30日”：以文件为准",
    ]
    sheet = text_of(client.get(at(version, "sheet")))
    _before, waived = sheet.split("<h2>Findings let stand</h2>")
    assert f"day that does not exist <q>2026年2月30日</q> （{SENTENCE}） — {editor}" in waived
    assert f"引用原文如此 · taken back {editor}" in waived
    assert '以文件为准 · <strong class="stale">these words have changed since' in waived


@pytest.mark.parametrize("reason", ["", " "])
def test_without_a_reason_nothing_is_let_stand(client, version, reason):
    assert messages(waive(client, version, reason=reason)) == [
        "Say why it is no error: that goes on record."
    ]
    assert not Waiver.objects.exists()


def test_script_sends_the_words_as_they_are_typed(client, version):
    sentence = "改为2026年2月30日举行。"
    typed = {"typed": "1", "body": f"<p>{sentence}</p>", "sentence": sentence}

    assert waive(client, version, **typed).json() == {"refused": ""}
    assert waive(client, version, **typed | {"sentence": SENTENCE}).json() == {
        "refused": "These words have changed since. Nothing was done."
    }
    assert [waiver.sentence for waiver in Waiver.objects.all()] == [sentence]


def test_panel_of_an_open_form_knows_the_waivers_of_its_story(client, version):
    waive(client, version)
    words = {"body": f"<p>{SENTENCE}</p><p>“半句</p>"}
    address = reverse("admin:articles_version_findings")

    known = client.post(address, {**words, "version": version.pk}).json()
    assert known["status"] == "1 finding"
    assert at(version, "take_back", Waiver.objects.get().pk) in known["found"]
    assert "csrfmiddlewaretoken" in known["found"]
    new = client.post(address, {**words, "version": ""}).json()
    assert new["status"] == "2 findings"
    assert "waivers" not in new["found"]


def test_whoever_may_only_look_sees_waivers_and_makes_none(client, version):
    waive(client, version)
    client.force_login(make_user(permissions=["view_version"]))

    page = text_of(client.get(change_url(version)))
    assert "引用原文如此" in page
    assert "Take it back" not in page
    assert waive(client, version).status_code == 403
    assert client.post(at(version, "take_back", Waiver.objects.get().pk)).status_code == 403


def test_what_was_done_meanwhile_is_not_logged_again(client, version):
    for reason in ("引用原文如此", "我也这么看"):
        waive(client, version, reason=reason)
    waiver = Waiver.objects.get()
    for _again in range(2):
        assert client.post(at(version, "take_back", waiver.pk)).status_code == 302

    assert waiver.reason == "引用原文如此"
    assert LogEntry.objects.count() == 2


def test_whoever_comes_after_the_release_is_told_so(client, version):
    waive(client, version)
    release(version, staff=(make_writer(), make_reviewers()))
    back = at(version, "take_back", Waiver.objects.get().pk)

    for told in (waive(client, version), client.post(back, follow=True)):
        assert messages(told) == ["The story is released. Nothing was done."]
    answer = waive(client, version, typed="1", body=f"<p>{SENTENCE}</p>").json()
    assert answer == {"refused": "The story is released. Nothing was done."}


def test_take_back_of_another_story_is_not_found(client, version):
    waive(client, version)
    other = make_version(written_by=version.written_by)
    back = at(other, "take_back", Waiver.objects.get().pk)
    assert client.post(back).status_code == 404


# Before a decision


@pytest.fixture
def decide(client):
    def decide(version, name, by, **data):
        client.force_login(by)
        digest = content_digest(Version.objects.get(pk=version.pk))
        return client.post(move_url(version, name), {"digest": digest, **data}, follow=True)

    return decide


def test_release_is_stopped_with_the_sentence_and_goes_once_it_is_waived(
    client, version, editor, decide
):
    reviewers = make_reviewers()
    workflow.perform("submit", version, by=editor)
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)

    asked = text_of(decide(version, "release", reviewers[2]))
    assert "Verification stops this release. Mend this, or say why it is no error:" in asked
    assert "2026年2月30日 does not exist." in asked
    assert f'href="{change_url(version)}#findings"' in asked
    (refused,) = messages(decide(version, "release", reviewers[2], confirmed="1"))
    assert refused == (
        "Paragraph 1, “2026年2月30日”: 2026年2月30日 does not exist. Mend it, or say why it is no "
        "error, under Verification on the story's page."
    )
    assert not Version.objects.live().exists()

    waive(client, version)
    asked = text_of(decide(version, "release", reviewers[2]))
    assert "Verification stops" not in asked
    assert "<p>Findings let stand</p>" in asked
    assert "引用原文如此</li>" in asked
    decide(version, "release", reviewers[2], confirmed="1")
    assert Version.objects.live().exists()


def test_move_of_a_schedule_tells_what_stops_it(client, version, decide):
    reviewers = make_reviewers()
    version = make_version(body="<p>青澜区教育局局长仝在山到会。</p>")
    tomorrow = timezone.now() + timedelta(days=1)
    release(version, at=tomorrow, staff=(make_writer(), reviewers))
    holder = make_official("仝在三", posts=[(make_department("青澜区教育局"), "局长")])
    holder.appointments.update(started=date(2020, 1, 1), started_latest=date(2020, 1, 1))

    asked = text_of(decide(version, "reschedule", reviewers[2]))
    assert "Verification stops this release. Mend this, or say why it is no error:" in asked
    (refused,) = messages(decide(version, "reschedule", reviewers[2], confirmed="1"))
    assert refused.endswith("To mend it, or to keep it back, cancel the schedule.")


def test_approval_is_given_and_told_what_stops_the_release(version, editor, decide):
    first = make_reviewers()[0]
    workflow.perform("submit", version, by=editor)

    asked = text_of(decide(version, "approve", first, ask="1"))
    assert "Verification will stop the release until this is mended" in asked
    done, warned = messages(decide(version, "approve", first))
    assert done == f"Done: approve · {version.headline}"
    assert warned.startswith("It cannot be released so yet. Paragraph 1, “2026年2月30日”")


def test_release_of_many_tells_what_stopped_which(client, version, editor):
    reviewers = make_reviewers()
    for one in (version, make_version(written_by=editor)):
        workflow.perform("submit", one, by=editor)
        for reviewer in reviewers:
            workflow.perform("approve", one, by=reviewer)
    client.force_login(reviewers[2])

    response = client.post(
        reverse("admin:articles_version_changelist"),
        {
            "action": "release_chosen",
            "_selected_action": Version.objects.values_list("pk", flat=True),
        },
        follow=True,
    )

    refused, done = messages(response)
    assert refused.startswith(f"{version.headline}：Paragraph 1, “2026年2月30日”")
    assert done == "release: 1 story."
