"""Add a picture to a story: the door for the importer and for scripts. pictures.py encodes it."""

from articles.models import Photo
from articles.pictures import prepare

IMAGE = Photo._meta.get_field("image")


def keep(picture):
    """Store a Picture that no story shows yet."""
    path = _path(picture.name)
    if not IMAGE.storage.exists(path):
        IMAGE.storage.save(path, picture)


def attach_kept(version, digest, **fields):
    """Give the story a picture that `keep` stored, by its digest, and return its Photo."""
    path = _path(f"{digest[:2]}/{digest}.jpg")
    return Photo.objects.create(version=version, image=path, digest=digest, **fields)


def _path(name):
    return IMAGE.generate_filename(None, name)


def attach(version, file, *, caption="", credit="", alt_text="", position=0):
    """Store the picture with the story and return its Photo; ValidationError when it is none.

    The caller seals the version once all of its parts are there.
    """
    return Photo.objects.create(
        version=version,
        image=prepare(file),
        caption=caption,
        credit=credit,
        alt_text=alt_text,
        position=position,
    )
