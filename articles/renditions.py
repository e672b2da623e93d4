"""A picture in the widths and formats that browsers choose from, made at the latest when asked for.

The widths are fixed steps, so that no address makes more than a few files of a picture. A picture
narrower than a step is not enlarged: the first step that holds it shows it at its own width. What
is made is kept in the storage beside the pictures, under their digest; it is no record, and made
again where it is missing. Why no library does this: docs/decisions/0007.
"""

import io
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

STEPS = (320, 480, 640, 960, 1280, 1920)
FOLDER = "renditions"


@dataclass(frozen=True, slots=True)
class Form:
    """An image format: as Pillow and as HTTP call it, and how it is encoded."""

    encoder: str
    content_type: str
    options: dict = field(default_factory=dict)


# The smallest first. At these qualities the three differ alike from the picture.
FORMS = {
    "avif": Form("AVIF", "image/avif", {"quality": 53, "speed": 6}),
    "webp": Form("WEBP", "image/webp", {"quality": 74, "method": 4}),
    "jpg": Form("JPEG", "image/jpeg", {"quality": 78, "optimize": True, "progressive": True}),
}


def steps_of(width):
    """The steps in which a picture of that width is shown, in pixels, the narrowest first."""
    narrower = sum(step < width for step in STEPS)
    return STEPS[: narrower + 1]


def path_of(digest, step, form):
    return f"{FOLDER}/{digest[:2]}/{digest}/{step}.{form}"


def ensure(source, digest, step, form):
    """Make the rendition of the stored picture `source` unless it is there.

    Raises FileNotFoundError where the picture is missing, or has no such step.
    """
    path = path_of(digest, step, form)
    if default_storage.exists(path):
        return
    with default_storage.open(source) as file, Image.open(file, formats=["JPEG"]) as picture:
        if step not in steps_of(picture.width):
            raise FileNotFoundError(path)
        content = _encoded(picture, step, FORMS[form])
    stored = default_storage.save(path, ContentFile(content))
    if stored != path:  # Another request made it meanwhile.
        default_storage.delete(stored)


def make_all(source, digest):
    """Make every rendition of the stored picture `source` that is missing, form by form.

    Raises FileNotFoundError where the picture is missing.
    """
    with default_storage.open(source) as file, Image.open(file, formats=["JPEG"]) as picture:
        steps = steps_of(picture.width)
    for form in FORMS:
        for step in steps:
            ensure(source, digest, step, form)


def _encoded(picture, step, form):
    width = min(step, picture.width)
    height = max(1, round(picture.height * width / picture.width))
    picture.draft("RGB", (width * 2, height * 2))
    scaled = picture.resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    scaled.save(out, form.encoder, **form.options)
    return out.getvalue()


def clear(digest):
    """Delete every rendition of a picture that is kept no longer."""
    for step in STEPS:
        for form in FORMS:
            default_storage.delete(path_of(digest, step, form))
