from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version


class WaiverQuerySet(models.QuerySet):
    def open(self):
        return self.filter(taken_back_at__isnull=True)


class Waiver(models.Model):
    """What verification found and somebody let stand: one rule, on these words, in this sentence.

    It holds in every version of the article, as long as the sentence stands so. Somebody may take
    it back; nothing else of the row ever changes.
    """

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.CASCADE, related_name="waivers"
    )
    rule = models.CharField(_("rule"), max_length=30)
    words = models.TextField(_("printed text"))
    sentence = models.TextField(_("sentence"))
    reason = models.CharField(_("why it is no error"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        related_name="waivers",
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken back by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = WaiverQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="waiver_has_a_reason",
                violation_error_message=_("Say why it is no error: that goes on record."),
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="waiver_is_taken_back_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.words} · {self.reason}"
