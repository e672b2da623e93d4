from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """One day's paper."""

    date = models.DateField(_("date"), unique=True)
    number = models.PositiveIntegerField(
        _("issue number"), null=True, blank=True, help_text=_("As printed in the masthead.")
    )
    pages_expected = models.PositiveSmallIntegerField(
        _("pages expected"),
        null=True,
        blank=True,
        help_text=_(
            "How many pages were printed. Where nobody says, the highest page number that is known."
        ),
    )

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-date"]
        get_latest_by = "date"
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gt=0),
                name="edition_number_is_positive",
                violation_error_message=_("The issue number starts at 1."),
            ),
            models.CheckConstraint(
                condition=Q(pages_expected__gt=0),
                name="edition_has_a_page",
                violation_error_message=_("A paper has at least one page."),
            ),
        ]

    def __str__(self):
        return date_format(self.date, "Y-m-d")

    def get_absolute_url(self):
        return reverse("articles:edition", args=[self.date])

    def clean(self):
        super().clean()
        if _is_printed_otherwise(self, kept=["date"], filled=["number"]):
            raise ValidationError(
                _(
                    "Stories of this edition are released, so its date and issue number stay as "
                    "they were printed. A missing number can still be filled in."
                )
            )


class Page(models.Model):
    """One page of an edition. Its name is its section: 要闻, 综合."""

    edition = models.ForeignKey(
        Edition,
        verbose_name=_("edition"),
        on_delete=models.PROTECT,
        related_name="pages",
        db_index=False,
    )
    number = models.CharField(
        _("page number"), max_length=8, help_text=_("As printed, two digits or more: 01, A02.")
    )
    name = models.CharField(_("section"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["-edition__date", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "number"],
                name="page_number_is_unique_in_its_edition",
                violation_error_message=_("This edition already has a page of this number."),
            )
        ]

    def __str__(self):
        return f"{self.edition} · {self.label}"

    def get_absolute_url(self):
        return reverse("articles:page", args=[self.edition.date, self.number])

    def clean(self):
        super().clean()
        if _is_printed_otherwise(self, kept=["edition_id", "number"], filled=["name"]):
            raise ValidationError(
                _(
                    "Stories of this page are released, so its number and section stay as they "
                    "were printed. A missing section can still be filled in."
                )
            )

    @property
    def label(self):
        """第01版:要闻, as Chinese e-papers print it."""
        label = _("Page %(number)s") % {"number": self.number}
        return f"{label}：{self.name}" if self.name else label


def _is_printed_otherwise(row, kept, filled):
    """Whether a row with released stories would say otherwise than it does. guards/ holds it."""
    stored = type(row).objects.filter(pk=row.pk).values(*kept, *filled).first()
    if stored is None:
        return False
    changed = {name for name, value in stored.items() if getattr(row, name) != value}
    changed -= {name for name in filled if not stored[name]}
    return bool(changed) and row.versions.filter(publish_at__isnull=False).exists()
