from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.event import Event
from articles.models.version import Version

# A story that nobody has handed in: its first words, and still a draft.
UNFINISHED = Q(article__versions__number=1, article__versions__status=Version.Status.DRAFT)


class AssignmentQuerySet(models.QuerySet):
    def pitches(self):
        """Those that nobody has decided on."""
        return self.filter(status=Assignment.Status.PITCHED)

    def unbegun(self):
        """Those that are to be written, and of which there is no story yet."""
        return self.filter(status=Assignment.Status.ACCEPTED, article__isnull=True)

    def overdue(self):
        """Those whose moment has passed while nobody has begun them, or handed the story in."""
        accepted = self.filter(status=Assignment.Status.ACCEPTED, due_at__lt=timezone.now())
        return accepted.filter(Q(article__isnull=True) | UNFINISHED)

    def soonest_first(self):
        return self.order_by(F("due_at").asc(nulls_last=True), F("day").asc(nulls_last=True), "id")


class Assignment(models.Model):
    """A story that is to be written (选题): pitched (报题), decided on, then begun as an article.

    How far its story is, the story itself says.
    """

    class Status(models.TextChoices):
        PITCHED = "pitched", _("pitched")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    headline = models.CharField(_("working headline"), max_length=120)
    brief = models.TextField(
        _("brief"),
        max_length=2000,
        blank=True,
        help_text=_("What it is about, whom to ask, what must be in it, which photos."),
    )
    department = models.ForeignKey(
        "people.Department",
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    event = models.ForeignKey(
        Event,
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    day = models.DateField(
        _("for the paper of"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("The edition need not be there yet."),
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who writes"),
        blank=True,
        related_name="assignments",
        help_text=_("Empty: whoever takes it."),
    )
    status = models.CharField(
        _("decision"), max_length=10, choices=Status, default=Status.PITCHED, editable=False
    )
    pitched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pitched by"),
        editable=False,
        on_delete=models.PROTECT,
        related_name="pitches",
    )
    pitched_at = models.DateTimeField(_("pitched"), auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    note = models.CharField(_("note"), max_length=300, blank=True, editable=False)
    article = models.OneToOneField(
        Article,
        verbose_name=_("story"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="assignment",
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-id"]
        permissions = [("decide_assignment", _("Can decide on assignments"))]
        indexes = [
            models.Index(
                fields=["status", "due_at"],
                condition=Q(article__isnull=True),
                name="assignment_unbegun",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=True) | Q(status="accepted"),
                name="assignment_begun_is_accepted",
            )
        ]

    def __str__(self):
        return self.headline

    @property
    def has_spiked_story(self):
        """Whether the story that came of it was spiked before it was ever released."""
        return self.article is not None and any(
            version.number == 1 and version.status == Version.Status.SPIKED
            for version in self.article.versions.all()
        )

    @property
    def is_past_due(self):
        return self.due_at is not None and self.due_at < timezone.now()
