"""Find the stories of a text without markup by how its lines stand.

A story begins with short lines above a text. A short line amid a text may be a subhead, so a
later story needs evidence: a byline or 本报讯 below its headline, or the end of the story before.
"""

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import pairwise

from .briefs import closes_a_story, find_briefs
from .byline_lines import BULLETS, is_byline, is_name_alone, read_byline
from .endings import is_final
from .layout import (
    COMMAS,
    is_caption,
    is_deck_line,
    is_headline_like,
    is_indented_text,
    is_rule,
)
from .lexicon.lines import CORRECTIONS, INTERVIEW_SPEAKERS, NOTICES
from .lexicon.wordlist import any_of
from .markers import find_marker
from .source import Line, Source
from .unsigned_briefs import find_unsigned_briefs
from .whole_lines import (
    DATE_LINE,
    divides_letter,
    is_document_number,
    is_salutation,
    is_signature,
    is_table_row,
)

MOST_LINES = 4
SHORTEST_TEXT = 30
SHORTEST_AFTER_BLANK = 4
LONGEST_AFTER_BLANK = 32
WRAPPED = 3
UNEVEN = 2
OPENING_BYLINE = re.compile(
    r"[(（【](?:本[报報])?(?:\S{0,6}[记記]者|通[讯訊][员員]|[实實][习習]生)\s*\S"
)
ITEM = re.compile(r"[▲△●○◆◇■□★☆►▶]\s*(?=\S)")
# 记者：您当“湖长”多少年了？: a turn of an interview.
TURN = re.compile(rf"{any_of(INTERVIEW_SPEAKERS)}[:：]")
# 遗失声明, 关于停水的通知.
NOTICE = re.compile(rf"{any_of(NOTICES)}|关于[^，,。]{{2,30}}的{any_of(NOTICES)}")
LONGEST_PLACE = 10
# In printed lines, from the salutation to the signature.
LONGEST_LETTER = 20
COLONS = "：:"
# （3月8日县人大常委会通过）: below a headline and set off from it, it begins the text.
OPENING_BRACKETS = "（("
CLOSING_MARK = "。！？!?”’）)】"

Span = tuple[int, int]


def find_starts(
    source: Source, lines: Sequence[Line], rest: str
) -> tuple[list[Span], Collection[int]]:
    """Where the headline of each story begins and ends, as indexes of lines; none if none.

    And which of the lines may be subheads too. `rest` is the role of a line with which the rest
    of a story from another page begins.
    """
    reader = _Reader(source, lines, rest)
    return reader.starts(), reader.guessed


class _Reader:
    def __init__(self, source: Source, lines: Sequence[Line], rest: str) -> None:
        self.source = source
        self.rest = rest
        self.guessed: set[int] = set()
        self.lines = lines
        self.printed = [number for number, line in enumerate(lines) if not line.is_blank]
        self.places = {number: place for place, number in enumerate(self.printed)}
        gaps = [after - before - 1 for before, after in pairwise(self.printed)]
        self.usual_gap = max(set(gaps), key=gaps.count) if gaps else 0
        self.has_gaps = any(gaps)

    def starts(self) -> list[Span]:
        starts: list[Span] = []
        done = 0
        is_top = True
        for number in self.printed:
            if number < done:
                continue
            if self.lines[number].role == self.rest:
                starts.append((number, number + 1))
                is_top = False
                continue
            if not self._is_headline_like(number):
                is_top = is_top and not self._is_text(number)
                continue
            stop = self._end_of_headline(number)
            after = self._next(stop)
            if after is None:
                break
            is_in_text = not starts or self._has_text(starts[-1][1], number)
            is_in_correction = bool(starts) and self._text(starts[-1][0]) in CORRECTIONS
            begins = self._begins_a_story(number, stop, after, is_in_correction=is_in_correction)
            if is_top or (is_in_text and begins):
                starts.append((number, stop))
                done = stop
            is_top = False
        return starts

    def _has_text(self, first: int, number: int) -> bool:
        """Whether more than the byline below its headline stands in a story before the line."""
        between = [one for one in range(first, number) if one in self.places]
        return not between or any(not is_byline(self.source, self.lines[one]) for one in between)

    def _begins_a_story(
        self, number: int, stop: int, after: int, *, is_in_correction: bool
    ) -> bool:
        before = self.printed[self.places[number] - 1]
        gap = number - before - 1
        if gap and NOTICE.fullmatch(self._text(number)):
            return True
        if not self._has_ended(before):
            return False
        if self._is_marked(after):
            return True
        is_set_off = gap > 0 or not self.has_gaps
        if is_set_off and self._is_writers_byline(after):
            return self._next(after + 1) is not None
        if is_set_off and self._begins_a_letter_or_items(after):
            return True
        if not is_set_off or not self._is_text(after):
            return False
        is_told = (
            closes_a_story(self.source, self.lines[before])
            or DATE_LINE.fullmatch(self._text(before))
            or is_rule(self._text(before))
            or gap > max(1, self.usual_gap)
            or is_in_correction
            or self._is_more_than_a_subhead(number, stop)
            or (self.usual_gap == 0 < gap and self.lines[after].is_indented)
            or number in self.signed
        )
        if is_told or number not in self.unsigned:
            return bool(is_told)
        self.guessed.add(number)
        return True

    @cached_property
    def signed(self) -> set[int]:
        return find_briefs(self.source, self.lines, self.heads)

    @cached_property
    def unsigned(self) -> set[int]:
        return find_unsigned_briefs(self.source, self.lines, self.heads)

    @cached_property
    def heads(self) -> list[int]:
        heads = [
            number
            for before, number, after in zip(
                self.printed, self.printed[1:], self.printed[2:], strict=False
            )
            if self._is_text(after) and self._has_ended(before) and self._is_headline_like(number)
        ]
        return [self.printed[0], *heads]

    def _begins_a_letter_or_items(self, number: int) -> bool:
        """编辑同志： or ▲ stands below a headline, never below a subhead."""
        text = self._text(number)
        is_item = ITEM.match(text) and not is_byline(self.source, self.lines[number])
        return is_salutation(text) or (bool(is_item) and self._is_text(number))

    def _is_more_than_a_subhead(self, number: int, stop: int) -> bool:
        """A subhead has no deck."""
        return any(is_deck_line(self.source, line) for line in self.lines[number + 1 : stop])

    def _is_headline_like(self, number: int) -> bool:
        line = self.lines[number]
        is_top = self.places[number] == 0
        if not is_top and divides_letter(self._text(number)) and self._is_in_letter(number):
            return False
        is_text = TURN.match(self._text(number)) or is_indented_text(self.source, line)
        if is_text and not is_top:
            return False
        if self._starts_wrapped_text(number):
            return False
        if self._names_a_place(number):
            return True
        if not is_top and self._is_whole(number):
            return False
        goes_on = number + 1 < len(self.lines) and not self.lines[number + 1].is_blank
        return is_headline_like(self.source, line, goes_on=goes_on)

    def _is_whole(self, number: int) -> bool:
        text = self._text(number)
        return is_table_row(text) or (is_signature(text) and self._is_in_letter(number))

    def _is_in_letter(self, number: int) -> bool:
        place = self.places[number]
        above = self.printed[max(0, place - LONGEST_LETTER) : place]
        return any(is_salutation(self._text(one)) for one in above)

    def _names_a_place(self, number: int) -> bool:
        """柳河镇： directly above a headline is its kicker."""
        text = self._text(number)
        if not text.endswith(tuple(COLONS)) or len(text) > LONGEST_PLACE or is_salutation(text):
            return False
        below = self.lines[number + 1] if number + 1 < len(self.lines) else None
        return below is not None and not below.is_blank and is_headline_like(self.source, below)

    def _end_of_headline(self, first: int) -> int:
        """The line after the last of the lines that belong to the headline."""
        stop = first + 1
        count = 1
        is_notice = NOTICE.fullmatch(self._text(first)) is not None
        for number in self.printed[self.places[first] + 1 :][: MOST_LINES - 1]:
            text = self._text(number)
            is_deck = is_deck_line(self.source, self.lines[number])
            is_of_notice = NOTICE.fullmatch(text) or is_document_number(text)
            is_below_notice = is_notice and not is_of_notice
            if is_below_notice or (not is_deck and not self._goes_on(stop, number)):
                break
            stop = number + 1
            count += 1
        if count > 1 and self._next(stop) is None:
            return first + 1
        return stop

    def _goes_on(self, stop: int, number: int) -> bool:
        if not self._is_headline_like(number):
            return False
        text = self._text(number)
        if is_name_alone(self.source, self.lines[number]) or self._heads_a_table(number):
            return False
        if number == stop:
            return True
        is_fit = SHORTEST_AFTER_BLANK <= len(text) <= LONGEST_AFTER_BLANK
        return is_fit and text[0] not in OPENING_BRACKETS and not any(map(text.count, COMMAS))

    def _heads_a_table(self, number: int) -> bool:
        after = self._next(number + 1)
        return after is not None and is_table_row(self._text(after))

    def _starts_wrapped_text(self, number: int) -> bool:
        """Lines of one width, with the marks of a text in them, are a text broken by its width."""
        block = self.lines[number : number + WRAPPED]
        if len(block) < WRAPPED or any(line.is_blank or line.is_indented for line in block[1:]):
            return False
        widths = [line.end - line.start for line in block]
        text = "".join(self.source.cut(line) for line in block)
        if is_final(self.source.text, block[-1].end) and widths[-1] < widths[0]:
            widths.pop()
        is_even = max(widths) - min(widths) <= UNEVEN
        return is_even and any(mark in text for mark in "。，,；;")

    def _is_text(self, number: int) -> bool:
        text = self._text(number)
        return len(text) >= SHORTEST_TEXT or "。" in text or self._starts_wrapped_text(number)

    def _is_marked(self, number: int) -> bool:
        text = self._text(number)
        is_marked = find_marker(self.source, self.lines[number]) or OPENING_BYLINE.match(text)
        return bool(is_marked) and self._is_text(number)

    def _is_writers_byline(self, number: int) -> bool:
        people = read_byline(self.source, self.lines[number])
        is_marked = self._text(number)[0] in BULLETS
        return any("文" in one.contributions and (one.capacity or is_marked) for one in people)

    def _has_ended(self, number: int) -> bool:
        line = self.lines[number]
        return (
            is_final(self.source.text, line.end)
            or is_byline(self.source, line)
            or is_caption(self.source, line)
            or is_rule(self._text(number))
            or DATE_LINE.fullmatch(self._text(number))
            or (is_signature(self._text(number)) and self._is_in_letter(number))
        )

    def _next(self, number: int) -> int | None:
        return next((one for one in range(number, len(self.lines)) if one in self.places), None)

    def _text(self, number: int) -> str:
        return self.source.cut(self.lines[number])
