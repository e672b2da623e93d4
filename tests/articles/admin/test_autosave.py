"""What an open form holds is kept, offered to its writer only, and gone when the story is saved."""

import datetime
import json
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Version, WorkingDraft
from tests.articles.admin.posting import change_url, form_data, text_of
from tests.factories import make_department, make_user, make_version, make_writer, release

TOKEN = uuid.UUID(int=1)
pytestmark = pytest.mark.django_db
BEAT = "/admin/articles/version/writing/"
OFFERS = "/admin/articles/version/writing/offers/"


def beat(client, user, version=None, *, token=None, words=None, **more):
    token = str(token or uuid.uuid4())
    message = {"token": token, "user": user.pk, "version": version and version.pk, "words": words}
    return client.post(BEAT, json.dumps(message | more), content_type="application/json")


def offers(client, version=None):
    return text_of(client.get(OFFERS, {"version": version.pk if version else ""}))


def test_words_are_kept_and_the_story_does_not_know(client, editor):
    version = make_version()

    answer = beat(client, editor, version, words=[["headline", "写到一半的标题"]]).json()

    assert answer["state"] == "kept"
    draft = WorkingDraft.objects.get()
    assert (draft.by, draft.version, str(draft)) == (editor, version, "写到一半的标题")
    stored = Version.objects.get()
    assert (stored.headline, stored.digest, stored.updated_at) == (
        version.headline,
        version.digest,
        version.updated_at,
    )


def test_one_form_has_one_draft_and_two_windows_have_two(client, editor):
    version = make_version()
    first, second = uuid.uuid4(), uuid.uuid4()
    for token, headline in ((first, "甲"), (first, "甲乙"), (second, "丙")):
        beat(client, editor, version, token=token, words=[["headline", headline]])

    assert {draft.token: str(draft) for draft in WorkingDraft.objects.all()} == {
        first: "甲乙",
        second: "丙",
    }


def test_beat_without_words_leaves_those_that_are_kept(client, editor):
    token = uuid.uuid4()
    beat(client, editor, token=token, words=[["headline", "甲"]])
    beat(client, editor, token=token)

    assert str(WorkingDraft.objects.get()) == "甲"


def test_beat_takes_the_same_queries_however_many_are_here(
    client, editor, django_assert_num_queries
):
    version, token = make_version(), uuid.uuid4()
    beat(client, editor, version, token=token, words=[["headline", "甲"]])
    for _n in range(5):
        WorkingDraft.objects.create(
            token=uuid.uuid4(), by=make_writer(), version=version, seen_at=timezone.now()
        )

    # Session, account, two of permissions, its departments, story, one write, who else is here.
    with django_assert_num_queries(8):
        beat(client, editor, version, token=token, words=[["headline", "乙"]])


@pytest.mark.parametrize(
    ("seen", "kept", "sentence"),
    [
        (5, None, ["林晚照 has this story open."]),
        (5, 10, ["林晚照 is writing in this story now."]),
        (5, 130, ["林晚照 is writing in this story (last words 2\xa0minutes ago)."]),
        (31, 40, []),
        (None, 40, []),
    ],
)
def test_who_else_has_the_story_open_is_named(client, editor, seen, kept, sentence):
    version, now = make_version(), timezone.now()

    def ago(seconds):
        return None if seconds is None else now - datetime.timedelta(seconds=seconds)

    WorkingDraft.objects.create(
        token=uuid.uuid4(),
        by=make_writer(first_name="晚照"),
        version=version,
        seen_at=ago(seen),
        kept_at=ago(kept),
    )

    assert beat(client, editor, version).json()["others"] == sentence


def test_who_closes_the_form_is_gone_at_once_and_the_words_stay(client, editor):
    version = make_version()
    tokens = uuid.uuid4(), uuid.uuid4()
    beat(client, editor, version, token=tokens[0])
    beat(client, editor, version, token=tokens[1], words=[["headline", "甲"]])

    for token in tokens:
        client.post(reverse("admin:articles_version_leave"), {"token": str(token)})

    assert not WorkingDraft.objects.present().exists()
    assert [str(draft) for draft in WorkingDraft.objects.all()] == ["甲"]


def test_form_learns_that_another_saved(client, editor):
    version = make_version()
    loaded_at = version.updated_at.isoformat()
    other = make_writer(first_name="晚照")
    client.force_login(other)
    client.post(change_url(version), form_data(version, headline="他人的标题"))
    client.force_login(editor)

    answer = beat(client, editor, version, loaded_at=loaded_at).json()

    assert answer["meanwhile"].startswith("林晚照 saved this story at")
    now = Version.objects.get().updated_at.isoformat()
    assert beat(client, editor, version, loaded_at=now).json()["meanwhile"] == ""


def test_form_learns_that_the_story_was_released_and_keeps_its_words(client, editor):
    version = make_version()
    release(version)

    answer = beat(client, editor, version, words=[["headline", "迟到的标题"]]).json()

    assert answer["meanwhile"].startswith("This story was released meanwhile.")
    assert str(WorkingDraft.objects.get()) == "迟到的标题"


def test_save_ends_the_draft_and_no_late_message_brings_it_back(client, editor):
    version, token, older = make_version(), uuid.uuid4(), uuid.uuid4()
    words = [["headline", "新标题"]]
    for one in (token, older):
        beat(client, editor, version, token=one, words=words)

    tokens = {"draft_token": str(token), "draft_replaces": str(older)}
    client.post(change_url(version), form_data(version, headline="新标题", **tokens))

    assert beat(client, editor, version, token=token, words=words).json() == {"state": "finished"}
    assert not WorkingDraft.objects.kept().exists()


def test_refused_save_leaves_the_draft(client, editor):
    version, token = make_version(), uuid.uuid4()
    beat(client, editor, version, token=token, words=[["dated", "昨天"], ["deck", "甲"]])

    client.post(change_url(version), form_data(version, dated="昨天", draft_token=str(token)))

    assert WorkingDraft.objects.kept().count() == 1


def test_kept_words_are_offered_compared_and_discarded(client, editor):
    version = make_version()
    words = [*map(list, form_data(version, headline="没存的标题").items())]
    words = [[name, str(value)] for name, value in words]
    beat(client, editor, version, words=words)
    draft = WorkingDraft.objects.get()

    assert "were never saved" in offers(client, version)
    compared = client.get(reverse("admin:articles_version_compare", args=[draft.token]))
    assert [place.key for place in compared.context["conflict"].places] == ["headline"]
    client.post(reverse("admin:articles_version_discard", args=[draft.token]))
    assert "were never saved" not in offers(client, version)


def test_the_same_words_of_two_forms_are_offered_once(client, editor):
    version = make_version()
    for loaded_at in ("2026-11-16T08:00:00+00:00", "2026-11-16T08:05:00+00:00"):
        data = form_data(version, headline="没存的标题", loaded_at=loaded_at)
        words = [[name, str(value)] for name, value in data.items()]
        beat(client, editor, version, token=uuid.uuid4(), words=words)

    assert offers(client, version).count("were never saved") == 1


def test_words_that_say_what_is_stored_are_not_offered(client, editor):
    version = make_version()
    beat(client, editor, version, words=[[n, str(v)] for n, v in form_data(version).items()])

    assert "were never saved" not in offers(client, version)


def test_new_story_is_offered_on_the_form_for_new_stories_with_the_pictures_named(client, editor):
    beat(client, editor, words=[["headline", "没存过的新稿"], ["photos-0-image", "", "湖.jpg"]])
    draft = WorkingDraft.objects.get()

    page = offers(client)
    assert "<q>没存过的新稿</q>" in page
    assert "The picture 湖.jpg had not reached the server then" in page
    url = reverse("admin:articles_version_compare", args=[draft.token])
    assert "没存过的新稿" in text_of(client.get(url))


def test_nobody_else_reaches_the_words(client, editor):
    version, token = make_version(), uuid.uuid4()
    beat(client, editor, version, token=token, words=[["headline", "我的"]])
    other = make_writer()
    client.force_login(other)

    names = ("words", "compare")
    urls = [reverse(f"admin:articles_version_{name}", args=[token]) for name in names]
    assert [client.get(url).status_code for url in urls] == [404, 404]
    discard = reverse("admin:articles_version_discard", args=[token])
    assert client.post(discard).status_code == 404
    assert "were never saved" not in offers(client, version)
    beat(client, other, version, token=token, words=[["headline", "他的"]])
    assert str(WorkingDraft.objects.get()) == "我的"
    client.post(change_url(version), form_data(version, draft_token=str(token)))
    assert str(WorkingDraft.objects.get()) == "我的"


def test_words_of_another_account_are_not_taken(client, editor):
    assert beat(client, make_writer(), words=[["headline", "甲"]]).json() == {"state": "other_user"}
    assert not WorkingDraft.objects.exists()


def test_reader_of_stories_keeps_nothing(client):
    reader = make_user(permissions=["view_version"])
    client.force_login(reader)

    assert beat(client, reader, words=[]).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        '{"token": "x", "user": 1, "version": null}',
        f'{{"token": "{TOKEN}", "user": 1, "version": null, "words": [[1, 2]]}}',
        f'{{"token": "{TOKEN}", "user": 1, "version": null, "words": [["a", "\\u0000"]]}}',
    ],
)
def test_message_of_no_form_is_refused(client, editor, body):
    response = client.post(BEAT, body, content_type="application/json")

    assert (response.status_code, WorkingDraft.objects.count()) == (400, 0)


def test_words_for_a_story_of_another_department_are_not_kept(client, editor):
    editor.departments.add(make_department())
    version = make_version(departments=[make_department()])

    assert beat(client, editor, version, words=[["headline", "别科的"]]).status_code == 403
    assert not WorkingDraft.objects.exists()
