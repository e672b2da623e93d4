"""Pictures of stories: how one is added (pictures.py encodes it), and who may see it."""

import datetime
import re

from django.db.models import CharField, DateTimeField, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from articles.models import Photo, PreviewLink, Upload, Version, WorkingDraft
from articles.pictures import Picture, prepare
from articles.prepared import prepared

IMAGE = Photo._meta.get_field("image")
# An uploaded picture that no story and no working draft holds goes after so long.
UPLOAD_KEPT_FOR = datetime.timedelta(days=30)


def keep(picture):
    """Store a Picture that no story shows yet, for good: it is no longer a mere upload."""
    Upload.objects.filter(digest=picture.digest).delete()
    path = _path(picture.name)
    if not IMAGE.storage.exists(path):
        IMAGE.storage.save(path, picture)


def receive(file, by):
    """Keep what a form uploads before its story is saved, and return the digest of the picture.

    Raises ValidationError where it is none. What earlier uploads left unused is cleared away.
    """
    clear_unused_uploads()
    picture = prepare(file)
    uploads = Upload.objects.filter(digest=picture.digest)
    # A file that is there already belongs to a story or an import: it is not for us to clear.
    if not IMAGE.storage.exists(_path(picture.name)):
        keep(picture)
        Upload.objects.create(digest=picture.digest, by=by)
    else:
        uploads.update(uploaded_at=timezone.now())
    return picture.digest


def hold(version):
    """The pictures of a story that was saved belong to its record, and are no mere uploads."""
    Upload.objects.filter(digest__in=version.photos.values("digest")).delete()


def kept(digest):
    """The Picture that is stored under a digest; None where there is none."""
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        return None
    path = _path_of(digest)
    if not IMAGE.storage.exists(path):
        return None
    with IMAGE.storage.open(path) as file:
        return Picture(file.read())


def pieces_of(digest):
    """The bytes of the picture that is stored under a digest, piece by piece."""
    with IMAGE.storage.open(_path_of(digest)) as file:
        yield from file.chunks()


def clear_unused_uploads(at=None):
    """Delete old uploads, and their files where neither a story nor an open form needs them."""
    before = (at or timezone.now()) - UPLOAD_KEPT_FOR
    drafts = WorkingDraft.objects.kept().annotate(text=Cast("words", TextField()))
    for upload in Upload.objects.filter(uploaded_at__lt=before):
        if drafts.filter(text__contains=upload.digest).exists():
            continue
        if not Photo.objects.filter(digest=upload.digest).exists():
            IMAGE.storage.delete(_path_of(upload.digest))
        upload.delete()


def attach_kept(version, digest, **fields):
    """Give the story a picture that `keep` stored, by its digest, and return its Photo."""
    Upload.objects.filter(digest=digest).delete()
    path = _path_of(digest)
    return Photo.objects.create(version=version, image=path, digest=digest, **fields)


def _path(name):
    return IMAGE.generate_filename(None, name)


def _path_of(digest):
    return _path(f"{digest[:2]}/{digest}.jpg")


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
