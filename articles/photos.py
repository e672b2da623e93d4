"""Pictures of stories: how one is added (pictures.py encodes it), and who may see it."""

import datetime
import logging
import re

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models import CharField, DateTimeField, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import renditions
from articles.models import (
    Original,
    Photo,
    PreviewLink,
    RenditionsDue,
    Upload,
    Version,
    WorkingDraft,
)
from articles.pictures import Picture, prepare
from articles.prepared import prepared

logger = logging.getLogger(__name__)

IMAGE = Photo._meta.get_field("image")
ORIGINAL = Original._meta.get_field("file")
# An uploaded picture that no story and no working draft holds goes after so long.
UPLOAD_KEPT_FOR = datetime.timedelta(days=30)
# Of a story filed under an earlier day each rendition is made when a reader first asks for it.
RECENT = datetime.timedelta(days=30)


class PictureGone(ValidationError):
    """The file of the picture is no longer kept. The message names the picture by its caption."""

    def __init__(self, caption):
        super().__init__(
            _(
                "The picture “%(caption)s” is not there: its file is no longer kept. "
                "Choose it again from your own files."
            )
            % {"caption": caption or _("(without a caption)")}
        )


def keep(picture):
    """Store a Picture that no story shows yet, for good: it is no longer a mere upload."""
    Upload.objects.filter(digest=picture.digest).delete()
    _store_once(IMAGE.storage, _path(picture.name), picture)
    keep_original(picture)


def keep_original(picture):
    """Keep the file that a Picture was made of, untouched, for the desk; the same file once."""
    if picture.original is None:
        return
    digest = picture.original.digest
    name = f"{digest[:2]}/{digest}.{picture.original.ending}"
    path = ORIGINAL.generate_filename(None, name)
    _store_once(ORIGINAL.storage, path, ContentFile(picture.original.data))
    Original.objects.get_or_create(digest=picture.digest, file=path)


def _store_once(storage, path, content):
    if not storage.exists(path):
        storage.save(path, content)


def receive(file, by):
    """Keep what a form uploads before its story is saved, and return the Picture.

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
        keep_original(picture)
        uploads.update(uploaded_at=timezone.now())
    return picture


def hold(version):
    """The pictures of a story that was saved belong to its record, and are no mere uploads."""
    Upload.objects.filter(digest__in=version.photos.values("digest")).delete()


def kept(digest):
    """The Picture that is stored under a digest; None where there is none."""
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        return None
    path = path_of(digest)
    if not IMAGE.storage.exists(path):
        return None
    with IMAGE.storage.open(path) as file:
        return Picture(file.read())


def pieces_of(digest):
    """The bytes of the picture that is stored under a digest, piece by piece."""
    with IMAGE.storage.open(path_of(digest)) as file:
        yield from file.chunks()


def clear_unused_uploads(at=None):
    """Delete old uploads, and their files where neither a story nor an open form needs them."""
    before = (at or timezone.now()) - UPLOAD_KEPT_FOR
    drafts = WorkingDraft.objects.kept().annotate(text=Cast("words", TextField()))
    for upload in Upload.objects.filter(uploaded_at__lt=before):
        if drafts.filter(text__contains=upload.digest).exists():
            continue
        if not Photo.objects.filter(digest=upload.digest).exists():
            _discard(upload.digest)
        upload.delete()


def _discard(digest):
    """Delete a picture, what was made of it, and the files that it was made of."""
    IMAGE.storage.delete(path_of(digest))
    renditions.clear(digest)
    originals = Original.objects.filter(digest=digest)
    paths = {original.file.name for original in originals}
    originals.delete()
    for path in paths - set(Original.objects.filter(file__in=paths).values_list("file", flat=True)):
        ORIGINAL.storage.delete(path)


def attach_kept(version, digest, **fields):
    """Give the story a picture that `keep` stored, by its digest, and return its Photo.

    Raises PictureGone where its file was cleared since.
    """
    path = path_of(digest)
    if not IMAGE.storage.exists(path):
        raise PictureGone(fields.get("caption", ""))
    Upload.objects.filter(digest=digest).delete()
    return Photo.objects.create(version=version, image=path, digest=digest, **fields)


def _path(name):
    return IMAGE.generate_filename(None, name)


def path_of(digest):
    """Where the picture of that digest is stored."""
    return _path(f"{digest[:2]}/{digest}.jpg")


def attach(version, file, *, caption="", credit="", alt_text="", position=0, placed_after=None):
    """Store the picture with the story and return its Photo; ValidationError when it is none.

    The caller seals the version once all of its parts are there.
    """
    picture = prepare(file)
    keep_original(picture)
    return Photo.objects.create(
        version=version,
        image=picture,
        caption=caption,
        credit=credit,
        alt_text=alt_text,
        position=position,
        placed_after=placed_after,
    )


def ask_for_renditions(version):
    """Note that a story is released whose pictures many look at soon: none of the archive."""
    if version.dated < timezone.localdate() - RECENT:
        return
    digests = version.photos.values_list("digest", flat=True)
    RenditionsDue.objects.bulk_create(
        (RenditionsDue(digest=digest) for digest in digests), ignore_conflicts=True
    )


def make_due_renditions():
    """Make those of the picture that has waited longest. False where none waits."""
    due = RenditionsDue.objects.first()
    if due is None:
        return False
    try:
        renditions.make_all(path_of(due.digest), due.digest)
    except Exception:  # They are made when they are asked for; the worker goes on.
        logger.exception("Renditions of the picture %s failed", due.digest)
    due.delete()
    return True


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
