from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DirectoryChange(models.Model):
    """On record: what is known of officials and bodies became another, by one act of one editor.

    `before` are the rows that are no longer so, `after` those that are now (people/known.py).
    """

    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        related_name="directory_changes",
    )
    subject = models.CharField(_("whom it is about"), max_length=200)
    before = models.JSONField(_("before"))
    after = models.JSONField(_("after"))

    class Meta:
        verbose_name = _("change of the directory")
        verbose_name_plural = _("changes of the directory")
        default_permissions = ("view",)
        ordering = ["-id"]

    def __str__(self):
        return self.subject
