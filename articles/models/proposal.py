from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.source import SourceDocument


class ProposalQuerySet(models.QuerySet):
    def open(self):
        return self.filter(settled_at__isnull=True)

    def of_import(self, job):
        """Those of the files that an import brought."""
        pages = job.pages.exclude(digest="").order_by()
        return self.filter(document__digest__in=pages.values("digest"))

    def overtaken(self):
        """Those of a file that came before another, of which somebody took what it says."""
        newer = Proposal.objects.filter(
            article=OuterRef("article"), was_taken=True, document__gt=OuterRef("document")
        )
        return self.filter(Exists(newer))


class Proposal(models.Model):
    """What a later import read in a story that the archive holds: offered, never written over it.

    A corrected file or a better importer makes one. Nobody's words change until an editor takes it.
    """

    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="proposals",
        db_index=False,
    )
    document = models.ForeignKey(
        SourceDocument,
        verbose_name=_("source document"),
        on_delete=models.PROTECT,
        related_name="proposals",
    )
    digest = models.CharField(
        _("import digest"), max_length=64, help_text=_("Of all that the importer understood.")
    )
    words = models.JSONField(
        _("words"),
        encoder=DjangoJSONEncoder,
        help_text=_("Headline, deck, dateline, body and the rest."),
    )
    facts = models.JSONField(
        _("printed facts"),
        default=dict,
        help_text=_("Bylines, people, bodies, event and pictures; day and page of an export."),
    )
    record = models.JSONField(
        _("record"),
        default=dict,
        help_text=_("Where each paragraph came from, and what is in doubt."),
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="proposals_settled",
    )
    was_taken = models.BooleanField(_("taken"), default=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("import proposal")
        verbose_name_plural = _("import proposals")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "digest"],
                name="proposal_is_made_once",
                violation_error_message=_("This was proposed before."),
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, was_taken=False)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="proposal_is_settled_by_somebody",
                violation_error_message=_("A proposal is settled by somebody at some moment."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["-created_at"], condition=Q(settled_at__isnull=True), name="proposal_open"
            )
        ]

    def __str__(self):
        return self.words.get("headline", "")

    @property
    def is_open(self):
        return self.settled_at is None
