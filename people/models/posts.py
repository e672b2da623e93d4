"""Offices, and who holds them when."""

import re
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import offices
from people.models.directory import Department, Official
from people.models.timed import Timed, TimedQuerySet
from people.periods import Period

DAY = re.compile(r"\d{4}-\d\d-\d\d(?= |$)")


class Post(models.Model):
    """An office in a body. It exists whoever holds it.

    Kind, rank and holders are those that the title says (offices.py), until an editor says
    otherwise. 常务 is a part of the title.
    """

    class Kind(models.TextChoices):
        """Of which of the leading bodies."""

        PARTY = offices.Kind.PARTY.value, gettext_lazy("party")
        CONGRESS = offices.Kind.CONGRESS.value, gettext_lazy("people's congress")
        GOVERNMENT = offices.Kind.GOVERNMENT.value, gettext_lazy("government")
        CONSULTATIVE = offices.Kind.CONSULTATIVE.value, gettext_lazy("consultative conference")
        DISCIPLINE = offices.Kind.DISCIPLINE.value, gettext_lazy("discipline and supervision")
        JUDICIARY = offices.Kind.JUDICIARY.value, gettext_lazy("court or procuratorate")
        ENTERPRISE = offices.Kind.ENTERPRISE.value, gettext_lazy("enterprise")
        OTHER = offices.Kind.OTHER.value, gettext_lazy("other kind")

    class Rank(models.IntegerChoices):
        HEAD = offices.Rank.HEAD.value, gettext_lazy("head")
        DEPUTY = offices.Rank.DEPUTY.value, gettext_lazy("deputy")
        MEMBER = offices.Rank.MEMBER.value, gettext_lazy("member or other")

    class Holders(models.TextChoices):
        ONE = "one", gettext_lazy("one at a time")
        SEVERAL = "several", gettext_lazy("several at once")

    department = models.ForeignKey(
        Department,
        verbose_name=gettext_lazy("department"),
        on_delete=models.PROTECT,
        related_name="posts",
        db_index=False,
    )
    title = models.CharField(gettext_lazy("title"), max_length=60)
    kind = models.CharField(
        gettext_lazy("kind"),
        max_length=12,
        choices=Kind.choices,
        blank=True,
        help_text=gettext_lazy("Empty: what the names of body and post say."),
    )
    rank = models.PositiveSmallIntegerField(
        gettext_lazy("rank"),
        choices=Rank.choices,
        null=True,
        blank=True,
        help_text=gettext_lazy("Empty: what the title says."),
    )
    holders = models.CharField(
        gettext_lazy("holders"),
        max_length=7,
        choices=Holders.choices,
        blank=True,
        help_text=gettext_lazy("Empty: what the title says. A head's post has one holder."),
    )
    position = models.PositiveSmallIntegerField(
        gettext_lazy("order"),
        default=100,
        help_text=gettext_lazy("Lower comes first among the posts of one body."),
    )

    class Meta:
        verbose_name = gettext_lazy("post")
        verbose_name_plural = gettext_lazy("posts")
        ordering = ["department__position", "department__name", "position", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "title"],
                name="post_title_is_unique_in_its_department",
                violation_error_message=gettext_lazy(
                    "This department already has a post of this title."
                ),
            )
        ]

    def __str__(self):
        return f"{self.department}{self.title}"

    def save(self, *args, **kwargs):
        self.kind = self.kind or offices.kind_of(self.department.name, self.title)
        self.rank = self.rank or offices.rank_of(self.title)
        self.holders = self.holders or self._holders_by_title()
        super().save(*args, **kwargs)

    def clean(self):
        """Refuses one holder at a time where two confirmed ones are known at once."""
        if self.pk and (self.holders or self._holders_by_title()) == self.Holders.ONE:
            for held in self.appointments.filter(is_confirmed=True):
                held.post = self
                held.refuse_overlaps()

    def _holders_by_title(self):
        has_one = offices.has_one_holder(self.title)
        return self.Holders.ONE if has_one else self.Holders.SEVERAL


class AppointmentQuerySet(TimedQuerySet):
    def surely(self, day):
        """Of what nobody confirmed, only the day of the story that told it is sure."""
        return super().surely(day) & (Q(is_confirmed=True) | Q(started_latest=day))

    def on(self, day):
        """Besides `is_certain`, `is_current`: whether one may say of today that it is in force.

        So one may of whoever is confirmed, even without a known start, while no end can have come.
        """
        is_current = self.surely(day) | (Q(is_confirmed=True) & self.goes_on(day))
        current = Case(When(is_current, then=Value(True)), default=Value(False))
        return super().on(day).annotate(is_current=current)

    def current(self, today):
        """Those of whom lists of today say that they are in office."""
        return self.on(today).filter(is_current=True)

    def overlapping(self, appointment):
        """Other people's confirmed appointments to its post that surely overlap with it: a list."""
        others = self.filter(post=appointment.post_id, is_confirmed=True)
        others = others.exclude(official=appointment.official_id).select_related("official")
        period = appointment.period
        return [other for other in others if other.period.surely_overlaps(period)]


def known_period(started, started_latest, ended, ended_latest, is_confirmed):
    """The period of an appointment. What nobody confirmed is sure for the day of its story only:
    whoever a story of 2003 names may have left since."""
    if is_confirmed:
        return Period(started, started_latest, ended, ended_latest)
    # Without a known start no day is sure, whatever the end.
    after = (started_latest or date.min) + timedelta(days=1)
    if not ended_latest:
        return Period(started, started_latest, after, date.max)
    return Period(started, started_latest, ended and min(after, ended), ended_latest)


class Appointment(Timed):
    """One official's time in one post."""

    class Manner(models.TextChoices):
        FULL = "full", gettext_lazy("in full")
        ACTING = "acting", gettext_lazy("acting (代)")
        IN_CHARGE = "in_charge", gettext_lazy("deputy in charge (主持工作)")

    official = models.ForeignKey(
        Official,
        verbose_name=gettext_lazy("official"),
        on_delete=models.CASCADE,
        related_name="appointments",
    )
    post = models.ForeignKey(
        Post,
        verbose_name=gettext_lazy("post"),
        on_delete=models.PROTECT,
        related_name="appointments",
    )
    manner = models.CharField(
        gettext_lazy("manner"), max_length=10, choices=Manner.choices, default=Manner.FULL
    )
    document = models.CharField(gettext_lazy("document of appointment"), max_length=200, blank=True)
    end_document = models.CharField(gettext_lazy("document of leaving"), max_length=200, blank=True)
    document_order = models.PositiveSmallIntegerField(
        gettext_lazy("place in the official order"),
        null=True,
        blank=True,
        help_text=gettext_lazy(
            "As a document sets it among the leaders of one place: 1 comes first. Empty: by the "
            "general rules."
        ),
    )
    is_confirmed = models.BooleanField(
        gettext_lazy("confirmed"),
        default=True,
        help_text=gettext_lazy(
            "Off while it was only learned from an import and nobody has checked it."
        ),
    )
    learned_from = models.CharField(
        gettext_lazy("learned from"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("The story that named the post."),
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta(Timed.Meta):
        verbose_name = gettext_lazy("appointment")
        verbose_name_plural = gettext_lazy("appointments")
        ordering = [F("started_latest").desc(nulls_last=True), "post__position", "id"]
        constraints = [
            *Timed.Meta.constraints,
            models.UniqueConstraint(
                fields=["official", "post"],
                condition=Q(ended_latest__isnull=True),
                name="appointment_one_open_per_post",
                violation_error_message=gettext_lazy("This official already holds this post."),
            ),
        ]

    def __str__(self):
        return f"{self.official} · {self.post}"

    @property
    def period(self):
        bounds = self.started, self.started_latest, self.ended, self.ended_latest
        return known_period(*bounds, self.is_confirmed)

    @classmethod
    def proposed(cls, official, post, place):
        """As a story printed it, unsaved. `place` begins with its day: in office by then."""
        day = DAY.match(place)
        return cls(
            official=official,
            post=post,
            started_latest=day and date.fromisoformat(day[0]),
            is_confirmed=False,
            learned_from=place[:200],
        )

    def clean(self):
        if self.post_id:
            self.refuse_overlaps()

    def refuse_overlaps(self):
        """Raises ValidationError where the post has one holder, and another is known at that time.

        Only what is confirmed counts. In a transaction the post is locked, so that of two that are
        entered at once the second one sees the first.
        """
        if not self.is_confirmed or self.post.holders != Post.Holders.ONE:
            return
        if connection.in_atomic_block:
            Post.objects.select_for_update().get(pk=self.post_id)
        for other in Appointment.objects.overlapping(self):
            raise ValidationError(
                _("%(post)s has one holder at a time, and %(name)s holds it%(time)s.")
                % {
                    "post": self.post,
                    "name": other.official,
                    "time": f" {other.time}".rstrip(),
                },
                code="overlap",
            )
