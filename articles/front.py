"""The front page: the latest paper, the newest stories, and what departments did lately."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef

from articles.listing import Card, address, card_rows, cards
from articles.models import Edition, Page, Version

SECOND_STORIES = 4
NEWEST = 8
LOOKED_AT = 60
SECTIONS = 6
STORIES_OF_A_SECTION = 4


@dataclass(frozen=True, slots=True)
class PageOfHeadlines:
    number: str
    label: str
    headlines: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Section:
    """What the newest stories say of one department."""

    name: str
    url: str
    stories: list[Card]


@dataclass(frozen=True, slots=True)
class FrontPage:
    edition: Edition | None
    pages: list[PageOfHeadlines]
    lead: Card | None
    seconds: list[Card]
    newest: list[Card]
    sections: list[Section]


def front_page(today) -> FrontPage:
    """The lead is the lead of the latest paper; without a paper, the newest story."""
    live = Version.objects.live()
    edition = Edition.objects.filter(
        Exists(live.filter(edition=OuterRef("pk"))), date__lte=today
    ).first()
    printed = live.filter(edition=edition).in_page_order() if edition else live.none()
    headlines = printed.values_list(
        "id", "article_id", "headline", "page__number", "page__name", named=True
    )
    in_print = list(headlines)
    chosen = {row.id: place for place, row in enumerate(in_print[: SECOND_STORIES + 1])}
    newest = card_rows(live.newest_first())[:LOOKED_AT]
    rows = {row.id: row for row in newest}
    if beyond := chosen.keys() - rows.keys():
        rows |= {row.id: row for row in card_rows(live.filter(id__in=beyond))}
    stories = dict(zip(rows, cards(rows.values()), strict=True))
    front = [stories.pop(pk) for pk in chosen] or _take(stories, SECOND_STORIES + 1)
    lead, seconds = (front[0], front[1:]) if front else (None, [])
    return FrontPage(
        edition=edition,
        pages=_pages(in_print),
        lead=lead,
        seconds=seconds,
        newest=_take(stories, NEWEST),
        sections=_sections(stories.values()),
    )


def _take(stories, number):
    return [stories.pop(pk) for pk in list(stories)[:number]]


def _pages(rows):
    """The printed headlines by page."""
    return [
        PageOfHeadlines(
            number=number,
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
            by_department.setdefault(story.departments[0], []).append(story)
    busiest = sorted(by_department.items(), key=lambda item: -len(item[1]))[:SECTIONS]
    return [Section(name, url, found[:STORIES_OF_A_SECTION]) for (name, url), found in busiest]
