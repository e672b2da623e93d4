from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.stages import Stage
from articles.models.version import Version


class Decision(models.Model):
    """One move of the editorial workflow, by one person, over exact words. Never changed."""

    class Move(models.TextChoices):
        SUBMIT = "submit", _("submit for review")
        APPROVE = "approve", _("approve")
        SEND_BACK = "send_back", _("send back")
        RELEASE = "release", _("release")
        RESCHEDULE = "reschedule", _("move the release")
        UNSCHEDULE = "unschedule", _("cancel the schedule")
        WITHDRAW = "withdraw", _("withdraw")
        RESTORE = "restore", _("restore")
        SPIKE = "spike", _("spike")
        UNSPIKE = "unspike", _("take back from the spike")

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.PROTECT, related_name="decisions"
    )
    move = models.CharField(_("move"), max_length=10, choices=Move.choices)
    stage = models.PositiveSmallIntegerField(
        _("stage"), null=True, blank=True, choices=Stage.choices, help_text=_("Of an approval.")
    )
    review_round = models.PositiveSmallIntegerField(_("round of review"))
    digest = models.CharField(_("digest"), max_length=64, help_text=_("Of the words decided on."))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("submitted by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Who had submitted the words, of an approval."),
    )
    note = models.TextField(_("note"), blank=True)
    note_to_readers = models.TextField(
        _("note to readers"),
        blank=True,
        help_text=_("What the address of a withdrawn story says. Other notes stay inside."),
    )
    decided_at = models.DateTimeField(_("decided"), auto_now_add=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("record of review")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(move="approve")
                | (
                    Q(stage__gte=1, stage__lte=3, submitted_by__isnull=False)
                    & ~Q(by=F("submitted_by"))
                ),
                name="decision_approver_is_not_the_submitter",
                violation_error_message=_("Nobody approves what they submitted."),
            ),
            models.UniqueConstraint(
                fields=["version", "review_round", "digest", "stage"],
                condition=Q(move="approve"),
                name="decision_each_stage_once",
                violation_error_message=_("This stage is already approved."),
            ),
            models.UniqueConstraint(
                fields=["version", "review_round", "digest", "by"],
                condition=Q(move="approve"),
                name="decision_one_stage_per_person",
                violation_error_message=_("Nobody takes two stages of one story."),
            ),
        ]

        indexes = [
            models.Index(
                fields=["decided_at"],
                condition=Q(move__in=["withdraw", "restore"]),
                name="decision_takes_or_gives_back",
            ),
        ]

    def __str__(self):
        return f"{self.get_move_display()} · {self.by}"
