"""A change of leaders (任免): who leaves a post, who comes, from which day, by which document.

It is written in one transaction and kept as one `IdentityChange`, so that it is on record and can
be undone as a whole (people/identity.py).
"""

from copy import copy
from dataclasses import dataclass, replace
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from people.journal import Journal
from people.models import Appointment, Department, IdentityChange, Official, Post, day_in_words
from people.periods import PartialDate
from people.stories import latest_that_print

# Whoever has both may enter a change of leaders.
APPOINTING = {"people.add_appointment", "people.change_appointment"}
ACTS = {"insert": "add", "update": "change"}


@dataclass(frozen=True, slots=True)
class Coming:
    """Who takes the post. A new person has a name, and a note where there are namesakes.

    `gives_up` are appointments to other posts that end on the same day.
    """

    official: Official | None = None
    name: str = ""
    note: str = ""
    manner: str = Appointment.Manner.FULL
    document_order: int | None = None
    gives_up: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeOfLeaders:
    """As an editor means it. The post may be one that is not saved yet.

    `day` is the first day of whoever comes, and the first day out of office of whoever leaves.
    """

    post: Post
    day: PartialDate
    document: str = ""
    leaving: tuple[Appointment, ...] = ()
    coming: Coming | None = None

    def sentences(self):
        """What will be written, one sentence a row."""
        yield from self._changes()
        if learned := [str(one) for one in self.named if not one.is_confirmed]:
            yield _("By this these are confirmed: %(names)s.") % {"names": "、".join(learned)}

    @property
    def named(self):
        """The entries that the change names, each once: the body, and officials that are there."""
        coming = self.coming
        ending = (*self.leaving, *(coming.gives_up if coming else ()))
        officials = [held.official for held in ending]
        if coming and coming.official:
            officials.append(coming.official)
        return list(dict.fromkeys((self.post.department, *officials)))

    def _changes(self):
        if self.post.pk is None:
            yield _("%(post)s becomes a post in the directory.") % {"post": self.post}
        for held in self.leaving:
            yield self._leaves(held)
        if not self.coming:
            return
        coming = self.coming
        name = coming.official or coming.name
        if not coming.official:
            note = f" ({coming.note})" if coming.note else ""
            yield _("%(name)s%(note)s becomes an official in the directory.") % {
                "name": name,
                "note": note,
            }
        values = {"name": name, "post": self.post, "day": day_in_words(self.day)}
        if coming.manner == Appointment.Manner.FULL:
            yield _("%(name)s holds %(post)s from %(day)s.") % values
        else:
            manner = Appointment.Manner(coming.manner).label
            yield _("%(name)s holds %(post)s from %(day)s, %(manner)s.") % {
                **values,
                "manner": manner,
            }
        for held in coming.gives_up:
            yield self._leaves(held)

    def _leaves(self, held):
        return _("%(name)s is no longer %(post)s from %(day)s.") % {
            "name": held.official,
            "post": held.post,
            "day": day_in_words(self.day),
        }


def in_office(post):
    """Who holds the post, confirmed or not, as far as no end is known: appointments."""
    held = Appointment.objects.filter(post=post.pk, ended_latest=None) if post.pk else ()
    return held and held.select_related("official", "post__department")


@transaction.atomic
def carry_out(change, by):
    """Write the change: the `IdentityChange` that tells it.

    Raises ValidationError where the days contradict each other, where somebody else holds the post
    at that time, or where somebody who leaves has left meanwhile.
    """
    if not change.leaving and not change.coming:
        raise ValidationError(_("Say who leaves, who comes, or both."))
    journal = Journal()
    post = _locked_post(change.post, journal)
    for entry in change.named:
        _confirm(entry, journal)
    for held in change.leaving:
        _end(held, change, journal)
    if change.coming:
        for held in change.coming.gives_up:
            _end(held, change, journal)
        _begin(post, change, journal)
    return IdentityChange.objects.create(
        kind=IdentityChange.Kind.LEADERS,
        about=Department._meta.model_name,
        kept_id=post.department_id,
        kept_name=post.department.name,
        other_name=_in_short(change)[:100],
        rows=journal.entries,
        by=by,
    )


def rehearse(change, by):
    """Refuse what `carry_out` would refuse, and write nothing: the record as it would be."""
    with transaction.atomic():
        # Writing gives a new post a number, which it must not keep.
        record = carry_out(replace(change, post=copy(change.post)), by)
        transaction.set_rollback(True)
    return record


def rights(record):
    """The permissions that a change needs of whoever looks at it, writes or undoes it.

    Those to appoint, and to add or change each kind of entry that it writes.
    """
    written = {(entry["model"], ACTS[entry["act"]]) for entry in record.rows}
    return APPOINTING | {model.replace(".", f".{act}_") for model, act in written}


def left_by(change):
    """The appointments that a change on record ended."""
    ended = [
        pk
        for entry in change.rows
        if entry["act"] == "update" and "ended_latest" in entry["after"]
        for pk in entry["pks"]
    ]
    found = Appointment.objects.filter(pk__in=ended).select_related("official", "post__department")
    return list(found.order_by("pk"))


def people_of(change):
    """The officials whose posts a change on record began or ended."""
    written = {
        pk
        for entry in change.rows
        if entry["model"] == Appointment._meta.label_lower
        for pk in entry.get("pks", [row["id"] for row in entry.get("rows", ())])
    }
    return Official.objects.filter(appointments__in=written).distinct()


def stories_since(change):
    """By appointment that a change ended: the stories dated since then that print the old post."""
    return [
        (held, latest_that_print(held.official, held.post, held.ended or held.ended_latest))
        for held in left_by(change)
        if held.ended_latest
    ]


def _locked_post(post, journal):
    if post.pk is None:
        journal.insert(post)
        return post
    return Post.objects.select_for_update(of=("self",)).select_related("department").get(pk=post.pk)


def _confirm(entry, journal):
    """What an import learned of somebody who leaves or comes, or of the body, is known by it."""
    if not type(entry).objects.filter(pk=entry.pk, is_confirmed=True).exists():
        journal.update(type(entry), [entry.pk], {"is_confirmed": False}, {"is_confirmed": True})


def _end(held, change, journal):
    """Whoever leaves is confirmed by it, and was there the day before at the latest.

    Refused where the post has one holder and another is known at that time: somebody whom a story
    named by mistake, or who left before, does not leave by this.
    """
    held = (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("official", "post__department")
        .get(pk=held.pk)
    )
    if held.ended_latest:
        raise ValidationError(
            _("%(held)s has ended already. Look again.") % {"held": held}, code="ended"
        )
    names = ("started_latest", "ended", "ended_latest", "end_document", "is_confirmed")
    before = {name: getattr(held, name) for name in names}
    held.end, held.end_document, held.is_confirmed = change.day, change.document, True
    if held.started is None and held.started_latest:
        held.started_latest = min(held.started_latest, held.ended_latest - timedelta(days=1))
    held.validate_constraints()
    held.refuse_overlaps()
    after = {name: getattr(held, name) for name in names}
    journal.update(Appointment, [held.pk], before, after)


def _begin(post, change, journal):
    """Whoever comes is in the directory from now on, and what was learned of it is confirmed."""
    coming = change.coming
    official = coming.official
    if official is None:
        official = Official(name=coming.name, note=coming.note)
        journal.insert(official)
    known = Appointment.objects.select_for_update().filter(
        official=official, post=post, ended_latest=None
    )
    held = known.first() or Appointment(official=official, post=post)
    if held.pk and held.is_confirmed and held.start:
        raise ValidationError(
            _("%(name)s holds %(post)s already, since %(day)s.")
            % {"name": official, "post": post, "day": day_in_words(held.start)}
        )
    names = ("started", "started_latest", "manner", "document", "document_order", "is_confirmed")
    before = {name: getattr(held, name) for name in names}
    held.start, held.manner, held.document = change.day, coming.manner, change.document
    held.document_order, held.is_confirmed = coming.document_order, True
    held.post = post
    held.refuse_overlaps()
    if held.pk:
        after = {name: getattr(held, name) for name in names}
        journal.update(Appointment, [held.pk], before, after)
    else:
        journal.insert(held)


def _in_short(change):
    """局长：沈砚秋 → 卞敬庭."""
    leaving = "、".join(held.official.name for held in change.leaving)
    coming = change.coming and (change.coming.official or change.coming.name)
    return f"{change.post.title}：{leaving or '—'} → {coming or '—'}"
