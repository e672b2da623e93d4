"""The search page: what was asked, what was found, and the ways on from there."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

import django_filters
from django.db.models import BigIntegerField, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.body import paragraphs
from articles.filters import NamedFilter, StoryFilter
from articles.listing import address, departments_of
from articles.models import Version, VersionDepartment
from articles.prepared import prepared
from articles.search import beside, facets, finding, names
from articles.search.among import linked_by
from articles.search.entries import without_marks
from articles.search.folding import fold
from articles.search.marking import Piece, marked, snippet
from articles.search.query import Query, parse
from people.models import Department

PART = 20
BY_DATE = "date"
DATES = {"since", "until"}
SHOWN = ("id", "article_id", "dated", "headline", "deck", "body", *beside.FIELDS)


class SearchFilter(StoryFilter):
    """What narrows a search down; the words and the order stay in every address."""

    many = finding.FEW
    linked_by = staticmethod(linked_by)

    printed_page = django_filters.CharFilter(
        "page__number", label=_("Page of the paper"), max_length=8
    )

    def __init__(self, params):
        super().__init__(params)
        self.kept = {
            name: text for name in ("q", "order") if (text := params.get(name, "").strip())
        }

    def address(self, without="", **extra):
        kept = {name: text for name, text in self.kept.items() if name not in extra}
        rest = super().address(without, **extra)
        return f"?{urlencode(kept)}&{rest[1:]}" if rest != "?" else f"?{urlencode(kept)}"

    def narrowed(self, asked):
        """The address of this search with these values of a facet."""
        others = {name: text for name, text in self.asked.items() if name not in asked}
        return "?" + urlencode({**self.kept, **others, **asked})

    def widened(self, facet):
        """The address without what a facet asks for."""
        others = {name: text for name, text in self.asked.items() if name not in facet.names}
        return "?" + urlencode({**self.kept, **others})

    @property
    def is_narrow(self):
        """Whether a name or the dates that it asks for leave few stories by themselves."""
        if not self.is_active or self.errors:
            return False
        asked = {name: self.form.cleaned_data[name] for name in self.asked}
        dates = Version.objects.live()
        for name in asked.keys() & DATES:
            dates = self.filters[name].filter(dates, asked[name])
        few = [*self.links, dates] if asked.keys() & DATES else self.links
        return any(map(finding.are_few, few))

    @property
    def links(self):
        """Rows that lead to what it asks for by names, of each name those of one table."""
        if not self.is_active or self.errors:
            return []
        asked = self.form.cleaned_data
        return [
            one.links(asked[name])
            for name in self.asked
            if isinstance(one := self.filters[name], NamedFilter)
        ]

    def asks(self, facet):
        return any(name in self.asked for name in facet.names)

    def asks_for(self, value):
        return value.asked.items() <= self.asked.items()


@dataclass(frozen=True, slots=True)
class Found:
    """A story of the results, with the hits marked.

    `beside` is what else it says, and where, of a story that has no hit in its other words.
    """

    url: str
    dated: date
    departments: list[tuple[str, str]]
    headline: list[Piece]
    deck: list[Piece]
    snippet: list[Piece]
    beside: tuple[str, list[Piece]] | None = None

    @property
    def is_marked(self):
        return any(piece.is_hit for piece in (*self.headline, *self.deck, *self.snippet))


@dataclass(frozen=True)
class Search:
    """A search as it was asked. What it finds is looked up when it is shown."""

    typed: str
    query: Query
    filter: SearchFilter
    order: str
    asked_part: int
    other_names: dict[str, list[str]]

    @cached_property
    def hits(self):
        if not self.query or self.filter.problems:
            return finding.Hits([])
        find = finding.ranked if self.is_ranked else finding.newest
        filed, links, are_few = in_departments(Version.objects.live(), self.query)
        return find(
            self.query,
            self.filter.narrow(filed),
            links=[*links, *self.filter.links],
            is_narrow=are_few or self.filter.is_narrow,
        )

    @property
    def number(self):
        return len(self.hits.keys)

    @cached_property
    def part(self):
        """The part that was asked for; the last one of a search that has not so many."""
        return min(self.asked_part, max(1, -(-self.number // PART)))

    @property
    def first_number(self):
        return (self.part - 1) * PART + 1

    @property
    def is_ranked(self):
        return self.order != BY_DATE

    @property
    def counted(self):
        return finding.COUNTED

    @property
    def ranked(self):
        return finding.RANKED

    @cached_property
    def found(self):
        """The stories of this part, in the order of the hits."""
        start = (self.part - 1) * PART
        wanted = self.hits.versions[start : start + PART]
        rows = {row.id: row for row in _shown_rows(versions=wanted)}
        shown = [rows[pk] for pk in wanted if pk in rows]
        departments = departments_of(list(rows))
        found = [self._found(row, departments[row.id]) for row in shown]
        if not self.query.wanted:
            return found
        unmarked = [row for row, one in zip(shown, found, strict=True) if not one.is_marked]
        lines = beside.lines(unmarked)
        return [
            replace(one, beside=self._marked_line(lines.get(row.id, ())))
            for row, one in zip(shown, found, strict=True)
        ]

    @property
    def _texts(self):
        return [without_marks(text) for term in self.query.wanted for text in term.texts]

    def _found(self, row, departments):
        return Found(
            address("story", row.article_id),
            row.dated,
            departments,
            marked(row.headline, self._texts),
            marked(row.deck, self._texts),
            snippet(paragraphs(row.body), self._texts),
        )

    def _marked_line(self, lines):
        """The first of the lines that has a hit, marked, behind its label."""
        for label, text in lines:
            pieces = marked(text, self._texts)
            if any(piece.is_hit for piece in pieces):
                return label, pieces
        return None

    @cached_property
    def facets(self):
        return facets.facets(self.hits) if self.hits.keys else []

    @property
    def is_missed(self):
        """Whether words alone, without a filter, found nothing."""
        return bool(self.query) and not self.filter.is_active and not self.hits.keys

    @property
    def shown_facets(self):
        """Each facet with its values and their addresses, and the way out of a chosen one."""
        return [
            (
                facet,
                [
                    (value, self.filter.narrowed(value.asked), self.filter.asks_for(value))
                    for value in facet.values
                ],
                self.filter.widened(facet) if self.filter.asks(facet) else "",
            )
            for facet in self.facets
        ]

    @cached_property
    def named(self):
        """People and bodies whose name was asked for, on the first part."""
        return names.named_like(self.typed) if self.asked_part == 1 and self.typed else []

    @cached_property
    def meant(self):
        """(words, address) with names that may have been meant, where nothing was found."""
        if self.hits.keys or not self.query:
            return []
        typed = [
            self.typed.replace(word, name) for name, word in names.misspelt(self.query).items()
        ]
        return [(words, self.filter.narrowed({"q": words})) for words in typed]

    @property
    def apart(self):
        """(word, address) of each of several words, where no story has them all."""
        words = [term.typed for term in self.query.wanted]
        if self.hits.keys or len(words) < 2:
            return []
        return [(word, self.filter.narrowed({"q": word})) for word in words]

    @property
    def newer_url(self):
        return self._part_url(self.part - 1) if self.part > 1 else ""

    @property
    def older_url(self):
        return self._part_url(self.part + 1) if self.part * PART < self.number else ""

    def _part_url(self, part):
        extra = {} if part == 1 else {"part": part}
        return self.filter.narrowed(extra)

    @property
    def by_date_url(self):
        return self.filter.address(order=BY_DATE)

    @property
    def by_relevance_url(self):
        return self.filter.address(order="relevance")


def search(params) -> Search:
    """The search that an address asks for."""
    typed = params.get("q", "").strip()
    query = parse(typed)
    others = names.other_names([term.typed for term in query.wanted])
    return Search(
        typed=typed,
        query=_with_other_names(query, others),
        filter=SearchFilter(params),
        order=BY_DATE if params.get("order") == BY_DATE else "",
        asked_part=_number(params.get("part", "")),
        other_names=others,
    )


@prepared(versions=[BigIntegerField()])
def _shown_rows(versions):
    return Version.objects.filter(pk__in=versions).order_by().values_list(*SHOWN)


def in_departments(versions, query):
    """Those of the versions that are filed under bodies of all the names, or parts of names, that
    a query asks for, and under none of those that it leaves out; the links to those bodies; and
    whether one of them has few stories."""
    every, is_narrow = [], False
    for name in query.departments:
        links = _filed_under(name)
        are_few = finding.are_few(links)
        versions = linked_by(links, versions, are_many=not are_few)
        is_narrow = is_narrow or are_few
        every.append(links)
    for name in query.departments_left_out:
        versions = versions.exclude(Exists(_filed_under(name).filter(version=OuterRef("pk"))))
    return versions, every, is_narrow


def _filed_under(name):
    called = Q(name__contains=name) | Q(aliases__name__contains=name)
    bodies = Department.objects.filter(called).values_list("pk", flat=True)
    return VersionDepartment.objects.filter(department__in=set(bodies))


def _with_other_names(query, others):
    return replace(
        query,
        terms=tuple(
            replace(term, others=tuple(map(fold, others.get(term.typed, ()))))
            if not term.is_left_out
            else term
            for term in query.terms
        ),
    )


def _number(text):
    return int(text) if re.fullmatch("[1-9][0-9]{0,3}", text) else 1
