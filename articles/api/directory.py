"""What stories are about and where they were printed, as readers may know it: plain values."""

from collections import defaultdict
from itertools import groupby

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from articles.api.ninjs import moment
from articles.completeness import missing_of
from articles.in_office import holds
from articles.known import public, public_appointments, public_editions
from articles.listing import address, address_of_page
from articles.models import Correction, Event, EventHost, Version
from articles.paging import part_of
from people.models import Department, Official
from people.offices import as_held


def editions(walk, absolute):
    """A part of the editions that readers can read, the latest first."""
    rows = public_editions().values_list("id", "date", "number", named=True)
    part = _part_by_date(rows, walk)
    items = [
        {
            "date": row.date.isoformat(),
            "issue": row.number,
            "uri": absolute(address("edition", row.date)),
            "href": absolute(reverse("articles:api:edition", args=[row.date])),
        }
        for row in part.rows
    ]
    return items, part.older


def edition(day, absolute):
    """A paper with its pages; None where readers know of none."""
    found = public_editions().filter(date=day).prefetch_related("pages").first()
    if found is None:
        return None
    rows = Version.objects.live().filter(edition=found).in_page_order()
    rows = rows.values_list("page__number", "page__name", "article_id", "headline")
    return {
        "date": day.isoformat(),
        "issue": found.number,
        "uri": absolute(address("edition", day)),
        "pages": [
            {
                "number": number or "",
                "name": name or "",
                "uri": absolute(
                    address_of_page(day, number) if number else address("edition", day)
                ),
                "stories": [
                    {
                        "uri": absolute(address("story", article)),
                        "href": absolute(reverse("articles:api:story", args=[article])),
                        "headline": headline,
                    }
                    for _number, _name, article, headline in stories
                ],
            }
            for (number, name), stories in groupby(rows, key=lambda row: row[:2])
        ],
        "missing": missing_of(found),
    }


def departments(walk, absolute):
    """A part of the public bodies, in the order of their slugs."""
    rows, older = _part_by_slug(public(Department), walk, "parent_id")
    known = public(Department).filter(pk__in={parent for *_, parent in rows})
    parents = dict(known.values_list("pk", "slug"))
    items = [
        {
            "slug": slug,
            "name": name,
            "uri": absolute(address("department", slug)),
            "parent": parents.get(parent),
        }
        for _pk, slug, name, parent in rows
    ]
    return items, older


def officials(walk, absolute):
    """A part of the officials, in the order of their slugs, with their posts on that day."""
    found = public(Official)
    if name := walk.cleaned_data["name"]:
        found = found.filter(name__contains=name)
    rows, older = _part_by_slug(found, walk)
    posts = _posts_on(walk.cleaned_data["on"] or timezone.localdate(), [row[0] for row in rows])
    items = [
        {
            "slug": slug,
            "name": name,
            "uri": absolute(address("official", slug)),
            "posts": posts[pk],
        }
        for pk, slug, name in rows
    ]
    return items, older


def _posts_on(day, officials):
    today = timezone.localdate()
    rows = public_appointments().on(day).filter(official__in=officials)
    rows = rows.order_by("post__department__position", "post__position", "pk").values_list(
        *("official", "post__department__slug", "post__title", "manner", "is_confirmed"),
        *("started", "started_latest", "ended", "ended_latest", "is_certain", "is_current"),
        named=True,
    )
    posts = defaultdict(list)
    for row in rows:
        if not holds(row, day, today):
            continue
        posts[row.official].append(
            {
                "department": row.post__department__slug,
                "title": as_held(row.post__title, row.manner),
                "started": _known(row.started, row.started_latest),
                "ended": _known(row.ended, row.ended_latest),
                "confirmed": row.is_confirmed,
            }
        )
    return posts


def _known(earliest, latest):
    """A day that is known to the year or month only is not told as a day."""
    return earliest.isoformat() if earliest and earliest == latest else None


def events(walk, absolute):
    """A part of the events that live stories cover, the latest first; those without a day last."""
    covered = Exists(Version.objects.live().filter(event=OuterRef("pk")))
    rows = Event.objects.filter(covered)
    part = _part_by_date(
        rows.values_list("id", "kind", "name", "date", "ends_on", "place", named=True), walk
    )
    hosts = defaultdict(list)
    for event, name, role in EventHost.objects.filter(
        event__in=[row.id for row in part.rows]
    ).values_list("event_id", "name_as_printed", "role"):
        hosts[event].append({"name": name, "role": role})
    items = [
        {
            **row._asdict(),
            "date": row.date and row.date.isoformat(),
            "ends_on": row.ends_on and row.ends_on.isoformat(),
            "uri": absolute(address("event", row.id)),
            "hosts": hosts[row.id],
        }
        for row in part.rows
    ]
    return items, part.older


def corrections(walk, absolute):
    """A part of the public corrections, the latest entered first."""
    rows = Correction.objects.public()
    if cursor := walk.cleaned_data["cursor"]:
        rows = rows.filter(pk__lt=int(cursor))
    rows = list(
        rows.order_by("-pk").values_list(
            "pk", "version__article_id", "wrong", "right", "remark", "version__publish_at"
        )[: walk.size + 1]
    )
    shown = rows[: walk.size]
    items = [
        {
            "id": pk,
            "uri": absolute(address("story", article)),
            "wrong": wrong,
            "right": right,
            "remark": remark,
            "corrected": moment(at),
        }
        for pk, article, wrong, right, remark, at in shown
    ]
    return items, str(shown[-1][0]) if len(rows) > walk.size else ""


def _part_by_date(rows, walk):
    return part_of(rows, {"before": walk.cleaned_data["cursor"]}, field="date", size=walk.size)


def _part_by_slug(entries, walk, *more):
    """Rows from the slug in the cursor on, and the slug at which the next part begins."""
    entries = entries.filter(slug__gte=walk.cleaned_data["cursor"]).order_by("slug")
    rows = list(entries.values_list("pk", "slug", "name", *more)[: walk.size + 1])
    return rows[: walk.size], rows[-1][1] if len(rows) > walk.size else ""
