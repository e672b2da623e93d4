"""What somebody confirmed of the directory, as plain rows, and how two readings of it differ.

Each row begins with its key. Days are dates; as JSON keeps them they are text, and `read` makes
them dates again.
"""

from contextlib import contextmanager
from datetime import date

from django.utils.translation import gettext as _

from people.models import (
    Appointment,
    Department,
    DepartmentAlias,
    DirectoryChange,
    Official,
    OfficialAlias,
)

TIME = ("started", "started_latest", "ended", "ended_latest")
COLUMNS = {
    "officials": ("pk", "name"),
    "writings": ("pk", "official", "name"),
    "bodies": ("pk", "name"),
    "aliases": ("pk", "department", "name", "kind", *TIME),
    "appointments": (
        "pk",
        "official",
        "post__department",
        "post__title",
        "post__holders",
        "post__kind",
        "post__rank",
        "manner",
        "document_order",
        "is_confirmed",
        *TIME,
    ),
}


def known_rows():
    """The rows of officials, bodies and posts by their kind, in five queries.

    An appointment that nobody confirmed is among them, and says so.
    """
    found = {
        "officials": Official.objects.filter(is_confirmed=True),
        "writings": OfficialAlias.objects.filter(official__is_confirmed=True),
        "bodies": Department.objects.filter(is_confirmed=True),
        "aliases": DepartmentAlias.objects.filter(department__is_confirmed=True),
        "appointments": Appointment.objects.filter(
            official__is_confirmed=True, post__department__is_confirmed=True
        ),
    }
    return {
        kind: tuple(rows.order_by("pk").values_list(*COLUMNS[kind])) for kind, rows in found.items()
    }


@contextmanager
def recorded(by):
    """Keep what becomes known, or is known no longer, inside the block.

    Yields a list; when the block is left it holds the DirectoryChange, if there is one.
    """
    before = known_rows()
    changes = []
    yield changes
    after = known_rows()
    gone, new = (
        {kind: _less(one[kind], other[kind]) for kind in COLUMNS}
        for one, other in ((before, after), (after, before))
    )
    if any(gone.values()) or any(new.values()):
        subject = "、".join(_names(gone, new, before, after))
        changes.append(
            DirectoryChange.objects.create(
                by=by, subject=subject[:200], before=_stored(gone), after=_stored(new)
            )
        )


def put_back(now, change):
    """The rows as they would be without a change."""
    gone, new = read(change.before), read(change.after)
    rows = {}
    for kind in COLUMNS:
        written = {row[0] for row in (*gone[kind], *new[kind])}
        kept = (row for row in now[kind] if row[0] not in written)
        rows[kind] = tuple(sorted((*kept, *gone[kind]), key=lambda row: row[0]))
    return rows


def read(stored):
    """Rows as `known_rows` gives them, from those that a DirectoryChange keeps."""
    return {kind: tuple(_read(kind, row) for row in stored[kind]) for kind in COLUMNS}


def lines_of(stored):
    """The rows of a DirectoryChange in words, a line each."""
    rows = read(stored)
    officials, bodies = concerned(rows, rows)
    officials = Official.objects.in_bulk(officials)
    bodies |= {row[2] for row in rows["appointments"]}
    bodies = Department.objects.in_bulk(bodies)
    for _key, name in (*rows["officials"], *rows["bodies"]):
        yield name
    for _key, official, name in rows["writings"]:
        yield f"{officials.get(official, official)}：{name}"
    for _key, body, name, _kind, *time in rows["aliases"]:
        yield f"{bodies.get(body, body)}：{name} {_time(DepartmentAlias, time)}".rstrip()
    for _key, official, body, title, *rest in rows["appointments"]:
        is_confirmed, *bounds = rest[-1 - len(TIME) :]
        time = _time(Appointment, bounds)
        doubt = "" if is_confirmed else _("not confirmed")
        words = (str(officials.get(official, official)), f"{bodies.get(body, body)}{title}")
        yield " · ".join(filter(None, (*words, time, doubt)))


def _time(model, bounds):
    return model(**dict(zip(TIME, bounds, strict=True))).time


def _read(kind, row):
    values = ((name, row.get(name)) for name in COLUMNS[kind])
    return tuple(
        date.fromisoformat(value) if value and name in TIME else value for name, value in values
    )


def _less(rows, others):
    known = set(others)
    return tuple(row for row in rows if row not in known)


def _stored(rows):
    """Rows as JSON keeps them: by the names of their columns, which may become more."""
    return {
        kind: [
            {
                name: value.isoformat() if isinstance(value, date) else value
                for name, value in zip(COLUMNS[kind], row, strict=True)
            }
            for row in rows[kind]
        ]
        for kind in COLUMNS
    }


def concerned(gone, new):
    """The keys of the officials and of the bodies that rows tell of: two sets."""
    rows = {kind: (*gone[kind], *new[kind]) for kind in COLUMNS}
    officials = {row[0] for row in rows["officials"]}
    officials |= {row[1] for kind in ("writings", "appointments") for row in rows[kind]}
    bodies = {row[0] for row in rows["bodies"]} | {row[1] for row in rows["aliases"]}
    return officials, bodies


def _names(gone, new, before, after):
    officials, bodies = concerned(gone, new)
    for kind, keys in (("officials", officials), ("bodies", bodies)):
        names = {**dict(before[kind]), **dict(after[kind])}
        yield from (names[key] for key in sorted(keys) if key in names)
