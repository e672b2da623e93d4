import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version


def new_token():
    return secrets.token_urlsafe(24)


class PreviewLinkQuerySet(models.QuerySet):
    def open(self, at=None):
        """Those that still lead somewhere: not past their time, of words not scheduled or out.

        A story under embargo is nowhere before its moment, by no link either.
        """
        at = at or timezone.now()
        return self.filter(expires_at__gt=at, version__publish_at__isnull=True).exclude(
            version__status=Version.Status.SPIKED
        )


class PreviewLink(models.Model):
    """A secret address that shows an unreleased story to whoever has it, until it expires."""

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.CASCADE, related_name="preview_links"
    )
    token = models.CharField(_("token"), max_length=40, unique=True, default=new_token)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-made_at", "-id"]

    def __str__(self):
        return f"{self.version} · {self.expires_at:%Y-%m-%d %H:%M}"
