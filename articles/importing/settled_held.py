"""Settle in stories that the archive holds what somebody settled before the import of their file.

The file may have come in by another import since its plan was shown: then its stories are held as
it says them, and their doubts are open.
"""

from django.core.exceptions import PermissionDenied, ValidationError

from articles import breaks, workflow
from articles.importing.record import note_of
from articles.models import Doubt, Version


def settle_held(page):
    """Apply what was settled of a planned page; return how many of it could not be applied.

    Such a doubt is not in the story any more, or was settled there otherwise, or is in one that
    whoever settled it may not change.
    """
    source = page.source
    return sum(
        not _is_applied(doubt, settled, source)
        for story in page.plan.unchanged
        for doubt in story.doubts
        if doubt.source.part == 0 and (settled := source.settlement_of(doubt)) and settled.pk
    )


def _is_applied(printed, settled, source):
    doubt = _held(printed, source)
    if doubt is None or not doubt.is_open:
        return doubt is not None and doubt.settled_note == note_of(settled)
    by, note = settled.settled_by, settled.settled_note
    try:
        if settled.paragraphs:
            breaks.decide(doubt, settled.paragraphs, by=by, note=note)
        else:
            workflow.settle_doubt(doubt, by=by, note=note)
    except (PermissionDenied, ValidationError):
        return False
    return True


def _held(printed, source):
    """The doubt as the story that stands has it; of a break, whichever way it was read."""
    same = Doubt.objects.filter(
        version__in=Version.objects.latest_of_each_article().filter(dated=source.edition_date),
        document__digest=source.digest,
        quote=printed.quote[:300],
        break_at=printed.break_at,
        first_line=printed.source.first_line,
    )
    if printed.break_at is None:
        same = same.filter(kind=printed.kind, last_line=printed.source.last_line)
    return same.select_related("version").first()
