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


# What a content may hold beside the words: its links, which no digest is taken over.
LINKS = ("departments", "event")


def linked_content_of(version):
    """The content, and after it what the version is linked to."""
    return [*content_of(version), *links_of(version)]


def links_of(version):
    """The departments and the event in the form of a content: by key, with the name of today."""
    departments = version.department_links.select_related("department")
    return [
        ["departments", *([row.department_id, row.department.name] for row in departments)],
        ["event", *([version.event_id, str(version.event)] if version.event else ())],
    ]


def links_in(content):
    """What a content tells of the links of its version; those of earlier releases, nothing."""
    return [part for part in content if isinstance(part, list) and part and part[0] in LINKS]


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
        photos=map(photo_content, _in_order(version.photos)),
        corrections=[(row.wrong, row.right, row.remark) for row in _in_order(version.corrections)],
    )


def _in_order(parts):
    """The rows by place; without a query where they were prefetched."""
    return sorted(parts.all(), key=lambda row: (row.position, row.pk))


def photo_content(photo):
    """What a content says of a photo: its place in the text last, where somebody gave it one."""
    said = (photo.digest, photo.caption, photo.credit, photo.alt_text)
    return said if photo.placed_after is None else (*said, photo.placed_after)


def place_in(said):
    """The place in the text that `photo_content` told; None where it told of none."""
    return said[4] if len(said) > 4 else None


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
