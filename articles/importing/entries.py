"""The people, bodies, posts and events that a plan means: found, or made once."""

from collections import defaultdict

from articles.importing.events import event_kind
from articles.importing.plan import Ambiguous, Matched, New
from articles.importing.rows import insert, insert_numbered
from articles.models import Event, EventHost
from people.models import Appointment, Department, Post

HOST_ROLES = {
    "主办": EventHost.Role.HOST,
    "承办": EventHost.Role.ORGANISER,
    "协办": EventHost.Role.SUPPORTER,
}


class Entries:
    """Rows of the directory by the matches of one plan. Only their keys matter to the stories.

    `bodies` is what the names of new bodies say of others, by name.
    """

    def __init__(self, bodies):
        self._bodies = bodies
        self._made = {}
        self._events = {}

    def entry(self, model, match):
        """The person or body that a match means; None where that is not sure."""
        if isinstance(match, Ambiguous):
            return None
        known = (model, match)
        if known not in self._made:
            self._made[known] = (
                model(pk=match.id)
                if isinstance(match, Matched)
                else model.objects.create(
                    name=match.key, is_confirmed=False, **self._proposed(model, match.key)
                )
            )
        return self._made[known]

    def key(self, model, match):
        """That of the person or body that a match means; None where that is not sure."""
        if isinstance(match, Matched):
            return match.id
        entry = self.entry(model, match)
        return entry and entry.pk

    def make(self, model, matches):
        """Make the new people or bodies among the matches, all at once."""
        new = list(dict.fromkeys(one for one in matches if isinstance(one, New)))
        made = model.learn([match.key for match in new])
        self._made |= zip(((model, match) for match in new), made, strict=True)
        if model is Department:
            self._propose(made)

    def _propose(self, departments):
        """Say of new bodies what their names say of others, which may be among them."""
        told = [one for one in departments if one.name in self._bodies]
        for department in told:
            for field, value in self._proposed(Department, department.name).items():
                setattr(department, field, value)
        fields = ["parent", "parent_rule", "same_as", "same_rule"]
        Department.objects.bulk_update(told, fields)

    def _proposed(self, model, name):
        """What is proposed with a new body: its parent, or the body that it is another name of."""
        body = self._bodies.get(name) if model is Department else None
        if body is None:
            return {}
        if body.parent:
            parent = self._department_named(body.parent)
            return {"parent": parent, "parent_rule": body.parent_rule}
        return {"same_as": self._department_named(body.same_as), "same_rule": body.same_rule}

    def make_events(self, tellings):
        """Make the events that are new, all at once, each by all that is told of it.

        A telling is the match of an event, the event as printed, and the matches of its hosts.
        """
        new = defaultdict(list)
        for match, printed, hosts in tellings:
            if isinstance(match, New):
                new[match].append((printed, hosts))
        made = insert_numbered(Event, map(_event, new.values()))
        self._events |= zip(new, made, strict=True)
        insert(
            EventHost,
            (
                {
                    "event_id": event,
                    "name_as_printed": host.name,
                    "role": str(HOST_ROLES[host.role]),
                    "department_id": self.key(Department, match),
                    "position": position,
                }
                for event, told in zip(made, new.values(), strict=True)
                for position, (host, match) in enumerate(_hosts(told))
            ),
        )

    def event_key(self, match):
        """That of the event that a match means; None where there is no match."""
        return match.id if isinstance(match, Matched) else self._events.get(match)

    def post(self, match, printed):
        if match not in self._made:
            self._made[match] = (
                Post(pk=match.id)
                if isinstance(match, Matched)
                # Two names of one body may stand on one page.
                else Post.objects.get_or_create(
                    department=self._department_named(printed.department), title=printed.title
                )[0]
            )
        return self._made[match]

    def propose_appointments(self, learned):
        """`learned` says of (official, post) pairs where that was read. Known pairs stay, past ones
        too: an old page puts nobody back in office."""
        officials = {official for official, _post in learned}
        known = set(
            Appointment.objects.filter(official__in=officials).values_list("official_id", "post_id")
        )
        Appointment.objects.bulk_create(
            Appointment.proposed(official, post, place)
            for (official, post), place in learned.items()
            if (official.pk, post.pk) not in known
        )

    def _department_named(self, name):
        known = Department.objects.filter(name=name).first()
        known = known or Department.objects.filter(aliases__name=name).first()
        return known or self.entry(Department, New(name))


def _event(told):
    """The row of the event that stories tell of, each part from the first that prints it."""
    printed = [event for event, _hosts in told]
    return {
        "kind": event_kind(printed[0].kind),
        "name": next((one.name for one in printed if one.name), ""),
        "date": printed[0].date,
        "ends_on": next((one.ends_on for one in printed if one.ends_on), None),
        "place": next((one.place for one in printed if one.place), ""),
    }


def _hosts(told):
    """The hosts that the stories print, each once, with the bodies that they mean."""
    hosts = {}
    for printed, matches in told:
        for host, match in zip(printed.hosts, matches, strict=True):
            hosts.setdefault(host.name, (host, match))
    return hosts.values()
