"""The front page: the latest paper, what leaders did, the newest stories, departments."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import BigIntegerField, DateField, DateTimeField
from django.utils import timezone

from articles.known import public_editions
from articles.listing import Card, address, address_of_page, cards
from articles.models import Edition, Mention, Page, Version
from articles.prepared import prepared
from articles.selections import card_rows

SECOND_STORIES = 4
NEWEST = 8
LOOKED_AT = 40
SECTIONS = 6
STORIES_OF_A_SECTION = 4
LEADERS = 12
ACTS_OF_A_LEADER = 2


@dataclass(frozen=True, slots=True)
class PageOfHeadlines:
    url: str
    label: str
    headlines: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Section:
    """What the newest stories say of one department, as (address, headline, date)."""

    name: str
    url: str
    stories: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Leader:
    """What the paper of the day says that an official did, as (acts, address, headline)."""

    name: str
    url: str
    did: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class FrontPage:
    edition: Edition | None
    pages: list[PageOfHeadlines]
    lead: Card | None
    seconds: list[Card]
    leaders: list[Leader]
    newest: list[Card]
    sections: list[Section]


@prepared(today=DateField(), now=DateTimeField())
def latest_paper(today, now):
    return public_editions(now).filter(date__lte=today)[:1]


@prepared(edition=BigIntegerField(), now=DateTimeField())
def _headlines_of(edition, now):
    printed = Version.objects.live(now).filter(edition=edition).in_page_order()
    return printed.values_list("id", "article_id", "headline", "page__number", "page__name")


@prepared(edition=BigIntegerField(), now=DateTimeField())
def _acts_in(edition, now):
    printed = Version.objects.live(now).filter(edition=edition)
    acting = Mention.objects.filter(version__in=printed, official__isnull=False).exclude(acts="")
    place = ("version__page__number", "version__position", "version_id", "position", "id")
    return acting.order_by(*place).values_list(
        *("official__name", "official__slug", "acts"),
        *("version__article_id", "version__headline"),
    )


@prepared(now=DateTimeField())
def _newest(now):
    return card_rows(Version.objects.live(now).newest_first())[:LOOKED_AT]


@prepared(versions=[BigIntegerField()], now=DateTimeField())
def _rows_of(versions, now):
    return card_rows(Version.objects.live(now).filter(pk__in=versions))


def front_page(today) -> FrontPage:
    """The lead is the lead of the latest paper; without a paper, the newest story."""
    now = timezone.now()
    edition = latest_paper.first(today=today, now=now)
    in_print = _headlines_of(edition=edition.pk, now=now) if edition else []
    chosen = {row.id: place for place, row in enumerate(in_print[: SECOND_STORIES + 1])}
    rows = {row.id: row for row in _newest(now=now)}
    beyond = [pk for pk in chosen if pk not in rows]
    rows |= {row.id: row for row in _rows_of(versions=beyond, now=now)}
    stories = dict(zip(rows, cards(rows.values()), strict=True))
    front = [stories.pop(pk) for pk in chosen if pk in stories] or _take(
        stories, SECOND_STORIES + 1
    )
    lead, seconds = (front[0], front[1:]) if front else (None, [])
    return FrontPage(
        edition=edition,
        pages=_pages(edition, in_print),
        lead=lead,
        seconds=seconds,
        leaders=_leaders(_acts_in(edition=edition.pk, now=now)) if edition else [],
        newest=_take(stories, NEWEST),
        sections=_sections(stories.values()),
    )


def _take(stories, number):
    return [stories.pop(pk) for pk in list(stories)[:number]]


def _leaders(rows):
    """Whoever acts in the paper, in printed order: who stands first in it comes first."""
    leaders = {}
    for name, slug, acts, article, headline in rows:
        leader = leaders.setdefault(slug, Leader(name, address("official", slug), []))
        if len(leader.did) < ACTS_OF_A_LEADER:
            leader.did.append((acts, address("story", article), headline))
    return list(leaders.values())[:LEADERS]


def _pages(edition, rows):
    """The printed headlines by page."""
    return [
        PageOfHeadlines(
            url=address_of_page(edition.date, number),
            label=Page(number=number, name=name).label,
            headlines=[(address("story", row.article_id), row.headline) for row in group],
        )
        for (number, name), group in groupby(
            (row for row in rows if row.page__number),
            lambda row: (row.page__number, row.page__name),
        )
    ]


def _sections(stories):
    """The departments that are most in the news, each story under the first of its own."""
    by_department = {}
    for story in stories:
        if story.departments:
            line = (story.url, story.headline, story.iso_date)
            by_department.setdefault(story.departments[0], []).append(line)
    busiest = sorted(by_department.items(), key=lambda item: -len(item[1]))[:SECTIONS]
    return [Section(name, url, found[:STORIES_OF_A_SECTION]) for (name, url), found in busiest]
