"""Whether a text ends with a mark that ends a sentence, in full width or in half."""

import re

from .lexicon.marks import FINAL_MARKS, MARK_FORMS, SENTENCE_ENDS
from .unmatched import OPENERS

HALF_STOP, STRAIGHT_QUOTE = ".", '"'
COLONS = "：:"
SPEECH_OPENS = "：:—"
CLOSERS = frozenset(")）”』」》")
# …维护秩序。 柳河日报记者 何青 摄
TAKEN, LONGEST_CREDIT = "摄", 24
TAKEN_BY = re.compile(r"[。！？”][ \u3000][^，,。！？；]{2,20}摄$")


def is_final(text: str, end: int | None = None) -> bool:
    """Whether the last mark of text[:end] may end a sentence.

    A half-width stop does after a Chinese character or a mark; after a figure or a letter it may
    be inside 8.4, list item 3. or a.m.
    """
    end = len(text) if end is None else end
    last = text[end - 1 : end]
    if last in FINAL_MARKS:
        return True
    return last in (HALF_STOP, STRAIGHT_QUOTE) and _is_half_final(text[:end])


def is_finished(text: str) -> bool:
    """Whether a sentence has come to its end with the last mark of the text.

    A quoted word or a note in brackets ends none by itself: 开展“回头看” | 活动. Behind the mark
    may stand who took the picture that is told of.
    """
    last = text[-1]
    if last == TAKEN and TAKEN_BY.search(text, len(text) - LONGEST_CREDIT):
        return True
    if last in CLOSERS:
        inner = text[-2:-1]
        plain = text.translate(MARK_FORMS)
        opener = plain.rfind(OPENERS[plain[-1]])
        before = text[max(0, opener - 1) : max(0, opener)]
        return inner in SENTENCE_ENDS or not before or before in SENTENCE_ENDS + SPEECH_OPENS
    return is_final(text) and last not in COLONS


def _is_half_final(text: str) -> bool:
    text = text.rstrip(STRAIGHT_QUOTE)
    if not text.endswith(HALF_STOP):
        return text[-1:] in FINAL_MARKS and text != ""
    before = text[-2:-1]
    return bool(before) and not (before.isascii() and (before.isalnum() or before.isspace()))
