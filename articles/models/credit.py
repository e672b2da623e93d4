from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version


class Credit(models.Model):
    """One name in a byline, as printed, and whom it means."""

    class Capacity(models.TextChoices):
        REPORTER = "reporter", _("reporter")
        CORRESPONDENT = "correspondent", _("correspondent")
        INTERN = "intern", _("intern")
        OTHER = "other", _("other")

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.CASCADE, related_name="credits"
    )
    as_printed = models.CharField(_("name as printed"), max_length=60)
    reporter = models.ForeignKey(
        "people.Reporter",
        verbose_name=_("reporter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="credits",
        db_index=False,
    )
    capacity = models.CharField(
        _("capacity"), max_length=14, choices=Capacity.choices, default=Capacity.REPORTER
    )
    has_text = models.BooleanField(_("words"), default=True)
    has_photos = models.BooleanField(_("pictures"), default=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("byline")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(has_text=True) | Q(has_photos=True),
                name="credit_has_a_contribution",
                violation_error_message=_("Somebody in the byline gave words, pictures or both."),
            ),
        ]
        indexes = [models.Index(fields=["reporter", "version"], name="credit_reporter_version")]

    def __str__(self):
        return f"{self.get_capacity_display()} {self.as_printed}"
