"""What readers looked for in vain: the words and how often, and nothing of the reader."""

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 40
MOST = 5_000


class MissedSearchManager(models.Manager):
    def count_one(self, words):
        """Count a search without a hit; longer ones than anybody reads on the desk are not kept.

        Of more than MOST those go that nobody asked for the longest, and of these the rarest.
        """
        if len(words) > LONGEST:
            return
        today = timezone.localdate()
        if self.filter(words=words).update(times=F("times") + 1, last_on=today):
            return
        self.get_or_create(words=words, defaults={"last_on": today})
        if (beyond := self.count() - MOST) > 0:
            oldest = self.order_by("last_on", "times", "pk").values_list("pk", flat=True)
            self.filter(pk__in=list(oldest[:beyond])).delete()


class MissedSearch(models.Model):
    words = models.CharField(_("words"), max_length=LONGEST, unique=True)
    times = models.PositiveIntegerField(_("times"), default=1)
    last_on = models.DateField(_("last on"), db_index=True)

    objects = MissedSearchManager()

    class Meta:
        verbose_name = _("search without a hit")
        verbose_name_plural = _("searches without a hit")
        default_permissions = ("view",)
        ordering = ["-times", "words"]

    def __str__(self):
        return self.words
