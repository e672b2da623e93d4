"""A page split into stories, as words."""

from articles.parsing.source import Source
from articles.parsing.stories import split_stories


def read(text, roles=None):
    """(headings, lines of text) of each story, and what is of none of them."""
    source = Source(text)
    stories, edits = split_stories(source, roles)
    parts = [
        (
            [source.cut(line) for line in story.headings],
            [source.cut(line) for line in story.lines if not line.is_blank],
        )
        for story in stories
    ]
    return parts, [edit.removed for edit in edits]


def cut_lines(source, lines):
    """The words of the lines that are not empty."""
    return [source.cut(line) for line in lines if not line.is_blank]
