"""The editions as papers: which there are, their pages in order, and what stands on each."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db.models import BigIntegerField, DateField, DateTimeField
from django.urls import reverse
from django.utils import timezone

from articles.archive import edition_of
from articles.completeness import missing_pages
from articles.front import latest_paper
from articles.known import public_editions
from articles.listing import address, address_of_page
from articles.models import Area, Credit, Edition, Page, PageScan, Photo, Version
from articles.placing import Laid
from articles.prepared import prepared
from articles.reading import laid_with_dateline
from articles.shown_pictures import PICTURE, picture_of


@dataclass(frozen=True, slots=True)
class PrintedStory:
    """A story as its page prints it; of a page that is only listed, no more than its headline."""

    article: int
    headline: str
    url: str
    kicker: str = ""
    deck: str = ""
    byline: str = ""
    laid: Laid | None = None


@dataclass(frozen=True, slots=True)
class ClickableArea:
    """A shape on the picture of a page; `points` as SVG writes them, per mille of its sides."""

    url: str
    headline: str
    points: str


@dataclass(frozen=True, slots=True)
class Scan:
    url: str
    width: int
    height: int
    pdf_url: str
    areas: list[ClickableArea]


@dataclass(slots=True)
class PaperPage:
    """A page of the paper. Stories whose page is not on record stand on one without a number."""

    pk: int | None
    number: str
    label: str
    url: str
    stories: list[PrintedStory] = field(default_factory=list)
    scan: Scan | None = None

    @property
    def anchor(self):
        return f"page-{self.number}"


@dataclass(frozen=True, slots=True)
class Paper:
    """An edition with the pages that have live stories, and the numbers of those missing."""

    edition: Edition
    pages: list[PaperPage]
    missing: list[str]
    before: Edition | None
    after: Edition | None

    @property
    def numbered(self):
        return [page for page in self.pages if page.number]

    def page(self, number):
        """The page of that number, or None."""
        return next((page for page in self.numbered if page.number == number), None)

    def beside(self, number):
        """The pages before and after the one of that number, None at the ends."""
        before = [page for page in self.numbered if page.number < number]
        after = [page for page in self.numbered if page.number > number]
        return before[-1] if before else None, after[0] if after else None


def newest_edition():
    """The newest paper until today, or None."""
    return latest_paper.first(today=timezone.localdate(), now=timezone.now())


@prepared(day=DateField(), now=DateTimeField())
def _edition_before(day, now):
    return public_editions(now).filter(date__lt=day).order_by("-date")[:1]


@prepared(day=DateField(), now=DateTimeField())
def _edition_after(day, now):
    return public_editions(now).filter(date__gt=day).order_by("date")[:1]


@prepared(first=DateField(), last=DateField(), now=DateTimeField())
def _days_of_editions(first, last, now):
    return public_editions(now).filter(date__gte=first, date__lte=last).values_list("date")


def days_of_editions(first, last):
    """The days of that stretch on which a paper came out, by month: {4: {4, 7, 11}}."""
    by_month = defaultdict(set)
    for row in _days_of_editions(first=first, last=last, now=timezone.now()):
        by_month[row.date.month].add(row.date.day)
    return by_month


def years_of_editions():
    """The years from the newest paper back to the first."""
    now = timezone.now()
    newest = _edition_before.first(day=date.max, now=now)
    first = _edition_after.first(day=date.min, now=now)
    return range(newest.date.year, first.date.year - 1, -1) if newest else range(0)


_HEADLINES = ("article_id", "headline", "page_id", "page__number", "page__name")
_WORDS = ("id", "kicker", "deck", "dateline", "body")


@prepared(edition=BigIntegerField(), now=DateTimeField())
def _headlines(edition, now):
    printed = Version.objects.live(now).filter(edition=edition).in_page_order()
    return printed.values_list(*_HEADLINES)


@prepared(edition=BigIntegerField(), now=DateTimeField())
def _stories_of_edition(edition, now):
    printed = Version.objects.live(now).filter(edition=edition).in_page_order()
    return printed.values_list(*_HEADLINES, *_WORDS)


@prepared(page=BigIntegerField(), now=DateTimeField())
def _stories_of_page(page, now):
    printed = Version.objects.live(now).filter(page=page).in_page_order()
    return printed.values_list(*_HEADLINES, *_WORDS)


@prepared(versions=[BigIntegerField()])
def _photos(versions):
    return Photo.objects.filter(version__pk__in=versions).values_list("version_id", *PICTURE)


@prepared(versions=[BigIntegerField()])
def _credits(versions):
    return Credit.objects.filter(version__pk__in=versions).values_list("version_id", "as_printed")


@prepared(pages=[BigIntegerField()], now=DateTimeField())
def _scans(pages, now):
    scans = PageScan.objects.public(now).filter(page__pk__in=pages)
    return scans.values_list("id", "page_id", "image", "width", "height", "original")


@prepared(scans=[BigIntegerField()])
def _areas(scans):
    return Area.objects.filter(scan__pk__in=scans).values_list("scan_id", "article_id", "corners")


def paper_of(day) -> Paper | None:
    """The whole paper of that day, page by page with its stories; None when there is none."""
    edition = edition_of(day)
    if edition is None:
        return None
    rows = _stories_of_edition(edition=edition.pk, now=timezone.now())
    pages = _pages(edition, rows, _stories(rows))
    _add_scans(pages)
    return _paper(edition, pages)


def paper_at_page(day, number) -> Paper | None:
    """The paper of that day with its headlines, and one page of it with its stories."""
    edition = edition_of(day)
    if edition is None:
        return None
    rows = _headlines(edition=edition.pk, now=timezone.now())
    paper = _paper(edition, _pages(edition, rows, map(_headline, rows)))
    if page := paper.page(number):
        page.stories = _stories(_stories_of_page(page=page.pk, now=timezone.now()))
        _add_scans([page])
    return paper


def _paper(edition, pages):
    now = timezone.now()
    return Paper(
        edition=edition,
        pages=pages,
        missing=missing_pages([page.number for page in pages], edition.pages_expected),
        before=_edition_before.first(day=edition.date, now=now),
        after=_edition_after.first(day=edition.date, now=now),
    )


def _pages(edition, rows, stories):
    """The stories, which are those of the rows, by page."""
    pairs = zip(rows, stories, strict=True)
    return [
        PaperPage(
            pk=pk,
            number=number or "",
            label=Page(number=number, name=name).label if number else "",
            url=address_of_page(edition.date, number) if number else "",
            stories=[story for _row, story in group],
        )
        for (pk, number, name), group in groupby(
            pairs, key=lambda pair: (pair[0].page_id, pair[0].page__number, pair[0].page__name)
        )
    ]


def _headline(row):
    return PrintedStory(row.article_id, row.headline, address("story", row.article_id))


def _stories(rows):
    ids = [row.id for row in rows]
    pictures, names = defaultdict(list), defaultdict(list)
    for version, *photo in _photos(versions=ids):
        pictures[version].append(picture_of(*photo))
    for version, name in _credits(versions=ids):
        names[version].append(name)
    return [
        PrintedStory(
            article=row.article_id,
            headline=row.headline,
            url=address("story", row.article_id),
            kicker=row.kicker,
            deck=row.deck,
            byline=" ".join(names[row.id]),
            laid=laid_with_dateline(row.body, row.dateline, pictures[row.id]),
        )
        for row in rows
    ]


def _add_scans(pages):
    """The pictures of the pages, where readers may see them, with areas of live stories."""
    scans = {scan.page_id: scan for scan in _scans(pages=_keys(pages), now=timezone.now())}
    shapes = defaultdict(list)
    for scan, article, corners in _areas(scans=[scan.id for scan in scans.values()]):
        shapes[scan, article].append(" ".join(f"{x},{y}" for x, y in corners))
    for page in pages:
        if scan := scans.get(page.pk):
            page.scan = Scan(
                url=_file_url(scan.image),
                width=scan.width,
                height=scan.height,
                pdf_url=_file_url(scan.original) if scan.original.endswith(".pdf") else "",
                areas=[
                    ClickableArea(story.url, story.headline, points)
                    for story in page.stories
                    for points in shapes[scan.id, story.article]
                ],
            )


def _keys(pages):
    return [page.pk for page in pages if page.pk]


def _file_url(name):
    return reverse("articles:scan", args=[name])
