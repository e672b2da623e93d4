"""Versions compared and restored, what reviewers see of changes, the sheet, notes on passages."""

import pytest
from django.urls import reverse

from articles import workflow
from articles.models import PassageNote, Version
from articles.revisions import begin_version
from tests.articles.admin.posting import change_url, messages
from tests.factories import make_released, make_reviewers, make_version, make_writer, release

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewers():
    return make_reviewers()


@pytest.fixture
def submitted(reviewers):
    version = make_version(headline="原来的标题")
    workflow.perform("submit", version, by=make_writer())
    return Version.objects.get(pk=version.pk)


def rewrite(version, old, new):
    version.body = version.body.replace(old, new)
    version.save()


def url(version, name, *more):
    return reverse(f"admin:articles_version_{name}", args=[version.pk, *more])


def show(client, user, address):
    client.force_login(user)
    return client.get(address).content.decode()


def test_form_says_which_words_voided_the_approval(client, submitted, reviewers):
    workflow.perform("approve", submitted, by=reviewers[0])
    rewrite(submitted, "3公里", "5公里")

    page = show(client, reviewers[1], change_url(submitted))
    assert "no longer count" in page
    assert "步道全长<del>3</del><ins>5</ins>公里。" in page
    assert "环湖步道建成开放" not in page.partition('id="version_form"')[0]

    rewrite(submitted, "5公里", "3公里")
    assert "no longer count" not in show(client, reviewers[1], change_url(submitted))


def test_change_is_shown_once_with_everybody_whose_approval_it_voided(client, reviewers):
    version = make_version()
    workflow.perform("submit", version, by=make_writer())
    show(client, reviewers[1], change_url(version))
    for reviewer in reviewers[:2]:
        workflow.perform("approve", version, by=reviewer)
    rewrite(Version.objects.get(pk=version.pk), "3公里", "5公里")

    page = show(client, reviewers[1], change_url(version))
    assert page.count("<ins>5</ins>") == 1
    assert f"{reviewers[0]}（first review）" in page
    assert f"{reviewers[1]}（second review）" in page
    assert "since you last looked" in page


def test_note_on_words_that_are_others_now_says_so(client, submitted, reviewers):
    notes = [
        PassageNote.objects.create(version=submitted, by=reviewers[0], quote=quote, note="核实")
        for quote in ("全长3公里", "环湖步道", "")
    ]
    assert "these words have changed since" not in show(client, reviewers[0], change_url(submitted))
    rewrite(submitted, "3公里", "5公里")

    client.force_login(reviewers[0])
    response = client.get(change_url(submitted))
    assert response.content.decode().count("these words have changed since") == 1
    assert [note for note in response.context["notes"] if not note.stands] == notes[:1]


def test_reviewer_sees_what_changed_since_their_own_look(client, submitted, reviewers):
    assert "since you last looked" not in show(client, reviewers[0], change_url(submitted))
    rewrite(submitted, "3公里", "5公里")

    assert "since you last looked" in show(client, reviewers[0], change_url(submitted))
    assert "since you last looked" not in show(client, reviewers[1], change_url(submitted))


def test_two_versions_are_compared_word_by_word(client):
    first = make_released()
    draft = begin_version(first, by=make_writer())
    rewrite(draft, "3公里", "5公里")

    page = show(client, make_writer(), url(draft, "compare") + "?from=v1")
    assert "<del>3</del>公里" in page
    assert "<ins>5</ins>公里" in page


def test_words_of_a_decision_are_compared_with_those_that_stand(client, submitted, reviewers):
    approval = workflow.perform("approve", submitted, by=reviewers[0])
    rewrite(submitted, "3公里", "5公里")

    assert "<ins>5</ins>" in show(
        client, reviewers[0], url(submitted, "compare") + f"?from=d{approval.pk}"
    )


@pytest.mark.parametrize("key", ["", "v9", "d999", "x1", "v"])
def test_comparison_with_what_is_not_there_is_not_found(client, submitted, reviewers, key):
    client.force_login(reviewers[0])
    assert client.get(url(submitted, "compare") + f"?from={key}").status_code == 404


def test_comparison_with_the_decision_of_another_story_is_not_found(client, submitted, reviewers):
    other = make_released()
    client.force_login(reviewers[0])

    address = url(submitted, "compare") + f"?from=d{other.decisions.first().pk}"
    assert client.get(address).status_code == 404


def test_earlier_version_is_restored_as_a_new_one(client):
    staff = make_writer(), make_reviewers()
    first = make_released(staff=staff)
    second = begin_version(first, by=staff[0])
    rewrite(second, "3公里", "5公里")
    release(second, staff=staff)
    client.force_login(staff[0])

    client.post(url(first, "restore"))

    draft = Version.objects.latest("pk")
    assert (draft.number, draft.body, draft.status) == (3, first.body, "draft")
    client.post(url(first, "restore"))
    assert Version.objects.latest("pk") == draft


def test_review_sheet_says_who_decided_what_and_what_had_changed(client, submitted, reviewers):
    workflow.perform("approve", submitted, by=reviewers[0], note="事实已核")
    rewrite(submitted, "3公里", "5公里")
    workflow.perform("approve", submitted, by=reviewers[0])

    page = show(client, reviewers[0], url(submitted, "sheet"))
    assert "事实已核" in page
    assert page.count("<ins>5</ins>") == 1
    for decision in submitted.decisions.all():
        assert str(decision.by) in page
        assert f"<code>{decision.digest[:8]}</code>" in page


def test_note_on_a_passage_stands_until_it_is_seen_to(client, submitted, reviewers):
    client.force_login(reviewers[0])
    client.post(url(submitted, "add_note"), {"quote": "全长3公里", "note": "请核实长度"})
    note = PassageNote.objects.get()
    assert (note.by, note.quote) == (reviewers[0], "全长3公里")
    assert "请核实长度" in client.get(change_url(submitted)).content.decode()

    client.post(url(submitted, "tick_off", note.pk))

    note.refresh_from_db()
    assert note.done_by == reviewers[0]
    assert "请核实长度" not in client.get(change_url(submitted)).content.decode()
    assert "请核实长度" in client.get(url(submitted, "sheet")).content.decode()


def test_note_on_words_that_do_not_stand_is_refused(client, submitted, reviewers):
    client.force_login(reviewers[0])
    response = client.post(
        url(submitted, "add_note"), {"quote": "没有这几个字", "note": "请核实"}, follow=True
    )

    assert "do not stand in the story" in messages(response)[0]
    assert not PassageNote.objects.exists()


def test_open_notes_are_shown_to_who_releases(client, submitted, reviewers):
    for reviewer in reviewers:
        workflow.perform("approve", submitted, by=reviewer)
    PassageNote.objects.create(version=submitted, note="导语太长", by=reviewers[0])
    client.force_login(reviewers[2])

    asked = client.post(url(submitted, "move", "release"))
    assert "导语太长" in asked.content.decode()


def test_review_sheet_has_the_text_and_a_line_to_sign_for_each_stage(client, submitted, reviewers):
    workflow.perform("approve", submitted, by=reviewers[0])

    page = show(client, reviewers[0], url(submitted, "sheet"))

    assert "<p>步道全长3公里。</p>" in page
    signatures = page.partition("sheet-sign")[2]
    for stage in ("first review", "second review", "final review"):
        assert stage in signatures
    assert str(reviewers[0]) in signatures
    assert "stage 1" not in page
