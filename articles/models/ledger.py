import json
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.decision import Decision


class LedgerEntry(models.Model):
    """What readers were given or denied, and on whose decision: one link of the sealed record.

    `content` is the canonical text of the entry, the words of the story in it; `digest` is taken
    over it, the number and the digest before it (articles/ledger.py). Guards keep the chain.
    """

    number = models.PositiveBigIntegerField(_("entry"), primary_key=True)
    decision = models.OneToOneField(
        Decision,
        verbose_name=_("decision"),
        on_delete=models.PROTECT,
        related_name="ledger_entry",
    )
    content = models.TextField(_("content"))
    previous = models.CharField(_("digest of the entry before"), max_length=64, blank=True)
    digest = models.CharField(_("digest"), max_length=64)
    sealed_at = models.DateTimeField(_("sealed"), auto_now_add=True)

    class Meta:
        verbose_name = _("entry of the sealed record")
        verbose_name_plural = _("sealed record")
        ordering = ["number"]

    def __str__(self):
        return f"{self.number} · {self.digest[:12]}"

    @property
    def publish_at(self):
        """From when it gives the words to readers; None where it cancels that."""
        moment = json.loads(self.content)["publish_at"]
        return datetime.fromisoformat(moment) if moment else None

    @property
    def scheduled_for(self):
        """The moment that a release was decided for; None where it came at once, or for others."""
        if self.decision.move not in (Decision.Move.RELEASE, Decision.Move.RESCHEDULE):
            return None
        return self.publish_at if self.publish_at > self.decision.decided_at else None
