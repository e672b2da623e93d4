"""Find stories that the archive holds twice, and record what a person decides about each pair.

Two passes, each in batches with a transaction of their own, so that a run that was stopped goes on
where it was. The first samples the latest words of every story that changed since it was sampled.
The second looks for other stories with the same samples, compares those texts in full, and writes
pairs. Samples that many stories have are the paper's set phrases: they are passed over, so that the
work grows with the stories and not with their square.

Two runs at once wait for each other at the rows of the sketches, which each locks in the order of
the stories before it reads what the other may be writing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, islice

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.body import plain_text
from articles.models import SimilarPair, Sketch, SketchSample, Version
from articles.similarity import (
    FAR_APART,
    is_formula,
    overlap,
    share_of_cuts,
    shingles,
    sketch,
)

BATCH = 500
# Old SQLites take at most 999 values in a statement.
ROWS_OF_AN_INSERT = 400
# Pairs whose texts are compared at a time: their texts are all that is held in memory.
COMPARED_AT_ONCE = 200
# A sample that more stories have is a set phrase. A story printed more often than this is one too.
COMMON = 32
# Fewer equal samples are chance.
ENOUGH_SAMPLES = 3
# Of the shorter text, in the longer one: cuts leave it whole but for where they are sewn up.
ALIKE = 0.7
# Where each lost other parts, and both were printed near each other; no more than this is shared by
# stories that have nothing but a formula in common.
ALIKE_IN_PART = 0.35

_SAMPLED_ALIKE = f"""
SELECT mine.sketch_id, theirs.sketch_id
FROM articles_sketchsample mine
JOIN articles_sketchsample theirs
  ON theirs.hash = mine.hash AND theirs.sketch_id <> mine.sketch_id
WHERE mine.sketch_id IN ({{ids}}) AND NOT EXISTS (
  SELECT 1 FROM articles_sketchsample every WHERE every.hash = mine.hash LIMIT 1 OFFSET {COMMON}
)
GROUP BY mine.sketch_id, theirs.sketch_id
HAVING COUNT(*) >= {ENOUGH_SAMPLES}
ORDER BY mine.sketch_id, theirs.sketch_id
"""


@dataclass
class Found:
    """How far a run has come."""

    sketched: int = 0
    compared: int = 0
    pairs: int = 0


@dataclass(frozen=True)
class _Story:
    text: str
    headline: str
    dated: object
    shingles: set[str]


def find_pairs(since=None, on_progress: Callable[[Found], None] = lambda found: None) -> Found:
    """Write a pair for every two stories that look like one, and return what was done.

    With `since` only stories filed under that day or later are looked at anew; they are compared
    with the whole archive. Pairs known before stay as they are, decided or not, and stories that
    stand as they stood at the last run cost nothing.
    """
    found = Found()
    for sketched in _sketch_changed(since):
        found.sketched += sketched
        on_progress(found)
    for compared, pairs in _compare_sketched():
        found.compared += compared
        found.pairs += pairs
        on_progress(found)
    return found


def find_copies_of(articles, job=None) -> Found:
    """Pair these articles, and no others, with every story that was sampled; return what was done.

    The work grows with `articles`, not with the archive. The pairs name the import `job` that found
    them.
    """
    found = Found()
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        latest = latest_versions().filter(article__in=batch)
        found.sketched += len(batch)
        _save_sketches(list(latest.values_list("pk", flat=True)))
        found.compared += len(batch)
        found.pairs += _save_pairs(batch, job)
    return found


def decide(pair, decision, by):
    """Record what a person decided about a pair; a later decision takes the place of an earlier."""
    if not by.has_perm("articles.change_similarpair"):
        raise PermissionDenied(_("Your account may not decide about similar stories."))
    is_open = decision == SimilarPair.Decision.OPEN
    pair.decision = decision
    pair.decided_by = None if is_open else by
    pair.decided_at = None if is_open else timezone.now()
    pair.save(update_fields=["decision", "decided_by", "decided_at"])


def latest_versions():
    """The words that stand for an article here: its latest version, unless that was spiked."""
    return Version.objects.exclude(status=Version.Status.SPIKED).latest_of_each_article()


def _sketch_changed(since):
    for batch in _latest_in_batches(since):
        known = dict(
            Sketch.objects.filter(article__in=[article for _pk, article, _digest in batch])
            .order_by()
            .values_list("article_id", "digest")
        )
        changed = [pk for pk, article, digest in batch if known.get(article) != digest]
        if changed:
            _save_sketches(changed)
            yield len(changed)


def _latest_in_batches(since):
    """(version, article, digest) of every story, walked by key: no join that a planner may miss."""
    latest = latest_versions().order_by("article_id")
    if since is not None:
        latest = latest.filter(dated__gte=since)
    last = 0
    while batch := list(
        latest.filter(article__gt=last).values_list("pk", "article_id", "digest")[:BATCH]
    ):
        yield batch
        last = batch[-1][1]


@transaction.atomic
def _save_sketches(versions):
    words = Version.objects.filter(pk__in=versions).order_by("article_id")
    batch = list(words.values_list("article_id", "digest", "body"))
    articles = [article for article, _digest, _body in batch]
    Sketch.objects.bulk_create(
        (Sketch(article_id=article, digest=digest) for article, digest, _body in batch),
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["digest", "is_compared"],
    )
    SketchSample.objects.filter(sketch__in=articles)._raw_delete(connection.alias)
    _save_samples(
        (article, one)
        for article, _digest, body in batch
        for one in sketch(plain_text(body)).hashes
    )


def _save_samples(samples):
    """Insert the rows without a model object for each, which would take most of the time."""
    with connection.cursor() as cursor:
        for rows in iter(lambda: list(islice(samples, ROWS_OF_AN_INSERT)), []):
            places = ", ".join(["(%s, %s)"] * len(rows))
            cursor.execute(
                f"INSERT INTO articles_sketchsample (sketch_id, hash) VALUES {places}",
                list(chain.from_iterable(rows)),
            )


def _compare_sketched():
    waiting = Sketch.objects.filter(is_compared=False).order_by("article_id")
    while articles := list(waiting.values_list("article_id", flat=True)[:BATCH]):
        yield len(articles), _save_pairs(articles)


@transaction.atomic
def _save_pairs(articles, job=None):
    """Pair these stories with all others. Returns how many pairs are new."""
    sketches = Sketch.objects.filter(article__in=articles)
    list(sketches.order_by("article_id").select_for_update(no_key=True).values_list("pk"))
    pairs = _unknown(_candidates(articles))
    new = []
    for start in range(0, len(pairs), COMPARED_AT_ONCE):
        new += _verified(pairs[start : start + COMPARED_AT_ONCE])
    for pair in new:
        pair.found_by = job
    # Another run at the same moment may have written one of them.
    SimilarPair.objects.bulk_create(new, ignore_conflicts=True)
    sketches.update(is_compared=True)
    return len(new)


def _candidates(articles):
    """Pairs of articles, the lower number first, that share samples which few stories have."""
    with connection.cursor() as cursor:
        cursor.execute(_SAMPLED_ALIKE.format(ids=", ".join(["%s"] * len(articles))), articles)
        return sorted({(min(pair), max(pair)) for pair in cursor.fetchall()})


def _unknown(pairs):
    known = set()
    for start in range(0, len(pairs), BATCH):
        firsts = {first for first, _second in pairs[start : start + BATCH]}
        known |= set(
            SimilarPair.objects.filter(first__in=firsts).values_list("first_id", "second_id")
        )
    return [pair for pair in pairs if pair not in known]


def _verified(pairs):
    stories = _stories({article for pair in pairs for article in pair})
    for first, second in pairs:
        if first in stories and second in stories:
            share = _share(stories[first], stories[second])
            if share:
                yield SimilarPair(first_id=first, second_id=second, share=round(share * 100))


def _stories(articles):
    rows = latest_versions().filter(article__in=articles)
    return {
        article: _Story(text, headline, dated, shingles(text))
        for article, headline, dated, body in rows.values_list(
            "article_id", "headline", "dated", "body"
        )
        for text in [plain_text(body)]
    }


def _share(one, other):
    """How much of the shorter text the longer has; nothing where both follow a yearly formula."""
    alike = overlap(one.shingles, other.shingles).containment
    days = (one.dated - other.dated).days
    if alike < ALIKE:
        may_be_cuts = alike >= ALIKE_IN_PART and abs(days) <= FAR_APART
        is_alike = may_be_cuts and share_of_cuts(one.text, other.text) >= ALIKE_IN_PART
        return alike if is_alike else 0
    texts = (f"{story.headline}\n{story.text}" for story in (one, other))
    return 0 if is_formula(*texts, days) else alike
