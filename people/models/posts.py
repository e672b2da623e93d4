"""Offices, and who holds them when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models.directory import Department, Official


class Post(models.Model):
    """An office in a body. It exists whoever holds it."""

    department = models.ForeignKey(
        Department, verbose_name=_("department"), on_delete=models.PROTECT, related_name="posts"
    )
    title = models.CharField(_("title"), max_length=60)
    position = models.PositiveSmallIntegerField(
        _("order"), default=100, help_text=_("Lower comes first among the posts of one body.")
    )

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["department__position", "department__name", "position", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "title"],
                name="post_title_is_unique_in_its_department",
                violation_error_message=_("This department already has a post of this title."),
            )
        ]

    def __str__(self):
        return f"{self.department}{self.title}"


class AppointmentQuerySet(models.QuerySet):
    def on(self, day):
        """Appointments in force on that day. An unknown start or end is open."""
        return self.filter(
            Q(started__isnull=True) | Q(started__lte=day),
            Q(ended__isnull=True) | Q(ended__gt=day),
        )


class Appointment(models.Model):
    """One official's time in one post."""

    official = models.ForeignKey(
        Official, verbose_name=_("official"), on_delete=models.CASCADE, related_name="appointments"
    )
    post = models.ForeignKey(
        Post, verbose_name=_("post"), on_delete=models.PROTECT, related_name="appointments"
    )
    started = models.DateField(_("took office"), null=True, blank=True)
    ended = models.DateField(
        _("left office"),
        null=True,
        blank=True,
        help_text=_("The first day out of office. Empty while still serving."),
    )
    is_confirmed = models.BooleanField(
        _("confirmed"),
        default=True,
        help_text=_("Off while it was only learned from an import and nobody has checked it."),
    )
    learned_from = models.CharField(
        _("learned from"),
        max_length=200,
        blank=True,
        help_text=_("The document of appointment, or the story that named the post."),
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = [F("started").desc(nulls_last=True), "post__position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended__gt=F("started")),
                name="appointment_ends_after_it_starts",
                violation_error_message=_("An appointment must end after it starts."),
            ),
            models.UniqueConstraint(
                fields=["official", "post"],
                condition=Q(ended__isnull=True),
                name="appointment_one_open_per_post",
                violation_error_message=_("This official already holds this post."),
            ),
        ]

    def __str__(self):
        return f"{self.official} · {self.post}"
