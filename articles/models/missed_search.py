"""What readers looked for in vain: the words and how often, and nothing of the reader."""

from django.db import models
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

LONGEST = 40


class MissedSearchManager(models.Manager):
    def count_one(self, words):
        """Count a search without a hit; longer ones than anybody reads on the desk are not kept."""
        if len(words) > LONGEST:
            return
        if not self.filter(words=words).update(times=F("times") + 1, last_on=Now()):
            self.get_or_create(words=words)


class MissedSearch(models.Model):
    words = models.CharField(_("words"), max_length=LONGEST, unique=True)
    times = models.PositiveIntegerField(_("times"), default=1)
    last_on = models.DateField(_("last on"), auto_now_add=True, db_index=True)

    objects = MissedSearchManager()

    class Meta:
        verbose_name = _("search without a hit")
        verbose_name_plural = _("searches without a hit")
        default_permissions = ("view",)
        ordering = ["-times", "words"]

    def __str__(self):
        return self.words
