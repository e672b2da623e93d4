"""Stories to be written: pitched by whoever has an idea, decided on by an editor, then begun."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Assignment, Edition, Version, VersionDepartment
from articles.rights import worked_for, works_for

Status = Assignment.Status
# Whoever pitched a story is told for so long that it was declined.
TOLD_FOR = timedelta(days=7)


def may_decide(user):
    return user.has_perm("articles.decide_assignment")


def decides_on(user, assignment):
    """Whether this person decides on it, where a newsroom divides the work by department."""
    return may_decide(user) and works_for(user, assignment.department_id)


def may_change(user, assignment):
    """Whoever decides on it may change it; whoever pitched it may, until it is decided on."""
    if decides_on(user, assignment):
        return True
    return assignment.pitched_by_id == user.pk and assignment.status == Status.PITCHED


def may_begin(user, assignment):
    """Whoever is to write it; where nobody is named, anybody who writes for its department."""
    if assignment.status != Status.ACCEPTED or assignment.article_id:
        return False
    if not user.has_perm("articles.add_version"):
        return False
    writers = {writer.pk for writer in assignment.writers.all()}
    return user.pk in writers if writers else works_for(user, assignment.department_id)


def may_reopen(user, assignment):
    """Whoever decides on it, where its story was spiked and never printed."""
    return decides_on(user, assignment) and assignment.has_spiked_story


def to_write(user):
    """What this person is to write and has not begun, what is due first in front."""
    return Assignment.objects.unbegun().filter(writers=user).soonest_first()


def to_take(user):
    """What is to be written by whoever takes it, for those who write."""
    free = Assignment.objects.unbegun().filter(writers=None).soonest_first()
    return worked_for(user, free) if user.has_perm("articles.add_version") else free.none()


def to_decide(user):
    """Pitches, for whoever decides on them."""
    pitches = Assignment.objects.pitches().soonest_first()
    return worked_for(user, pitches) if may_decide(user) else pitches.none()


def to_be_written(user):
    """What nobody has begun, whoever is to write it, for whoever decides on it."""
    unbegun = Assignment.objects.unbegun().soonest_first()
    return worked_for(user, unbegun) if may_decide(user) else unbegun.none()


def pitches_of(user):
    """What this person pitched and nobody has decided on, and what was declined lately."""
    lately = Q(status=Status.DECLINED, decided_at__gte=timezone.now() - TOLD_FOR)
    pitches = Assignment.objects.filter(Q(status=Status.PITCHED) | lately, pitched_by=user)
    return pitches.soonest_first()


def unbegun_of(day):
    """What the paper of a day is to have and nobody has begun."""
    return Assignment.objects.unbegun().filter(day=day).soonest_first().prefetch_related("writers")


def propose(assignment, by):
    """Note who pitches it; an editor's own assignment needs no second decision. Saves nothing."""
    assignment.pitched_by = by
    if decides_on(by, assignment):
        assignment.status = Status.ACCEPTED
        assignment.decided_by, assignment.decided_at = by, timezone.now()


@transaction.atomic
def decide(assignment, accepts, *, by, note=""):
    """Accept a pitch or decline it; what was accepted can be declined until its story is begun.

    Raises PermissionDenied, or ValidationError with a sentence: declined without a note, begun, or
    decided so already.
    """
    if not may_decide(by):
        raise PermissionDenied(_("Your account does not decide on assignments."))
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if not decides_on(by, assignment):
        raise PermissionDenied(_("It is of a department that your account does not work for."))
    status = Status.ACCEPTED if accepts else Status.DECLINED
    if assignment.article_id:
        raise ValidationError(_("Its story is begun: spike the story instead."))
    if assignment.status == status:
        raise ValidationError(_("Somebody decided so already."))
    if not accepts and not note.strip():
        raise ValidationError(_("Say why it is declined: whoever pitched it reads that."))
    assignment.status, assignment.note = status, note.strip()
    assignment.decided_by, assignment.decided_at = by, timezone.now()
    assignment.save(update_fields=["status", "note", "decided_by", "decided_at"])
    return assignment


@transaction.atomic
def reopen(assignment, by):
    """Have it written anew, by another draft, where its story was spiked. The spiked one stays.

    Raises PermissionDenied for whoever does not decide on it, ValidationError where it has no
    spiked story.
    """
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    # A move of its story waits, or was made by now.
    Article.objects.select_for_update().filter(pk=assignment.article_id).first()
    if not assignment.has_spiked_story:
        raise ValidationError(_("Only an assignment whose story was spiked is written anew."))
    if not may_reopen(by, assignment):
        raise PermissionDenied(_("Your account does not decide on assignments."))
    assignment.article = None
    assignment.save(update_fields=["article"])
    return assignment


@transaction.atomic
def begin(assignment, by):
    """A draft that begins with what the assignment says; returns it.

    Raises PermissionDenied where it is somebody else's, ValidationError where it is not accepted or
    begun already.
    """
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if assignment.article_id:
        raise ValidationError(_("Somebody has begun this story already."))
    if assignment.status != Status.ACCEPTED:
        raise ValidationError(_("Nobody has accepted this pitch yet."))
    if not may_begin(by, assignment):
        raise PermissionDenied(_("This assignment is somebody else's."))
    edition = Edition.objects.filter(date=assignment.day).first() if assignment.day else None
    draft = Version.objects.create(
        article=Article.objects.create(),
        headline=assignment.headline,
        event=assignment.event,
        edition=edition,
        dated=assignment.day or timezone.localdate(),
        written_by=by,
    )
    if assignment.department:
        VersionDepartment.objects.create(version=draft, department=assignment.department)
    draft.seal()
    assignment.article = draft.article
    assignment.save(update_fields=["article"])
    return draft
