"""Plain text and Markdown: the text as it is. It says nothing of the roles of its lines.

Of a picture line whose file did not come along only the caption is left to import.
"""

from collections.abc import Iterator
from dataclasses import replace

from articles.parsing.documents import decode
from articles.parsing.photos import CAPTION, picture_files
from articles.parsing.source import LINE_END

from .pages import Note, ReadPage
from .source_file import SourceFile


def read_text(source: SourceFile) -> Iterator[ReadPage]:
    data = source.read()
    document = decode(data)
    missing = [
        (number, name)
        for number, line in enumerate(LINE_END.split(document.text), start=1)
        for name in picture_files(line)
        if not source.has_beside(name)
    ]
    yield ReadPage(
        replace(document, roles={number: CAPTION for number, _ in missing}),
        data,
        notes=tuple(Note("missing_picture", name, number) for number, name in missing),
        is_complete=not missing,
    )
