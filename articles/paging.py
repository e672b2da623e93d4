"""Walk a long list part by part, by key.

A list is never counted. Each part begins where the last one ended, at the key (date, id) of a
row, so the thousandth part is found as fast as the first.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

PART = 20
UNDATED = "undated"
_KEY = re.compile(rf"(\d{{4}}-\d{{2}}-\d{{2}}|{UNDATED})-(\d{{1,18}})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a long list; keys of the neighbouring parts, empty at the ends."""

    rows: list
    newer: str
    older: str


def part_of(rows, params, *, field="dated", size=PART) -> Part:
    """The rows before or after the key in the address, newest first; the first ones without.

    An unreadable key is no key. A part after a key that would not be full is the beginning.
    """
    walk = _Walk(rows, field)
    if key := _key_in(params.get("after")):
        found = list(walk.upwards(key)[: size + 1])
        if len(found) > size:
            return _part(found[:size][::-1], field, has_newer=True, has_older=True)
    key = _key_in(params.get("before"))
    found = list(walk.downwards(key)[: size + 1])
    return _part(found[:size], field, has_newer=bool(key), has_older=len(found) > size)


def is_key(text):
    """Whether the text is a key that a part of a list can begin at."""
    return _key_in(text) is not None


def is_walked(params):
    """Whether the address asks for another part of a list than its beginning."""
    return "after" in params or "before" in params


def beginning_of(rows, *, field="dated", size=PART) -> Part:
    """The first part, of rows in order and one more than fits, if there is one."""
    return _part(rows[:size], field, has_newer=False, has_older=len(rows) > size)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Rows in order of (date, id), newest first. Rows without a date come last."""

    rows: QuerySet
    field: str

    @property
    def has_undated(self):
        return self.rows.model._meta.get_field(self.field).null

    def downwards(self, key):
        """From the newest, or from behind the key."""
        rows = self.rows
        if key:
            day, number = key
            same = Q(**{self.field: day, "id__lt": number})
            if day is None:
                rows = rows.filter(same)
            elif self.has_undated:
                rows = rows.filter(same | Q(**{f"{self.field}__lt": day}) | self._undated)
            else:
                # The first condition says nothing new; it lets the index be entered at the day.
                rows = rows.filter(
                    Q(**{f"{self.field}__lt": day}) | same, **{f"{self.field}__lte": day}
                )
        if self.has_undated:
            return rows.order_by(F(self.field).desc(nulls_last=True), "-id")
        return rows.order_by(f"-{self.field}", "-id")

    def upwards(self, key):
        """The rows before the key, the nearest first."""
        day, number = key
        same = Q(**{self.field: day, "id__gt": number})
        if day is None:
            rows = self.rows.filter(same | ~self._undated)
        else:
            rows = self.rows.filter(
                Q(**{f"{self.field}__gt": day}) | same, **{f"{self.field}__gte": day}
            )
        if self.has_undated:
            return rows.order_by(F(self.field).asc(nulls_first=True), "id")
        return rows.order_by(self.field, "id")

    @property
    def _undated(self):
        return Q(**{f"{self.field}__isnull": True})


def _part(rows, field, *, has_newer, has_older):
    return Part(
        rows,
        newer=_key_of(rows[0], field) if rows and has_newer else "",
        older=_key_of(rows[-1], field) if rows and has_older else "",
    )


def _key_of(row, field):
    day = getattr(row, field)
    return f"{day.isoformat() if day else UNDATED}-{row.id}"


def _key_in(text):
    """The (date, id) that a key names; None when it is missing or unreadable."""
    match = _KEY.fullmatch(text or "")
    if not match:
        return None
    day, number = match.groups()
    try:
        return (None if day == UNDATED else date.fromisoformat(day), int(number))
    except ValueError:
        return None
