"""What holds from one day to another, where each may be known to the year or the month only."""

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.periods import PartialDate, Period


class TimedQuerySet(models.QuerySet):
    def on(self, day):
        """Those that may be in force on that day, each with `is_certain`: whether it surely is.

        Somebody appointed in 2023 perhaps holds the post on 2023-05-01, and surely at the end of
        the year. `Period.covers` is the same rule of one row.
        """
        return self.filter(
            Q(started__isnull=True) | Q(started__lte=day),
            Q(ended_latest__isnull=True) | Q(ended_latest__gt=day),
        ).annotate(is_certain=Case(When(self.surely(day), then=Value(True)), default=Value(False)))

    def surely(self, day):
        """The condition of a row that surely is in force."""
        return Q(started_latest__lte=day) & self.goes_on(day)

    def goes_on(self, day):
        """The condition of a row whose end cannot have come by that day."""
        return Q(ended__gt=day) | Q(ended_latest__isnull=True)


class Timed(models.Model):
    """A start and an end, each a `PartialDate`: the earliest and the latest day that it can be.

    Where the day is known the two are equal. Nothing at all is known of a start without either; an
    end without either has not come. `ended` is the first day out.
    """

    started = models.DateField(gettext_lazy("started, at the earliest"), null=True, blank=True)
    started_latest = models.DateField(gettext_lazy("started, at the latest"), null=True, blank=True)
    ended = models.DateField(
        gettext_lazy("ended, at the earliest"),
        null=True,
        blank=True,
        help_text=gettext_lazy("The first day after it. Empty while it goes on."),
    )
    ended_latest = models.DateField(gettext_lazy("ended, at the latest"), null=True, blank=True)

    objects = TimedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_latest__gt=F("started")),
                name="%(class)s_ends_after_it_starts",
                violation_error_message=gettext_lazy("It must end after it starts."),
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__isnull": True})
                    | Q(**{f"{name}_latest__isnull": False, f"{name}_latest__gte": F(name)}),
                    name=f"%(class)s_{name}_has_a_latest_day",
                    violation_error_message=gettext_lazy(
                        "The latest day that is possible is missing, or before the earliest."
                    ),
                )
                for name in ("started", "ended")
            ),
        ]

    def save(self, *args, **kwargs):
        """A day that is given alone is known."""
        self.started_latest = self.started_latest or self.started
        self.ended_latest = self.ended_latest or self.ended
        super().save(*args, **kwargs)

    @property
    def start(self):
        return self.started_latest and PartialDate(self.started, self.started_latest)

    @start.setter
    def start(self, day):
        self.started, self.started_latest = (day.earliest, day.latest) if day else (None, None)

    @property
    def end(self):
        return self.ended_latest and PartialDate(self.ended, self.ended_latest)

    @end.setter
    def end(self, day):
        self.ended, self.ended_latest = (day.earliest, day.latest) if day else (None, None)

    @property
    def period(self):
        return Period(self.started, self.started_latest, self.ended, self.ended_latest)

    @property
    def time(self):
        """From when until when, in words, as far as anybody knows; "" where nothing is known."""
        start, end = (day and day_in_words(day) for day in (self.start, self.end))
        if start and end:
            return _("%(start)s until %(end)s") % {"start": start, "end": end}
        if end:
            return _("until %(end)s") % {"end": end}
        if start and self.started:
            return _("since %(start)s") % {"start": start}
        return start or ""


def day_in_words(day):
    """A day known in part, as people read it: 2023, 2023-05, or “by 2023-05-31”."""
    if day.earliest is None:
        return _("by %(day)s") % {"day": day.latest}
    return str(day)
