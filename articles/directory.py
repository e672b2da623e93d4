"""Who the news is about, as readers may see it: bodies, officials and their posts.

What an import learned and nobody has confirmed is shown only once a live story says it, so that
no name or post becomes known before the story that it comes from.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby

from django.core.cache import cache
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.html import format_html

from articles.listing import address
from articles.models import Version, VersionDepartment
from people.models import Appointment, Department, Official

OFFICIALS = 60
MINUTE = 60


@dataclass(slots=True)
class Body:
    """A department in the tree, with the number of live stories about it."""

    name: str
    url: str
    is_confirmed: bool
    stories: int
    children: list = field(default_factory=list)

    @property
    def is_public(self):
        return self.is_confirmed or self.stories or any(child.is_public for child in self.children)


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


def is_public(entry, live_stories):
    """Whether readers may know of this body or person, given the live stories about it."""
    return entry.is_confirmed or live_stories.exists()


def department_tree():
    """The uppermost bodies, each with its children."""
    counts = cache.get_or_set("articles.directory.stories_by_department", _count_stories, MINUTE)
    bodies, parents = {}, {}
    for pk, name, slug, parent, is_confirmed in Department.objects.values_list(
        "pk", "name", "slug", "parent_id", "is_confirmed"
    ):
        bodies[pk] = Body(name, address("department", slug), is_confirmed, counts.get(pk, 0))
        parents[pk] = parent
    for pk, parent in parents.items():
        if parent:
            bodies[parent].children.append(bodies[pk])
    return [body for pk, body in bodies.items() if not parents[pk] and body.is_public]


def _count_stories():
    """The number of live stories of each department. It reads every story, hence the cache."""
    links = VersionDepartment.objects.filter(version__in=Version.objects.live())
    return dict(links.order_by().values_list("department").annotate(Count("id")))


def tree_items(bodies):
    """The tree as Django's `unordered_list` takes it."""
    items = []
    for body in bodies:
        if body.is_public:
            items.append(
                format_html(
                    '<a href="{}">{}</a> <span class="count">{}</span>',
                    body.url,
                    body.name,
                    body.stories or "",
                )
            )
            if children := tree_items(body.children):
                items.append(children)
    return items


def public_children(department):
    """The bodies directly under it, as (name, address) pairs."""
    children = list(department.children.values_list("pk", "name", "slug", "is_confirmed"))
    learned = [pk for pk, _name, _slug, is_confirmed in children if not is_confirmed]
    told = _told("departments", learned)
    return [
        (name, address("department", slug))
        for pk, name, slug, is_confirmed in children
        if is_confirmed or (pk,) in told
    ]


def public_appointments(appointments):
    """Those that are confirmed, or that a live story prints."""
    found = list(appointments)
    learned = [appointment for appointment in found if not appointment.is_confirmed]
    told = _told("mentions__posts", [a.post_id for a in learned], "mentions__official")
    return [a for a in found if a.is_confirmed or (a.post_id, a.official_id) in told]


def _told(link, keys, *more):
    """Which of the keys live stories link to, with the values of further links beside them."""
    if not keys:
        return set()
    stories = Version.objects.live().filter(**{f"{link}__in": keys}).order_by()
    return set(stories.values_list(link, *more).distinct())


def holders_of(department, day):
    """Who holds the posts of a body on that day, the foremost post first."""
    return public_appointments(
        Appointment.objects.on(day)
        .filter(post__department=department)
        .select_related("official", "post")
        .order_by("post__position", "post__title", "official__slug")
    )


def public_officials():
    named = Version.objects.live().filter(mentions__official=OuterRef("pk"))
    return Official.objects.filter(Q(is_confirmed=True) | Exists(named))


def officials_list(day, *, name="", since="") -> OfficialsList:
    """Officials whose name contains `name`, from that address on, with their posts on that day."""
    officials = public_officials().order_by("slug").filter(slug__gte=since)
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
