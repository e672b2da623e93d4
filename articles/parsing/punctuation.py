"""Give Chinese text its full-width marks back where extraction left half-width ones.

Each mark is exchanged for one character, so that whatever counts characters in the text
(joins, places of doubts) still holds. What a mark belongs to decides: 3,000万元, 10:30, 1:2,
addresses, English sentences and letters in a row keep theirs; a doubtful mark stays as printed. A
full stop is one only behind a closing bracket or quotation mark: elsewhere it may be any dot.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from .facts import Widening
from .wording import gettext_noop

REASON = gettext_noop("half-width mark")
FULL_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
HALF_WIDTH = re.compile(r"""[,:;?!()"]""")
HALF_WIDTHS = str.maketrans("，：；？！（）“”。", ',:;?!()"".')
PAIRS = dict(zip("）”’》〉】」』〕", "（“‘《〈【「『〔", strict=True))
DOT = re.compile(r"\.(?![.A-Za-z0-9])")
FULL_STOP = re.compile(rf"\.(?<=[{''.join(PAIRS)}]\.)(?![.A-Za-z0-9])")
# （一）. is no end of a sentence.
NUMERAL = re.compile("[0-9〇一二三四五六七八九十百]{1,3}")
# A mark that follows another is of its kind: ?!
MARKS_IN_A_ROW = re.compile(r"[,:;?!](?:\s*[,:;?!])*")
MARKS = frozenset(FULL_WIDTH) | frozenset(FULL_WIDTH.values())
BRACKETS = {"(": ")", "（": "）"}
WIDE_BRACKETS = {"(": "（", ")": "）"}
BRACKET = re.compile(r"[()（）]")
QUOTATION = re.compile('"')
PAIRED = re.compile('[()"]')
LATIN_STRETCH = re.compile(
    r"(?:https?://|ftp://|www\.)[\x21-\x7e]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|&(?:[a-zA-Z]{2,8}|#x?[0-9a-fA-F]{2,6});",
    re.ASCII,
)
# Without one of these in a text, the pattern need not be tried.
LATIN_SIGN = re.compile(r"://|www\.|@|&")
CHINESE = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff]")
# After these no quotation begins, and before those none ends.
OPENING_NEIGHBOURS = "，。、；：！？,:;!?（(《“—…·\u3000 \t"
CLOSING_NEIGHBOURS = "，。、；：！？,:;!?）)》”—…·\u3000 \t"
CHINESE_MARKS = frozenset("，。、；：！？（）《》〈〉【】「」『』“”‘’—…·％〔〕")
CLOSING = frozenset("”’）)》】」』〉〕\"'")
PASSES = 10
LONGEST_LATIN = 40
LATIN_END = re.compile(r"[A-Za-z0-9%‰.\-+&/]+$")


def widened(text: str) -> tuple[str, tuple[Widening, ...]]:
    """The text with full-width marks in Chinese context, and what was changed, in order."""
    has_stop = "." in text and FULL_STOP.search(text) is not None
    if not (has_stop or HALF_WIDTH.search(text)) or not CHINESE.search(text):
        return text, ()
    kept = _latin_places(text)
    in_turns = has_stop or PAIRED.search(text)
    made = _made_in_turns(text, kept) if in_turns else _made(_marks, text, kept)
    marks = sorted(made.items())
    changes = tuple([Widening(place, text[place], mark) for place, mark in marks])
    return _with(text, marks), changes


def _made_in_turns(text: str, kept: set[int]) -> dict[int, str]:
    """A bracket made wide may show that the mark before it is Chinese, and the other way about."""
    made: dict[int, str] = {}
    for _ in range(PASSES):
        before = text
        for rule in (_brackets, _quotations, _marks, _full_stops):
            if marks := _made(rule, text, kept):
                text, made = _with(text, sorted(marks.items())), made | marks
        if text is before or not HALF_WIDTH.search(text):
            break
    return made


def _made(
    rule: Callable[[str], Iterator[tuple[int, str]]], text: str, kept: set[int]
) -> dict[int, str]:
    made = dict(rule(text))
    return {place: mark for place, mark in made.items() if place not in kept} if kept else made


def _latin_places(text: str) -> set[int]:
    """Where addresses stand, which keep their marks."""
    if not LATIN_SIGN.search(text):
        return set()
    stretches = LATIN_STRETCH.finditer(text)
    return {place for match in stretches for place in range(match.start(), match.end())}


def _with(text: str, marks: Iterable[tuple[int, str]]) -> str:
    """The text with these marks, which are in its order."""
    pieces = []
    done = 0
    for place, mark in marks:
        pieces += text[done:place], mark
        done = place + 1
    return "".join(pieces) + text[done:]


def folded(text: str) -> str:
    """The text with every mark half-width, to compare texts that differ in that alone."""
    return text.translate(HALF_WIDTHS)


def as_printed(text: str, changes: Iterable[Widening]) -> str:
    """Undo those of the changes whose mark still stands where it was put."""
    characters = list(text)
    for change in changes:
        if characters[change.place : change.place + 1] == [change.replacement]:
            characters[change.place] = change.printed
    return "".join(characters)


def _marks(text: str) -> Iterator[tuple[int, str]]:
    made: dict[int, str] = {}
    characters: list[str] = []
    for row in MARKS_IN_A_ROW.finditer(text):
        start, end = row.span()
        if not _is_chinese(text[start - 1 : start]):
            # Most marks stand right behind Chinese text, and ask for no more.
            characters = characters or list(_with(text, made.items()))
            if not _is_chinese_mark(characters, start):
                continue
        for place in range(start, end):
            if mark := FULL_WIDTH.get(text[place]):
                made[place] = mark
                if characters:
                    characters[place] = mark
    yield from made.items()


def _is_chinese_mark(characters: Sequence[str], place: int) -> bool:
    before = _neighbour(characters, place, -1)
    if not before or before in FULL_WIDTH:
        return False
    if _is_chinese(before):
        return True
    after = _neighbour(characters, place, 1)
    if after and after not in CLOSING and after not in MARKS:
        # 经济日报App,打开; but 8:30, A, B and 3,000 stand among figures and letters.
        return bool(CHINESE.match(after)) or after in "《【（“「"
    word = LATIN_END.search("".join(characters[max(0, place - LONGEST_LATIN) : place]))
    return bool(word) and _is_chinese(_neighbour(characters, place - len(word[0]), -1, skips=False))


def _neighbour(text: Sequence[str], place: int, step: int, *, skips: bool = True) -> str:
    """The next character on that side, over blanks; empty at the end of the text."""
    place += step
    while skips and 0 <= place < len(text) and text[place].isspace():
        place += step
    return text[place] if 0 <= place < len(text) else ""


@cache
def _is_chinese(character: str) -> bool:
    return character in CHINESE_MARKS or CHINESE.match(character) is not None


def _brackets(text: str) -> Iterator[tuple[int, str]]:
    """Pairs in Chinese text, or with one half already full-width. One alone stays."""
    stack: list[int] = []
    for match in BRACKET.finditer(text):
        place = match.start()
        if match[0] in BRACKETS:
            stack.append(place)
        elif stack:
            first = stack.pop()
            if _is_chinese_pair(text, first, place):
                for end in (first, place):
                    if text[end] in WIDE_BRACKETS:
                        yield end, WIDE_BRACKETS[text[end]]


def _is_chinese_pair(text: str, first: int, last: int) -> bool:
    if text[first] == "（" or text[last] == "）" or CHINESE.search(text, first, last):
        return True
    before, after = _neighbour(text, first, -1), _neighbour(text, last, 1)
    # 世界贸易组织(WTO) and (3)抓好; f(x) belongs to the letters before it.
    return _is_chinese(before) or (not before and _is_chinese(after))


def _quotations(text: str) -> Iterator[tuple[int, str]]:
    """Straight quotation marks, where every one of the text pairs beyond doubt."""
    places = [match.start() for match in QUOTATION.finditer(text)]
    if len(places) % 2:
        return
    pairs = list(zip(places[::2], places[1::2], strict=True))
    if all(_is_clear_pair(text, first, last) for first, last in pairs):
        for first, last in pairs:
            if CHINESE.search(text, first, last):
                yield first, "“"
                yield last, "”"


def _full_stops(text: str) -> Iterator[tuple[int, str]]:
    """Those behind what is closed in Chinese text, where no English goes on."""
    for match in FULL_STOP.finditer(text):
        after = _neighbour(text, match.start(), 1)
        if (not after or _is_chinese(after)) and _closes_chinese(text, match.start() - 1):
            yield match.start(), "。"


def _closes_chinese(text: str, last: int) -> bool:
    """Whether the mark closes Chinese words, or what follows some; of a numeral only the latter."""
    first = text.rfind(PAIRS[text[last]], 0, last)
    if first < 0:
        return False
    inner = text[first + 1 : last]
    is_led_by_chinese = CHINESE.match(text[first - 1 : first]) is not None
    return is_led_by_chinese or bool(CHINESE.search(inner) and not NUMERAL.fullmatch(inner))


def _is_clear_pair(text: str, first: int, last: int) -> bool:
    """Whether the first can only open and the last only close, outside any other quotation."""
    inner = text[first + 1 : last]
    before, after = text[first - 1 : first], text[last + 1 : last + 2]
    return (
        bool(inner)
        and not inner[0].isspace()
        and inner[0] not in "，。、；：！？,:;!?）)》”"
        and not inner[-1].isspace()
        and inner[-1] not in "（(《“，、"
        and not before.isdigit()
        and "“" not in inner
        and "”" not in inner
        and text.count("“", 0, first) == text.count("”", 0, first)
        and (not before or _is_chinese(before) or before in OPENING_NEIGHBOURS)
        and (
            not after
            or _is_chinese(after)
            or after in CLOSING_NEIGHBOURS
            or DOT.match(text, last + 1) is not None
        )
    )
