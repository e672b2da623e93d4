from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Article(models.Model):
    """A story's identity for as long as the archive lives: its number, its address, its origin."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    import_key = models.CharField(
        _("import key"),
        max_length=64,
        blank=True,
        help_text=_("Digest of edition, page and headline: the same story of the same page."),
    )
    import_digest = models.CharField(
        _("import digest"),
        max_length=64,
        blank=True,
        help_text=_("Digest of all that the importer understood, to see that nothing changed."),
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["import_key"],
                condition=~Q(import_key=""),
                name="article_is_imported_once",
                violation_error_message=_("This story was already imported."),
            )
        ]

    def __str__(self):
        return _("Article %(number)s") % {"number": self.pk}

    def get_absolute_url(self):
        return reverse("articles:story", args=[self.pk])
