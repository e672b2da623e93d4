"""Why a file cannot be imported, in the archivist's words: what, where, and what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Why the parser could not read a source.
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


class ImportRefused(Exception):
    """The file cannot be imported. The message says what, where, and what to do."""


def refusal(name, reason):
    return ImportRefused(_("%(path)s: %(reason)s") % {"path": name, "reason": reason})


def unreadable(name, error):
    """The refusal of a source that the parser or a reader could not read."""
    return refusal(name, UNREADABLE[error.reason] % {"detail": error.detail})


def unparsed(name, failure):
    """The refusal of a page that was not parsed: unreadable, or over a fault of the parser."""
    if failure.reason:
        return unreadable(name, failure)
    return refusal(
        name, _("the importer failed on this page (%s). Please report it.") % failure.detail
    )
