from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
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
    place = models.CharField(
        _("place"),
        max_length=100,
        blank=True,
        help_text=_("As printed; of a tour the places it went to, separated by 、"),
    )

    ends_on = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("Of an event of more than one day. Empty when it is one, or not known."),
    )
    # What subscribers are told of changes: RFC 5545, LAST-MODIFIED and SEQUENCE.
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)
    revision = models.PositiveIntegerField(_("number of changes"), default=0, editable=False)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = [F("date").desc(nulls_last=True), "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(date__isnull=False, ends_on__gte=F("date")),
                name="event_ends_on_or_after_its_first_day",
                violation_error_message=_("An event cannot end before its first day."),
            )
        ]
        indexes = [models.Index(fields=["name", "date"], name="event_name_date")]

    def __str__(self):
        return self.name or " ".join(
            str(part) for part in (self.get_kind_display(), self.place, self.date) if part
        )

    def get_absolute_url(self):
        return reverse("articles:event", args=[self.pk])

    @property
    def last_day(self):
        """The day on which it ends, which is the first where no other is known; or None."""
        return self.ends_on or self.date

    def note_change(self):
        """Count a change of the event or its hosts, so that calendars take it over."""
        type(self).objects.filter(pk=self.pk).update(
            revision=F("revision") + 1, changed_at=timezone.now()
        )


class EventHost(models.Model):
    """A body that holds an event: its name as printed, and the body of the directory it means."""

    class Role(models.TextChoices):
        HOST = "host", _("host")
        ORGANISER = "organiser", _("organiser")
        SUPPORTER = "supporter", _("co-organiser")

    event = models.ForeignKey(
        Event,
        verbose_name=_("event"),
        on_delete=models.CASCADE,
        related_name="hosts",
        db_index=False,
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.HOST)
    name_as_printed = models.CharField(_("body as printed"), max_length=100)
    department = models.ForeignKey(
        "people.Department",
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="hosted",
        help_text=_("Empty until it is sure which body is meant."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("hosting body")
        verbose_name_plural = _("hosting bodies")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name_as_printed=""),
                name="eventhost_has_a_name",
                violation_error_message=_("A host needs the name as printed."),
            ),
            models.UniqueConstraint(
                fields=["event", "name_as_printed"],
                name="eventhost_is_named_once",
                violation_error_message=_("The event already names this host."),
            ),
        ]

    def __str__(self):
        return self.name_as_printed
