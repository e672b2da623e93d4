"""Split a page into stories: at what its format calls a headline, at its heading marks, or,
where it has neither, at the lines that stand like headlines above a text."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .briefs import find_briefs
from .documents import UnreadableSource
from .facts import Edit, PrintedDoubt
from .front_pages import front_matter
from .heading_marks import HEADING, heading_mark, low_mark, low_marks, roles_of_levels
from .headings import (
    belongs_to_headline,
    heads_marked_text,
    is_above_marker,
    is_of_text_above,
    kicker_above,
    kicker_of_only_story,
    may_head_a_brief,
)
from .layout import (
    LONGEST_HEADLINE,
    is_deck_line,
    is_rule,
    is_running_head,
)
from .markers import mend_cut_markers
from .plain import Span, find_starts
from .repeated_headlines import take_repeats
from .source import Line, Source
from .turns import (
    CONTINUES,
    doubt_of_note,
    is_end_of_story,
    names_page,
    note_at_start,
    title_in,
)
from .unheaded import find_doubtful_headline, find_unheaded, lent_headline
from .unsigned_briefs import find_unsigned_briefs
from .whole_lines import is_document_number
from .wording import gettext_noop

REST = "rest"
FULL_STOP = "。"
HEADING_ROLES = ("kicker", "headline", "deck")
FIRST_ROLES = ("kicker", "headline")

HEADING_MARK = gettext_noop("heading mark")
OUTSIDE = gettext_noop("text outside any story")
DROPPED = gettext_noop("running head or page number")
RULE = gettext_noop("rule between stories")
NO_STORY = ("dropped", RULE)


@dataclass(frozen=True, slots=True)
class RawStory:
    """The lines of one story: its headline, over one or more print lines, then the rest.

    The role of a headline's line is kicker, headline or deck where the source tells it.
    `is_marked` where its first line alone has the mark of a heading.
    `is_guessed` where the source tells the headlines of its stories and not this one; `is_lent`
    where it prints none, and words of the text stand for it.
    """

    headings: tuple[Line, ...]
    lines: tuple[Line, ...]
    edits: tuple[Edit, ...]
    doubts: tuple[PrintedDoubt, ...] = ()
    is_marked: bool = False
    is_guessed: bool = False
    is_lent: bool = False

    @property
    def start(self) -> int:
        return self.headings[0].start

    @property
    def end(self) -> int:
        return (*self.headings, *self.lines)[-1].end


def split_stories(
    source: Source, roles: Mapping[int, str] | None = None
) -> tuple[tuple[RawStory, ...], tuple[Edit, ...]]:
    """The stories, and the text that is of none of them as edits of the page."""
    lines = mend_cut_markers(source, _with_roles(source.lines(), roles or {}))
    if roles:
        lines = _with_headlines(source, lines)
    lines = _with_rests(source, lines)
    marks = [heading_mark(source, line) for line in lines]
    if not any(marks):
        marks = low_marks(source, lines)
    has_roles = not {line.role for line in lines}.isdisjoint(FIRST_ROLES)
    are_told = has_roles or any(marks)
    guessed: Collection[int] = ()
    if has_roles:
        starts = _starts_by_role(source, lines)
        lines, starts = _with_briefs(source, lines, starts)
    elif any(marks):
        starts = _starts_by_mark(source, lines, marks)
        lines, starts = _with_briefs(source, lines, starts)
    else:
        lines = _with_rules(source, _with_front_matter(source, lines))
        starts, guessed = find_starts(source, _kept(lines, ("dropped",)), REST)
    kept = _kept(lines)
    first = starts[0][0] if starts else len(lines)
    if unheaded := find_unheaded(source, kept[:first], are_told=are_told):
        starts = [unheaded, *starts]
    if not (starts or are_told) and (doubtful := find_doubtful_headline(source, kept)):
        starts, guessed = [doubtful], [doubtful[0]]
    if not starts:
        raise UnreadableSource("no_heading")
    ends = [*(first for first, _ in starts[1:]), len(lines)]
    stories = tuple(
        _read(
            source,
            kept[first:end],
            marks[first:end],
            stop - first,
            are_told=are_told or first in guessed,
        )
        for (first, stop), end in zip(starts, ends, strict=True)
    )
    dropped = [_drop(source, line) for line in lines if line.role in NO_STORY]
    before = lines[: starts[0][0]]
    return stories, _page_edits(source, before, dropped, stories)


def _with_rests(source: Source, lines: list[Line]) -> list[Line]:
    """The lines, with （上接第1版） as one of its own where it stands below no headline.

    The rest of a story that began on another page is a story here.
    """
    if not names_page(source, 0, len(source.text)):
        return lines
    found: list[Line] = []
    is_below_headline = False
    for number, line in enumerate(lines):
        is_heading = is_below_headline or line.role in FIRST_ROLES
        note = None if is_heading else note_at_start(source, line)
        if note and not is_end_of_story(source, note, _text_below(source, lines, number, note)):
            found.append(note.with_role(REST))
            line = line.with_ends(source.line(note.end, line.end).start, line.end)
        if not line.is_blank:
            is_below_headline = _may_be_heading(source, line)
        found.append(line)
    return found


def _text_below(source: Source, lines: list[Line], number: int, note: Line) -> Line | None:
    """What stands after the note on its line, or below it; None where that may be a headline."""
    if note.end < lines[number].end:
        return lines[number]
    below = next((line for line in lines[number + 1 :] if not line.is_blank), None)
    return None if below is None or _may_be_heading(source, below) else below


def _may_be_heading(source: Source, line: Line) -> bool:
    if line.role in HEADING_ROLES or HEADING.match(source.text, line.start, line.end):
        return True
    return line.end - line.start <= LONGEST_HEADLINE and FULL_STOP not in source.cut(line)


def _with_roles(lines: list[Line], roles: Mapping[int, str]) -> list[Line]:
    if not roles:
        return lines
    return [
        line if line.is_blank else line.with_role(roles.get(number, ""))
        for number, line in enumerate(lines, start=1)
    ]


def _with_headlines(source: Source, lines: list[Line]) -> list[Line]:
    """The lines; a subhead above 本报讯 is a headline, or the deck of one above it."""
    found = lines[:]
    above = ""
    for number, line in enumerate(lines):
        if line.role == "subhead" and is_above_marker(source, lines, number):
            role = "deck" if above in HEADING_ROLES else "headline"
            found[number] = line.with_role(role)
        if not line.is_blank:
            above = found[number].role
    return found


def _with_front_matter(source: Source, lines: list[Line]) -> list[Line]:
    """The lines; those of the masthead and the contents of a front page are of no story."""
    found = lines[:]
    for number in front_matter([source.cut(line) for line in lines]):
        if not found[number].role:
            found[number] = found[number].with_role("dropped")
    return found


def _with_rules(source: Source, lines: list[Line]) -> list[Line]:
    return [line.with_role(RULE) if is_rule(source.cut(line)) else line for line in lines]


def _kept(lines: list[Line], dropped: Sequence[str] = NO_STORY) -> list[Line]:
    """The lines, with an empty one for each that no story has."""
    return [Line(line.start, line.start) if line.role in dropped else line for line in lines]


def _starts_by_role(source: Source, lines: list[Line]) -> list[Span]:
    """A story begins at the first kicker or headline after other text."""
    starts: list[Span] = []
    is_open = False
    for number, line in enumerate(lines):
        if line.is_blank or line.role == "dropped":
            continue
        if line.role == REST or (line.role in FIRST_ROLES and not is_open):
            starts.append((number, number + 1))
            is_open = line.role != REST
        elif is_open and (line.role in HEADING_ROLES or _is_bare_deck(source, line)):
            starts[-1] = (starts[-1][0], number + 1)
        elif is_open := bool(starts) and not is_open and heads_marked_text(source, lines, number):
            starts.append((number, number + 1))
    return starts


def _with_briefs(
    source: Source, lines: list[Line], starts: list[Span]
) -> tuple[list[Line], list[Span]]:
    """The lines and the starts with those of the briefs below each headline."""
    found = lines[:]
    every: list[Span] = []
    for (first, stop), (end, _) in pairwise([*starts, (len(lines), 0)]):
        every.append((first, stop))
        printed = (number for number in range(stop, end) if not lines[number].is_blank)
        heads = [number for number in printed if may_head_a_brief(source, lines, number)]
        heads = [stop - 1, *heads]
        signed = find_briefs(source, lines[:end], heads)
        for number in sorted(signed | find_unsigned_briefs(source, lines[:end], heads)):
            every.append((number, number + 1))
            if lines[number].role == "subhead":
                found[number] = lines[number].with_role("headline")
    return found, every


def _is_bare_deck(source: Source, line: Line) -> bool:
    return line.role == "" and is_deck_line(source, line)


def _starts_by_mark(source: Source, lines: list[Line], marks: list[str]) -> list[Span]:
    """Headings with nothing between them are one headline, and so are short lines that go on."""
    starts: list[Span] = []
    is_open = False
    for number, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if line.is_blank or line.role == "dropped":
            continue
        if line.role == REST:
            starts.append((number, number + 1))
            is_open = False
        elif mark and not (is_open and _is_one_headline(source, lines, marks, starts[-1])):
            first = kicker_above(source, lines, number)
            if starts and first < number and is_of_text_above(source, lines, first):
                first = number
            starts.append((first, number + 1))
            is_open = True
        elif mark or (is_open and belongs_to_headline(source, lines, marks, number)):
            starts[-1] = (starts[-1][0], number + 1)
        elif is_open := bool(starts) and not is_open and heads_marked_text(source, lines, number):
            starts.append((number, number + 1))
    if len(starts) > 1 and _is_title_of_page(source, lines, marks, starts[0]):
        del starts[0]
    if len(starts) == 1:
        first, stop = starts[0]
        return [(kicker_of_only_story(source, lines, first), stop)]
    return starts


def _is_one_headline(source: Source, lines: list[Line], marks: list[str], open_span: Span) -> bool:
    return not _is_title_of_page(source, lines, marks, open_span)


def _is_title_of_page(source: Source, lines: list[Line], marks: list[str], span: Span) -> bool:
    """A first heading such as “# 云岭日报 第2版” stands above the stories of the page."""
    first, stop = span
    line = lines[first]
    text = source.text[line.start + len(marks[first]) : line.end].strip()
    is_rest = _note_of_heading(source, line, marks[first]) is not None
    return stop == first + 1 and marks[first] == "#" and not is_rest and is_running_head(text)


def _read(
    source: Source, lines: list[Line], marks: list[str], length: int, *, are_told: bool
) -> RawStory:
    if not length:
        return RawStory((lent_headline(source, lines[0]),), tuple(lines), (), is_lent=True)
    headings = [
        (line, mark or low_mark(source, line))
        for line, mark in zip(lines[:length], marks[:length], strict=True)
        if not line.is_blank
    ]
    first, mark = headings[0]
    if first.role == REST:
        return _rest(source, first, lines[length:])
    if note := _note_of_heading(source, first, mark):
        return _headed_rest(source, note, lines, marks, length)
    count, left, edits = take_repeats(source, [line for line, _ in headings], lines[length:])
    headings = headings[:count]
    roles = _with_numbers(source, headings, roles_of_levels([mark for _, mark in headings]))
    if mark:
        edits.insert(0, source.edit(HEADING_MARK, first.start, first.start + len(mark)))
    return RawStory(
        headings=tuple(
            source.line(line.start + len(mark), line.end).with_role(role)
            for (line, mark), role in zip(headings, roles, strict=True)
        ),
        lines=left,
        edits=tuple(edits),
        is_marked=bool(mark) and not any(mark for _, mark in headings[1:]),
        is_guessed=are_told
        and not any(mark or line.role in FIRST_ROLES for line, mark in headings),
    )


def _with_numbers(
    source: Source, headings: Sequence[tuple[Line, str]], roles: Sequence[str]
) -> list[str]:
    """The roles of the lines of a headline: 柳政发〔2024〕3号 is never of the headline itself."""
    are_numbers = [is_document_number(source.cut(line)) for line, _ in headings]
    first = are_numbers.index(False) if False in are_numbers else 0
    found = []
    for place, ((line, _), role, is_number) in enumerate(
        zip(headings, roles, are_numbers, strict=True)
    ):
        if is_number and not all(are_numbers):
            found.append("kicker" if place < first else "deck")
        else:
            found.append(line.role or role)
    return found


def _rest(source: Source, note: Line, lines: Sequence[Line]) -> RawStory:
    """The rest of a story from another page, called by the headline in its note, else the note."""
    title = title_in(source, note)
    around = source.edits_around(CONTINUES, note.start, note.end, [(title.start, title.end)])
    return RawStory((title,), tuple(lines), tuple(around), (doubt_of_note(source, note),))


def _note_of_heading(source: Source, line: Line, mark: str) -> Line | None:
    return note_at_start(source, source.line(line.start + len(mark), line.end))


def _headed_rest(
    source: Source, note: Line, lines: list[Line], marks: list[str], length: int
) -> RawStory:
    """The rest of a story whose note stands in a heading: # （上接第1版）全县春耕会召开."""
    place = next(number for number, line in enumerate(lines) if not line.is_blank)
    line, mark = lines[place], marks[place]
    edits = [source.edit(HEADING_MARK, line.start, line.start + len(mark))] if mark else []
    if note.end == line.end and all(one.is_blank for one in lines[place + 1 : length]):
        rest = _rest(source, note, lines[length:])
        return replace(rest, edits=(*edits, *rest.edits))
    edits.append(source.edit(CONTINUES, note.start, note.end))
    headed = line.with_ends(source.line(note.end, line.end).start, line.end)
    left = [*lines[:place], headed, *lines[place + 1 :]]
    bare = [*marks[:place], "", *marks[place + 1 :]]
    rest = _read(source, left, bare, length, are_told=False)
    return replace(
        rest, edits=(*edits, *rest.edits), doubts=(doubt_of_note(source, note), *rest.doubts)
    )


def _drop(source: Source, line: Line) -> Edit:
    reason = DROPPED if line.role == "dropped" else RULE
    return source.edit(reason, line.start, line.end)


def _page_edits(
    source: Source, before: list[Line], dropped: list[Edit], stories: tuple[RawStory, ...]
) -> tuple[Edit, ...]:
    """Text before the first story and dropped lines, but for those that a headline runs across:

    the headline's own edit holds them.
    """
    edits = [
        edit
        for edit in dropped
        if not any(story.start < edit.source.start < story.headings[-1].end for story in stories)
    ]
    printed = [line for line in before if not line.is_blank and line.role not in NO_STORY]
    if printed:
        start, end = printed[0].start, printed[-1].end
        places = [(edit.source.start, edit.source.end) for edit in edits]
        inside = [place for place in places if start <= place[0] < end]
        outside = source.edits_around(OUTSIDE, start, end, inside)
        edits += [edit for edit in outside if edit.removed.strip()]
    return tuple(sorted(edits, key=lambda edit: edit.source.start))
