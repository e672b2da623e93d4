"""Who holds which post on a day, and who held it, as readers may see it.

Whom the directory names for the day is told from whom it may name: where only the year is known,
where nobody confirmed what a story printed, or where nobody knows since when. Nothing is said of a
post that nobody is known to hold.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, DateField, DateTimeField
from django.utils import timezone

from articles.known import public_appointments
from articles.listing import address
from articles.prepared import prepared
from people.models import Appointment, DepartmentAlias, Post, known_period
from people.offices import Kind, Rank, as_held, circle_of, is_standing
from people.order import Holding, Leader, in_order

BOUNDS = ("started", "started_latest", "ended", "ended_latest", "is_confirmed")
HELD = ("post__title", "manner", *BOUNDS)
STATE = ("is_certain", "is_current")


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A title with the name of who holds it, or of the body that it is in, and the time."""

    title: str
    name: str
    url: str
    time: str
    is_confirmed: bool
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Leaders:
    """Of a body on a day: who is in office, in the official order, and who may be.

    Not `is_any` where nobody is on record for any day.
    """

    day: date
    sure: list[HeldPost]
    perhaps: list[HeldPost]
    is_any: bool


@prepared(department=BigIntegerField(), day=DateField(), now=DateTimeField())
def _holders(department, day, now):
    held = public_appointments(now).on(day).filter(post__department=department)
    return held.order_by("post__position", "post__title", "official__slug").values_list(
        "official_id",
        "official__name",
        "official__slug",
        "post_id",
        "post__holders",
        *STATE,
        *HELD,
    )


@prepared(department=BigIntegerField(), now=DateTimeField())
def _ever_held(department, now):
    return public_appointments(now).filter(post__department=department).values_list("id")[:1]


@prepared(officials=[BigIntegerField()], day=DateField(), now=DateTimeField())
def _holdings(officials, day, now):
    held = public_appointments(now).on(day).filter(official__pk__in=officials)
    return held.order_by("id").values_list(
        "official_id",
        "official__name",
        "post__department__name",
        "post__kind",
        "post__rank",
        "document_order",
        *STATE,
        *HELD,
    )


@prepared(official=BigIntegerField(), now=DateTimeField())
def _posts(official, now):
    return (
        public_appointments(now)
        .filter(official=official)
        .values_list("post__department__name", "post__department__slug", *HELD)
    )


def day_asked(params):
    """The day in `?on=2023-04-04`; None where there is none, or no such day."""
    try:
        return date.fromisoformat(params.get("on", ""))
    except ValueError:
        return None


def leaders_of(department, day):
    """Who holds the posts of a body on that day: `Leaders`."""
    now, today = timezone.now(), timezone.localdate()
    rows = _holders(department=department.pk, day=day, now=now)
    sure = [row for row in rows if holds(row, day, today)]
    perhaps = _not_ruled_out([row for row in rows if row not in sure], sure, day)
    people = list(dict.fromkeys(row.official_id for row in sure))
    held = _holdings(officials=people, day=day, now=now)
    leaders = _leaders(people, [row for row in held if holds(row, day, today)])
    by_person = {person: [row for row in sure if row.official_id == person] for person in people}
    return Leaders(
        day,
        sure=[_together(by_person[placed.leader.key]) for placed in in_order(leaders)],
        perhaps=[_together([row]) for row in perhaps],
        is_any=bool(rows) or _ever_held.first(department=department.pk, now=now) is not None,
    )


def posts_of(official):
    """The posts of an official, present and past, the latest first, each with its body."""
    today = timezone.localdate()
    return [
        HeldPost(
            as_held(row.post__title, row.manner),
            row.post__department__name,
            address("department", row.post__department__slug),
            _time(row),
            row.is_confirmed,
            is_over=row.ended_latest is not None and row.ended_latest <= today,
        )
        for row in _posts(official=official.pk, now=timezone.now())
    ]


def former_names(department):
    """Names that a body had before, the last first, each with its time where that is known."""
    names = department.aliases.filter(kind=DepartmentAlias.Kind.FORMER)
    return sorted(names, key=lambda alias: alias.ended_latest or date.min, reverse=True)


def holds(row, day, today):
    """Whether a row of `on(day)` says who holds a post: surely then, or as lists of today say."""
    return row.is_certain if day < today else row.is_current


def _not_ruled_out(rows, sure, day):
    """Those who may hold a post, without those who cannot where it has one holder: it is surely
    held by another, or another is named nearer to the day."""
    taken = {row.post_id for row in sure}
    from_far = sorted(rows, key=lambda row: _nearness(row, day))
    nearest = {row.post_id: _nearness(row, day) for row in from_far}
    return [
        row
        for row in rows
        if row.post__holders != Post.Holders.ONE
        or (
            row.post_id not in taken
            and (row.is_confirmed or _nearness(row, day) == nearest[row.post_id])
        )
    ]


def _nearness(row, day):
    """The higher the nearer: by that day the later, and only then the earlier after it."""
    named = row.started_latest or date.min
    return (1, named.toordinal()) if named <= day else (0, -named.toordinal())


def _leaders(people, rows):
    """The people as the rules of the official order take them, with all that they hold."""
    names = {row.official_id: row.official__name for row in rows}
    return [
        Leader(
            names[person],
            tuple(_holding(row) for row in rows if row.official_id == person),
            person,
        )
        for person in people
    ]


def _holding(row):
    name = row.post__department__name
    is_in_charge = row.manner == Appointment.Manner.IN_CHARGE
    return Holding(
        name,
        circle_of(name),
        Kind(row.post__kind or Kind.OTHER),
        Rank(row.post__rank or Rank.MEMBER),
        is_standing(row.post__title) or is_in_charge,
        row.document_order,
        known_period(*(getattr(row, bound) for bound in BOUNDS)),
    )


def _together(rows):
    """What one person holds in one body, as one line."""
    first = rows[0]
    return HeldPost(
        "、".join(as_held(row.post__title, row.manner) for row in rows),
        first.official__name,
        address("official", first.official__slug),
        _time(first),
        all(row.is_confirmed for row in rows),
    )


def _time(row):
    bounds = {name: getattr(row, name) for name in BOUNDS}
    return Appointment(**bounds).time
