"""The text of a page together with the places of its lines.

Every stage cuts by position, so that each piece it keeps or takes off can be named exactly.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from .facts import Edit, SourceRange

LINE_END = re.compile(r"\r\n|\r|\n")
# Where a column cut a line, with the indent or the empty line around it.
CUT = re.compile(rf"\s*(?:{LINE_END.pattern})\s*")
INDENT = "\u3000"
LATIN_LETTER = re.compile(r"[A-Za-z]")


@dataclass(slots=True, unsafe_hash=True, init=False)
class Line:
    """The part of a source line between its outer white space, as [start, end).

    A barrier is an empty line that no paragraph may run across: a picture or a byline stood there.
    `role` is what the format says of the line: one of documents.ROLES, empty when it says nothing.
    """

    start: int
    end: int
    is_indented: bool = False
    is_barrier: bool = False
    role: str = ""
    # Asked for a dozen times of each line, so not by a call.
    is_blank: bool = field(init=False, repr=False, compare=False)

    # Made by the dozen: in one call, where Python's own way makes two.
    def __init__(
        self,
        start: int,
        end: int,
        is_indented: bool = False,
        is_barrier: bool = False,
        role: str = "",
    ) -> None:
        self.start, self.end = start, end
        self.is_indented, self.is_barrier, self.role = is_indented, is_barrier, role
        self.is_blank = start == end

    def with_role(self, role: str) -> "Line":
        return Line(self.start, self.end, self.is_indented, self.is_barrier, role)

    def with_ends(self, start: int, end: int) -> "Line":
        return Line(start, end, self.is_indented, self.is_barrier, self.role)


class Source:
    def __init__(self, text: str) -> None:
        self.text = text
        # What `bylines` read in a stretch of a role, by its start, end and role.
        self.bylines: dict[tuple[int, int, str], tuple] = {}
        self._line_starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def lines(self) -> list[Line]:
        ends = [*self._line_starts[1:], len(self.text)]
        return [
            self.line(start, end, is_indented=self.text.startswith(INDENT, start))
            for start, end in zip(self._line_starts, ends, strict=True)
        ]

    def cut(self, line: Line) -> str:
        return self.text[line.start : line.end]

    def is_empty(self, start: int, end: int) -> bool:
        """Whether the stretch [start, end) is white space alone."""
        return not self.text[start:end].strip()

    def line(self, start: int, end: int, *, is_indented: bool = False) -> Line:
        """The stretch [start, end) without its outer white space."""
        inner = self.text[start:end]
        bare = inner.lstrip()
        start += len(inner) - len(bare)
        return Line(start, start + len(bare.rstrip()), is_indented)

    def cut_in(self, start: int, end: int) -> re.Match[str] | None:
        """Where a column cut what stands in [start, end)."""
        return CUT.search(self.text, start, end) if LINE_END.search(self.text, start, end) else None

    def range(self, start: int, end: int) -> SourceRange:
        first = bisect_right(self._line_starts, start)
        last = bisect_right(self._line_starts, end - 1) if end > start + 1 else first
        return SourceRange(first, last, start, end)

    def range_of_line(self, number: int) -> SourceRange:
        """The whole of a line, counted from 1, without its end."""
        start = self._line_starts[number - 1]
        is_last = number == len(self._line_starts)
        end = len(self.text) if is_last else self._line_starts[number]
        return self.range(start, start + len(self.text[start:end].rstrip("\r\n")))

    def edit(self, reason: str, start: int, end: int, replacement: str = "") -> Edit:
        return Edit(reason, self.text[start:end], replacement, self.range(start, end))

    def edits_around(
        self, reason: str, start: int, end: int, kept: Iterable[tuple[int, int]]
    ) -> list[Edit]:
        """One edit for each stretch of [start, end) that lies outside the kept ones."""
        edits = []
        for kept_start, kept_end in [*kept, (end, end)]:
            if start < kept_start:
                edits.append(self.edit(reason, start, kept_start))
            start = kept_end
        return edits


def glue(before: str, after: str) -> str:
    """Words in Latin letters keep a space where the line broke; Chinese needs none."""
    return " " if LATIN_LETTER.match(before[-1]) and LATIN_LETTER.match(after[0]) else ""
