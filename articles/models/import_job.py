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
    import_began_at = models.DateTimeField(
        _("first imported"),
        null=True,
        blank=True,
        help_text=_("Before it nothing of these files was saved by this import."),
    )

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


class TypedPlace(models.Model):
    """Where in the paper pages of an import stand, as somebody typed it once they were known.

    One without a name is of all pages that tell no day and have none of their own.
    """

    MOST_OF_A_NAME = 500

    job = models.ForeignKey(
        ImportJob,
        verbose_name=_("import"),
        on_delete=models.CASCADE,
        related_name="typed_places",
        db_index=False,
    )
    name = models.CharField(_("file"), max_length=MOST_OF_A_NAME, blank=True)
    edition_date = models.DateField(_("edition"), null=True, blank=True)
    page_number = models.CharField(_("page number"), max_length=8, blank=True)
    page_name = models.CharField(_("section"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("typed place of a page")
        verbose_name_plural = _("typed places of pages")
        ordering = ["job", "name"]
        constraints = [
            models.UniqueConstraint(fields=["job", "name"], name="typedplace_page_is_unique"),
        ]

    def __str__(self):
        return f"{self.name} {self.edition_date or ''} {self.page_number}".strip()


class JobPage(models.Model):
    """What became of one page of an import, at its last run."""

    job = models.ForeignKey(
        ImportJob,
        verbose_name=_("import"),
        on_delete=models.CASCADE,
        related_name="pages",
        db_index=False,
    )
    number = models.PositiveIntegerField(
        _("number"), help_text=_("Among the pages of the import, counted from 0.")
    )
    name = models.TextField(_("file"))
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    edition_date = models.DateField(_("edition"), null=True, blank=True)
    page = models.CharField(_("page number"), max_length=8, blank=True)
    refusal = models.TextField(_("why it was refused"), blank=True)
    lacks_day = models.BooleanField(_("tells no day"), default=False)
    opening = models.CharField(_("first words"), max_length=200, blank=True)
    is_known = models.BooleanField(_("imported before"), default=False)
    found = models.PositiveIntegerField(_("stories"), default=0)
    created = models.PositiveIntegerField(_("new"), default=0)
    doubts = models.PositiveIntegerField(_("doubts"), default=0)
    decided = models.PositiveIntegerField(_("doubts decided in stories held"), default=0)
    outside = models.PositiveIntegerField(_("texts in no story"), default=0)

    class Meta:
        verbose_name = _("page of an import")
        verbose_name_plural = _("pages of an import")
        ordering = ["job", "number"]
        constraints = [
            models.UniqueConstraint(fields=["job", "number"], name="jobpage_number_is_unique"),
        ]
        indexes = [
            models.Index(
                fields=["job", "number"], condition=~Q(refusal=""), name="jobpage_refused"
            ),
            models.Index(
                fields=["job", "number"], condition=Q(lacks_day=True), name="jobpage_without_day"
            ),
            models.Index(
                fields=["job", "number"], condition=Q(doubts__gt=0), name="jobpage_with_doubts"
            ),
            models.Index(
                fields=["job", "number"], condition=Q(outside__gt=0), name="jobpage_with_outside"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def reason(self):
        """Why it was refused, without its name, which stands beside it."""
        return self.refusal.removeprefix(self.name).lstrip(":：,， ")


class SettledDoubt(models.Model):
    """A doubt of an import that somebody settled before anything was saved.

    It is known again by the bytes of its page, its kind, and the character where it begins.
    """

    class Paragraphs(models.TextChoices):
        """What somebody decided of a break between two fragments."""

        AS_READ = "", _("as read")
        ONE = "one", _("one paragraph")
        TWO = "two", _("two paragraphs")

    job = models.ForeignKey(
        ImportJob,
        verbose_name=_("import"),
        on_delete=models.CASCADE,
        related_name="settled_doubts",
        db_index=False,
    )
    digest = models.CharField(_("digest"), max_length=64)
    kind = models.CharField(_("kind"), max_length=24)
    start = models.PositiveIntegerField(_("first character"))
    paragraphs = models.CharField(
        _("paragraphs"), max_length=3, blank=True, choices=Paragraphs.choices
    )
    settled_at = models.DateTimeField(_("settled"))
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        on_delete=models.PROTECT,
        related_name="import_doubts_settled",
    )
    settled_note = models.CharField(_("how it was settled"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("settled doubt of an import")
        verbose_name_plural = _("settled doubts of an import")
        ordering = ["job", "digest", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["job", "digest", "kind", "start"], name="settleddoubt_place_is_unique"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.start}"
