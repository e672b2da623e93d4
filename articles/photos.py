"""Pictures of stories: how one is added (pictures.py encodes it), and who may see it."""

from django.db.models import CharField, DateTimeField
from django.utils import timezone

from articles.models import Photo, PreviewLink, Version
from articles.pictures import prepare
from articles.prepared import prepared

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


@prepared(name=CharField(), now=DateTimeField())
def _live_stories(name, now):
    return Version.objects.live(now).filter(photos__image=name).order_by().values_list("id")[:1]


def is_public(name):
    """Whether a live story shows the picture that is stored under this name."""
    return bool(_live_stories(name=name, now=timezone.now()))


def may_see(name, user, token=""):
    """Whether somebody at the desk, or who has a preview link, may see it before its story is."""
    if user.is_staff and user.has_perm("articles.view_version"):
        return Photo.objects.filter(image=name).exists()
    links = PreviewLink.objects.open().filter(token=token, version__photos__image=name)
    return bool(token) and links.exists()
