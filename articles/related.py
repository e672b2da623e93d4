"""Stories beside a story: of the same event, people, bodies and words.

Nothing is computed beforehand and nothing scanned. Of each of its links the story's nearest
neighbours are taken along an index, by the numbers of versions, which rise with time; these few
candidates are then weighed here. So a view costs two queries of bounded work, whatever the archive
holds, and what was withdrawn a moment ago is related to nothing.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import BigIntegerField, DateTimeField
from django.utils import timezone

from articles.listing import address
from articles.models import Mention, Version, VersionDepartment
from articles.prepared import prepared
from articles.similarity import letters

SHOWN = 5
# Links that are followed: the foremost officials and bodies of a story are those that it is about.
OFFICIALS = 3
DEPARTMENTS = 2
# Candidates of each link, before the story and after it.
REACH = 12
CANDIDATES = 2 * REACH * (OFFICIALS + DEPARTMENTS + 2)
# What a candidate must come to: the same event, two links, or one link and words in common.
ENOUGH = 2.0
OF_AN_EVENT = 3.0
OF_WORDS = 5.0


@dataclass(frozen=True, slots=True)
class Related:
    url: str
    headline: str
    dated: date


def related_stories(story, officials, departments) -> list[Related]:
    """The nearest of kin of a story (a row of `live_story`), the closest first.

    `officials` and `departments` are the keys of those it names, the foremost first.
    """
    now = timezone.now()
    links = {f"official_{place}": key for place, key in _slots(officials, OFFICIALS)}
    links |= {f"department_{place}": key for place, key in _slots(departments, DEPARTMENTS)}
    led_to = Counter(
        version for (version,) in _beside(version=story.id, event=story.event_id, **links)
    )
    # Whatever stands near it may share its words: a series, a next day's report.
    near = range(story.id - REACH, story.id + REACH)
    keys = sorted(({*led_to, *near}) - {story.id})
    # Padded to one length: a prepared query is compiled for each length of a list.
    rows = _rows(versions=keys + [0] * (CANDIDATES - len(keys)), now=now)
    kin = [
        (_kinship(story, row, led_to[row.id]), row)
        for row in rows
        if row.article_id != story.article_id
    ]
    kin = [(closeness, row) for closeness, row in kin if closeness >= ENOUGH]
    kin.sort(key=lambda pair: (-pair[0], abs((pair[1].dated - story.dated).days), pair[1].id))
    return [
        Related(address("story", row.article_id), row.headline, row.dated)
        for _closeness, row in kin[:SHOWN]
    ]


def _slots(keys, number):
    """The first keys, None for places that are free: equal to no key in the database."""
    return enumerate([*keys[:number], *[None] * (number - len(keys))])


def _kinship(story, row, links):
    """How close a candidate is, from the links that led to it and from its headline."""
    is_same_event = story.event_id is not None and row.event_id == story.event_id
    words = likeness(story.headline, row.headline)
    return links + OF_AN_EVENT * is_same_event + OF_WORDS * words


def likeness(one: str, other: str) -> float:
    """The share of pairs of characters that two headlines have in common, from 0 to 1 (Dice)."""
    first, second = _pairs(one), _pairs(other)
    shared = len(first & second)
    return 2 * shared / (len(first) + len(second)) if shared else 0.0


@lru_cache(maxsize=20_000)
def _pairs(headline):
    """Kept, because stories that are near to each other ask for the same headlines."""
    text = letters(headline)
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


def _nearest(links, version, **link):
    """The links to one record of the versions next before and next after this one."""
    rows = links.objects.filter(**link)
    before = rows.filter(version__lt=version).order_by("-version_id").values("pk")[:REACH]
    after = rows.filter(version__gt=version).order_by("version_id").values("pk")[:REACH]
    return [
        links.objects.filter(pk__in=part).order_by().values_list("version")
        for part in (before, after)
    ]


@prepared(
    version=BigIntegerField(),
    event=BigIntegerField(),
    **{f"official_{place}": BigIntegerField() for place in range(OFFICIALS)},
    **{f"department_{place}": BigIntegerField() for place in range(DEPARTMENTS)},
)
def _beside(version, event, **links):
    """The numbers of candidate versions, each as often as a link leads to it."""
    covering = Version.objects.filter(event=event).order_by("-pk").values("pk")[: 2 * REACH]
    parts = [Version.objects.filter(pk__in=covering).order_by().values_list("pk")]
    for name, key in links.items():
        kind = Mention if name.startswith("official") else VersionDepartment
        parts += _nearest(kind, version, **{name.partition("_")[0]: key})
    first, *others = parts
    return first.union(*others, all=True)


@prepared(versions=[BigIntegerField()], now=DateTimeField())
def _rows(versions, now):
    live = Version.objects.live(now).filter(pk__in=versions).order_by()
    return live.values_list("id", "article_id", "headline", "dated", "event_id")
