from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version
from articles.pictures import PictureField


class Photo(models.Model):
    """A picture of a story. Its file is decoded and encoded anew on upload: see pictures.py."""

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.CASCADE, related_name="photos"
    )
    image = PictureField(
        _("picture"), upload_to="photos", width_field="width", height_field="height"
    )
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    digest = models.CharField(_("digest"), max_length=64, editable=False)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("photographer or source"), max_length=100, blank=True)
    alt_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for readers who cannot see it."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["position", "id"]
        indexes = [
            models.Index(fields=["version", "position"], name="photo_version_position"),
            models.Index(fields=["image"], name="photo_by_file"),
        ]

    def __str__(self):
        return self.caption or self.image.name


class Upload(models.Model):
    """A picture that the form of a story sent, and that no story shows yet: see photos.py."""

    digest = models.CharField(_("digest"), max_length=64, unique=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.CASCADE,
        related_name="uploads",
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now=True)

    class Meta:
        verbose_name = _("uploaded picture")
        verbose_name_plural = _("uploaded pictures")
        ordering = ["id"]

    def __str__(self):
        return self.digest[:12]
