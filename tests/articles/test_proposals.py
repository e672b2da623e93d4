import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import translation

from articles import proposals, workflow
from articles.models import Doubt, Version
from articles.models.content import content_digest
from tests.articles.test_concurrency import at_once
from tests.factories import (
    make_proposal,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db
BODY = "<p>柳汐公园环湖步道建成开放，全长3公里。</p>"


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def latest(article):
    return article.versions.latest("number")


def take(proposal, by=None):
    digest = content_digest(latest(proposal.article))
    return proposals.take(proposal, by or make_writer(), digest)


def test_words_of_a_draft_are_replaced_and_sealed():
    draft, writer = make_version(), make_writer()
    proposal = make_proposal(
        draft, headline="步道建成", dateline_date="2026-11-15", deck="全长3公里", body=BODY
    )

    version = take(proposal, writer)

    stored = Version.objects.get()
    assert (version, stored.status) == (draft, "draft")
    assert (stored.headline, stored.deck, stored.body) == ("步道建成", "全长3公里", BODY)
    assert stored.dateline_date == datetime.date(2026, 11, 15)
    assert stored.digest == content_digest(stored) != draft.digest
    proposal.refresh_from_db()
    assert (proposal.settled_by, proposal.was_taken, proposal.is_open) == (writer, True, False)
    assert proposal.article.import_digest == proposal.digest


def test_paragraphs_are_traced_to_the_new_file():
    draft = make_version()
    take(make_proposal(draft, body=BODY))
    proposal = make_proposal(draft)

    take(proposal)

    (source,) = draft.paragraph_sources.all()
    assert (source.document, source.paragraph) == (proposal.document, 0)
    assert (source.first_line, source.last_line, source.start, source.end) == (2, 3, 5, 33)


def test_marks_are_those_of_the_new_words_but_for_captions():
    draft = make_version()
    for part in ("body", "caption"):
        draft.wide_marks.create(part=part, number=0, text="步道,建成", changes=[[2, "，"]])
    proposal = make_proposal(draft, body=BODY)
    new = {"number": 1, "text": "全长,3公里", "changes": [[2, "，"]]}
    proposal.record["wide_marks"] = [{"part": part, **new} for part in ("body", "caption")]
    proposal.save()

    take(proposal)

    rows = draft.wide_marks.values_list("part", "number", "text")
    assert set(rows) == {("body", 1, "全长,3公里"), ("caption", 0, "步道,建成")}


def test_open_doubts_are_settled_by_whoever_takes_it_and_the_new_ones_are_open():
    draft, writer = make_version(), make_writer()
    old = Doubt.objects.create(version=draft, kind=Doubt.Kind.UNFINISHED)
    doubt = {"kind": "unbalanced", "quote": "“", "paragraph": 0, "first_line": 2, "last_line": 2}
    proposal = make_proposal(draft, body=BODY, doubts=[doubt])

    take(proposal, writer)

    old.refresh_from_db()
    assert (old.settled_by, old.settled_note) == (
        writer,
        "The words were replaced by those of a later import.",
    )
    (new,) = draft.doubts.open()
    assert (new.kind, new.quote, new.document) == ("unbalanced", "“", proposal.document)


def test_released_story_gets_a_private_version():
    released, writer = make_released(), make_writer()

    version = take(make_proposal(released, body=BODY), writer)

    assert (version.number, version.status, version.written_by) == (2, "draft", writer)
    assert version.body == BODY
    assert version.digest == content_digest(version)
    assert list(Version.objects.live()) == [released]
    assert Version.objects.get(pk=released.pk).body == released.body
    assert [source.paragraph for source in version.paragraph_sources.all()] == [0]


def submitted():
    version = make_version()
    workflow.perform("submit", version, by=make_writer())
    return version


def spiked():
    version = make_version()
    workflow.perform("spike", version, by=make_reviewers()[2], note="重复")
    return version


@pytest.mark.parametrize(
    ("make", "sentence"),
    [(submitted, "The story is in review. Have it sent back"), (spiked, "The story is spiked.")],
)
def test_story_in_review_or_spiked_keeps_its_words(make, sentence):
    version = make()
    proposal = make_proposal(version, body=BODY)

    with pytest.raises(proposals.ProposalRefused, match=sentence):
        take(proposal)

    proposal.refresh_from_db()
    assert proposal.is_open
    assert Version.objects.get().body == version.body


def test_words_that_changed_since_they_were_seen_are_not_written_over():
    version = make_version()
    proposal, seen = make_proposal(version, body=BODY), content_digest(version)
    version.headline = "编辑刚改的标题"
    version.save()

    with pytest.raises(proposals.ProposalRefused, match="The words have changed"):
        proposals.take(proposal, make_writer(), seen)

    assert Version.objects.get().headline == "编辑刚改的标题"


def test_parts_changed_by_an_editor_stay():
    version = make_version(reporters=[])
    version.credits.create(as_printed="苏未央", position=0)
    version.seal()

    take(make_proposal(version, body=BODY))

    assert [credit.as_printed for credit in version.credits.all()] == ["苏未央"]


@pytest.mark.parametrize(
    ("settle", "sentence"),
    [
        (take, "took this proposal"),
        (lambda proposal: proposals.leave(proposal, make_writer()), "left the story as it stood"),
    ],
)
def test_settled_proposal_is_not_settled_again(settle, sentence):
    proposal = make_proposal(body=BODY)
    settle(proposal)

    for again in (take, lambda proposal: proposals.leave(proposal, make_writer())):
        with pytest.raises(proposals.ProposalRefused, match=sentence):
            again(proposal)


def test_story_left_as_it_stands_keeps_its_words_and_its_import():
    version, writer = make_version(), make_writer()
    proposal = make_proposal(version, body=BODY)

    proposals.leave(proposal, writer)

    proposal.refresh_from_db()
    assert (proposal.settled_by, proposal.was_taken) == (writer, False)
    stored = Version.objects.get()
    assert (stored.body, stored.article.import_digest) == (version.body, "")


def test_what_earlier_imports_proposed_is_overtaken():
    version = make_version()
    earlier, taken, later = (make_proposal(version, body=f"<p>{n}</p>") for n in range(3))

    take(taken)

    for proposal in (earlier, later):
        proposal.refresh_from_db()
    assert (earlier.is_open, earlier.was_taken, later.is_open) == (False, False, True)


@pytest.mark.parametrize("permissions", [[], ["view_version"]])
def test_who_may_not_change_stories_settles_nothing(permissions):
    proposal, stranger = make_proposal(body=BODY), make_user(permissions=permissions)

    with pytest.raises(PermissionDenied):
        take(proposal, stranger)
    with pytest.raises(PermissionDenied):
        proposals.leave(proposal, stranger)

    proposal.refresh_from_db()
    assert proposal.is_open


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_take_it_once(committed_db):
    released = make_released()
    proposal, digest = make_proposal(released, body=BODY), content_digest(released)
    people = [make_writer(), make_writer()]

    results = at_once(*[lambda by=by: proposals.take(proposal, by, digest) for by in people])

    assert sum(isinstance(result, proposals.ProposalRefused) for result in results) == 1
    assert released.article.versions.count() == 2
    connection.close()
