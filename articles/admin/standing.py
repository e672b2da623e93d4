"""Where a story stands, in the words of the newsroom: one value for lists, filters and the form."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.approvals import valid_approvals
from articles.models import Stage, Version, stages_here


class Standing(models.TextChoices):
    DRAFT = "draft", _("draft")
    FIRST = "first", _("waiting for first review")
    SECOND = "second", _("waiting for second review")
    FINAL = "final", _("waiting for final review")
    READY = "ready", _("ready to release")
    SCHEDULED = "scheduled", _("scheduled")
    LIVE = "live", _("live")
    SUPERSEDED = "superseded", _("superseded")
    WITHDRAWN = "withdrawn", _("withdrawn")
    SPIKED = "spiked", _("spiked")


WAITING = {
    Stage.FIRST: Standing.FIRST,
    Stage.SECOND: Standing.SECOND,
    Stage.FINAL: Standing.FINAL,
}


def standing(version, at=None):
    """The standing of a version that carries `approvals`, from with_approvals()."""
    at = at or timezone.now()
    if version.status == Version.Status.IN_REVIEW:
        waiting = _waiting_here()
        return waiting[version.approvals] if version.approvals < len(waiting) else Standing.READY
    if version.status != Version.Status.RELEASED:
        return Standing(version.status)
    if version.withdrawn_at is not None:
        return Standing.WITHDRAWN
    if version.superseded_at is not None and (
        version.superseded_at <= at or version.superseded_at == version.publish_at
    ):
        return Standing.SUPERSEDED
    return Standing.SCHEDULED if version.publish_at > at else Standing.LIVE


def review_track(version):
    """The stages of review in order, each with the approval that counts, or None."""
    approvals = {
        decision.stage: decision for decision in valid_approvals(version).select_related("by")
    }
    return [(stage.label, approvals.get(stage)) for stage in stages_here()]


def standings():
    """The standings that a story can have under this newsroom's number of reviews."""
    unused = {*WAITING.values()} - {*_waiting_here()}
    return [choice for choice in Standing if choice not in unused]


def _waiting_here():
    return [WAITING[stage] for stage in stages_here()]


def with_standing(versions, wanted, at=None):
    """Those of the versions that stand so; the counterpart of `standing` for a queryset."""
    at = at or timezone.now()
    steps = [*_waiting_here(), Standing.READY]
    if wanted in steps:
        return versions.with_approvals().filter(
            status=Version.Status.IN_REVIEW, approvals=steps.index(wanted)
        )
    if wanted in WAITING.values():
        return versions.none()
    if wanted == Standing.LIVE:
        return versions.live(at)
    if wanted in (Standing.DRAFT, Standing.SPIKED):
        return versions.filter(status=wanted)
    open_ended = Q(superseded_at__isnull=True) | Q(superseded_at__gt=at)
    never_comes = Q(superseded_at=F("publish_at"))
    conditions = {
        Standing.SCHEDULED: Q(open_ended, ~never_comes, publish_at__gt=at, withdrawn_at=None),
        Standing.SUPERSEDED: Q(Q(superseded_at__lte=at) | never_comes, withdrawn_at=None),
        Standing.WITHDRAWN: Q(withdrawn_at__isnull=False),
    }
    return versions.filter(conditions[wanted])
