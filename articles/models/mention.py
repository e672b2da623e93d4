from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version


class Mention(models.Model):
    """Somebody in a story: the name and title as printed, and the official whom they mean.

    Who has no office (村民, 教练员) has a title that says what they are, no post and no official.
    """

    version = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="mentions",
        db_index=False,
    )
    name_as_printed = models.CharField(_("name as printed"), max_length=60)
    title_as_printed = models.CharField(_("title as printed"), max_length=200, blank=True)
    official = models.ForeignKey(
        "people.Official",
        verbose_name=_("official"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mentions",
        help_text=_("Empty until it is sure who is meant."),
        db_index=False,
    )
    posts = models.ManyToManyField(
        "people.Post", verbose_name=_("posts"), blank=True, related_name="mentions"
    )
    acts = models.CharField(
        _("acts"), max_length=100, blank=True, help_text=_("What they did, separated by 、")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("officials named")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_as_printed=""),
                name="mention_has_a_name",
                violation_error_message=_("A mention needs the name as printed."),
            ),
            models.UniqueConstraint(
                fields=["version", "official"],
                name="mention_names_an_official_once",
                violation_error_message=_("The story already names this official."),
            ),
        ]
        indexes = [models.Index(fields=["official", "version"], name="mention_official_version")]

    def __str__(self):
        return f"{self.title_as_printed}{self.name_as_printed}"
