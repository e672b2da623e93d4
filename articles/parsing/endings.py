"""Whether a text ends with a mark that ends a sentence, in full width or in half."""

from .lexicon.marks import FINAL_MARKS

HALF_STOP, STRAIGHT_QUOTE = ".", '"'


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


def _is_half_final(text: str) -> bool:
    text = text.rstrip(STRAIGHT_QUOTE)
    if not text.endswith(HALF_STOP):
        return text[-1:] in FINAL_MARKS and text != ""
    before = text[-2:-1]
    return bool(before) and not (before.isascii() and (before.isalnum() or before.isspace()))
