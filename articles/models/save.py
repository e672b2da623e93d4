from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version


class Save(models.Model):
    """The words of a version as somebody meant them, and pressed save. saves.py writes the rows."""

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.CASCADE, related_name="saves"
    )
    digest = models.CharField(_("digest"), max_length=64)
    content = models.JSONField(_("content"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="saves",
        help_text=_("Empty for words that stood before anybody saved them here."),
    )
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)
    is_restoration = models.BooleanField(_("earlier words restored"), default=False)

    class Meta:
        verbose_name = _("save")
        verbose_name_plural = _("saves")
        ordering = ["id"]

    def __str__(self):
        return f"{self.version} · {self.digest[:12]}"
