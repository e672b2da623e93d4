from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.version import Version


class ReaderReportQuerySet(models.QuerySet):
    def open(self):
        return self.filter(settled_at__isnull=True)


class ReaderReport(models.Model):
    """What a reader says is wrong in a story (我要纠错), and what the desk made of it.

    Readers have no account. `contact` and `sender` are kept no longer than they are needed:
    reader_reports.py says how long.
    """

    class Outcome(models.TextChoices):
        CORRECTION = "correction", _("correction begun")
        NO_ERROR = "no_error", _("no error")
        DUPLICATE = "duplicate", _("reported before")

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="reader_reports"
    )
    version = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        on_delete=models.PROTECT,
        related_name="reader_reports",
        help_text=_("The words that the reader read."),
    )
    passage = models.TextField(_("passage"), max_length=300, blank=True)
    message = models.TextField(_("what is wrong"), max_length=1000)
    contact = models.CharField(_("contact"), max_length=100, blank=True)
    sender = models.CharField(
        _("sender"),
        max_length=64,
        blank=True,
        editable=False,
        help_text=_("Digest of the address it came from, for the limit of reports."),
    )
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)
    note = models.CharField(_("how it was settled"), max_length=300, blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reader_reports_settled",
    )

    objects = ReaderReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader’s report")
        verbose_name_plural = _("readers’ reports")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(message=""),
                name="readerreport_says_something",
                violation_error_message=_("Say what is wrong."),
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, outcome="", note="")
                | Q(settled_at__isnull=False, settled_by__isnull=False)
                & ~Q(outcome="")
                & ~Q(note=""),
                name="readerreport_is_settled_by_somebody",
                violation_error_message=_("A report is settled by somebody, with a note."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=Q(settled_at__isnull=True),
                name="readerreport_open",
            ),
            models.Index(
                fields=["created_at", "sender"],
                condition=~Q(sender=""),
                name="readerreport_of_a_day",
            ),
        ]

    def __str__(self):
        return self.message[:40]

    @property
    def is_open(self):
        return self.settled_at is None
