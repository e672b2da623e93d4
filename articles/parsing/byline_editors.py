"""Tell those who edited, or gave a story, from those who wrote it."""

from collections.abc import Sequence
from itertools import pairwise

from .byline_shares import FIELD_MARK, Word
from .source import Source

LABEL_ENDS = "】]"
SLASHES = ("/", "／")


def names_somebody(source: Source, words: Sequence[Word]) -> bool:
    """Whether a writer, an editor or whoever is credited is named: 何青, 监制：县委宣传部."""
    return any(word.kind in ("name", "credit") for word in words) or any(
        one.kind == "editor" and _is_labelled(source, one, after) for one, after in pairwise(words)
    )


def without_editors(source: Source, words: list[Word]) -> tuple[list[Word], tuple[Word, ...]]:
    """The words of those who wrote, and each editor with the names after as one credit."""
    written: list[Word] = []
    credits: list[Word] = []
    is_editing = False
    for word in words:
        if word.kind == "editor" and written and _names_its_editor(source, written[-1], word):
            first = _first_of_names(written)
            del written[first + 1 :]
            start = written.pop().start
            credits.append(Word("credit", source.text[start : word.end], start, word.end))
            is_editing = False
            continue
        is_of_editor = is_editing and (
            word.kind == "name" or _is_labelled(source, credits[-1], word)
        )
        if is_of_editor:
            first = credits.pop()
            start = first.start - (source.text[first.end] in LABEL_ENDS)
            credits.append(Word("credit", source.text[start : word.end], start, word.end))
        elif word.kind in ("credit", "editor"):
            credits.append(word)
        else:
            written.append(word)
        is_editing = word.kind == "editor" or is_of_editor
    return written, tuple(credits)


def _first_of_names(written: Sequence[Word]) -> int:
    """Where the last names begin behind a share: 何青 of 沈芳/文 何青 陆敏/视频; else the last."""
    first = len(written) - 1
    shares = [number for number, word in enumerate(written) if word.kind == "contribution"]
    return min(first, shares[-1] + 1) if shares else first


def _names_its_editor(source: Source, name: Word, editor: Word) -> bool:
    """何青/视频, and nothing behind it that the word may head."""
    is_joined = source.text[name.end : editor.start] in SLASHES
    return name.kind == "name" and is_joined and not FIELD_MARK.match(source.text, editor.end)


def _is_labelled(source: Source, editor: Word, body: Word) -> bool:
    """监制：县委宣传部"""
    return body.kind == "body" and FIELD_MARK.match(source.text, editor.end) is not None
