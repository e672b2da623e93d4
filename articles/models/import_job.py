from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ImportJob(models.Model):
    """Files that somebody brought to the desk: looked through first, then imported.

    The files lie in `folder`, below the setting IMPORT_ROOT, until the job is deleted.
    """

    class State(models.TextChoices):
        TO_PLAN = "to_plan", _("waiting to be looked through")
        PLANNING = "planning", _("being looked through")
        PLANNED = "planned", _("ready to import")
        TO_IMPORT = "to_import", _("waiting to be imported")
        IMPORTING = "importing", _("being imported")
        IMPORTED = "imported", _("imported")
        STOPPED = "stopped", _("stopped")
        FAILED = "failed", _("failed")

    folder = models.CharField(_("folder"), max_length=64, unique=True, editable=False)
    name = models.CharField(_("files"), max_length=255)
    edition_date = models.DateField(
        _("edition"),
        null=True,
        blank=True,
        help_text=_("Where neither the files nor their names tell the day."),
    )
    page_number = models.CharField(_("page number"), max_length=8, blank=True)
    page_name = models.CharField(_("section"), max_length=40, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.TO_PLAN, db_index=True
    )
    files = models.PositiveIntegerField(_("number of files"), null=True, blank=True)
    totals = models.JSONField(_("totals"), default=dict)
    pages = models.JSONField(_("pages"), default=list, help_text=_("What became of each."))
    error = models.TextField(_("error"), blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("brought by"),
        on_delete=models.PROTECT,
        related_name="import_jobs",
    )
    created_at = models.DateTimeField(_("brought"), auto_now_add=True)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    alive_at = models.DateTimeField(_("last sign of work"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(folder=""), name="importjob_has_a_folder")
        ]

    def __str__(self):
        return self.name

    @property
    def is_at_work(self):
        return self.state in AT_WORK


AT_WORK = (
    ImportJob.State.TO_PLAN,
    ImportJob.State.PLANNING,
    ImportJob.State.TO_IMPORT,
    ImportJob.State.IMPORTING,
)
