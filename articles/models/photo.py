from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.version import Version
from articles.pictures import PictureField

# Coordinates per mille of the picture's width and height, as those of areas: they outlive its size.
FOCUS = RegexValidator(r"^(\d{1,3}|1000),(\d{1,3}|1000)\Z", _("This is no point of the picture."))


class Photo(models.Model):
    """A picture of a story. Its file is decoded and encoded anew on upload: see pictures.py.

    The focal point is how a picture is shown where it is cropped, and no word of the story: it is
    not part of what is approved and sealed, and may be moved after the release (admin/focus.py).
    """

    version = models.ForeignKey(
        Version,
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="photos",
        db_index=False,
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
    focus = models.CharField(
        _("focal point"),
        max_length=9,
        blank=True,
        validators=[FOCUS],
        help_text=_("Across and down, per mille of the picture. Empty: its middle."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    # Behind how many parts of the body: see placing.py.
    placed_after = models.PositiveSmallIntegerField(_("place in the text"), null=True, blank=True)

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


class Original(models.Model):
    """The file that a picture was made of, byte for byte as it came. Readers never get it."""

    digest = models.CharField(_("digest of the picture"), max_length=64)
    file = models.FileField(_("file as uploaded"), upload_to="originals")

    class Meta:
        verbose_name = _("original")
        verbose_name_plural = _("originals")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["digest", "file"], name="original_is_kept_once")
        ]

    def __str__(self):
        return self.file.name


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


class RenditionsDue(models.Model):
    """A picture of a story just released: the worker makes its renditions before readers ask.

    See photos.py. Where no worker runs, each is made when it is first asked for.
    """

    digest = models.CharField(_("digest of the picture"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("renditions to make")
        verbose_name_plural = _("renditions to make")
        ordering = ["id"]

    def __str__(self):
        return self.digest[:12]
