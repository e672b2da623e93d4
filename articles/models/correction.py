from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.version import Version


class CorrectionQuerySet(models.QuerySet):
    def came_out(self, at=None):
        """Those that came with a release which was not taken back."""
        releases = Version.objects.came_out(at).filter(withdrawn_at__isnull=True)
        # Looked up from the correction, of which there are few, and not the other way round.
        return self.filter(models.Exists(releases.filter(pk=models.OuterRef("version"))))

    def public(self, at=None):
        """Those that came with a release, of stories that readers can still read."""
        live = Version.objects.live(at).filter(article=models.OuterRef("version__article"))
        return self.came_out(at).filter(models.Exists(live))

    def due(self, at=None):
        """Those of printed stories that no notice in the paper has answered yet."""
        at = at or timezone.now()
        answered = Version.objects.filter(
            article=models.OuterRef("notice"), publish_at__isnull=False, withdrawn_at__isnull=True
        )
        return self.public(at).filter(version__page__isnull=False).exclude(models.Exists(answered))


class Correction(models.Model):
    """What a released story had wrong and what is right: a public record (更正).

    It belongs to the version that has it right, is approved with its words and comes with its
    release. `notice` is the story by which the paper tells its readers in print: the next issue,
    an equal position (新出报刊〔1999〕859号).
    """

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.PROTECT, related_name="corrections"
    )
    wrong = models.TextField(_("was wrong"), max_length=500, help_text=_("As it was released."))
    right = models.TextField(_("is right"), max_length=500)
    remark = models.CharField(
        _("remark"), max_length=300, blank=True, help_text=_("How it came about, an apology.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    notice = models.ForeignKey(
        Article,
        verbose_name=_("notice in the paper"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrects",
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(wrong="") & ~Q(right=""),
                name="correction_says_both",
                violation_error_message=_("Say what was wrong and what is right."),
            )
        ]

    def __str__(self):
        return f"“{self.wrong}” → “{self.right}”"
