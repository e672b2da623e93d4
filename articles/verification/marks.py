"""Quotation marks, brackets and title marks that stand alone, by GB/T 15834-2011."""

import re
from collections.abc import Iterator

from .findings import Certainty, Finding
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
NUMBERING = re.compile(r"(?:^|[。；：;:，,、\s])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})$")
SHORT_YEAR = re.compile(r"[0-9]{2}")
# A paragraph that ends so does not run on into the next one.
ENDED = re.compile(r"[。！？!?…][”’）)]*\s*$")
LONGEST_LETTER = 20
TOLD = 10
LATIN = re.compile(r"[A-Za-z0-9]")


def check_marks(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    texts = reading.texts
    alone = [list(_alone(text.printed)) for text in texts]
    for number, text in enumerate(texts):
        opened = [one for one in alone[number] if text.printed[one[1]] == QUOTATION]
        if opened and _is_opened_again(texts, number):
            alone[number] = [one for one in alone[number] if one not in opened]
        elif opened and (end := _end_of_letter(texts, alone, number)):
            later, mark = end
            alone[number].remove(opened[-1])
            alone[later].remove(mark)
        for rule, place in alone[number]:
            yield _finding(rule, text, place)


def _is_opened_again(texts: list[Text], number: int) -> bool:
    """Whether the next paragraph opens the same quotation again."""
    following = texts[number + 1 : number + 2]
    return texts[number].passage.part == BODY and any(
        text.passage.part == BODY and text.printed.startswith(QUOTATION) for text in following
    )


def _end_of_letter(texts: list[Text], alone, number: int):
    """(text, mark) that closes a letter or poem, whose lines are quoted as a whole."""
    if ENDED.search(texts[number].printed):
        return None
    for later in range(number + 1, min(number + LONGEST_LETTER, len(texts))):
        if texts[later].passage.part != BODY:
            return None
        for mark in alone[later]:
            return (later, mark) if texts[later].printed[mark[1]] == PAIRS[QUOTATION] else None
    return None


def _alone(text: str) -> Iterator[tuple[str, int]]:
    """(rule, place) of each mark, but those that number an item or stand for other characters."""
    opened: list[tuple[str, int]] = []
    straight: list[int] = []
    for match in MARK.finditer(text):
        mark, place = match[0].translate(FOLDED), match.start()
        if mark in CLOSING and opened and opened[-1][0] == CLOSING[mark]:
            opened.pop()
        elif _is_no_mark(text, mark, place, len(straight)):
            continue
        elif mark == STRAIGHT:
            straight.append(place)
        elif mark in PAIRS:
            opened.append((mark, place))
        elif any(one == CLOSING[mark] for one, _place in opened):
            # The mark closes an outer pair: those inside it were never closed.
            while opened[-1][0] != CLOSING[mark]:
                yield "mark_unclosed", opened.pop()[1]
            opened.pop()
        else:
            yield "mark_unopened", place
    yield from (("mark_unclosed", place) for _mark, place in opened)
    if len(straight) % 2:
        yield "mark_unclosed", straight[-1]


def _is_no_mark(text: str, mark: str, place: int, straight: int) -> bool:
    """1）, It’s, ’98 and 55": an item, an apostrophe, a year, inches."""
    before, after = text[:place], text[place + 1 : place + 3]
    if mark == "）":
        return NUMBERING.search(before) is not None
    if mark in "‘’" and SHORT_YEAR.match(after):
        return True
    if mark == STRAIGHT:
        return straight % 2 == 0 and before[-1:].isdigit()
    return mark == "’" and LATIN.match(before[-1:]) is not None


def _finding(rule: str, text: Text, place: int) -> Finding:
    mark, end = text.printed[place], place + 1
    # Where the half is that stands alone, by the words that it should hold.
    words = text.printed[max(0, end - TOLD) : end]
    if rule == "mark_unclosed":
        words = text.printed[place : place + TOLD]
    facts = {"mark": mark, "words": words}
    return Finding(rule, text.passage, place, end, mark, "", facts, Certainty.LIKELY)
