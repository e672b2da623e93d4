"""A parsed page beside its source, as the desk shows it before anything is saved."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.importing.pages import place_of
from articles.importing.report import message_of
from articles.models import Doubt
from articles.parsing.facts import Story
from articles.parsing.punctuation import REASON
from articles.parsing.source import LINE_END

# Characters on either side of a join by which it is found in the text.
AROUND = 8
# Characters of a page that nobody parsed, as much as a browser shows at once.
MOST_SHOWN = 20_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the source [start, end) that the desk points at, and why."""

    start: int
    end: int
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class ShownLine:
    number: int
    html: str
    is_story: bool


@dataclass(frozen=True, slots=True)
class ShownFragment:
    """A stretch of a paragraph as one print line or column held it, and what joined it."""

    html: str
    join: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class ShownJoin:
    """A place where two fragments were joined: what stands on both sides, by which rule.

    `line` is where the second begins; none where that is on another page.
    """

    before: str
    after: str
    line: int | None
    reason: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class ShownDoubt:
    """A doubt of the plan. `kind` and `start` name it; `is_one` says of a break how it was read.

    `reason` is the rule that joined what stands on both sides of it.
    """

    line: int
    message: str
    quote: str
    kind: str
    start: int
    is_break: bool
    is_one: bool
    reason: str
    settled: object


@dataclass(frozen=True, slots=True)
class ShownStory:
    """Kicker, headline and deck are HTML, as the fragments of the paragraphs are.

    Of one that `is_unchanged` nothing is written: neither is what is settled here.
    """

    story: Story
    is_unchanged: bool
    kicker: str
    headline: str
    deck: str
    first_line: int
    paragraphs: list[tuple[bool, list[ShownFragment]]]
    joins: list[ShownJoin]
    doubts: list[ShownDoubt]


@dataclass(frozen=True, slots=True)
class ShownPage:
    source: object
    lines: list[ShownLine]
    stories: list[ShownStory]


@dataclass(frozen=True, slots=True)
class ShownText:
    """The lines of a text as they stand, of the first `shown` of its `length` characters."""

    lines: list[str]
    shown: int
    length: int


def shown_page(page, parsed, unchanged=frozenset()) -> ShownPage:
    """`page` as it was read, and what the parser made of it; `unchanged` are as in an Outcome."""
    headings = {story.headline.source.first_line for story in parsed.stories}
    marks = sorted(_marks(parsed), key=lambda mark: (mark.start, mark.end))
    return ShownPage(
        source=page,
        lines=[
            ShownLine(number, _marked(text, start, marks), number in headings)
            for number, (start, text) in enumerate(_lines(page.document.text), start=1)
        ],
        stories=[_shown_story(story, page, unchanged) for story in parsed.stories],
    )


def shown_text(text) -> ShownText:
    """What a page has that nobody parsed: its opening where there is more than MOST_SHOWN."""
    opening = text[:MOST_SHOWN]
    lines = [line for _start, line in _lines(opening)]
    return ShownText(lines, shown=len(opening), length=len(text))


def _lines(text):
    start = 0
    for match in LINE_END.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    if start < len(text):
        yield start, text[start:]


def _marks(parsed):
    edits = [*parsed.edits, *(edit for story in parsed.stories for edit in story.edits)]
    for edit in (one for one in edits if not one.source.part):
        kind = "wide" if edit.reason == REASON else "edit"
        title = f"{_(edit.reason)} → {edit.replacement}" if kind == "wide" else _(edit.reason)
        yield Mark(edit.source.start, edit.source.end, kind, title)
    for story in parsed.stories:
        for doubt in story.doubts:
            label = str(Doubt.Kind(doubt.kind).label)
            yield Mark(doubt.source.start, doubt.source.end, "doubt", label)


def _marked(text, start, marks):
    """The line with its marks; where two overlap, the one that begins first."""
    html, place = [], start
    for mark in marks:
        begin, end = max(mark.start, place), min(mark.end, start + len(text))
        if begin >= end:
            continue
        html.append(format_html("{}", text[place - start : begin - start]))
        inner = text[begin - start : end - start]
        html.append(
            format_html('<mark class="is-{}" title="{}">{}</mark>', mark.kind, mark.title, inner)
        )
        place = end
    html.append(format_html("{}", text[place - start :]))
    return mark_safe("".join(html))


def _shown_story(story, page, unchanged):
    changes = {(marks.part, marks.number): marks.changes for marks in story.wide_marks}
    return ShownStory(
        story=story,
        is_unchanged=story.headline.source in unchanged,
        **{
            part: _with_wide_marks(getattr(story.headline, part), changes.get((part, 0), ()))
            for part in ("kicker", "headline", "deck")
        },
        first_line=story.headline.source.first_line,
        paragraphs=[
            (paragraph.is_subhead, _fragments(paragraph, changes.get(("body", number), ())))
            for number, paragraph in enumerate(story.paragraphs)
        ],
        joins=[_shown_join(*one) for one in _joins(story)],
        doubts=[_shown_doubt(doubt, page, _reasons(story)) for doubt in story.doubts],
    )


def _joins(story):
    """Each join with its paragraph and the place of the fragment behind it."""
    for paragraph in story.paragraphs:
        for join, behind in zip(paragraph.joins, paragraph.sources[1:], strict=True):
            yield paragraph, join, behind


def _reasons(story):
    """The rules by which fragments were joined, by where the fragment behind begins."""
    return {(one.part, one.start): _(join.reason) for _paragraph, join, one in _joins(story)}


def _shown_join(paragraph, join, behind):
    text, at = paragraph.text, join.offset
    return ShownJoin(
        before=text[max(0, at - AROUND) : at],
        after=text[at : at + AROUND],
        line=None if behind.part else behind.first_line,
        reason=_(join.reason),
        is_doubtful=join.is_doubtful,
    )


def _shown_doubt(doubt, page, reasons):
    kind, start = place_of(doubt)
    return ShownDoubt(
        line=doubt.source.first_line,
        message=message_of(doubt),
        quote=doubt.quote,
        kind=kind,
        start=start,
        is_break=doubt.break_at is not None,
        # A doubt about a join spans it; one about a break that was left stands before it.
        is_one=doubt.source.end - doubt.source.start > 1,
        reason=reasons.get((doubt.source.part, doubt.source.end - 1), "")
        if doubt.break_at is not None
        else "",
        settled=page.settlement_of(doubt),
    )


def _fragments(paragraph, changes):
    breaks = [0, *(join.offset for join in paragraph.joins), len(paragraph.text)]
    return [
        ShownFragment(
            html=_with_wide_marks(paragraph.text, changes, start, end),
            join=_(join.reason) if join else "",
            is_doubtful=join.is_doubtful if join else False,
        )
        for (start, end), join in zip(pairwise(breaks), (None, *paragraph.joins), strict=True)
    ]


def _with_wide_marks(text, changes, start=0, end=None):
    """The stretch of the text as HTML, each mark that was made full-width beside what it was."""
    end = len(text) if end is None else end
    marks = [
        Mark(one.place, one.place + 1, "wide", _("printed: %(mark)s") % {"mark": one.printed})
        for one in changes
    ]
    return _marked(text[start:end], start, marks)
