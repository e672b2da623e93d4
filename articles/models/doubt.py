from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.source import SourceDocument
from articles.models.version import Version


class DoubtQuerySet(models.QuerySet):
    def open(self):
        return self.filter(settled_at__isnull=True)


class Doubt(models.Model):
    """Something that the importer wants a person to look at. Open ones block release."""

    class Kind(models.TextChoices):
        """What the parser may doubt: the names of `parsing.lexicon.DOUBTS`."""

        DOUBTFUL_JOIN = "doubtful_join", _("text may be lost where two fragments were joined")
        DOUBTFUL_BREAK = "doubtful_break", _("the paragraph may go on in the next one")
        UNFINISHED = "unfinished", _("the paragraph breaks off")
        UNBALANCED = "unbalanced", _("a quotation mark or bracket has no partner")
        REPLACEMENT_CHARACTER = "replacement_character", _("a character could not be read")
        AFTER_EDITION = "after_edition", _("the date lies after the edition")
        IMPOSSIBLE_DATE = "impossible_date", _("there is no such day")
        DOUBTFUL_HEADLINE = "doubtful_headline", _("which line is the headline is not certain")
        DOUBTFUL_CAPTION = (
            "doubtful_caption",
            _("the caption below the text may be a paragraph of it"),
        )
        NO_TEXT = "no_text", _("there is a headline and no text")

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.CASCADE, related_name="doubts"
    )
    kind = models.CharField(_("kind"), max_length=24, choices=Kind.choices)
    quote = models.CharField(_("printed text"), max_length=300, blank=True)
    break_at = models.PositiveSmallIntegerField(
        _("break"),
        null=True,
        blank=True,
        help_text=_("How much of the printed text stands before the break that it is about."),
    )
    paragraph = models.PositiveSmallIntegerField(
        _("paragraph"),
        null=True,
        blank=True,
        help_text=_("Counted from 0; empty for the whole story."),
    )
    document = models.ForeignKey(
        SourceDocument,
        verbose_name=_("source document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="doubts",
    )
    first_line = models.PositiveIntegerField(_("first source line"), null=True, blank=True)
    last_line = models.PositiveIntegerField(_("last source line"), null=True, blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="doubts_settled",
    )
    settled_note = models.CharField(_("how it was settled"), max_length=300, blank=True)

    objects = DoubtQuerySet.as_manager()

    class Meta:
        verbose_name = _("doubt")
        verbose_name_plural = _("doubts")
        ordering = ["version", "paragraph", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="doubt_is_settled_by_somebody",
                violation_error_message=_("A doubt is settled by somebody at some moment."),
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | ~Q(settled_note=""),
                name="doubt_is_settled_for_a_reason",
                violation_error_message=_("A doubt is settled only with a reason."),
            ),
            models.CheckConstraint(
                condition=Q(first_line__isnull=True) | Q(last_line__gte=F("first_line")),
                name="doubt_lines_are_in_order",
            ),
        ]
        indexes = [
            models.Index(
                fields=["version"], condition=Q(settled_at__isnull=True), name="doubt_open"
            )
        ]

    def __str__(self):
        return self.get_kind_display()

    @property
    def is_open(self):
        return self.settled_at is None

    def source_lines(self):
        """The source beside the doubt, as (number, line) pairs."""
        if self.document is None or self.first_line is None:
            return []
        return self.document.lines(self.first_line, self.last_line)
