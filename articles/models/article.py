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
    source_system = models.CharField(
        _("system it came from"),
        max_length=60,
        blank=True,
        help_text=_("Empty where the export did not name it."),
    )
    source_id = models.CharField(
        _("number in that system"),
        max_length=100,
        blank=True,
        help_text=_("The same story at every export, whatever its headline, day and page."),
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
            ),
            models.UniqueConstraint(
                fields=["source_system", "source_id"],
                condition=~Q(source_id=""),
                name="article_is_exported_once",
                violation_error_message=_("This story was already imported from that system."),
            ),
        ]

    def __str__(self):
        return _("Article %(number)s") % {"number": self.pk}

    def get_absolute_url(self):
        return reverse("articles:story", args=[self.pk])


class ImportedFacts(models.Model):
    """What the last import that was saved or taken understood of a story, as plain values.

    What stands otherwise was touched by an editor since. Of the body it keeps the digest only.
    """

    article = models.OneToOneField(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="imported_facts",
    )
    facts = models.JSONField(_("facts"))

    class Meta:
        verbose_name = _("imported facts")
        verbose_name_plural = _("imported facts")

    def __str__(self):
        return str(self.article_id)
