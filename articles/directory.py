"""Who the news is about, as readers may see it: bodies, officials and their posts.

What an import learned and nobody has confirmed is shown only once a live story says it, so that
no name or post becomes known before the story that it comes from: `known.public` for names.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import BigIntegerField, Count, DateTimeField, Exists, OuterRef
from django.utils import timezone
from django.utils.html import format_html

from articles.known import public, public_appointments, public_by
from articles.listing import address
from articles.models import Version, VersionDepartment
from articles.prepared import prepared
from people import identity
from people.models import Department, Official, Reporter
from people.offices import as_held

OFFICIALS = 60


@dataclass(slots=True)
class Body:
    """A department in the tree, with the number of live stories about it."""

    name: str
    url: str
    stories: int
    children: list = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Holder:
    """An official with the posts of today; where none is confirmed, with those that news named."""

    name: str
    url: str
    posts: list[str]
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class OfficialsList:
    """Officials in the order of their addresses, which is that of pinyin, under first letters."""

    letters: list[tuple[str, list[Holder]]]
    next_slug: str


def department_tree():
    """The uppermost bodies, each with its children. Under a body not yet known none stands."""
    counts = _count_stories()
    bodies, parents = {}, {}
    for pk, name, slug, parent in public(Department).values_list("pk", "name", "slug", "parent_id"):
        bodies[pk] = Body(name, address("department", slug), counts.get(pk, 0))
        parents[pk] = parent
    uppermost = []
    for pk, body in bodies.items():
        parent = bodies.get(parents[pk])
        (parent.children if parent else uppermost).append(body)
    return uppermost


def _count_stories():
    """The number of live stories of each department."""
    links = VersionDepartment.objects.filter(version__in=Version.objects.live())
    return dict(links.order_by().values_list("department").annotate(Count("id")))


def tree_items(bodies):
    """The tree as Django's `unordered_list` takes it."""
    items = []
    for body in bodies:
        items.append(
            format_html(
                '<a href="{}">{}</a> <span class="count">{}</span>',
                body.url,
                body.name,
                body.stories or "",
            )
        )
        if body.children:
            items.append(tree_items(body.children))
    return items


department_at = public_by(Department, "slug")
official_at = public_by(Official, "slug")
reporter_at = public_by(Reporter, "slug")
department_of = public_by(Department, "id")


def address_since_merged(model, slug):
    """Where the page went whose entry was merged into another; "" where readers know of none."""
    kept = identity.moved_to(model, slug)
    if kept is None or not public(model).filter(pk=kept.pk).exists():
        return ""
    return address(model._meta.model_name, kept.slug)


@prepared(department=BigIntegerField(), now=DateTimeField())
def _children(department, now):
    return public(Department, now).filter(parent=department).values_list("name", "slug")


def public_children(department):
    """The bodies directly under it, as (name, address) pairs."""
    children = _children(department=department.pk, now=timezone.now())
    return [(name, address("department", slug)) for name, slug in children]


def public_department(key):
    """The body of that primary key, if there is one that readers may know of."""
    return department_of.first(value=key, now=timezone.now()) if key else None


def officials_list(day, *, name="", since="", former=False) -> OfficialsList:
    """Officials whose name contains `name`, from that address on, with their posts of today, `day`.

    Those of whose posts each has ended, or may have, are the former ones, and stand in no other
    list.
    """
    held = public_appointments().filter(official=OuterRef("pk"))
    are_former = Exists(held) & ~Exists(held.filter(held.goes_on(day)))
    officials = public(Official).order_by("slug").filter(slug__gte=since)
    officials = officials.filter(are_former if former else ~are_former)
    if name:
        officials = officials.filter(name__contains=name)
    found = list(officials.values_list("pk", "name", "slug")[: OFFICIALS + 1])
    shown = found[:OFFICIALS]
    posts, named = defaultdict(list), defaultdict(list)
    held = public_appointments().filter(official__in=[pk for pk, *_ in shown])
    held = held if former else held.on(day).filter(held.goes_on(day))
    held = held.select_related("post__department")
    for appointment in held.order_by("post__department__position", "post__position"):
        title = as_held(appointment.post.title, appointment.manner)
        told = posts if former or appointment.is_current else named
        told[appointment.official_id].append(f"{appointment.post.department}{title}")
    return OfficialsList(
        letters=[
            (
                letter,
                [
                    Holder(
                        official,
                        address("official", slug),
                        posts[pk] or named[pk],
                        is_confirmed=bool(posts[pk]),
                    )
                    for pk, official, slug in group
                ],
            )
            for letter, group in groupby(shown, key=lambda row: row[2][0].upper())
        ],
        next_slug=found[-1][2] if len(found) > OFFICIALS else "",
    )
