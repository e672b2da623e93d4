"""Read a labelled story as the importer reads it."""

from articles.parsing.documents import UnreadableSource
from articles.parsing.pipeline import parse_page


def read_story(labelled):
    """The first story of the file, or None where the parser finds none."""
    try:
        page = parse_page(labelled.text, edition_date=labelled.edition_date)
    except UnreadableSource:
        return None
    return page.stories[0]
