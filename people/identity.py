"""Who is who: merge two entries, split one, take one out, say whom a printed name means; undo.

What was printed never changes, only what it is linked to.
"""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from people.journal import NAMED, Journal, links_to, named, take_back
from people.locks import lock_directory
from people.models import (
    Appointment,
    Department,
    DepartmentAlias,
    IdentityChange,
    Official,
    OfficialAlias,
    Post,
)
from people.moving import fill, move_links

# Rows that are part of an entry, and go with it when it is taken out.
OWNED = {Department: {DepartmentAlias, Post}, Official: {Appointment, OfficialAlias}}


def merge(kept, other, by):
    """Make `other` one with `kept`: links, posts, aliases and address; `other` is then deleted.

    Raises ValidationError where what somebody confirmed of both cannot be true of one.
    """
    try:
        return _merge(kept, other, by)
    except IntegrityError:
        return _merge_anew(kept, other, by)


def _merge_anew(kept, other, by):
    """Merge once more: what stood in the way may be a story that was saved meanwhile."""
    try:
        return _merge(kept, other, by)
    except IntegrityError as refused:
        raise ValidationError(
            _("What is known of %(kept)s and of %(other)s cannot be true of one: correct it first.")
            % {"kept": kept, "other": other},
            code="contradiction",
        ) from refused


@transaction.atomic
def _merge(kept, other, by):
    lock_directory()
    kept, other = _locked(kept, other)
    change = _change(IdentityChange.Kind.MERGE, kept, by)
    change.other_id, change.other_name, change.other_slug = other.pk, other.name, other.slug
    journal = Journal()
    if isinstance(kept, Department):
        _refuse_two_heads(kept, other)
        _lift_out(kept, other, journal)
        _is_no_other_name(kept, other, journal)
    move_links(kept, other, journal)
    fill(kept, other, journal)
    _keep_as_alias(kept, other.name, journal)
    _await_links(other)
    journal.delete(type(other), [other])
    return _record(change, journal)


@transaction.atomic
def split(official, by, *, mentions=(), appointments=(), name="", note=""):
    """Move some mentions and appointments, by key, to a new official: the change, on record."""
    lock_directory()
    official = Official.objects.select_for_update(no_key=True).get(pk=official.pk)
    mentions, appointments = set(mentions), set(appointments)
    if not mentions and not appointments:
        raise ValidationError(_("Choose at least one story or post that belongs to the other."))
    for rows, chosen in ((official.mentions, mentions), (official.appointments, appointments)):
        if rows.filter(pk__in=chosen).count() != len(chosen):
            raise ValidationError(
                _("Some of what you chose has meanwhile gone to somebody else. Look again.")
            )
    journal = Journal()
    new = Official(
        name=name.strip() or official.name, note=note.strip(), is_confirmed=official.is_confirmed
    )
    journal.insert(new)
    moved = {"before": {"official_id": official.pk}, "after": {"official_id": new.pk}}
    journal.update(official.mentions.model, sorted(mentions), **moved)
    try:
        with transaction.atomic():
            journal.update(Appointment, sorted(appointments), **moved)
    except IntegrityError as refused:
        raise ValidationError(
            _("The two would hold a post at once that has one holder: first correct its days.")
        ) from refused
    change = _change(IdentityChange.Kind.SPLIT, official, by)
    change.other_id, change.other_name = new.pk, new.name
    return _record(change, journal)


@transaction.atomic
def link(mentions, official, by):
    """Say whom unlinked mentions mean, or the one that somebody merged him into meanwhile.

    A story that names the official already is left out.
    """
    lock_directory()
    official = became(Official, official.pk)
    if official is None:
        raise ValidationError(_("That official is gone meanwhile."))
    journal = Journal()
    _link(mentions, official, journal)
    return _record_link(official, by, journal)


@transaction.atomic
def link_to_new(mentions, by, *, name, note="", posts=None):
    """Make an official of whom unlinked mentions mean: a proposal, as readers see the name only
    once a live story tells it. `posts` says where each post that the stories print was read.
    """
    lock_directory()
    journal = Journal()
    official = Official(name=name, note=note.strip(), is_confirmed=False)
    journal.insert(official)
    _link(mentions, official, journal)
    for post, place in (posts or {}).items():
        journal.insert(Appointment.proposed(official, post, place))
    return _record_link(official, by, journal)


@transaction.atomic
def take_out(entry, by):
    """Take out what was entered by mistake: the change, which keeps every row and can be undone.

    Refuses where anything refers to it: then it is merged, or those are linked to another first.
    """
    lock_directory()
    journal = Journal()
    entry = type(entry)._base_manager.select_for_update(of=("self",)).get(pk=entry.pk)
    change = IdentityChange(
        kind=IdentityChange.Kind.TAKE_OUT,
        about=entry._meta.model_name,
        kept_id=entry.pk,
        kept_name=str(entry)[:100],
        by=by,
    )
    _take_out(entry, journal)
    change.rows = journal.entries
    change.save()
    return change


@transaction.atomic
def undo(change, by):
    """Put every row back as it was before the change. Refuses when one was written meanwhile."""
    lock_directory()
    change = IdentityChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if not change.is_standing:
        raise ValidationError(_("This was undone already."))
    try:
        with transaction.atomic():
            take_back(change.rows)
    except IntegrityError as refused:
        raise ValidationError(
            _("What was written meanwhile stands in the way of undoing this.")
        ) from refused
    change.undone_at, change.undone_by = timezone.now(), by
    change.save(update_fields=["undone_at", "undone_by"])
    return change


def moved_to(model, slug):
    """The entry that a merged one at this address became, through any number of merges, or None."""
    change = _merges(model).filter(other_slug=slug).first()
    return change and became(model, change.kept_id)


def became(model, pk):
    """The entry that this one is today, through any number of merges, or None."""
    while pk is not None:
        entry = model.objects.filter(pk=pk).first()
        if entry:
            return entry
        pk = _merges(model).filter(other_id=pk).values_list("kept_id", flat=True).first()
    return None


def _merges(model):
    return IdentityChange.objects.retired(model._meta.model_name)


def _take_out(entry, journal):
    for link in links_to(type(entry)):
        found = link.model._base_manager.filter(**{link.attname: entry.pk})
        if link.model in OWNED.get(type(entry), ()):
            for row in found:
                _take_out(row, journal)
        elif found := found[: NAMED + 1]:
            raise ValidationError(
                _("%(entry)s stays, because it is referred to: %(rows)s.")
                % {"entry": entry, "rows": named(link.model, found)}
            )
    journal.delete(type(entry), [entry])


def _locked(kept, other):
    if type(kept) is not type(other) or kept.pk == other.pk:
        raise ValidationError(_("Choose two different entries of one kind."))
    found = type(kept)._base_manager.select_for_update(of=("self",), no_key=True).order_by("pk")
    rows = {row.pk: row for row in found.filter(pk__in=(kept.pk, other.pk))}
    if len(rows) < 2:
        raise ValidationError(_("One of the two is gone meanwhile."))
    return rows[kept.pk], rows[other.pk]


def _await_links(entry):
    """Wait for whoever is saving a link to the entry, and let nobody save another.

    Only once its known links are moved: whoever holds one of them may be waiting for the entry.
    """
    type(entry)._base_manager.select_for_update(of=("self",)).get(pk=entry.pk)


def _change(kind, kept, by):
    return IdentityChange(
        kind=kind, about=kept._meta.model_name, kept_id=kept.pk, kept_name=kept.name, by=by
    )


def _record(change, journal):
    change.rows = journal.entries
    counts = _counts(journal.entries)
    change.moved, change.unlinked, change.joined = counts
    # The entry itself is deleted by a merge: that joins nothing but the two.
    change.joined -= change.kind == IdentityChange.Kind.MERGE
    change.save()
    return change


def _counts(entries):
    """The links moved, the links taken off, and the rows joined."""
    moved = unlinked = joined = 0
    for entry in entries:
        if entry["act"] == "delete":
            joined += len(entry["rows"])
        elif entry["act"] == "update" and any(key.endswith("_id") for key in entry["after"]):
            is_off = None in entry["after"].values()
            unlinked += len(entry["pks"]) * is_off
            moved += len(entry["pks"]) * (not is_off)
    return moved, unlinked, joined


def _link(mentions, official, journal):
    """The first mention of each story that is unlinked and does not name the official yet."""
    named = set(
        official.mentions.filter(version__in=mentions.values("version")).values_list(
            "version", flat=True
        )
    )
    chosen = []
    unlinked = mentions.model.objects.select_for_update(of=("self",)).filter(official=None)
    rows = unlinked.filter(pk__in=mentions.values("pk")).order_by("version", "position", "pk")
    for pk, version in rows.values_list("pk", "version"):
        if version not in named:
            named.add(version)
            chosen.append(pk)
    if not chosen:
        raise ValidationError(
            _("The stories name this official already, or were settled meanwhile.")
        )
    journal.update(mentions.model, chosen, {"official_id": None}, {"official_id": official.pk})


def _record_link(official, by, journal):
    change = _change(IdentityChange.Kind.LINK, official, by)
    change.other_name = official.name
    return _record(change, journal)


def _lift_out(kept, other, journal):
    """A body that stands somewhere under the other is first put beside it: no ring of parents."""
    above, seen = kept.parent_id, set()
    while above and above not in seen:
        if above == other.pk:
            journal.update(
                Department,
                [kept.pk],
                {"parent_id": kept.parent_id},
                {"parent_id": other.parent_id},
            )
            kept.parent_id = other.parent_id
            return
        seen.add(above)
        above = Department.objects.values_list("parent_id", flat=True).get(pk=above)


def _is_no_other_name(kept, other, journal):
    """Whoever keeps the short name settles that it is no other name of the long one."""
    if kept.same_as_id == other.pk:
        journal.update(Department, [kept.pk], {"same_as_id": other.pk}, {"same_as_id": None})
        kept.same_as_id = None


def _keep_as_alias(kept, name, journal):
    if name == kept.name:
        return
    if isinstance(kept, Department) and not DepartmentAlias.objects.filter(name=name).exists():
        journal.insert(DepartmentAlias(department=kept, name=name))
    if isinstance(kept, Official) and not kept.aliases.filter(name=name).exists():
        journal.insert(OfficialAlias(official=kept, name=name))


def _refuse_two_heads(kept, other):
    """Two bodies that are one have one head: whoever both name for a post must agree."""
    posts = {post.title: post for post in kept.posts.all()}
    held = Appointment.objects.filter(post__department=other, is_confirmed=True)
    for appointment in held.select_related("official", "post"):
        if post := posts.get(appointment.post.title):
            appointment.post = post
            appointment.refuse_overlaps()
