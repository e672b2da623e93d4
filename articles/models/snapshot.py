from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version


class Snapshot(models.Model):
    """The content of a version as somebody decided on it or had it before them."""

    version = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="snapshots",
        db_index=False,
    )
    digest = models.CharField(_("digest"), max_length=64)
    content = models.JSONField(_("content"))
    taken_at = models.DateTimeField(_("taken"), auto_now_add=True)

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "digest"], name="snapshot_is_taken_once_for_its_words"
            )
        ]

    def __str__(self):
        return f"{self.version} · {self.digest[:12]}"


class Look(models.Model):
    """The words that a reviewer has before them, and the other words that they had before those."""

    version = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="looks",
        db_index=False,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewer"),
        on_delete=models.CASCADE,
        related_name="looks",
    )
    now = models.ForeignKey(
        Snapshot, verbose_name=_("looked at"), on_delete=models.CASCADE, related_name="+"
    )
    before = models.ForeignKey(
        Snapshot,
        verbose_name=_("looked at before"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "user"], name="look_is_one_for_each_reviewer"
            )
        ]

    def __str__(self):
        return f"{self.user} · {self.version}"


class PassageNote(models.Model):
    """What a reviewer says about a passage: shown beside it until somebody has seen to it."""

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.CASCADE, related_name="passage_notes"
    )
    quote = models.CharField(
        _("passage"), max_length=300, blank=True, help_text=_("Empty: about the whole story.")
    )
    note = models.TextField(_("note"), max_length=1000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        related_name="passage_notes",
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    done_at = models.DateTimeField(_("seen to"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("seen to by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("note on a passage")
        verbose_name_plural = _("notes on passages")
        ordering = ["id"]

    def __str__(self):
        return self.note
