"""Import one page of a paper: read, parse, plan, save, report."""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.importing.directory import read_directory
from articles.importing.reconcile import reconcile
from articles.importing.report import make_report
from articles.importing.save import save_plan
from articles.models import Credit, Event, ImportRun, Mention, Page, Photo, Version
from articles.parsing.documents import UnreadableSource, decode
from articles.parsing.pipeline import parse_page
from articles.pictures import prepare
from people.models import Department, Post

# Why the parser could not read a source, in the archivist's words.
UNREADABLE = {
    "empty": gettext_lazy("the file is empty."),
    "binary": gettext_lazy("this is a binary file, not the text of a page."),
    "known_format": gettext_lazy("this is a %(detail)s file, not the text of a page."),
    "unknown_encoding": gettext_lazy(
        "the text is neither UTF-8 nor GB18030, so it cannot be read."
    ),
    "false_mark": gettext_lazy(
        "the file says that it is %(detail)s, but it cannot be read as that."
    ),
    "no_heading": gettext_lazy(
        "the page has no heading, so its stories cannot be told apart. "
        "Begin each story with a line such as “## Headline”."
    ),
}


_NOT_BESIDE = gettext_lazy(
    "%(path)s, line %(line)d: the picture %(name)s is not beside the file. "
    "Put it there, or take the line out."
)


class ImportRefused(Exception):
    """The file cannot be imported. The message says what, where, and what to do."""


@dataclass(frozen=True)
class SourceFile:
    """A source file as read from disk."""

    path: Path
    data: bytes
    text: str

    @property
    def name(self):
        return self.path.name

    @property
    def digest(self):
        return hashlib.sha256(self.data).hexdigest()


def import_page(
    path,
    *,
    edition_date,
    page_number="",
    page_name="",
    is_dry_run=False,
    on_progress=lambda *_: None,
):
    """Import one file as one page of that day's paper and return (report, parsed page).

    Stories that the archive holds already are left alone. Raises ImportRefused, with nothing
    written, when the file cannot be used.
    """
    started = timezone.now()
    source = read_source(Path(path))
    page = _parse(source, edition_date)
    _check_lengths(source, page, page_number)
    directory = read_directory(page, edition_date=edition_date, page_number=page_number)
    plan = reconcile(page, directory, edition_date=edition_date, page_number=page_number)
    pictures = _read_pictures(source, plan)
    report = make_report(
        page,
        plan,
        file_name=source.name,
        edition_date=edition_date,
        page_number=page_number,
        is_dry_run=is_dry_run,
    )
    if report.wrote:
        run = ImportRun(
            started_at=started,
            file_name=source.name,
            file_digest=source.digest,
            edition_date=edition_date,
            page=page_number,
            report=report.as_json(),
        )
        _save(plan, source, pictures, run, page_name, on_progress)
    return report, page


def read_source(path):
    """The file's bytes and text. Raises ImportRefused for anything that is not a text file."""
    try:
        if not path.exists():
            raise ImportRefused(_("%(path)s does not exist. Check the path.") % {"path": path})
        if path.is_dir():
            raise ImportRefused(
                _("%(path)s is a directory. Name one text file in it.") % {"path": path}
            )
        if path.stat().st_size > settings.IMPORT_MAX_BYTES:
            raise ImportRefused(
                _("%(path)s is larger than %(limit)d MB, too large for one page of text.")
                % {"path": path, "limit": settings.IMPORT_MAX_BYTES // 2**20}
            )
        data = path.read_bytes()
        return SourceFile(path, data, decode(data))
    except OSError as error:
        raise _refusal(path, error.strerror) from error
    except UnreadableSource as error:
        raise _unreadable(path, error) from error


def _parse(source, edition_date):
    try:
        return parse_page(source.text, edition_date=edition_date)
    except UnreadableSource as error:
        raise _unreadable(source.path, error) from error


def _unreadable(path, error):
    return _refusal(path, UNREADABLE[error.reason] % {"detail": error.detail})


def _refusal(path, reason):
    return ImportRefused(_("%(path)s: %(reason)s") % {"path": path, "reason": reason})


def _check_lengths(source, page, page_number):
    """Whatever is longer than its field is refused here, with its line: nothing is cut off."""
    if len(page_number) > Page._meta.get_field("number").max_length:
        raise _refusal(source.path, _("the page number %s is too long.") % page_number)
    for story in page.stories:
        for model, field, text, line in _printed(story):
            limit = model._meta.get_field(field).max_length
            if len(text) > limit:
                raise ImportRefused(
                    _(
                        "%(path)s, line %(line)d: %(field)s has more than %(limit)d characters: "
                        "%(text)s… Divide it, or correct the heading marks."
                    )
                    % {
                        "path": source.path,
                        "line": line,
                        "field": model._meta.get_field(field).verbose_name,
                        "limit": limit,
                        "text": text[:20],
                    }
                )


def _printed(story):
    """What the story printed, with the field that will hold it, and its line."""
    first = story.headline.source.first_line
    for part in ("kicker", "headline", "deck"):
        yield Version, part, getattr(story.headline, part), first
    if story.dateline:
        yield Version, "dateline", story.dateline.marker, first
        yield Version, "date_as_printed", story.dateline.text, first
    for byline in story.bylines:
        yield Credit, "as_printed", byline.name, byline.source.first_line
    for official in story.officials:
        yield Mention, "name_as_printed", official.name, first
        yield Mention, "title_as_printed", official.title, first
        yield Mention, "acts", "、".join(official.acts), first
        for post in official.posts:
            yield Post, "title", post.title, first
            yield Department, "name", post.department, first
    for department in story.departments:
        yield Department, "name", department, first
    if story.event:
        yield Event, "name", story.event.name, first
    for photo in story.photos:
        yield Photo, "caption", photo.caption, photo.source.first_line
        yield Photo, "credit", photo.credit, photo.source.first_line


def _read_pictures(source, plan):
    """The pictures of the stories to be created, by file name, read before anything is written."""
    pictures = {}
    for photo in (photo for planned in plan.create for photo in planned.story.photos):
        if photo.file_name not in pictures:
            pictures[photo.file_name] = _read_picture(source, photo)
    return pictures


def _read_picture(source, photo):
    place = {"path": source.path, "line": photo.source.first_line, "name": photo.file_name}
    if PurePosixPath(photo.file_name).name != photo.file_name:
        raise ImportRefused(_NOT_BESIDE % place)
    try:
        with (source.path.parent / photo.file_name).open("rb") as file:
            return prepare(file)
    except OSError as error:
        raise ImportRefused(_NOT_BESIDE % place) from error
    except ValidationError as error:
        raise ImportRefused(
            _("%(path)s, line %(line)d, picture %(name)s: %(reason)s")
            % {**place, "reason": " ".join(error.messages)}
        ) from error


def _save(plan, source, pictures, run, page_name, on_progress):
    try:
        save_plan(
            plan,
            source,
            pictures,
            edition_date=run.edition_date,
            page_number=run.page,
            page_name=page_name,
            on_progress=on_progress,
        )
    except Exception as error:
        run.error = f"{type(error).__name__}: {error}"
        run.save()
        raise
    run.save()
