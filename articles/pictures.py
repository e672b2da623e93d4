"""Pictures as the paper keeps them: decoded once, and encoded anew, whatever door they came by.

Readers never get an uploaded file. Its pixels are read by a decoder for one of five formats, turned
upright, and written as a JPEG that carries nothing else: no place where it was taken, no serial
number of a camera, no bytes that only look like a picture. The name of that file is the digest of
its bytes, so the same picture is kept once. What came is at hand in the Picture, for whoever keeps
it at the desk (photos.py).
"""

import hashlib
import io
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import ImageFieldFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from articles.described import Described, described

FORMATS = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "TIFF": "image/tiff",
}
LONGEST_SIDE = 2400
QUALITY = 88

# Pillow's own guard, at the same height as ours: it stops a decoder that ours did not come before.
Image.MAX_IMAGE_PIXELS = settings.PHOTO_MAX_PIXELS


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """A file as it came: its bytes, the ending of its format, and what is written in it."""

    data: bytes
    ending: str
    described: Described

    @property
    def digest(self):
        return hashlib.sha256(self.data).hexdigest()


class Picture(ContentFile):
    """A JPEG made by `prepare`, with the digest of its bytes.

    `original` is the file that it was made of; None where the picture was read from the storage.
    """

    def __init__(self, content, original=None):
        self.digest = hashlib.sha256(content).hexdigest()
        self.original = original
        super().__init__(content, name=f"{self.digest[:2]}/{self.digest}.jpg")


def digest_of(name):
    """The digest of the picture that is stored under this name."""
    return name.rpartition("/")[2].removesuffix(".jpg")


def prepare(file):
    """The upload as a Picture. Raises ValidationError, in the editor's words, when it is none."""
    if isinstance(file, Picture):
        return file
    try:
        file.seek(0)
        data = file.read()
        image = Image.open(io.BytesIO(data), formats=list(FORMATS))
        _check_size(image)
        original = OriginalFile(data, image.format.lower(), described(image))
        # Shrunk first: a JPEG is then decoded at a fraction of its size, and the rest is quicker.
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return Picture(_encoded(_as_rgb(ImageOps.exif_transpose(image))), original)
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except Exception as error:  # Pillow's decoders raise many kinds over a damaged file.
        raise ValidationError(
            _("This is not a picture that can be read. Use JPEG, PNG, WebP, GIF or TIFF."),
            code="unreadable_picture",
        ) from error


def _check_size(image):
    width, height = image.size
    if width * height > settings.PHOTO_MAX_PIXELS:
        raise _too_large()


def _too_large():
    return ValidationError(
        _("This picture has more than %(limit)s million pixels. Make it smaller, then add it."),
        code="picture_too_large",
        params={"limit": settings.PHOTO_MAX_PIXELS // 1_000_000},
    )


def _as_rgb(image):
    """The pixels as a screen shows them: in sRGB, on white where the picture lets through."""
    if image.mode.startswith("I;16"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return _from_profile(image) or image.convert("RGB")


def _from_profile(image):
    """Colours of a print or camera profile turned into sRGB; None when there is none to read."""
    if image.mode not in ("RGB", "CMYK", "L") or "icc_profile" not in image.info:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
        return ImageCms.profileToProfile(
            image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        return None


def _encoded(image):
    image.info = {}  # A JPEG's comment would be written again from here.
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()


class PictureFormField(forms.FileField):
    """An upload that becomes a Picture while the form is checked."""

    def to_python(self, data):
        file = super().to_python(data)
        return file and prepare(file)

    def widget_attrs(self, widget):
        attrs = super().widget_attrs(widget)
        if isinstance(widget, forms.FileInput):
            attrs.setdefault("accept", ",".join(FORMATS.values()))
        return attrs


class PictureFile(ImageFieldFile):
    """Stored under the digest of its bytes; bytes that are there already are not stored again."""

    def save(self, name, content, save=True):
        picture = prepare(content)
        self.instance.digest = picture.digest
        path = self.field.generate_filename(self.instance, picture.name)
        if not self.storage.exists(path):
            super().save(picture.name, picture, save)
            return
        self.name = path
        setattr(self.instance, self.field.attname, path)
        if save:
            self.instance.save()


class PictureField(models.ImageField):
    """An ImageField whose every file passes `prepare`. Its model has a field `digest`."""

    attr_class = PictureFile

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.ImageField", args, kwargs

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PictureFormField, **kwargs})
