"""Paragraphs of a proposed body are taken one by one, with their marks and doubts."""

import pytest

from articles import proposals
from articles.models.content import content_digest
from tests.articles.admin.posting import messages
from tests.articles.admin.proposing import as_ticked, is_open, url
from tests.factories import make_proposal, make_version

pytestmark = pytest.mark.django_db
THREE = "<p>湖边修路。</p><p>桥已建成。</p><p>灯已点亮。</p>"
CORRECTED = "<p>湖边修路。</p><p>桥已建好。</p><p>另有新亭。</p><p>灯已全亮。</p>"


def test_paragraphs_that_differ_are_taken_one_by_one(client, editor):
    version = make_version(body=THREE)
    proposal = make_proposal(version, body=CORRECTED)
    for quote, paragraph in (("桥已建成", 1), ("灯已点亮", 2), ("", None)):
        version.doubts.create(kind="unfinished", quote=quote, paragraph=paragraph)
    page = client.get(url("change", proposal))
    posted = as_ticked(page)
    assert "words:body" not in posted["chosen"]

    client.post(url("take", proposal), posted | {"chosen": posted["chosen"][-1:]})

    version.refresh_from_db()
    assert version.body == "<p>湖边修路。</p><p>桥已建成。</p><p>灯已全亮。</p>"
    assert not is_open(proposal)
    assert [doubt.is_open for doubt in version.doubts.order_by("pk")] == [True, False, True]


def test_doubt_whose_words_an_editor_moved_and_that_stand_stays_open(client, editor):
    version = make_version(body=f"<p>编者按如下。</p>{THREE}")
    proposal = make_proposal(version, body=CORRECTED.replace("修路", "修好路"))
    moved = version.doubts.create(kind="unfinished", quote="桥已建成", paragraph=1)
    ticked = as_ticked(client.get(url("change", proposal)))

    client.post(url("take", proposal), ticked | {"chosen": ["body:0"]})

    version.refresh_from_db()
    moved.refresh_from_db()
    assert version.body == f"<p>湖边修好路。</p>{THREE.removeprefix('<p>湖边修路。</p>')}"
    assert moved.is_open


def test_all_paragraphs_that_differ_make_the_proposed_body(client, editor):
    version = make_version(body=THREE)
    proposal = make_proposal(version, body=CORRECTED)

    page = client.get(url("change", proposal))
    client.post(url("take", proposal), as_ticked(page, part="words"))

    version.refresh_from_db()
    assert version.body == CORRECTED
    assert version.paragraph_sources.get().document == proposal.document


def test_emphasis_stays_in_paragraphs_that_do_not_differ(client, editor):
    version = make_version(body=THREE.replace("湖边", "<strong>湖边</strong>"))
    proposal = make_proposal(version, body=CORRECTED)

    client.post(url("take", proposal), as_ticked(client.get(url("change", proposal))))

    version.refresh_from_db()
    assert version.body == CORRECTED.replace("湖边", "<strong>湖边</strong>")
    assert version.paragraph_sources.get().document == proposal.document


def test_emphasis_that_stays_is_not_warned_of_and_stays_for_a_bulk_take_too(client, editor):
    version = make_version(body=THREE.replace("湖边", "<strong>湖边</strong>"))
    proposal = make_proposal(version, body=CORRECTED)

    assert not client.get(url("change", proposal)).context["difference"].loses_form
    proposals.take(proposal, editor, content_digest(version))

    version.refresh_from_db()
    assert version.body == CORRECTED.replace("湖边", "<strong>湖边</strong>")


def test_marks_follow_the_paragraphs_that_were_taken(client, editor):
    version = make_version(body=THREE)
    proposal = make_proposal(version, body=CORRECTED)
    proposal.record["wide_marks"] = [
        {"part": "body", "number": number, "text": text, "changes": [[4, "。"]]}
        for number, text in ((1, "桥已建好."), (3, "灯已全亮."))
    ]
    proposal.save()
    version.wide_marks.create(part="body", number=1, text="桥已建成.", changes=[[4, "。"]])

    ticked = as_ticked(client.get(url("change", proposal)))
    client.post(url("take", proposal), ticked | {"chosen": ticked["chosen"][-1:]})

    marks = version.wide_marks.values_list("number", "text")
    assert list(marks) == [(1, "桥已建成."), (2, "灯已全亮.")]


def test_body_with_a_list_is_taken_whole(client, editor):
    version = make_version(body="<p>湖边修路。</p><ul><li>桥</li><li>灯</li></ul>")
    proposal = make_proposal(version, body=THREE)

    assert as_ticked(client.get(url("change", proposal)))["chosen"] == ["words:body"]
    answer = client.post(
        url("take", proposal),
        {"digest": content_digest(version), "chosen": ["body:1"]}, follow=True,
    )  # fmt: skip

    assert messages(answer) == ["The body can only be taken whole."]
    assert is_open(proposal)
