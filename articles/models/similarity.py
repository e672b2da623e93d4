"""Sketches of stories, by which copies are found, and the pairs that look like one story."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.article import Article
from articles.models.import_job import ImportJob


class Sketch(models.Model):
    """That a story was sampled, and of which words. See `articles.similarity`."""

    article = models.OneToOneField(
        Article,
        verbose_name=_("article"),
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="sketch",
    )
    digest = models.CharField(
        _("digest"), max_length=64, blank=True, help_text=_("Of the version that was sampled.")
    )
    is_compared = models.BooleanField(
        _("compared"), default=False, help_text=_("Whether its copies were looked for.")
    )

    class Meta:
        verbose_name = _("sketch")
        verbose_name_plural = _("sketches")
        indexes = [
            models.Index(
                fields=["article"], condition=Q(is_compared=False), name="sketch_to_compare"
            )
        ]

    def __str__(self):
        return _("Sketch of article %(number)s") % {"number": self.pk}


class SketchSample(models.Model):
    """One sampled run of characters of a story, as its hash."""

    sketch = models.ForeignKey(
        Sketch,
        verbose_name=_("sketch"),
        on_delete=models.CASCADE,
        related_name="samples",
        db_index=False,
    )
    hash = models.BigIntegerField(_("hash"))

    class Meta:
        verbose_name = _("sample")
        verbose_name_plural = _("samples")
        indexes = [
            # Each answers its question alone: who has this hash, which hashes has this story.
            models.Index(fields=["hash", "sketch"], name="sketchsample_by_hash"),
            models.Index(fields=["sketch", "hash"], name="sketchsample_by_sketch"),
        ]

    def __str__(self):
        return f"{self.hash:08x}"


class SimilarPairQuerySet(models.QuerySet):
    def open(self):
        return self.filter(decision=self.model.Decision.OPEN)

    def of(self, article):
        """The pairs that this article is one half of."""
        return self.filter(Q(first=article) | Q(second=article))


class SimilarPair(models.Model):
    """Two articles whose words are alike. A person decides; nothing is merged or hidden."""

    class Decision(models.TextChoices):
        OPEN = "open", _("open")
        SAME = "same", _("same story")
        NOT_SAME = "not_same", _("not the same")

    first = models.ForeignKey(
        Article,
        verbose_name=_("first story"),
        on_delete=models.CASCADE,
        related_name="similar_later",
        db_index=False,
    )
    second = models.ForeignKey(
        Article,
        verbose_name=_("second story"),
        on_delete=models.CASCADE,
        related_name="similar_earlier",
    )
    share = models.PositiveSmallIntegerField(
        _("share"), help_text=_("Percent of the shorter text that the longer has too.")
    )
    found_at = models.DateTimeField(_("found"), auto_now_add=True)
    found_by = models.ForeignKey(
        ImportJob,
        verbose_name=_("found by the import"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="similar_pairs",
    )
    decision = models.CharField(
        pgettext_lazy("similar stories", "decision"),
        max_length=8,
        choices=Decision.choices,
        default=Decision.OPEN,
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="similar_pairs_decided",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = SimilarPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("similar pair")
        verbose_name_plural = _("similar stories")
        ordering = ["-share", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                name="similarpair_is_unique",
                violation_error_message=_("These two stories are a pair already."),
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="similarpair_first_comes_before_second",
                violation_error_message=_("The article with the lower number comes first."),
            ),
            models.CheckConstraint(
                condition=Q(share__gte=1, share__lte=100),
                name="similarpair_share_is_a_percentage",
                violation_error_message=_("The share lies between 1 and 100."),
            ),
            models.CheckConstraint(
                condition=Q(decision="open", decided_at__isnull=True, decided_by__isnull=True)
                | Q(
                    ~Q(decision="open"),
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                ),
                name="similarpair_is_decided_by_somebody",
                violation_error_message=_("A pair is decided by somebody at some moment."),
            ),
        ]
        indexes = [
            models.Index(
                F("share").desc(),
                F("id").desc(),
                condition=Q(decision="open"),
                name="similarpair_open",
            )
        ]

    def __str__(self):
        return f"{self.first} · {self.second}"

    @property
    def is_open(self):
        return self.decision == self.Decision.OPEN
