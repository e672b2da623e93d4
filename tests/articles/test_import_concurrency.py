"""An import, or a search for copies, at the same moment as somebody who writes the same rows."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from articles import duplicates, proposals
from articles.importing.importer import import_pages
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.models import Article, Credit, Proposal, SimilarPair, Sketch, SketchSample, Version
from people import identity, learned
from people.models import Reporter
from tests.articles.copies import body_of, story_text
from tests.articles.importing.sample import DAY
from tests.articles.test_concurrency import while_we_hold
from tests.factories import make_reporter, make_user, make_version, make_writer

NAMES = ("苏未央", "袁小满")


@pytest.fixture
def paper(committed_db, tmp_path):
    """Imports pages, each of a text, as one edition; called again, with their texts of then."""

    def paper(*texts):
        for number, text in enumerate(texts, start=1):
            (tmp_path / f"{number:02}.md").write_text(text, encoding="utf-8")
        return list(import_pages(pages_of(tmp_path, Place(DAY))))

    return paper


def story(headline, *paragraphs, by=""):
    signed = f"（记者 {by}）" if by else ""
    return f"# {headline}\n\n" + "\n\n".join(paragraphs) + signed + "\n"


def test_reporters_merged_while_an_import_names_them_the_other_way_round(paper):
    first, second = map(make_reporter, NAMES)
    page = story("柳河镇清淤护渠", "11月15日，柳河镇清理灌溉水渠。", by=f"{NAMES[1]} {NAMES[0]}")

    change, (outcome,) = while_we_hold(
        first, lambda: identity.merge(first, second, by=make_user()), lambda: paper(page)
    )

    assert (change.kept_id, outcome.refusal) == (first.pk, "")
    assert set(Credit.objects.values_list("as_printed", flat=True)) == set(NAMES)


def test_page_that_names_a_reporter_who_is_merged_meanwhile_is_not_refused(paper):
    first, second = map(make_reporter, NAMES)
    page = story("柳河镇清淤护渠", "11月15日，柳河镇清理灌溉水渠。", by=NAMES[1])

    _change, (outcome,) = while_we_hold(
        second, lambda: identity.merge(first, second, by=make_user()), lambda: paper(page)
    )

    assert outcome.refusal == ""
    assert Reporter.objects.filter(pk=Credit.objects.get().reporter_id).exists()


def test_copies_of_stories_that_an_import_reads_anew_are_found_meanwhile(paper):
    """Their pairs refer to the stories in another order than that in which an import locks them."""
    one, other = (story_text(seed) for seed in (9, 4))
    before = make_version(body=body_of(other), dated=DAY + timedelta(days=3))
    paper(story("第一篇", *one), story("第二篇", *other))
    kept = list(Article.objects.exclude(import_key="").order_by("pk"))
    after = make_version(body=body_of(one), dated=DAY + timedelta(days=3))
    duplicates.find_pairs()
    SimilarPair.objects.all().delete()
    Sketch.objects.update(is_compared=False)
    added = "镇里为每村配发了树苗。"
    corrected = story("第一篇", *one, added), story("第二篇", *other, added)

    outcomes, found = while_we_hold(kept[0], lambda: paper(*corrected), duplicates.find_pairs)

    assert [outcome.refusal for outcome in outcomes] == ["", ""]
    assert (Proposal.objects.count(), found.pairs) == (2, 2)
    assert set(SimilarPair.objects.values_list("first", "second")) == {
        (before.article_id, kept[1].pk),
        (kept[0].pk, after.article_id),
    }


def test_story_that_two_runs_sample_at_once_has_its_samples_once(committed_db):
    version = make_version(body=body_of(story_text(4)))

    while_we_hold(version.article, duplicates.find_pairs, duplicates.find_pairs)

    samples = list(SketchSample.objects.values_list("sketch", "hash"))
    assert samples
    assert len(samples) == len(set(samples))


def test_story_that_changes_while_a_run_compares_it_is_compared_as_it_stands_now(committed_db):
    one, other = (make_version(body=body_of(story_text(seed))) for seed in (4, 9))
    duplicates.find_pairs()
    Version.objects.filter(pk=other.pk).update(body=one.body, digest="changed")

    while_we_hold(
        other.article.sketch,
        lambda: duplicates._save_sketches([other.pk]),
        lambda: duplicates._save_pairs([other.article_id]),
    )
    duplicates.find_pairs()

    assert SimilarPair.objects.get().second == other.article


def test_reporters_confirmed_while_an_import_names_them_the_other_way_round(paper):
    first, _second = (make_reporter(name, is_confirmed=False) for name in NAMES)
    page = story("柳河镇清淤护渠", "11月15日，柳河镇清理灌溉水渠。", by=f"{NAMES[1]} {NAMES[0]}")

    (confirmed, _refusals), (outcome,) = while_we_hold(
        first,
        lambda: learned.confirm(Reporter.objects.order_by("pk")),
        lambda: paper(page),
    )

    assert (len(confirmed), outcome.refusal) == (2, "")
    assert not Reporter.objects.filter(is_confirmed=False).exists()


def test_proposal_taken_while_an_import_learns_the_same_name(paper):
    known, new = make_reporter(NAMES[0]), NAMES[1]
    words = "11月15日，柳河镇清理灌溉水渠。"
    paper(story("柳河镇清淤护渠", words))
    paper(story("柳河镇清淤护渠", words, by=new))
    proposal = Proposal.objects.get()
    version = Version.objects.get()
    other = story("望舒镇收麦", "11月15日，望舒镇开镰收麦。", by=f"{new} {known.name}")

    (outcome,), _version = while_we_hold(
        known,
        lambda: paper(other)[:1],
        lambda: proposals.take(proposal, make_writer(), version.digest),
    )

    assert outcome.refusal == ""
    assert Reporter.objects.filter(name=new).count() == 1
    assert set(Credit.objects.values_list("as_printed", flat=True)) == set(NAMES)


# With one writer at a time the merge comes first, and nobody is there to be named.
if connection.vendor == "postgresql":

    def test_reporters_merged_while_somebody_names_them_the_other_way_round(committed_db):
        first, second = map(make_reporter, NAMES)
        version = make_version()

        def name_both():
            with transaction.atomic():
                for position, one in enumerate((second, first)):
                    Credit.objects.create(
                        version=version, reporter=one, as_printed=one.name, position=position
                    )

        while_we_hold(first, lambda: identity.merge(first, second, by=make_user()), name_both)

        assert list(Reporter.objects.all()) == [first]
        assert set(version.credits.values_list("as_printed", flat=True)) == set(NAMES)
