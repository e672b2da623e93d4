from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One run of the importer that wrote something, or failed while writing."""

    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), auto_now_add=True)
    file_name = models.CharField(_("file name"), max_length=255)
    file_digest = models.CharField(_("digest"), max_length=64)
    edition_date = models.DateField(_("edition"))
    page = models.CharField(_("page number"), max_length=8, blank=True)
    report = models.JSONField(_("report"), default=dict)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at"]
        get_latest_by = "started_at"

    def __str__(self):
        return f"{self.file_name} {self.edition_date}"
