from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One page that the importer wrote something of, or failed to write.

    Its file, by digest, as that page of that edition is known from then on to this importer.
    """

    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"))
    file_name = models.CharField(_("file name"), max_length=255)
    file_digest = models.CharField(_("digest"), max_length=64)
    edition_date = models.DateField(_("edition"))
    page = models.CharField(_("page number"), max_length=8, blank=True)
    importer = models.CharField(
        _("importer"), max_length=20, blank=True, help_text=_("The version of the importer.")
    )
    report = models.JSONField(_("report"), default=dict)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("imported page")
        verbose_name_plural = _("imported pages")
        ordering = ["-started_at"]
        get_latest_by = "started_at"
        indexes = [models.Index(fields=["file_digest"], name="importrun_file_digest")]

    def __str__(self):
        return f"{self.file_name} {self.edition_date}"
