"""The sentence in which some words stand: enough of a text to know them again by."""

import re
from datetime import date

# What ends a sentence, with the marks that close after it.
_END = re.compile(r"[。！？!?]+[”’」』）)》]*|\n")
YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")


def sentence_at(text: str, start: int, end: int) -> tuple[int, str]:
    """(place, sentence): where the sentence of text[start:end] begins, and its words.

    Words that reach over the end of a sentence have all the sentences in which they stand.
    """
    first = max((match.end() for match in _END.finditer(text, 0, start)), default=0)
    closing = _END.search(text, max(first, end - 1))
    last = max(end, closing.end()) if closing else len(text)
    while first < start and text[first].isspace():
        first += 1
    return first, text[first:last].rstrip()


def tells_of_years_before(text: str, start: int, end: int, day: date | None) -> bool:
    """Whether the sentence of text[start:end] names a year that is over by that day."""
    _, sentence = sentence_at(text, start, end)
    return day is not None and any(int(year) < day.year for year in YEAR.findall(sentence))
