"""Read a labelled story as the importer reads it, whatever the format of its file."""

from dataclasses import replace

from articles.importing.readers import read
from articles.importing.readers.folders import Folder
from articles.importing.readers.source_file import Limits
from articles.parsing.caption_credits import read_credit
from articles.parsing.documents import UnreadableSource
from articles.parsing.facts import PrintedPhoto
from articles.parsing.pipeline import parse_document
from articles.parsing.source import Line, Source


def read_story(labelled, tagger=None):
    """The first story of the file, or None where the parser finds none.

    The labels have captions without a picture among the photos; a story has them after its text.
    """
    story = next(iter(read_stories(labelled, tagger)), None)
    if story is None:
        return None
    captions = tuple(_photo(one) for one in story.paragraphs if one.is_caption)
    text = tuple(one for one in story.paragraphs if not one.is_caption)
    return replace(story, paragraphs=text, photos=(*story.photos, *captions))


def read_stories(labelled, tagger=None):
    """All stories of the file."""
    try:
        page = parse_document(
            document_of(labelled), edition_date=labelled.edition_date, tagger=tagger
        )
    except UnreadableSource:
        return ()
    return page.stories


def document_of(labelled):
    """The text of the file, and what its format says of it, as the parser gets it."""
    folder = Folder(labelled.path.parent, Limits())
    (page,) = read(folder.file(labelled.path.name))
    if page.fault:
        raise page.fault
    return page.document


def _photo(caption):
    source = Source(caption.text)
    text, people = read_credit(source, Line(0, len(caption.text)))
    credit = " ".join(one.name for one in people)
    return PrintedPhoto("", source.cut(text), credit, caption.sources[0])
