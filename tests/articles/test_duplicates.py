import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from articles import duplicates
from articles.duplicates import decide, find_pairs
from articles.models import Article, SimilarPair, Sketch, SketchSample, Version
from benchmarks.printed import printed_pages
from tests.articles.copies import body_of, cut, story_text
from tests.factories import make_user, make_version

pytestmark = pytest.mark.django_db
DAY = datetime.date(2023, 1, 12)


def make_story(paragraphs, days=0, **kwargs):
    return make_version(
        body=body_of(paragraphs), dated=DAY + datetime.timedelta(days=days), **kwargs
    )


def pairs():
    return set(SimilarPair.objects.values_list("first", "second"))


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5])
@pytest.mark.parametrize("where", ["front", "end", "scattered"])
def test_copy_with_cuts_is_found(share, where):
    stories = [make_story(story_text(seed), headline=f"第{seed}篇") for seed in range(20)]
    copy = make_story(cut(story_text(4), share, where), days=2, headline="另一个题目")

    found = find_pairs()

    assert pairs() == {(stories[4].article_id, copy.article_id)}
    assert (found.sketched, found.compared, found.pairs) == (21, 21, 1)
    pair = SimilarPair.objects.get()
    assert pair.share >= 80
    assert pair.is_open


@pytest.mark.parametrize(("lost", "other"), [("front", "end"), ("end", "front")])
def test_copies_that_lost_other_parts_are_found(lost, other):
    first = make_story(cut(story_text(4), 0.3, lost), headline="题目")
    second = make_story(cut(story_text(4), 0.5, other), days=2, headline="另一个题目")
    make_story(cut(story_text(4), 0.5, other), days=400, headline="明年")

    find_pairs()

    assert (first.article_id, second.article_id) in pairs()
    assert SimilarPair.objects.filter(first=first.article).count() == 1


def test_stories_of_one_week_with_a_formula_and_news_of_their_own_are_no_pair():
    formula = story_text(1, sentences=8)
    make_story([*formula, *story_text(2, sentences=8)], headline="一周要情")
    make_story([*formula, *story_text(3, sentences=8)], days=7, headline="一周要情")

    find_pairs()

    assert pairs() == set()


def test_all_copies_of_one_story_are_found():
    whole = make_story(story_text(1))
    copies = [
        make_story(cut(story_text(1), share, where))
        for share in (0.1, 0.3, 0.5)
        for where in ("front", "end", "scattered")
    ]

    find_pairs()

    assert {(whole.article_id, copy.article_id) for copy in copies} <= pairs()


def test_short_story_is_found_too():
    text = story_text(1, sentences=3)
    make_story(text)
    make_story(cut(text, 0.3, "end"))

    assert find_pairs().pairs == 1


def test_formula_stories_of_other_years_are_no_pair():
    def visit(year, day, households):
        return [
            f"{year}年1月{day}日，区领导分组走访慰问困难群众，把党和政府的关怀送到群众心坎上。",
            f"每到一处，区领导都与群众亲切交谈，详细了解身体状况和生活情况，共走访{households}户。",
            "区领导要求有关部门时刻把群众的冷暖放在心上，切实帮助他们解决实际困难，过一个祥和的春节。",
        ]

    first = make_story(visit(2022, 20, 310), days=-357, headline="区领导开展春节慰问")
    make_story(visit(2023, 12, 428), headline="区领导开展春节慰问")
    reprint = make_story(visit(2022, 20, 310)[:2], days=-355, headline="春节慰问暖人心")

    find_pairs()

    assert pairs() == {(first.article_id, reprint.article_id)}


def test_unrelated_stories_of_one_paper_are_no_pair():
    for page in printed_pages(40):
        for story in page.document.text.split("# ")[1:]:
            headline, *paragraphs = filter(None, story.split("\n"))
            make_version(headline=headline, body=body_of(paragraphs), dated=page.edition_date)

    find_pairs()

    assert pairs() == set()


def test_set_phrases_of_the_paper_lead_to_nothing(monkeypatch):
    monkeypatch.setattr(duplicates, "_verified", lambda pairs: pytest.fail(f"compared {pairs}"))
    phrase = story_text(0, sentences=4)
    for seed in range(duplicates.COMMON + 2):
        make_story([*phrase, *story_text(seed + 1, sentences=8)])

    assert find_pairs().pairs == 0


def test_second_run_writes_nothing(django_assert_num_queries):
    make_story(story_text(1))
    make_story(cut(story_text(1), 0.3, "end"))
    find_pairs()
    before = [
        list(model.objects.order_by("pk").values()) for model in (Sketch, SketchSample, SimilarPair)
    ]

    with django_assert_num_queries(4):
        found = find_pairs()

    assert (found.sketched, found.compared, found.pairs) == (0, 0, 0)
    assert before == [
        list(model.objects.order_by("pk").values()) for model in (Sketch, SketchSample, SimilarPair)
    ]


def test_stopped_run_goes_on_where_it_was(monkeypatch):
    monkeypatch.setattr(duplicates, "BATCH", 3)
    for seed in range(4):
        make_story(story_text(seed))
        make_story(cut(story_text(seed), 0.3, "end"))
    steps = []

    def stop(found):
        steps.append((found.sketched, found.compared))
        if len(steps) in (2, 5):
            raise KeyboardInterrupt

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            find_pairs(on_progress=stop)
    find_pairs(on_progress=stop)

    assert steps == [(3, 0), (6, 0), (2, 0), (2, 3), (2, 6), (0, 2)]
    assert SimilarPair.objects.count() == 4


def test_new_copy_of_an_old_story_is_found_among_all():
    old = make_story(story_text(1), days=-400)
    find_pairs()
    copy = make_story(cut(story_text(1), 0.5, "front"))

    found = find_pairs(since=DAY)

    assert (found.sketched, found.pairs) == (1, 1)
    assert pairs() == {(old.article_id, copy.article_id)}


def test_since_passes_over_older_stories():
    make_story(story_text(1), days=-1)
    make_story(story_text(1), days=-1)

    assert find_pairs(since=DAY).sketched == 0


def test_changed_words_are_sampled_anew():
    first, second = make_story(story_text(1)), make_story(story_text(2))
    find_pairs()
    first.body = body_of(story_text(2))
    first.save()

    found = find_pairs()

    assert (found.sketched, found.pairs) == (1, 1)
    assert pairs() == {(first.article_id, second.article_id)}
    samples = [set(one.samples.values_list("hash", flat=True)) for one in Sketch.objects.all()]
    assert samples[0] == samples[1]


def test_versions_of_one_article_are_no_pair_and_the_latest_counts():
    article = Article.objects.create()
    make_story(story_text(1), article=article)
    make_story(story_text(2), article=article)
    make_story(story_text(1))

    find_pairs()

    assert pairs() == set()
    assert Sketch.objects.count() == 2


def test_spiked_story_is_not_looked_at():
    make_story(story_text(1))
    make_story(story_text(1), status=Version.Status.SPIKED)

    assert find_pairs().pairs == 0


def test_decided_pair_is_not_found_again():
    first = make_story(story_text(1))
    make_story(story_text(1))
    find_pairs()
    editor = make_user(permissions=["change_similarpair"])
    decide(SimilarPair.objects.get(), SimilarPair.Decision.NOT_SAME, by=editor)
    first.body += "<p>又加了一句话。</p>"
    first.save()

    assert find_pairs().pairs == 0
    pair = SimilarPair.objects.get()
    assert (pair.decision, pair.decided_by) == (SimilarPair.Decision.NOT_SAME, editor)
    assert pair.decided_at is not None


def test_decision_can_be_taken_back():
    make_story(story_text(1))
    make_story(story_text(1))
    find_pairs()
    editor = make_user(permissions=["change_similarpair"])
    pair = SimilarPair.objects.get()
    decide(pair, SimilarPair.Decision.SAME, by=editor)

    decide(pair, SimilarPair.Decision.OPEN, by=editor)

    pair.refresh_from_db()
    assert (pair.is_open, pair.decided_by, pair.decided_at) == (True, None, None)


def test_who_may_not_change_pairs_decides_nothing():
    pair = SimilarPair.objects.create(
        first=Article.objects.create(), second=Article.objects.create(), share=90
    )

    with pytest.raises(PermissionDenied):
        decide(pair, SimilarPair.Decision.SAME, by=make_user(permissions=["view_similarpair"]))

    pair.refresh_from_db()
    assert pair.is_open


@pytest.mark.parametrize(
    ("order", "fields", "name"),
    [
        ((1, 0), {}, "similarpair_first_comes_before_second"),
        ((0, 0), {}, "similarpair_first_comes_before_second"),
        ((0, 1), {"share": 0}, "similarpair_share_is_a_percentage"),
        ((0, 1), {"share": 101}, "similarpair_share_is_a_percentage"),
        ((0, 1), {"decision": "same"}, "similarpair_is_decided_by_somebody"),
    ],
)
def test_database_refuses_a_pair_that_cannot_be(order, fields, name):
    articles = [Article.objects.create(), Article.objects.create()]
    first, second = (articles[at] for at in order)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        SimilarPair.objects.create(first=first, second=second, **{"share": 90, **fields})


def test_database_keeps_one_pair_of_two_articles():
    articles = {"first": Article.objects.create(), "second": Article.objects.create()}
    SimilarPair.objects.create(**articles, share=90)

    with pytest.raises(IntegrityError), transaction.atomic():
        SimilarPair.objects.create(**articles, share=80)
