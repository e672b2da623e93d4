from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.version import Version
from articles.parsing.source import LINE_END


class SourceDocument(models.Model):
    """A source file of the importer, kept as it came, so that every paragraph can be traced.

    Of a file of several pages each has its text, without the bytes, and the file has the bytes.
    """

    digest = models.CharField(
        _("digest"),
        max_length=64,
        unique=True,
        help_text=_("SHA-256 of the file; of one of its pages, of that and the page's number."),
    )
    name = models.CharField(_("file name"), max_length=255)
    data = models.BinaryField(_("bytes"))
    text = models.TextField(
        _("text"), help_text=_("The bytes, decoded; line and character ranges count in it.")
    )
    created_at = models.DateTimeField(_("imported"), auto_now_add=True)

    class Meta:
        verbose_name = _("source document")
        verbose_name_plural = _("source documents")
        ordering = ["-created_at"]

    def __str__(self):
        return self.name

    def lines(self, first, last):
        """Those lines of the text as (number, line) pairs, 1-based; to the end without `last`."""
        every = LINE_END.split(self.text)
        return list(enumerate(every[first - 1 : last], start=first))


class StoryPart(models.Model):
    """One of the two parts of a story that goes on on another page, as it was read by itself.

    By it either page is known again when it is imported without the other.
    """

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="parts"
    )
    document = models.ForeignKey(
        SourceDocument,
        verbose_name=_("source document"),
        on_delete=models.PROTECT,
        related_name="parts",
    )
    import_key = models.CharField(
        _("import key"),
        max_length=64,
        unique=True,
        help_text=_("The one that the part would have as a story."),
    )
    import_digest = models.CharField(
        _("import digest"), max_length=64, help_text=_("Of all that the importer understood.")
    )

    class Meta:
        verbose_name = _("part of a story")
        verbose_name_plural = _("parts of stories")
        ordering = ["article", "id"]

    def __str__(self):
        return f"{self.article} · {self.document}"


class ParagraphSource(models.Model):
    """Where one paragraph of an imported version came from."""

    version = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="paragraph_sources",
        db_index=False,
    )
    document = models.ForeignKey(
        SourceDocument,
        verbose_name=_("source document"),
        on_delete=models.PROTECT,
        related_name="paragraph_sources",
    )
    paragraph = models.PositiveSmallIntegerField(_("paragraph"), help_text=_("Counted from 0."))
    first_line = models.PositiveIntegerField(_("first line"))
    last_line = models.PositiveIntegerField(_("last line"))
    start = models.PositiveIntegerField(_("first character"))
    end = models.PositiveIntegerField(_("end"), help_text=_("The character after the last."))
    join_reason = models.CharField(
        _("why it was joined"),
        max_length=100,
        blank=True,
        help_text=_("The rule that joined this fragment to the one before; empty for the first."),
    )
    is_doubtful = models.BooleanField(_("doubtful join"), default=False)

    class Meta:
        verbose_name = _("paragraph source")
        verbose_name_plural = _("paragraph sources")
        # In the order in which they were read: those of one paragraph may be of two documents.
        ordering = ["version", "paragraph", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "paragraph", "document", "start"],
                name="paragraphsource_is_unique",
            ),
            models.CheckConstraint(
                condition=Q(first_line__gte=1, last_line__gte=F("first_line"), end__gt=F("start")),
                name="paragraphsource_is_a_range",
            ),
        ]

    def __str__(self):
        return f"{self.document} {self.first_line}–{self.last_line}"
