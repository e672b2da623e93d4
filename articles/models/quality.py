"""The check of a printed edition (编校质量检查) and the errors that it found."""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition, Page
from articles.models.version import Version


class QualityCheck(models.Model):
    """An edition read again for errors after it was printed."""

    edition = models.OneToOneField(
        Edition, verbose_name=_("edition"), on_delete=models.PROTECT, related_name="quality_check"
    )
    characters = models.PositiveIntegerField(
        _("characters checked"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_(
            "By the official method what the pages hold: the characters of a line times the lines, "
            "headings and white space included, photos at 80 %. Left empty: the characters of the "
            "stories alone, which are fewer, so that the rate comes out higher."
        ),
    )
    remark = models.CharField(_("remark"), max_length=300, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    checked_at = models.DateTimeField(_("checked"), auto_now=True)

    class Meta:
        verbose_name = _("quality check")
        verbose_name_plural = _("quality checks")
        ordering = ["-edition__date"]

    def __str__(self):
        return str(self.edition)


class PrintedError(models.Model):
    """What a printed page has wrong, weighed by the official method (articles/error_rate.py)."""

    class Kind(models.TextChoices):
        CHARACTER = "character", _("one character wrong, missing or too many")
        CHARACTERS = "characters", _("two to five characters wrong, missing or too many")
        PASSAGE = "passage", _("more than five characters wrong, missing or too many")
        ORDER = "order", _("characters in the wrong order")
        NUMBER = "number", _("a number is wrong")
        FACT = "fact", _("fact, knowledge, logic or grammar")
        FOREIGN = "foreign", _("a word of another script")
        NUMBER_STYLE = "number_style", _("figures written against the standard")
        OTHER = "other", _("marks, units, layout and others: weighed by hand")

    class Where(models.TextChoices):
        TEXT = "text", _("running text")
        HEADING = "heading", _("headline, column head, folio line or masthead: counts double")
        IMPORTANT = "important", _("important name, date or picture in the text: counts double")

    WEIGHTS = {
        Kind.CHARACTER: Decimal(1),
        Kind.CHARACTERS: Decimal(2),
        Kind.PASSAGE: Decimal(4),
        Kind.ORDER: Decimal(1),
        Kind.NUMBER: Decimal(1),
        Kind.FACT: Decimal(1),
        Kind.FOREIGN: Decimal(1),
        Kind.NUMBER_STYLE: Decimal("0.1"),
    }

    quality_check = models.ForeignKey(
        QualityCheck,
        verbose_name=_("quality check"),
        on_delete=models.CASCADE,
        related_name="errors",
    )
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, blank=True, on_delete=models.PROTECT
    )
    story = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="printed_errors",
    )
    printed = models.CharField(_("as printed"), max_length=200)
    right = models.CharField(_("is right"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.CHARACTER)
    where = models.CharField(_("where"), max_length=20, choices=Where, default=Where.TEXT)
    times = models.PositiveSmallIntegerField(
        _("places"), default=1, validators=[MinValueValidator(1), MaxValueValidator(999)]
    )
    weight = models.DecimalField(
        _("weight"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.1"))],
        help_text=_("By hand only: 0.1 for a mark."),
    )

    class Meta:
        verbose_name = _("error in print")
        verbose_name_plural = _("errors in print")
        ordering = ["page__number", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="other", weight__isnull=False)
                | (~Q(kind="other") & Q(weight__isnull=True)),
                name="printed_error_weighed_once",
                violation_error_message=_(
                    "Give a weight to what is weighed by hand, and to nothing else: the method "
                    "weighs the other kinds."
                ),
            )
        ]

    def __str__(self):
        return f"{self.printed} → {self.right}" if self.right else self.printed
