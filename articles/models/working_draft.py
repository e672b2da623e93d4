"""What stands in an open form and is not saved yet, and what was set aside when two texts met.

Neither is part of a story: readers never see it, no digest and no approval knows of it.
"""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version

# A form that has not spoken for so long is closed, or its browser is out of reach.
PRESENT_FOR = datetime.timedelta(seconds=30)


class WorkingDraftQuerySet(models.QuerySet):
    def present(self, at=None):
        """The forms that are open now."""
        at = at or timezone.now()
        return self.filter(seen_at__gt=at - PRESENT_FOR, finished_at__isnull=True)

    def kept(self):
        """Those that hold words which nobody saved or discarded."""
        return self.filter(kept_at__isnull=False, finished_at__isnull=True)

    def abandoned(self, at=None):
        """Rows without words that nothing asks for any more."""
        at = at or timezone.now()
        return self.filter(
            Q(kept_at__isnull=True) | Q(finished_at__isnull=False),
            changed_at__lt=at - datetime.timedelta(days=1),
        )


class WorkingDraft(models.Model):
    """One open form of one person. Its token is made with the form, so two tabs never meet.

    The row outlives the save without its words: a message of the form that arrives late finds
    that it is finished.
    """

    token = models.UUIDField(_("form"), unique=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.CASCADE,
        related_name="working_drafts",
    )
    version = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="working_drafts",
        help_text=_("Empty for a story that was never saved."),
        db_index=False,
    )
    # [[name, value], …] as the form would post it; a third value is the label of a choice.
    words = models.JSONField(_("words"), default=list)
    kept_at = models.DateTimeField(_("kept"), null=True, blank=True)
    seen_at = models.DateTimeField(_("last seen"), null=True, blank=True)
    finished_at = models.DateTimeField(_("saved or discarded"), null=True, blank=True)
    changed_at = models.DateTimeField(_("last change"), auto_now=True)

    objects = WorkingDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("working draft")
        verbose_name_plural = _("working drafts")
        ordering = ["-kept_at", "-id"]
        indexes = [models.Index(fields=["version", "seen_at"], name="working_draft_presence")]

    def __str__(self):
        return self.typed("headline") or str(self.token)

    def typed(self, name):
        """What the form holds in the field of that name."""
        return next((value for key, value, *_label in self.words if key == name), "")


class Merge(models.Model):
    """Two texts of a story were brought together, and these passages of either were not taken."""

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.CASCADE, related_name="merges"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        related_name="merges",
    )
    merged_at = models.DateTimeField(_("merged"), auto_now_add=True)
    # [{"label": …, "is_mine": …, "text": …}, …]
    set_aside = models.JSONField(_("set aside"), default=list)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-id"]

    def __str__(self):
        return str(self.version)
