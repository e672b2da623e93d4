"""Who the news is about, as readers may see it: bodies, officials and their posts.

What an import learned and nobody has confirmed is shown only once a live story says it, so that
no name or post becomes known before the story that it comes from: `known.public` for names.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Count
from django.utils.html import format_html

from articles.known import public
from articles.listing import address
from articles.models import Version, VersionDepartment
from people.models import Appointment, Department, Official

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
    name: str
    url: str
    posts: list[str]


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


def public_children(department):
    """The bodies directly under it, as (name, address) pairs."""
    children = public(Department).filter(parent=department)
    return [
        (name, address("department", slug)) for name, slug in children.values_list("name", "slug")
    ]


def public_parent(entry, link="parent"):
    """The body above it, if there is one that readers may know of."""
    key = getattr(entry, f"{link}_id")
    return public(Department).filter(pk=key).first() if key else None


def public_appointments(appointments):
    """Those that are confirmed, or that a live story prints."""
    found = list(appointments)
    learned = [appointment for appointment in found if not appointment.is_confirmed]
    told = _told([appointment.post_id for appointment in learned])
    return [a for a in found if a.is_confirmed or (a.post_id, a.official_id) in told]


def _told(posts):
    """Who holds which of these posts, as live stories print it."""
    if not posts:
        return set()
    stories = Version.objects.live().filter(mentions__posts__in=posts).order_by()
    return set(stories.values_list("mentions__posts", "mentions__official").distinct())


def holders_of(department, day):
    """Who holds the posts of a body on that day, the foremost post first."""
    return public_appointments(
        Appointment.objects.on(day)
        .filter(post__department=department)
        .select_related("official", "post")
        .order_by("post__position", "post__title", "official__slug")
    )


def officials_list(day, *, name="", since="") -> OfficialsList:
    """Officials whose name contains `name`, from that address on, with their posts on that day."""
    officials = public(Official).order_by("slug").filter(slug__gte=since)
    if name:
        officials = officials.filter(name__contains=name)
    found = list(officials.values_list("pk", "name", "slug")[: OFFICIALS + 1])
    shown = found[:OFFICIALS]
    posts = defaultdict(list)
    appointments = public_appointments(
        Appointment.objects.on(day)
        .filter(official__in=[pk for pk, *_ in shown])
        .select_related("post__department")
        .order_by("post__department__position", "post__position")
    )
    for appointment in appointments:
        posts[appointment.official_id].append(str(appointment.post))
    return OfficialsList(
        letters=[
            (
                letter,
                [
                    Holder(official, address("official", slug), posts[pk])
                    for pk, official, slug in group
                ],
            )
            for letter, group in groupby(shown, key=lambda row: row[2][0].upper())
        ],
        next_slug=found[-1][2] if len(found) > OFFICIALS else "",
    )
