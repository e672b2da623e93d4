"""The content of a version as plain values, and its digest: what an approval and a seal are of."""

import hashlib
import json

# What a reprint names: 互联网新闻信息服务管理规定 (2017), Article 15.
REPRINT_PARTICULARS = ("source", "original_author", "original_headline", "responsible_editor")


def content_digest(version):
    """SHA-256 over all that a reader reads: words, bylines, people and captions as printed.

    Links are not in it, to officials, reporters, departments and the event: correcting one changes
    no word of the story.
    """
    return digest_of_content(content_of(version))


# The names of what a content holds, in its order.
_NAMES = (
    *("kicker", "headline", "deck", "dateline", "date_as_printed", "body", "source"),
    *("dated", "dateline_date", "edition", "page", "credits", "mentions", "photos"),
)


def named(content):
    """The content by the names of what it holds; what came later and is empty is left out."""
    names = dict(zip(_NAMES, content, strict=False))
    for more in content[len(_NAMES) :]:
        if isinstance(more, str):
            names["credit_line"] = more
        else:
            names[more[0]] = more[1:]
    return names


def content_of(version):
    """All that a reader reads, as the plain values that its digest is taken over."""
    if not version.pk:
        return content_with(version, credits=[], mentions=[], photos=[])
    return content_with(
        version,
        credits=[
            (row.as_printed, row.capacity, row.has_text, row.has_photos)
            for row in _in_order(version.credits)
        ],
        mentions=[
            (row.name_as_printed, row.title_as_printed, row.acts)
            for row in _in_order(version.mentions)
        ],
        photos=[
            (row.digest, row.caption, row.credit, row.alt_text) for row in _in_order(version.photos)
        ],
        corrections=[(row.wrong, row.right, row.remark) for row in _in_order(version.corrections)],
    )


def _in_order(parts):
    """The rows by place; without a query where they were prefetched."""
    return sorted(parts.all(), key=lambda row: (row.position, row.pk))


def content_with(version, *, credits, mentions, photos, corrections=()):
    """The content for parts given as tuples, for an importer that has not saved them yet."""
    body_field = version._meta.get_field("body")
    content = [
        version.kicker,
        version.headline,
        version.deck,
        version.dateline,
        version.date_as_printed,
        body_field.get_prep_value(version.body),
        version.source,
        str(version.dated),
        str(version.dateline_date or ""),
        version.edition_id,
        version.page_id,
        [list(row) for row in credits],
        [list(row) for row in mentions],
        [list(row) for row in photos],
    ]
    if version.credit_line:
        content.append(version.credit_line)
    if version.is_reprint:
        content.append(["reprint", *(getattr(version, name) for name in REPRINT_PARTICULARS[1:])])
    if corrections:
        content.append(["corrections", *(list(row) for row in corrections)])
    return content


def digest_of_content(content):
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
