"""What imports learned and nobody has confirmed, and where it was learned."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from people import identity
from people.models import Appointment, Department, Official
from people.stories import WAYS, first_stories, named_again

# What a proposal says of an entry beside its name.
RELATED = {Department: ("parent", "same_as")}


@dataclass(frozen=True, slots=True)
class Learned:
    """An entry that waits for somebody to confirm it, and the story that told it first.

    `title` is that of an official, as the story printed it. `is_again` where another story names
    the entry too.
    """

    entry: Any
    story: Any = None
    title: str = ""
    is_again: bool = False

    @property
    def place(self):
        return getattr(self.entry, "learned_from", "") or str(self.story or "")


def learned_in(edition):
    """By model, what the stories of an edition were the first to name, dismissed bodies apart."""
    found = {model: _first_named(model, edition, is_dismissed=False) for model in WAYS}
    appointments = Appointment.objects.filter(
        is_confirmed=False,
        learned_from__startswith=str(edition.date),
        post__department__is_dismissed=False,
    )
    found[Appointment] = [
        Learned(held, is_again=held.printed > 1)
        for held in appointments.select_related("official", "post__department").annotate(
            printed=Count(
                "official__mentions__version__article",
                filter=Q(official__mentions__posts=F("post")),
                distinct=True,
            )
        )
    ]
    return found


def follow(versions, earlier, day):
    """Have what these stories taught of posts go along when their paper turns out to be of `day`.

    What is confirmed stays, and so does a day on which it began: somebody said so.
    """
    printed = Appointment.objects.filter(
        learned_from__startswith=str(earlier),
        official__mentions__version__in=versions,
        official__mentions__posts=F("post"),
    )
    # Asked of the locked row itself: somebody may confirm it while we wait.
    proposed = Appointment.objects.filter(is_confirmed=False, pk__in=printed.values("pk"))
    moved = list(proposed.order_by("pk").select_for_update())
    for held in moved:
        held.learned_from = held.learned_from.replace(str(earlier), str(day), 1)
        if held.started is None and held.started_latest == earlier:
            held.started_latest = day
    Appointment.objects.bulk_update(moved, ["learned_from", "started_latest"])


def dismissed_in(edition):
    """The bodies that the stories of an edition were the first to name, and somebody dismissed."""
    return _first_named(Department, edition, is_dismissed=True)


def _first_named(model, edition, *, is_dismissed):
    waiting = model.objects.filter(is_confirmed=False)
    if model is Department:
        waiting = waiting.filter(is_dismissed=is_dismissed)
    first, *others = (
        waiting.filter(**{f"{way}__edition": edition}).order_by().values_list("pk", flat=True)
        for way in WAYS[model]
    )
    named = set(first.union(*others))
    if not named:
        return []
    stories = first_stories(model, named)
    here = [pk for pk in named if stories[pk].edition_id == edition.pk]
    titles = _titles(stories) if model is Official else {}
    again = named_again(model, here)
    return [
        Learned(entry, stories[entry.pk], titles.get(entry.pk, ""), entry.pk in again)
        for entry in model.objects.filter(pk__in=here).select_related(*RELATED.get(model, ()))
    ]


def _titles(stories):
    """By key of an official, the title that the story printed; `stories` are by the same key."""
    mentions = Official._meta.get_field("mentions").related_model.objects
    told = {(pk, story.pk) for pk, story in stories.items()}
    rows = mentions.filter(official__in=stories, version__in=[pk for _, pk in told]).order_by("pk")
    return {
        official: title
        for official, version, title in rows.values_list("official", "version", "title_as_printed")
        if (official, version) in told
    }


@transaction.atomic
def confirm(queryset):
    """Somebody checked what the importer had learned: those entries that were not confirmed yet.

    Returns them, and why others stay, in a sentence each: two people in a post that has one holder,
    or the post of an official or in a body that nobody has confirmed.
    """
    if queryset.model is Appointment:
        queryset = queryset.select_related("official", "post__department")
    entries = list(queryset.select_for_update(of=("self",), no_key=True).filter(is_confirmed=False))
    refusals = []
    if queryset.model is Appointment:
        entries, refusals = _confirm_one_by_one(entries)
    values = {"is_confirmed": True}
    if queryset.model is Department:
        values["is_dismissed"] = False
    queryset.model.objects.filter(pk__in=[entry.pk for entry in entries]).update(**values)
    return entries, refusals


@transaction.atomic
def dismiss(bodies, *, is_dismissed=True):
    """Somebody saw that these are no bodies, or, where not `is_dismissed`, that they may be.

    Returns those of them that wait. The rows stay: an import that reads the words again finds them.
    """
    waiting = bodies.filter(is_confirmed=False, is_dismissed=not is_dismissed)
    found = list(waiting.select_for_update(of=("self",), no_key=True))
    bodies.model.objects.filter(pk__in=[body.pk for body in found]).update(
        is_dismissed=is_dismissed
    )
    return found


def _confirm_one_by_one(appointments):
    """Each sees those before it. The rows are read with their posts, and written here."""
    confirmed, refusals = [], []
    for appointment in appointments:
        appointment.is_confirmed = True
        try:
            _refuse_unconfirmed(appointment)
            appointment.refuse_overlaps()
        except ValidationError as refused:
            refusals += refused.messages
        else:
            appointment.save(update_fields=["is_confirmed"])
            confirmed.append(appointment)
    return confirmed, refusals


def _refuse_unconfirmed(appointment):
    """Raises ValidationError where the official or the body waits to be confirmed itself."""
    ends = appointment.official, appointment.post.department
    if waiting := [str(end) for end in ends if not end.is_confirmed]:
        raise ValidationError(
            _("%(appointment)s goes on waiting: confirm %(names)s first.")
            % {"appointment": appointment, "names": ", ".join(waiting)}
        )


@transaction.atomic
def merge_proposed(bodies, by):
    """Somebody agrees that these are other names of bodies: the merges, on record."""
    return [identity.merge(body.same_as, body, by) for body in bodies if body.same_as_id]
