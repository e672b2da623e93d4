"""Prove that nothing printed was lost: put the result and its edits back in source order."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from .facts import Edit, Paragraph, ParsedPage, SourceRange, Story

Piece = tuple[SourceRange, str]


def accounted_text(page: ParsedPage) -> str:
    """The source again, but for its white space, from the fields and edits of a page."""
    edits = sorted(_edits(page), key=lambda edit: edit.source.start)
    pieces = sorted(_pieces(page.stories), key=lambda piece: piece[0].start)
    return "".join(_weave(pieces, edits))


def _edits(page: ParsedPage) -> Iterator[Edit]:
    yield from page.edits
    for story in page.stories:
        yield from story.edits


def _pieces(stories: Iterable[Story]) -> Iterator[Piece]:
    for story in stories:
        title = story.headline
        if not title.is_lent:
            yield title.source, title.kicker + title.headline + title.deck
        captions = [place for one in story.paragraphs if one.is_caption for place in one.sources]
        captions += [photo.source for photo in story.photos]
        for byline in story.bylines:
            if not any(place.start <= byline.source.start < place.end for place in captions):
                yield byline.source, byline.name
        for photo in story.photos:
            yield photo.source, photo.caption + photo.credit + photo.file_name
        for paragraph in story.paragraphs:
            yield from _fragments(paragraph)


def _fragments(paragraph: Paragraph) -> Iterator[Piece]:
    breaks = [0, *(join.offset for join in paragraph.joins), len(paragraph.text)]
    for source, (start, end) in zip(paragraph.sources, pairwise(breaks), strict=True):
        yield source, paragraph.text[start:end]


def _weave(pieces: list[Piece], edits: list[Edit]) -> Iterator[str]:
    """Lay the edits between the pieces, and back into the pieces that they were made in."""
    number = 0
    for source, text in pieces:
        while number < len(edits) and edits[number].source.start < source.start:
            yield edits[number].removed
            number += 1
        place, used = source.start, 0
        while number < len(edits) and edits[number].source.start < source.end:
            edit = edits[number]
            kept = edit.source.start - place
            yield text[used : used + kept]
            yield edit.removed
            used += kept + len(edit.replacement)
            place = edit.source.end
            number += 1
        yield text[used:]
    yield from (edit.removed for edit in edits[number:])
