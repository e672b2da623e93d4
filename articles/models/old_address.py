from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class OldAddress(models.Model):
    """Where a story stood on an earlier site: the path, and the query where that names the story.

    Readers who come by it are sent on to the story's own address, its only canonical one.
    """

    address = models.CharField(_("old address"), max_length=500, unique=True)
    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="old_addresses"
    )

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering = ["address"]

    def __str__(self):
        return self.address
