from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """What a story covers: a meeting, an inspection tour, a forum."""

    class Kind(models.TextChoices):
        MEETING = "meeting", _("meeting")
        TOUR = "tour", _("inspection tour")
        FORUM = "forum", _("forum")
        CEREMONY = "ceremony", _("ceremony")
        TRAINING = "training", _("training")
        ACTIVITY = "activity", _("activity")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, db_index=True)
    name = models.CharField(
        _("name"), max_length=200, blank=True, help_text=_("Empty when the paper gives none.")
    )
    date = models.DateField(
        _("date"), null=True, blank=True, db_index=True, help_text=_("Empty when it is not known.")
    )
    place = models.CharField(_("place"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = [models.F("date").desc(nulls_last=True), "-id"]
        indexes = [models.Index(fields=["name", "date"], name="event_name_date")]

    def __str__(self):
        return self.name or (f"{self.get_kind_display()} {self.date or ''}").strip()

    def get_absolute_url(self):
        return reverse("articles:event", args=[self.pk])
