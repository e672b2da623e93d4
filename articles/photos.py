"""Add a picture to a story: the door for the importer and for scripts. pictures.py encodes it."""

from articles.models import Photo
from articles.pictures import prepare


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
