"""The people, bodies, posts and events that a plan means: found, or made once."""

from articles.importing.directory import event_kind
from articles.importing.plan import Ambiguous, Matched, New
from articles.models import Event
from people.models import Appointment, Department, Post


class Entries:
    """Rows of the directory by the matches of one plan. Only their keys matter to the stories."""

    def __init__(self):
        self._made = {}

    def entry(self, model, match):
        """The person or body that a match means; None where that is not sure."""
        if isinstance(match, Ambiguous):
            return None
        known = (model, match)
        if known not in self._made:
            self._made[known] = (
                model(pk=match.id)
                if isinstance(match, Matched)
                else model.objects.create(name=match.key, is_confirmed=False)
            )
        return self._made[known]

    def make(self, model, matches):
        """Make the new people or bodies among the matches, all at once."""
        new = [one for one in dict.fromkeys(matches) if isinstance(one, New)]
        made = model.learn([match.key for match in new])
        self._made |= zip(((model, match) for match in new), made, strict=True)

    def make_events(self, stories):
        """Make the new events of planned stories, all at once."""
        new = {story.event: story.story.event for story in stories if isinstance(story.event, New)}
        made = Event.objects.bulk_create(
            Event(kind=event_kind(printed.kind), name=printed.name, date=printed.date)
            for printed in new.values()
        )
        self._made |= zip(new, made, strict=True)

    def event(self, match):
        return Event(pk=match.id) if isinstance(match, Matched) else self._made.get(match)

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
        """`learned` says of (official, post) pairs where that was read. Known pairs stay."""
        officials = {official for official, _post in learned}
        known = set(
            Appointment.objects.filter(official__in=officials, ended=None).values_list(
                "official_id", "post_id"
            )
        )
        Appointment.objects.bulk_create(
            Appointment(official=official, post=post, is_confirmed=False, learned_from=place)
            for (official, post), place in learned.items()
            if (official.pk, post.pk) not in known
        )

    def _department_named(self, name):
        known = Department.objects.filter(name=name).first()
        known = known or Department.objects.filter(aliases__name=name).first()
        return known or self.entry(Department, New(name))
