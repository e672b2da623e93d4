"""Who held an event and who was there in which role, as the stories about it say.

Roles are not stored: they follow from the acts of the mentions, so that whoever corrects what a
story says an official did corrects the event with it.
"""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q

from articles.known import public
from articles.listing import address
from articles.models import Event, EventHost, Mention, Version
from articles.parsing.attendance import TOUR_ACTS, roles_of
from articles.parsing.lexicon.events import EVENT_ROLES
from people.models import Department

# Mentions that are read of one event, the earliest stories first.
MOST = 500


@dataclass(slots=True)
class Attender:
    """An official at an event; the roles in the order of the acts. `stories` are version keys."""

    name: str
    title: str
    official: int | None
    slug: str
    roles: dict[str, None] = field(default_factory=dict)
    stories: dict[int, None] = field(default_factory=dict)

    @property
    def url(self):
        return address("official", self.slug) if self.slug else ""

    @property
    def in_roles(self):
        return "、".join(self.roles)


def _any_act(acts):
    return reduce(or_, (Q(acts__contains=act) for act in acts))


# Mentions of whoever was at the event that their story covers: what `roles_of` says, in SQL.
AT_THE_EVENT = _any_act(EVENT_ROLES) | (
    Q(version__event__kind=Event.Kind.TOUR) & _any_act(TOUR_ACTS)
)


def roles_at(official, events):
    """In which roles the official was at each of the events, by key: {7: ("主持",)}. One query.

    Only events at which live stories say that they had one.
    """
    mentions = Mention.objects.filter(
        AT_THE_EVENT,
        official=official,
        version__in=Version.objects.live().filter(event__in=events),
    )
    rows = mentions.order_by("version__dated", "version").values_list(
        "version__event", "version__event__kind", "acts"
    )
    found = {}
    for event, kind, acts in rows:
        for role in roles_of(acts.split("、"), is_tour=kind == Event.Kind.TOUR):
            found.setdefault(event, {})[role] = None
    return {event: tuple(roles) for event, roles in found.items()}


def attenders(event, versions):
    """Whoever the versions say was at the event, in the order of the print. One query."""
    mentions = Mention.objects.filter(version__in=versions.filter(event=event)).exclude(acts="")
    rows = mentions.order_by("version__dated", "version", "position", "pk").values_list(
        "official", "official__slug", "name_as_printed", "title_as_printed", "acts", "version"
    )
    is_tour = event.kind == Event.Kind.TOUR
    found = {}
    for official, slug, name, title, acts, version in rows[:MOST]:
        roles = roles_of(acts.split("、"), is_tour=is_tour)
        if roles:
            one = found.setdefault(
                official or (name, title), Attender(name, title, official, slug or "")
            )
            one.roles |= dict.fromkeys(roles)
            one.stories[version] = None
    return list(found.values())


def hosts_in_words(event):
    """The hosts as printed, by their roles, in one line."""
    names = {role: [] for role in EventHost.Role}
    for host in event.hosts.all():
        names[host.role].append(host.name_as_printed)
    return "；".join(f"{role.label}：{'、'.join(named)}" for role, named in names.items() if named)


def hosts_by_role(event):
    """The hosts as (role, [(name as printed, address or "")]) pairs, as readers may know them."""
    hosts = list(event.hosts.all())
    known = public(Department).filter(pk__in={host.department_id for host in hosts})
    addresses = {pk: address("department", slug) for pk, slug in known.values_list("pk", "slug")}
    return [
        (
            role.label,
            [
                (host.name_as_printed, addresses.get(host.department_id, ""))
                for host in hosts
                if host.role == role
            ],
        )
        for role in EventHost.Role
        if any(host.role == role for host in hosts)
    ]
