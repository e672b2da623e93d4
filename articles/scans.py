"""Pictures of printed pages: how one is kept, who may see it, and where its stories stand."""

import hashlib
import io

import pypdfium2
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import CharField, DateTimeField, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image

from articles.models import Area, Page, PageScan, Version
from articles.models.scan import check_corners
from articles.pictures import FORMATS, LONGEST_SIDE, prepare
from articles.prepared import prepared

PDF = b"%PDF-"
ORIGINALS = PageScan._meta.get_field("original").upload_to + "/"
TYPES = {"pdf": "application/pdf", **{name.lower(): kind for name, kind in FORMATS.items()}}


def keep(page: Page, file) -> PageScan:
    """Keep the file of a page as it came, and the picture made of it; replaces the one before.

    The areas drawn so far stay. Raises ValidationError, in the editor's words, when the file is
    neither a picture nor a PDF of one page.
    """
    data = file.read()
    is_pdf = data.startswith(PDF)
    picture = prepare(_rendered(data) if is_pdf else io.BytesIO(data))
    scan = PageScan.objects.filter(page=page).first() or PageScan(page=page)
    scan.image = picture
    _keep_original(scan, data, "pdf" if is_pdf else _format_of(data))
    scan.save()
    return scan


def _keep_original(scan, data, ending):
    """Under the digest of its bytes: the same file is kept once, and none is written over."""
    digest = hashlib.sha256(data).hexdigest()
    field = PageScan._meta.get_field("original")
    path = field.generate_filename(scan, f"{digest}.{ending}")
    if not field.storage.exists(path):
        field.storage.save(path, ContentFile(data))
    scan.original = path


def _format_of(data):
    return Image.open(io.BytesIO(data), formats=list(FORMATS)).format.lower()


def _rendered(data):
    """The only page of a PDF as a PNG, as large as a picture is kept."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = len(document)
            if pages == 1:
                page = document[0]
                image = page.render(scale=LONGEST_SIDE / max(page.get_size())).to_pil()
    except (pypdfium2.PdfiumError, ZeroDivisionError) as error:
        raise ValidationError(
            _("This PDF cannot be read. It may be damaged, or locked by a password."),
            code="unreadable_pdf",
        ) from error
    if pages != 1:
        raise ValidationError(
            _("This PDF has %(pages)d pages. Add one with this page only."),
            code="several_pages",
            params={"pages": pages},
        )
    out = io.BytesIO()
    image.save(out, "PNG")
    return out


def printed_stories(page):
    """The newest version of each story of the page, in printed order, for whoever draws areas."""
    return (
        Version.objects.latest_of_each_article()
        .filter(page=page)
        .exclude(status=Version.Status.SPIKED)
        .in_page_order()
    )


@transaction.atomic
def replace_areas(scan: PageScan, drawn: list[dict]):
    """The areas of a picture are now these: each an `article`, by its number, and its `corners`.

    Raises ValidationError for a shape that is none, or a story that is not of the page.
    """
    known = set(Version.objects.filter(page=scan.page_id).values_list("article_id", flat=True))
    try:
        areas = [
            Area(scan=scan, article_id=row["article"], corners=row["corners"]) for row in drawn
        ]
        are_known = known.issuperset(area.article_id for area in areas)
    except (TypeError, KeyError):
        are_known = False
    if not are_known:
        raise ValidationError(
            _("These areas do not belong to stories of this page."), code="other_stories"
        )
    for area in areas:
        check_corners(area.corners)
    scan.areas.all().delete()
    Area.objects.bulk_create(areas)


@prepared(name=CharField(), now=DateTimeField())
def _public_files(name, now):
    files = PageScan.objects.public(now).filter(
        Q(image=name) | Q(original=name, original__endswith=".pdf")
    )
    return files.order_by().values_list("id")[:1]


def is_public(name):
    """Whether readers may see the file of this name: the picture of a page, or its PDF.

    The original of a picture stays at the desk: it may say where and by what it was made.
    """
    return bool(_public_files(name=name, now=timezone.now()))


def may_see(name, user):
    """Whether somebody at the desk may."""
    if not (user.is_staff and user.has_perm("articles.view_page")):
        return False
    return PageScan.objects.filter(Q(image=name) | Q(original=name)).exists()


def content_type(name):
    return TYPES.get(name.rpartition(".")[2], "image/jpeg")
