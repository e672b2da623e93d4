from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.mention import Mention


class ProposedNameQuerySet(models.QuerySet):
    def open(self):
        return self.filter(settled_at__isnull=True)


class ProposedName(models.Model):
    """A person whom a second opinion finds in a story, or the rules in doubt: no mention of it.

    It links nobody and no reader sees it until somebody confirms it. One that was dismissed is
    never proposed again for its story.
    """

    # The origin of names that the rules themselves doubt.
    RULES = "rules"

    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="proposed_names",
        db_index=False,
    )
    name_as_printed = models.CharField(
        _("name as printed"), max_length=Mention._meta.get_field("name_as_printed").max_length
    )
    title_as_printed = models.CharField(
        _("title as printed"),
        max_length=Mention._meta.get_field("title_as_printed").max_length,
        blank=True,
    )
    acts = models.CharField(
        _("acts"), max_length=Mention._meta.get_field("acts").max_length, blank=True
    )
    is_former = models.BooleanField(_("held no longer"), default=False)
    origin = models.CharField(
        _("proposed by"), max_length=40, help_text=_("The program that found the name.")
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="proposed_names_settled",
    )
    was_confirmed = models.BooleanField(_("confirmed"), default=False)

    objects = ProposedNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed name")
        verbose_name_plural = _("proposed names")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "name_as_printed"], name="proposedname_is_made_once"
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, was_confirmed=False)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="proposedname_is_settled_by_somebody",
                violation_error_message=_("A proposal is settled by somebody at some moment."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["name_as_printed"],
                condition=Q(settled_at__isnull=True),
                name="proposedname_open",
            )
        ]

    def __str__(self):
        return f"{self.title_as_printed}{self.name_as_printed}"

    @property
    def is_open(self):
        return self.settled_at is None
