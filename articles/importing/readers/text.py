"""Plain text and Markdown: the text as it is. It says nothing of the roles of its lines."""

from collections.abc import Iterator

from articles.parsing.documents import decode

from .pages import ReadPage
from .source_file import SourceFile


def read_text(source: SourceFile) -> Iterator[ReadPage]:
    data = source.read()
    yield ReadPage(decode(data), data)
