from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.stages import Stage
from articles.models.version import Version


class Contribution(models.Model):
    """Somebody saved other words of a version: who wrote in a story does not approve it.

    `stage` is that of a reviewer who corrected the text under review, and may approve it there and
    nowhere else; empty for whoever wrote otherwise. Kept for good: guards/ holds it.
    """

    version = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="contributions",
        db_index=False,
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        related_name="contributions",
    )
    stage = models.PositiveSmallIntegerField(
        _("stage"), null=True, blank=True, choices=Stage.choices
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "by", "stage"],
                name="contribution_is_noted_once_for_each_stage",
            ),
            models.UniqueConstraint(
                fields=["version", "by"],
                condition=Q(stage__isnull=True),
                name="contribution_of_a_writer_is_noted_once",
            ),
        ]

    def __str__(self):
        return f"{self.by} · {self.version}"
