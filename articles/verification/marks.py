"""Quotation marks, brackets and title marks that stand alone, by GB/T 15834-2011."""

import re
from collections.abc import Iterator

from .findings import Certainty, Finding, Passage
from .reading import Reading, Text
from .snapshot import Snapshot
from .story import BODY

PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
# Half-width brackets are those of the full width.
FOLDED = str.maketrans("()", "（）")
MARK = re.compile(f'[{"".join((*PAIRS, *CLOSING))}()"]')
QUOTATION = "“"
STRAIGHT = '"'
# 1）, a) and 一) number an item; ’ between Latin letters is an apostrophe, as is one after s.
NUMBERING = re.compile(r"(?:^|[。；：;:\s])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})$")
LATIN = re.compile(r"[A-Za-z0-9]")


def check_marks(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    texts = reading.texts
    for number, text in enumerate(texts):
        following = texts[number + 1] if number + 1 < len(texts) else None
        yield from _of_text(text, _goes_on(text.passage, following))


def _goes_on(passage: Passage, following: Text | None) -> bool:
    """Whether the next paragraph opens the same quotation again."""
    return (
        passage.part == BODY
        and following is not None
        and following.passage.part == BODY
        and following.printed.startswith(QUOTATION)
    )


def _of_text(text: Text, goes_on: bool) -> Iterator[Finding]:
    """In the order of the text. What is open at the end of a paragraph may go on in the next."""
    opened: list[tuple[str, int]] = []
    straight: list[int] = []
    for match in MARK.finditer(text.printed):
        mark, place = match[0].translate(FOLDED), match.start()
        if mark == STRAIGHT:
            straight.append(place)
        elif mark in PAIRS:
            opened.append((mark, place))
        elif opened and opened[-1][0] == CLOSING[mark]:
            opened.pop()
        elif not _is_no_mark(text.printed, mark, place):
            if any(one == CLOSING[mark] for one, _place in opened):
                # The mark closes an outer pair: those inside it were never closed.
                while opened[-1][0] != CLOSING[mark]:
                    yield _finding("mark_unclosed", text, opened.pop()[1])
                opened.pop()
            else:
                yield _finding("mark_unopened", text, place)
    for mark, place in opened:
        if not (mark == QUOTATION and goes_on):
            yield _finding("mark_unclosed", text, place)
    if len(straight) % 2:
        yield _finding("mark_unclosed", text, straight[-1])


def _is_no_mark(text: str, mark: str, place: int) -> bool:
    before = text[:place]
    if mark == "）":
        return NUMBERING.search(before) is not None
    return mark == "’" and LATIN.match(before[-1:]) is not None


def _finding(rule: str, text: Text, place: int) -> Finding:
    mark = text.printed[place]
    return Finding(rule, text.passage, place, place + 1, mark, "", {"mark": mark}, Certainty.LIKELY)
