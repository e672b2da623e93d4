import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import Doubt, Version
from articles.models.content import content_digest
from people.models import User
from tests.articles.admin.posting import change_url, form_data, messages, move_url, text_of
from tests.factories import (
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(client):
    """Post a move as somebody, over the words that stand now."""

    def post(name, version, by, **data):
        client.force_login(by)
        digest = content_digest(Version.objects.get(pk=version.pk))
        return client.post(move_url(version, name), {"digest": digest, **data}, follow=True)

    return post


def status(version):
    return Version.objects.get(pk=version.pk).status


def test_three_people_approve_and_the_story_is_released(post):
    version, writer, reviewers = make_version(), make_writer(), make_reviewers()

    post("submit", version, writer)
    for reviewer in reviewers:
        post("approve", version, reviewer, note="同意")
    response = post("release", version, reviewers[2], confirmed="1")

    assert list(Version.objects.live()) == [version]
    assert messages(response) == [f"Done: release · {version.headline}"]
    assert list(version.decisions.values_list("move", "stage", "by")) == [
        ("submit", None, writer.pk),
        ("approve", 1, reviewers[0].pk),
        ("approve", 2, reviewers[1].pk),
        ("approve", 3, reviewers[2].pk),
        ("release", None, reviewers[2].pk),
    ]


def test_superuser_takes_no_two_stages(post):
    version = make_version()
    superuser = User.objects.create_superuser("root", password="secret")
    post("submit", version, make_writer())
    post("approve", version, superuser)

    response = post("approve", version, superuser)

    assert messages(response) == ["Nobody takes two stages of one story."]
    assert version.decisions.filter(move="approve").count() == 1
    assert "approve" not in [b["move"].name for b in response.context["moves"]]


def test_superuser_does_not_approve_what_they_wrote(post):
    superuser = User.objects.create_superuser("root", password="secret")
    version = make_version(written_by=superuser)
    post("submit", version, make_writer())

    assert messages(post("approve", version, superuser)) == ["Nobody approves what they wrote."]


def test_move_is_refused_with_a_sentence_to_those_who_may_not(post):
    version = make_version()
    post("submit", version, make_writer())

    response = post("approve", version, make_writer())

    assert messages(response) == ["Your account may not make this move."]


def test_move_over_words_that_changed_meanwhile_is_refused(client, post):
    version, reviewer = make_version(), make_reviewers()[0]
    post("submit", version, make_writer())
    seen = content_digest(Version.objects.get(pk=version.pk))
    changed = Version.objects.get(pk=version.pk)
    changed.headline = "换过的标题"
    changed.save()

    response = post("approve", version, reviewer, digest=seen)

    assert messages(response) == [
        "The words have changed since you opened the page. Read them again, then decide."
    ]
    assert not version.decisions.filter(move="approve").exists()


@pytest.mark.parametrize(
    "route",
    ["move/send_back/", "move/release/", "revise/", "restore/", "notes/", "doubts/1/settle/"],
)
def test_decision_asked_for_before_signing_in_leads_to_the_story(admin_client, route):
    version = make_version()

    response = admin_client.get(f"/admin/articles/version/{version.pk}/{route}", follow=True)

    assert response.redirect_chain == [(change_url(version), 302)]
    assert "Nothing was decided yet" in messages(response)[0]
    assert (status(version), Version.objects.count()) == ("draft", 1)


def test_submission_of_a_story_just_saved_is_asked_once(client, editor):
    version = make_version(written_by=editor)

    saved = client.post(change_url(version), form_data(version, deck="副题", _submit="1"))
    assert saved.url == move_url(version, "submit")
    page = client.get(saved.url)
    assert "It has no byline." in text_of(page)
    assert status(version) == "draft"

    digest = page.context["form"].initial["digest"]
    client.post(saved.url, {"digest": digest, "note": "", "confirmed": "1"})
    assert status(version) == "in_review"


def test_decisions_need_the_token_of_the_page(admin_client):
    version = make_version()
    admin_client.handler.enforce_csrf_checks = True

    assert admin_client.post(move_url(version, "submit")).status_code == 403
    assert status(version) == "draft"


def test_unknown_move_is_not_found(admin_client):
    assert admin_client.post(move_url(make_version(), "publish")).status_code == 404


def test_stranger_is_sent_to_the_login(client):
    response = client.post(move_url(make_version(), "submit"))

    assert response.url.startswith(reverse("admin:login"))


def test_account_without_view_permission_is_refused(client):
    client.force_login(make_user())

    assert client.post(move_url(make_version(), "submit")).status_code == 403


def test_withdrawal_asks_for_a_note(post):
    version = make_released()
    superuser = User.objects.create_superuser("root", password="secret")

    asked = post("withdraw", version, superuser)
    refused = post("withdraw", version, superuser, confirmed="1", note=" ")
    assert asked.context["move"].name == "withdraw"
    assert refused.context["form"].errors == {"note": ["This field is required."]}
    assert Version.objects.live().exists()

    post("withdraw", version, superuser, confirmed="1", note="图片有误")
    assert not Version.objects.live().exists()
    assert version.decisions.last().note == "图片有误"


def test_withdrawal_says_that_a_scheduled_version_brings_the_story_back(post):
    version, superuser = make_released(), User.objects.create_superuser("root", password="secret")
    assert "brings it back then" not in post("withdraw", version, superuser).content.decode()
    scheduled = make_released(
        article=version.article, at=timezone.now() + datetime.timedelta(days=1)
    )

    text = post("withdraw", version, superuser).content.decode()

    assert "brings it back then" in text
    assert change_url(scheduled) in text


def test_release_of_a_withdrawn_story_says_that_it_is_back(post):
    superuser = User.objects.create_superuser("root", password="secret")
    first = make_released()
    post("withdraw", first, superuser, confirmed="1", note="图片有误")
    version, releaser = approved_version(post, article=first.article)

    assert "Readers have it again" in post("release", version, releaser).content.decode()
    other, releaser = approved_version(post)
    assert "Readers have it again" not in post("release", other, releaser).content.decode()


def test_form_of_a_story_that_was_sent_back_says_why_beside_the_words(client, post):
    version, reviewers, writer = make_version(), make_reviewers(), make_writer()
    post("submit", version, writer)
    post("send_back", version, reviewers[0], confirmed="1", note="摊位数要再核对")
    client.force_login(writer)

    def panel():
        text = client.get(change_url(version)).content.decode()
        return text.split('<section class="desk"')[1].split("</section>")[0]

    assert "摊位数要再核对" in panel()
    post("submit", version, writer)
    assert "摊位数要再核对" not in panel()


def test_note_typed_beside_the_buttons_is_kept_on_the_page_that_asks(post):
    version = make_released()
    superuser = User.objects.create_superuser("root", password="secret")

    asked = post("withdraw", version, superuser, note="图片有误")

    assert asked.context["form"]["note"].value() == "图片有误"


def approved_version(post, **values):
    version, reviewers = make_version(**values), make_reviewers()
    post("submit", version, make_writer())
    for reviewer in reviewers:
        post("approve", version, reviewer)
    return version, reviewers[2]


def test_release_waits_for_its_moment(post):
    version, releaser = approved_version(post)
    moment = timezone.localtime() + datetime.timedelta(days=2)

    page = post("release", version, releaser, confirmed="1", at=f"{moment:%Y-%m-%dT%H:%M}")

    stored = Version.objects.get(pk=version.pk)
    assert stored.publish_at == moment.replace(second=0, microsecond=0)
    assert not Version.objects.live().exists()
    assert '<span class="standing is-scheduled">' in text_of(page)


def test_release_in_the_past_is_refused(post):
    version, releaser = approved_version(post)

    page = post("release", version, releaser, confirmed="1", at="2003-01-01T08:00")

    assert page.context["form"].errors == {
        "at": ["This moment has passed. Leave it empty to release now."]
    }
    assert status(version) == "in_review"


def test_open_doubt_keeps_a_story_from_release(post):
    version, releaser = approved_version(post)
    Doubt.objects.create(version=version, kind=Doubt.Kind.UNFINISHED)

    response = post("release", version, releaser, confirmed="1")

    assert messages(response) == ["Settle the open doubts first."]


def test_chosen_stories_move_each_on_its_own(client):
    drafts = [make_version(headline="一稿"), make_version(headline="二稿")]
    workflow.perform("submit", drafts[0], by=make_writer())
    client.force_login(make_writer())

    response = client.post(
        reverse("admin:articles_version_changelist"),
        {"action": "submit_chosen", "_selected_action": [draft.pk for draft in drafts]},
        follow=True,
    )

    assert messages(response) == [
        "一稿：“submit for review” is for a story that is draft; this one is in review. "
        "Reload the page.",
        "submit for review: 1 story.",
    ]


def test_nobody_approves_from_the_list(client):
    version = make_version()
    workflow.perform("submit", version, by=make_writer())
    client.force_login(make_reviewers()[0])

    client.post(
        reverse("admin:articles_version_changelist"),
        {"action": "approve_chosen", "_selected_action": [version.pk]},
    )

    assert not version.decisions.filter(move="approve").exists()


def test_release_from_the_list_refused_without_every_approval(client):
    version = make_version(headline="一稿")
    workflow.perform("submit", version, by=make_writer())
    client.force_login(make_reviewers()[2])

    response = client.post(
        reverse("admin:articles_version_changelist"),
        {"action": "release_chosen", "_selected_action": [version.pk]},
        follow=True,
    )

    assert messages(response) == [
        "一稿：Not every stage of review has approved exactly these words. Ask the next reviewer."
    ]


def test_record_of_review_is_shown(client, post):
    version, releaser = approved_version(post)
    client.force_login(releaser)

    page = client.get(change_url(version))

    assert [d.move for d in page.context["decisions"]] == ["approve"] * 3 + ["submit"]
    assert [str(b["move"].label) for b in page.context["moves"]] == ["send back", "release"]
    assert all(approval for _, approval in page.context["stages"])


def scheduled_version(post):
    version, releaser = approved_version(post)
    moment = timezone.localtime() + datetime.timedelta(days=2)
    post("release", version, releaser, confirmed="1", at=f"{moment:%Y-%m-%dT%H:%M}")
    return Version.objects.get(pk=version.pk), releaser


def test_schedule_is_moved_on_a_page_that_shows_the_moment_planned(post):
    version, releaser = scheduled_version(post)

    asked = post("reschedule", version, releaser)
    planned = timezone.localtime(version.publish_at)
    assert f'value="{planned:%Y-%m-%dT%H:%M}"' in text_of(asked)

    moment = planned + datetime.timedelta(days=1)
    post("reschedule", version, releaser, confirmed="1", at=f"{moment:%Y-%m-%dT%H:%M}")
    assert Version.objects.get(pk=version.pk).publish_at == moment


def test_record_and_review_sheet_say_for_when_a_release_was_decided(client, post):
    version, releaser = scheduled_version(post)
    planned = timezone.localtime(version.publish_at)
    moved = planned + datetime.timedelta(days=1)
    post("reschedule", version, releaser, confirmed="1", at=f"{moved:%Y-%m-%dT%H:%M}")
    post("unschedule", version, releaser, confirmed="1")

    for address in (
        change_url(version),
        reverse("admin:articles_version_sheet", args=[version.pk]),
    ):
        text = client.get(address).content.decode()
        for moment in (planned, moved):
            assert f"for {moment:%Y-%m-%d %H:%M}" in text
    at_once = make_released()
    assert "</time> for" not in client.get(change_url(at_once)).content.decode()


def test_schedule_is_cancelled_from_the_form(post):
    version, releaser = scheduled_version(post)

    page = post("unschedule", version, releaser, confirmed="1")

    assert status(version) == "in_review"
    assert "ready to release" in text_of(page)
