"""The line that a web page prints beside its article: source, author, day, clicks and buttons."""

import re
from collections.abc import Iterable

from .byline_shares import Word
from .glued_names import is_no_word
from .lexicon.bylines import SOURCE_WORDS
from .lexicon.wordlist import any_of

# 数据来源：县统计局 is no field of a page.
SOURCE_FIELD = re.compile(rf"(?<![^\s|｜丨【\[(（]){any_of(SOURCE_WORDS)}\s?[:：]")
# 2024-03-09, 2024年3月9日, 阅读：1,023
COUNTED = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|[:：]\s?\d")
GAPS = re.compile(r"[\s|｜丨]+")
LONGEST_FIELD = 24


def is_line_of_page(text: str) -> bool:
    """Whether short fields stand side by side, one a source, one a day or a number."""
    if not (COUNTED.search(text) and SOURCE_FIELD.search(text)):
        return False
    return all(len(field) <= LONGEST_FIELD for field in GAPS.split(text))


def with_page_notes(words: Iterable[Word]) -> list[Word]:
    """The words of such a line: what is no source and nobody whom a capacity names is a note."""
    found: list[Word] = []
    is_named = False
    for word in words:
        if word.kind in ("capacity", "editor", "contribution"):
            is_named = True
        elif word.kind in ("credit", "note"):
            is_named = False
        elif not (word.kind == "name" and (is_named or _signs_source(found, word))):
            word = word.with_kind("note")
        found.append(word)
    return found


def _signs_source(before: list[Word], word: Word) -> bool:
    """来源：柳河网 何青"""
    return bool(before) and before[-1].kind == "credit" and is_no_word(word.text)
