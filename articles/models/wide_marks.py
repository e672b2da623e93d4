from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version


class WideMarks(models.Model):
    """A text of an imported version some of whose marks the importer made full-width.

    One row for a text, not one for a mark: columns of print have a mark in every line. The text is
    kept as printed because places count in it: laid beside what an editor has made of it since, it
    tells where each mark stands now. Whether one was undone is seen in the words themselves, so
    that the record and the words never disagree.
    """

    class Part(models.TextChoices):
        """The texts that the importer widens: the names of `parsing.facts.WideMarks.part`."""

        KICKER = "kicker", _("kicker")
        HEADLINE = "headline", _("headline")
        DECK = "deck", _("deck")
        BODY = "body", _("body")
        CAPTION = "caption", _("caption")

    version = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="wide_marks",
        db_index=False,
    )
    part = models.CharField(_("part"), max_length=8, choices=Part.choices)
    number = models.PositiveSmallIntegerField(
        _("number"), help_text=_("Of the paragraph or the photo, counted from 0.")
    )
    text = models.TextField(_("text as printed"))
    changes = models.JSONField(
        _("changes"), help_text=_("The place and the full-width mark of each, in order.")
    )

    class Meta:
        verbose_name = _("full-width marks")
        verbose_name_plural = _("full-width marks")
        ordering = ["version", "part", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "part", "number"], name="widemarks_is_unique"
            )
        ]

    def __str__(self):
        return self.text
