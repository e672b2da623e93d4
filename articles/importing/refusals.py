"""Why a file cannot be imported, in the archivist's words: what, where, and what to do."""

from django.utils.translation import gettext as _

from articles.parsing.documents import UNREADABLE


class ImportRefused(Exception):
    """The file cannot be imported. The message says what, where, and what to do."""


def refusal(name, reason):
    return ImportRefused(_("%(path)s: %(reason)s") % {"path": name, "reason": reason})


def unreadable(name, error):
    """The refusal of a source that the parser or a reader could not read."""
    is_kind = error.reason == "known_format"
    detail = _(error.detail) if is_kind else error.detail
    return refusal(name, _(UNREADABLE[error.reason]).format(detail=detail))


def unparsed(name, failure):
    """The refusal of a page that was not parsed: unreadable, or over a fault of the parser."""
    if failure.reason:
        return unreadable(name, failure)
    return refusal(
        name, _("The importer failed on this page (%s). Please report it.") % failure.detail
    )
