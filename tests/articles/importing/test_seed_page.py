"""The real page in the database, equal to its labels."""

import pytest
from django.core.exceptions import ValidationError

from articles import workflow
from articles.importing.importer import import_page
from articles.models import Doubt, ParagraphSource, Version
from articles.parsing.lexicon.marks import DOUBTS
from articles.wide_marks import set_marks
from tests import seed_edition
from tests.articles.importing.sample import everything
from tests.factories import make_reviewers, make_writer

pytestmark = pytest.mark.django_db


def test_seed_page_in_the_database_equals_its_labels():
    import_page(seed_edition.PAGE, edition_date=seed_edition.DATE, page_number="01")
    labels = seed_edition.expected()["articles"]
    put_marks_back()
    versions = list(Version.objects.in_page_order())

    assert [as_label(version) for version in versions] == [flat(label) for label in labels]
    assert {version.edition.date for version in versions} == {seed_edition.DATE}
    assert ParagraphSource.objects.count() == 30
    assert ParagraphSource.objects.exclude(join_reason="").count() == 12
    assert Doubt.objects.count() == 1
    assert {version.status for version in versions} == {"draft"}


def put_marks_back():
    """The labels are as printed, and so are then the words of every draft."""
    editor = make_writer()
    for version in Version.objects.all():
        set_marks(version, editor, wide=False)


def flat(label):
    """A label in the terms of the tables."""
    event = label["event"]
    return {
        "headline": label["headline"],
        "deck": label["deck"],
        "dateline": (
            label["dateline"]["marker"],
            label["dateline"]["text"],
            label["dateline"]["date"],
        ),
        "credits": [
            (person["name"], "文" in person["roles"], "图" in person["roles"])
            for person in label["byline"]
        ],
        "mentions": [
            (official["name"], [tuple(post) for post in official["posts"]], official["acts"])
            for official in label["officials"]
        ],
        "departments": label["departments"],
        "event": (event["kind"], event["name"], event["date"]),
        "paragraphs": [tuple(paragraph) for paragraph in label["paragraphs"]],
        "doubts": [before + after for before, after in label["doubtful"]],
    }


def as_label(version):
    kinds = {"meeting": "会议", "tour": "调研", "forum": "论坛"}
    event = version.event
    label = next(
        label
        for label in seed_edition.expected()["articles"]
        if label["headline"] == version.headline
    )
    return {
        "headline": version.headline,
        "deck": version.deck,
        "dateline": (
            version.dateline,
            version.date_as_printed,
            version.dateline_date and version.dateline_date.isoformat(),
        ),
        "credits": list(version.credits.values_list("reporter__name", "has_text", "has_photos")),
        "mentions": [
            (
                mention.official.name,
                sorted(
                    mention.posts.values_list("department__name", "title"),
                    key=lambda post: mention.title_as_printed.rindex(post[1]),
                ),
                mention.acts.split("、"),
            )
            for mention in version.mentions.all()
        ],
        "departments": list(
            version.departments.order_by("version_links__id").values_list("name", flat=True)
        ),
        "event": (kinds[event.kind], event.name, event.date and event.date.isoformat()),
        "paragraphs": [
            (paragraph[: len(first)], paragraph[-len(last) :])
            for paragraph, (first, last) in zip(
                version.paragraphs, label["paragraphs"], strict=True
            )
        ],
        "doubts": [
            before + after
            for before, after in label["doubtful"]
            for doubt in version.doubts.all()
            if before + after in version.paragraphs[doubt.paragraph]
        ],
    }


def test_every_doubt_of_the_parser_has_a_kind():
    assert set(Doubt.Kind.values) == set(DOUBTS)


def test_source_ranges_give_the_paragraphs_back_once_their_marks_are_put_back():
    import_page(seed_edition.PAGE, edition_date=seed_edition.DATE)
    put_marks_back()

    for version in Version.objects.all():
        for index, paragraph in enumerate(version.paragraphs):
            parts = version.paragraph_sources.filter(paragraph=index).order_by("start")
            text = "".join(part.document.text[part.start : part.end] for part in parts)
            assert "".join(text.split()) == "".join(paragraph.split())


def test_same_file_again_writes_nothing():
    path, day = seed_edition.PAGE, seed_edition.DATE
    import_page(path, edition_date=day)
    before = everything()

    report, _ = import_page(path, edition_date=day)

    assert everything() == before
    assert report.stories == {"found": 6, "created": 0, "unchanged": 6, "kept": 0}


def test_doubt_blocks_release_until_it_is_settled():
    import_page(seed_edition.PAGE, edition_date=seed_edition.DATE)
    doubt = Doubt.objects.get()
    writer, reviewers = make_writer(), make_reviewers()
    workflow.perform("submit", doubt.version, by=writer)
    for reviewer in reviewers:
        workflow.perform("approve", doubt.version, by=reviewer)

    with pytest.raises(ValidationError):
        workflow.perform("release", doubt.version, by=reviewers[2])
    workflow.settle_doubt(doubt, by=writer, note="已与原报核对")
    workflow.perform("release", doubt.version, by=reviewers[2])

    assert Version.objects.live().get() == doubt.version
