"""The marks that an import made full-width: where each stands now; put back as printed, or redone.

An editor may have changed the words since. A mark is only touched where it still stands among
characters that it was printed with.
"""

from dataclasses import dataclass
from itertools import groupby

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import contributions, rights, saves
from articles.body import characters, with_characters
from articles.comparison import compare_texts
from articles.models import Article, Version, WideMarks
from articles.parsing.punctuation import folded

BREAK = "\n"
Part = WideMarks.Part


class MarksRefused(ValidationError):
    """Marks that cannot be changed now. Its message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a printed text, and the place where it stands in its part of the story now.

    The place is None where an editor has written something else over it.
    """

    row: WideMarks
    place: int
    wide: str
    place_now: int | None
    is_wide: bool

    @property
    def key(self):
        return f"{self.row.pk}:{self.place}"

    @property
    def printed(self):
        return self.row.text[self.place]

    @property
    def stands(self):
        return self.place_now is not None


def marks_of(version):
    """The marks of a version as (row, marks) pairs, in the order of the story."""
    order = {part: number for number, part in enumerate(Part.values)}
    rows = sorted(version.wide_marks.all(), key=lambda row: (order[row.part], row.number))
    return [
        pair
        for part, group in groupby(rows, key=lambda row: row.part)
        for pair in _located(list(group), "".join(_text_now(version, part)))
    ]


@transaction.atomic
def set_marks(version, by, *, wide, chosen=None):
    """Make marks full-width, or put them back as printed, and return how many were changed.

    `chosen` are their keys; all where it is None. Raises PermissionDenied or MarksRefused.
    """
    if not by.has_perm("articles.change_version"):
        raise PermissionDenied(_("Your account may not change stories."))
    # The article's row is the lock: it is the workflow's too.
    Article.objects.select_for_update().get(pk=version.article_id)
    version = Version.objects.select_for_update().get(pk=version.pk)
    rights.check_theirs(by, version)
    if version.status != Version.Status.DRAFT:
        raise MarksRefused(
            _("Marks are changed in a draft only; this story is %(status)s.")
            % {"status": version.get_status_display()}
        )
    changes = {}
    for row, marks in marks_of(version):
        for mark in marks:
            is_chosen = chosen is None or mark.key in chosen
            if is_chosen and mark.stands and mark.is_wide != wide:
                now = mark.wide if wide else mark.printed
                changes.setdefault(row.part, {})[mark.place_now] = now
    if changes:
        saves.keep_what_stood(version)
        _write(version, changes)
        contributions.record(version, by)
        saves.record(version, by)
    return sum(map(len, changes.values()))


def _located(rows, now):
    """Each row with its marks, found in the words of its part as they are now."""
    places = _places(BREAK.join(row.text for row in rows), now)
    start = 0
    for row in rows:
        marks = []
        for place, wide in row.changes:
            at = places.get(start + place)
            marks.append(Mark(row, place, wide, at, at is not None and now[at] == wide))
        yield row, marks
        start += len(row.text) + len(BREAK)


def _places(printed, now):
    """Where each character of the print stands now, of those that nobody has changed."""
    before, after = compare_texts(folded(printed), folded(now))
    places = {}
    kept = zip(_kept(before), _kept(after), strict=True)
    for (old, length), (new, _length) in kept:
        places |= zip(range(old, old + length), range(new, new + length), strict=True)
    return places


def _kept(pieces):
    start = 0
    for piece in pieces:
        if not piece.is_changed:
            yield start, len(piece.text)
        start += len(piece.text)


def _text_now(version, part):
    """The characters of a part of the story, those of several captions one after the other."""
    if part == Part.BODY:
        return [character for character, _start, _end in characters(version.body)]
    if part == Part.CAPTION:
        return BREAK.join(photo.caption for photo in version.photos.all())
    return getattr(version, part)


def _write(version, changes):
    for part, marks in changes.items():
        if part == Part.BODY:
            version.body = with_characters(version.body, marks)
        elif part == Part.CAPTION:
            _write_captions(version, marks)
        else:
            setattr(version, part, _with(getattr(version, part), marks))
    fields = [part for part in changes if part != Part.CAPTION]
    version.save(update_fields=[*fields, "updated_at"])


def _write_captions(version, marks):
    start = 0
    for photo in version.photos.all():
        own = {place - start: mark for place, mark in marks.items() if place >= start}
        start += len(photo.caption) + len(BREAK)
        caption = _with(photo.caption, own)
        if photo.alt_text == photo.caption:
            photo.alt_text = caption
        photo.caption = caption
        photo.save(update_fields=["caption", "alt_text"])


def _with(text, marks):
    return "".join(marks.get(place, character) for place, character in enumerate(text))
