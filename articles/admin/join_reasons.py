"""Why the importer joined the fragments on both sides of a break that is in doubt."""

from django.utils.translation import gettext as _

SOURCE = ("document_id", "paragraph", "first_line", "join_reason")


def join_reason(doubt, sources):
    """The rule, in words, that joined them; nothing where they are two paragraphs.

    `doubt` and `sources` are rows, by the names of the fields of a doubt and a paragraph source.
    """
    if doubt["break_at"] is None or doubt["first_line"] == doubt["last_line"]:
        return ""
    after = (doubt.get("document_id"), doubt["paragraph"], doubt["last_line"])
    found = (
        row["join_reason"]
        for row in sources
        if (row.get("document_id"), row["paragraph"], row["first_line"]) == after
    )
    reason = next(filter(None, found), "")
    return _(reason) if reason else ""
