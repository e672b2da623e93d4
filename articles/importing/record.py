"""The record of a story as rows: where its words stood, the marks changed in them, its doubts."""


def sources_of(story, documents):
    """Where each fragment of each paragraph stood, by the names of a paragraph source's fields.

    `documents` are the keys of the documents by part.
    """
    return [
        {
            "document_id": documents[source.part],
            "paragraph": index,
            "first_line": source.first_line,
            "last_line": source.last_line,
            "start": source.start,
            "end": source.end,
            "join_reason": join.reason if join else "",
            "is_doubtful": join.is_doubtful if join else False,
        }
        for index, paragraph in enumerate(story.paragraphs)
        for source, join in zip(paragraph.sources, (None, *paragraph.joins), strict=True)
    ]


def wide_marks_of(story):
    """The texts with marks made full-width, by the names of a row's fields."""
    return [
        {
            "part": marks.part,
            "number": marks.number,
            "text": marks.text,
            "changes": [[change.place, change.replacement] for change in marks.changes],
        }
        for marks in story.wide_marks
    ]


def doubts_of(story, documents):
    """What is in doubt, by the names of a doubt's fields; `documents` as in `sources_of`."""
    return [
        {
            "document_id": documents[doubt.source.part],
            "kind": doubt.kind,
            "quote": doubt.quote[:300],
            "break_at": doubt.break_at,
            "paragraph": doubt.paragraph,
            "first_line": doubt.source.first_line,
            "last_line": doubt.source.last_line,
        }
        for doubt in story.doubts
    ]


def settlement_of(page, doubt):
    """By whom, when and how a doubt was settled before the import, as a row holds it."""
    settled = page.settlement_of(doubt)
    if settled is None:
        return {"settled_at": None, "settled_by_id": None, "settled_note": ""}
    return {
        "settled_at": settled.settled_at,
        "settled_by_id": settled.settled_by_id,
        "settled_note": note_of(settled),
    }


def note_of(settled):
    """How a doubt was settled before the import, as the story has it on record."""
    decided = settled.get_paragraphs_display() if settled.paragraphs else ""
    return " · ".join(filter(None, (decided, settled.settled_note)))[:300]


def rows_of_source(page):
    """The documents of a page: its bytes with its text; where they are those of several pages, two.

    So the file is kept once, and each page has lines of its own.
    """
    kept = {"name": page.short_name[:255], "digest": page.digest}
    if not page.leaf:
        return [kept | {"data": page.data, "text": page.document.text}]
    file = {"name": page.file_name[:255], "digest": page.file_digest, "data": page.data, "text": ""}
    return [file, kept | {"data": b"", "text": page.document.text}]
