"""The marks that an import made full-width, shown with what was printed; put back or redone."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import WideMarks
from articles.wide_marks import Mark, marks_of, set_marks

ALL = "all"
Part = WideMarks.Part


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text of the import as runs of it and its marks, in order: (text, mark or None)."""

    label: str
    pieces: list[tuple[str, Mark | None]]


@dataclass(frozen=True, slots=True)
class ShownMarks:
    """How many of the marks stand full-width, as printed, or were written over; and the texts."""

    wide: int
    printed: int
    edited: int
    texts: list[ShownText]


def shown_marks(version):
    """What the form shows of them; None where the import changed none."""
    rows = list(marks_of(version))
    marks = [mark for _row, row_marks in rows for mark in row_marks]
    if not marks:
        return None
    wide = sum(mark.is_wide for mark in marks)
    edited = sum(not mark.stands for mark in marks)
    return ShownMarks(
        wide=wide,
        printed=len(marks) - wide - edited,
        edited=edited,
        texts=[ShownText(_label(row), _pieces(row.text, row_marks)) for row, row_marks in rows],
    )


def change(request, version, log_change):
    """Change one mark of the story, or all, as a POST asks: `printed` or `wide` says which."""
    wide = "wide" in request.POST
    chosen = request.POST.get("wide" if wide else "printed", "")
    try:
        count = set_marks(
            version, request.user, wide=wide, chosen=None if chosen == ALL else [chosen]
        )
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return
    if not count:
        messages.warning(request, _("No mark was changed: the words are others by now."))
        return
    done = (
        ngettext("%(count)d mark, full-width", "%(count)d marks, full-width", count)
        if wide
        else ngettext("%(count)d mark, as printed", "%(count)d marks, as printed", count)
    ) % {"count": count}
    # A list of fields: words that somebody changed here (see proposals.edited_here).
    log_change(request, version, [{"changed": {"fields": [done]}}])
    messages.success(request, _("Changed: %(marks)s.") % {"marks": done})


def _label(row):
    if row.part == Part.BODY:
        return _("Paragraph %(number)s") % {"number": row.number + 1}
    if row.part == Part.CAPTION:
        return _("Photo %(number)s") % {"number": row.number + 1}
    return row.get_part_display()


def _pieces(text, marks):
    pieces, start = [], 0
    for mark in marks:
        pieces += [(text[start : mark.place], None), (mark.printed, mark)]
        start = mark.place + 1
    return [piece for piece in [*pieces, (text[start:], None)] if piece[0]]
