"""A printed page as a picture, and where on it each story stands."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.edition import Page
from articles.models.version import Version
from articles.pictures import PictureField

# Coordinates are per mille of the picture's width and height, so they outlive its size in pixels.
FULL = 1000
FEWEST_CORNERS, MOST_CORNERS = 3, 40


class PageScanQuerySet(models.QuerySet):
    def public(self, at=None):
        """Those that show no words which readers may not read at that moment.

        A page with a live story, and with no story that is withdrawn, embargoed or unreleased; of
        a picture of several pages, none of them has one. What was spiked was not printed, or is
        in another story.
        """
        at = at or timezone.now()
        printed = Version.objects.filter(page__scan__image=models.OuterRef("image"))
        live_elsewhere = Version.objects.live(at).filter(article=models.OuterRef("article"))
        unreadable = printed.exclude(status=Version.Status.SPIKED).filter(
            ~models.Exists(live_elsewhere)
        )
        return self.filter(
            models.Exists(Version.objects.live(at).filter(page=models.OuterRef("page"))),
            ~models.Exists(unreadable),
        )


class PageScan(models.Model):
    """The file that was uploaded, untouched, and the picture that readers get of it.

    scans.py makes the picture, from a PDF or from a picture.
    """

    page = models.OneToOneField(
        Page, verbose_name=_("page"), on_delete=models.PROTECT, related_name="scan"
    )
    original = models.FileField(_("file as uploaded"), upload_to="scans/originals")
    image = PictureField(
        _("picture"), upload_to="scans/pages", width_field="width", height_field="height"
    )
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    digest = models.CharField(_("digest"), max_length=64, editable=False)

    objects = PageScanQuerySet.as_manager()

    class Meta:
        verbose_name = _("page picture")
        verbose_name_plural = _("page pictures")
        indexes = [
            models.Index(fields=["image"], name="pagescan_by_picture"),
            models.Index(fields=["original"], name="pagescan_by_original"),
        ]

    def __str__(self):
        return str(self.page)


def check_corners(corners):
    """ValidationError unless these are the corners of a shape inside the picture."""
    if not (
        isinstance(corners, list)
        and FEWEST_CORNERS <= len(corners) <= MOST_CORNERS
        and all(_is_corner(corner) for corner in corners)
    ):
        raise ValidationError(_("This is no shape inside the picture."), code="no_shape")


def _is_corner(corner):
    return (
        isinstance(corner, list)
        and len(corner) == 2
        and all(type(value) is int and 0 <= value <= FULL for value in corner)
    )


class Area(models.Model):
    """Where a story stands on the picture of its page. One that turns a corner may have several."""

    scan = models.ForeignKey(
        PageScan, verbose_name=_("page picture"), on_delete=models.CASCADE, related_name="areas"
    )
    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="areas"
    )
    corners = models.JSONField(
        _("corners"),
        validators=[check_corners],
        help_text=_("Pairs of across and down, per mille of the picture's width and height."),
    )

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["id"]

    def __str__(self):
        return " ".join(f"{across},{down}" for across, down in self.corners)
