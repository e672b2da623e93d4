"""The pages of whatever an archivist names: a file, a folder, a ZIP archive."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.importing.pages import PageSource, sentence_of
from articles.importing.readers import (
    FileNumbers,
    Limits,
    Note,
    Place,
    ReadPage,
    UnusableManifest,
    find_manifest,
    no_day,
    open_source,
    read,
    read_manifest,
)
from articles.importing.readers.manifest import PROBLEMS
from articles.importing.refusals import ImportRefused, refusal, unreadable
from articles.importing.report import Outcome, Undated
from articles.parsing.documents import Document, UnreadableSource

# The first words of a page that tells no day, by which somebody knows it; and where they stand.
LONGEST_OPENING, LOOKED_AT = 200, 1000
A_MONTH = timedelta(days=31)


def latest_day():
    """The last day of which an edition is no slip: holiday issues are laid out weeks ahead."""
    return timezone.localdate() + A_MONTH


def count_files(path, *, name=""):
    """How many files there are to read; None where one file may hold any number of stories.

    Raises ImportRefused where there is none, by the path or by `name`.
    """
    path = Path(path)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return None
    try:
        files = sum(1 for _file in open_source(path))
    except UnreadableSource as error:
        raise unreadable(name or path, error) from error
    if not files:
        raise refusal(name or path, _("There is no file here that could hold a page."))
    return files


def pages_of(path, given=None, *, name="", typed=None) -> Iterator[PageSource | Outcome]:
    """The pages in their order; for each that cannot be used, the outcome that says why.

    `given` is a Place that the archivist typed. Of a single file it is believed before all; of
    many it fills in what the manifest, the files and their names do not plainly say. Then the
    numbers of files are their pages, where all files of a folder have one. A single file is called
    by its path, or by `name`, and so is an archive that cannot be opened. `typed` are the places of
    pages by their names, believed before all, and without a name what fills in those of the others.
    Raises ImportRefused when there is nothing to read at all.
    """
    path, given, typed = Path(path), given or Place(), typed or {}
    limits = Limits(max_bytes=settings.IMPORT_MAX_BYTES)
    try:
        manifest = find_manifest(path, limits)
        places, faults = _told_by(manifest) if manifest else ({}, {})
        sources = open_source(path, limits)
    except UnreadableSource as error:
        raise unreadable(name or path, error) from error
    is_single = path.is_file() and path.suffix.lower() != ".zip"
    numbers = FileNumbers(lambda: (source.name for source in open_source(path, limits)))
    unseen, for_others = dict(places), typed.get("", Place()).filled_by(given)
    for source in sources:
        unseen.pop(source.name, None)
        if fault := faults.pop(source.name, ""):
            yield Outcome(source.name, refusal=fault)
            continue
        called = name or str(path) if is_single else source.name
        hint = places.get(source.name) or Place()
        hint = given.filled_by(hint) if is_single else hint
        for where, page in _with_numbers_told(_pages(source, called, hint)):
            if page.fault:
                yield Outcome(where, refusal=str(unreadable(where, page.fault)))
                continue
            place = typed.get(where, Place()).filled_by(page.place).filled_by(for_others)
            if not place.page_number:
                place = place.filled_by(numbers.page_of(source.name))
            yield _placed(page, source, where, place)
    for name, fault in faults.items():
        yield Outcome(name, refusal=fault)
    for missing in unseen:
        if manifest.home.size(missing) is None:
            reason = _("The manifest names it, and there is no such file.")
            yield Outcome(missing, refusal=str(refusal(missing, reason)))


def _pages(source, name, hint):
    """Each page of a source with its name; one that holds only a fault where it is unreadable."""
    try:
        for page in read(source, place_hint=hint):
            yield f"{name}:{page.line}" if page.line else name, page
    except UnreadableSource as error:
        yield name, ReadPage(Document(""), b"", fault=error)


def _with_numbers_told(pages):
    """The pages of a file with their names; of a number that was given before, with a note on it.

    Of each number only a hash is held.
    """
    lines = {}
    for name, page in pages:
        first = lines.setdefault(hash(page.source), page.line) if page.source else page.line
        if first != page.line:
            note = Note("same_number", page.source[1], first)
            page = replace(page, notes=(*page.notes, note))
        yield name, page


def _placed(page, source, name, place):
    if place.edition_date is None:
        return _without_day(page, name, place)
    notes = page.notes
    if place.edition_date > latest_day():
        notes = (*notes, Note("ahead", place.edition_date.isoformat()))
    return PageSource(
        name,
        page.data,
        page.document,
        place.edition_date,
        place.page_number,
        place.page_name,
        notes=tuple(map(sentence_of, notes)),
        source=page.source,
        is_complete=page.is_complete,
        leaf=page.leaf,
        beside=lambda picture: page.pictures.get(picture) or source.beside(picture),
    )


def _without_day(page, name, place):
    if written := no_day(name):
        refused = unreadable(name, UnreadableSource("bad_date", written))
    else:
        reason = _(
            "Its edition is not known. Type its day on the page of the import (--edition-date for "
            "the command), or bring it with the day in its name or that of its folder, such as "
            "2023-04-04."
        )
        refused = refusal(name, reason)
    opening = " ".join(page.document.text[:LOOKED_AT].split())[:LONGEST_OPENING]
    return Outcome(name, refusal=str(refused), undated=Undated(place.page_number, opening))


def _told_by(manifest):
    """What the manifest says of each file, and by name why a row of it cannot be used.

    Raises ImportRefused where its rows cannot be told.
    """
    folder = str(PurePosixPath(manifest.name).parent)
    try:
        told = read_manifest(manifest.read(), "" if folder == "." else folder)
    except UnusableManifest as error:
        problems = (_sentence(manifest, problem) for problem in error.problems)
        raise ImportRefused("\n".join(problems)) from error
    faults = {}
    for problem in told.problems:
        name = problem.name or f"{manifest.name}:{problem.line}"
        faults.setdefault(name, str(refusal(name, _sentence(manifest, problem))))
    return told.places, faults


def _sentence(manifest, problem):
    return _("%(path)s, line %(line)d: %(reason)s") % {
        "path": manifest.name,
        "line": problem.line,
        "reason": _(PROBLEMS[problem.reason]).format(detail=problem.detail),
    }
