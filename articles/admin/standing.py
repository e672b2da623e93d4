"""Where a story stands, in the words of the newsroom: one value for lists, filters and the form."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Version


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


STAGES = (Standing.FIRST, Standing.SECOND, Standing.FINAL)


def standing(version, at=None):
    """The standing of a version that carries `approvals`, from with_approvals()."""
    at = at or timezone.now()
    if version.status == Version.Status.IN_REVIEW:
        if version.approvals < settings.REVIEW_STAGES:
            return STAGES[version.approvals]
        return Standing.READY
    if version.status != Version.Status.RELEASED:
        return Standing(version.status)
    if version.withdrawn_at is not None:
        return Standing.WITHDRAWN
    if version.superseded_at is not None and (
        version.superseded_at <= at or version.superseded_at == version.publish_at
    ):
        return Standing.SUPERSEDED
    return Standing.SCHEDULED if version.publish_at > at else Standing.LIVE


def standings():
    """The standings that a story can have under this newsroom's number of reviews."""
    unused = STAGES[settings.REVIEW_STAGES :]
    return [choice for choice in Standing if choice not in unused]


def with_standing(versions, wanted, at=None):
    """Those of the versions that stand so; the counterpart of `standing` for a queryset."""
    at = at or timezone.now()
    if wanted in STAGES:
        return versions.with_approvals().filter(
            status=Version.Status.IN_REVIEW, approvals=STAGES.index(wanted)
        )
    if wanted == Standing.READY:
        return versions.with_approvals().filter(
            status=Version.Status.IN_REVIEW, approvals__gte=settings.REVIEW_STAGES
        )
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
