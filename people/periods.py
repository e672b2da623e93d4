"""Days that are known in part, and the periods between two of them. Plain Python.

Of an appointment often only the year or the month is known. A `PartialDate` is the earliest and
the latest day that it can be; a `Period` says of a day whether it lies within, surely or perhaps.
"""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

YEAR_MONTH_DAY = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年|[-./](?=\d)|$)"
    r"(?:(?P<month>\d{1,2})(?:月|[-./](?=\d)|$)(?:(?P<day>\d{1,2})[日号]?)?)?$"
)
BY = re.compile(r"(?:不晚于|至迟|by|≤|<=)", re.IGNORECASE)


class Covers(StrEnum):
    """Whether a day lies in a period."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day between two, both included. Without `earliest` it may have been any day before."""

    earliest: date | None
    latest: date

    @classmethod
    def parse(cls, text):
        """From 2023, 2023-05, 2023年5月, 2023-05-31, 不晚于2023-05-31 or 2023-01/2023-03.

        Raises ValueError where the text is none of these, or a day that does not exist.
        """
        text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
        if by := BY.match(text):
            return cls(None, cls.parse(text[by.end() :]).latest)
        first, slash, last = text.partition("/")
        if slash and YEAR_MONTH_DAY.match(first) and YEAR_MONTH_DAY.match(last):
            start, end = cls.parse(first), cls.parse(last)
            # 2023/5 is a month; nothing ends before it starts.
            if start.earliest <= end.latest:
                return cls(start.earliest, end.latest)
        found = YEAR_MONTH_DAY.match(text)
        if not found:
            raise ValueError(f"no year, month or day: {text!r}")
        year, month, day = (int(part) if part else None for part in found.groups())
        if day:
            return cls.known(date(year, month, day))
        if month:
            start = date(year, month, 1)
            return cls(start, start.replace(day=calendar.monthrange(year, month)[1]))
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def known(cls, day):
        """The day itself."""
        return cls(day, day)

    @property
    def is_known(self):
        return self.earliest == self.latest

    def contradicts(self, other):
        """Whether no day can be both."""
        is_after = self.earliest and self.earliest > other.latest
        return bool(is_after or (other.earliest and other.earliest > self.latest))

    def narrowed_by(self, other):
        """What both know of one day; the day as it is where they contradict each other."""
        if self.contradicts(other):
            return self
        earliest = max(filter(None, (self.earliest, other.earliest)), default=None)
        return PartialDate(earliest, min(self.latest, other.latest))

    def __str__(self):
        """As briefly as it can be typed again: 2023, 2023-05, 2023-05-31, ≤2023-05-31."""
        if self.is_known:
            return self.latest.isoformat()
        if self.earliest is None:
            return f"≤{self.latest}"
        for text in (str(self.earliest.year), f"{self.earliest:%Y-%m}"):
            if PartialDate.parse(text) == self:
                return text
        return f"{self.earliest}/{self.latest}"


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a post, as far as its first day and the first day after it are known.

    A bound of the start that is None is not known. Without a latest end it goes on: whoever has
    left has one. Both ends are those of the first day *out* of office, as in `Appointment.ended`.
    """

    earliest_start: date | None = None
    latest_start: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None

    @property
    def start(self):
        """The first day, as far as it is known, or None."""
        return self.latest_start and PartialDate(self.earliest_start, self.latest_start)

    @property
    def end(self):
        """The first day after it, as far as it is known, or None."""
        return self.latest_end and PartialDate(self.earliest_end, self.latest_end)

    def covers(self, day):
        """Whether `day` lies in it: `Covers.YES`, `NO`, or `UNKNOWN` where the bounds leave it."""
        if not self._may_cover(day):
            return Covers.NO
        has_started = self.latest_start is not None and self.latest_start <= day
        goes_on = self.latest_end is None or (
            self.earliest_end is not None and day < self.earliest_end
        )
        return Covers.YES if has_started and goes_on else Covers.UNKNOWN

    def _may_cover(self, day):
        may_have_started = self.earliest_start is None or self.earliest_start <= day
        return may_have_started and (self.latest_end is None or day < self.latest_end)

    def surely_overlaps(self, other):
        """Whether some day lies in both, wherever their bounds lie.

        A successor of the same year, or of an unknown start, is not said to overlap.
        """
        return self._surely_starts_before_the_end_of(other) and (
            other._surely_starts_before_the_end_of(self)
        )

    def _surely_starts_before_the_end_of(self, other):
        if self.latest_start is None:
            # It was held at some time before today: only an open end tells that it still is.
            return other.latest_end is None and self.latest_end is None
        if other.latest_end is None:
            return True
        return other.earliest_end is not None and self.latest_start < other.earliest_end
