"""Tell by its bytes which encoding a text without a byte order mark is in, and read it.

A byte that cannot be read is never dropped and never guessed: U+FFFD stands for it, and the
good characters on both sides of it stay what they are. What no reader can see is a damaged
byte that makes another valid character: its character is then a different one, and in
GB18030 the byte may take a neighbour with it. A run of characters that such a byte has shifted
is put right again when the shifted ones are rare ones and those put right are prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile

LOST = "\ufffd"
LINE = re.compile(rb"[^\n]*\n|[^\n]+")
ASCII = re.compile(r"[\x00-\x7f]")
WIDE = re.compile(r"[^\x00-\x7f\ufffd]")
THREE_BYTES = re.compile(r"[\u0800-\ufffc]")

# The characters that run through all Chinese prose, in both scripts.
FREQUENT = frozenset(
    "的一是在不了有和人中大上以要到作地出就分成可主年同工也能下面方多定行法所民得市区日月"
    "这为个国时来们于对会发动过产种后学经这進为這為個國時來們於對會發動過產種後學經區與与，。、"
)
LEVEL_ONE = frozenset(
    bytes((lead, trail)).decode("gb2312", "ignore")
    for lead in range(0xB0, 0xD8)
    for trail in range(0xA1, 0xFF)
)
MARKS = frozenset(
    bytes((lead, trail)).decode("gb2312", "ignore")
    for lead in (0xA1, 0xA3)
    for trail in range(0xA1, 0xFF)
)
# Those of Big5 that are frequent: a text in traditional characters is written with them.
TRADITIONAL_LEVEL_ONE = frozenset(
    bytes((lead, trail)).decode("big5", "ignore")
    for lead in range(0xA4, 0xC7)
    for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
)
PRIVATE = re.compile("[\ue000-\uf8ff]")
RARE_HAN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]")
# Four characters of UTF-8 in a row: in a text of another encoding, another text was pasted.
UTF8_INSIDE = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}){4}")

# How unlikely a character is in a newspaper; a byte that cannot be read is the last resort.
COST_FREQUENT, COST_USUAL, COST_LEVEL_TWO, COST_RARE = 0.0, 1.5, 4.0, 6.0
COST_SYMBOL, COST_CONTROL, COST_PRIVATE, COST_LOST = 7.0, 8.0, 10.0, 8.0
LONGEST_LINE = 50_000
MOST_UNUSUAL = 0.25
LONG_SHIFT = 4

HIGH_BYTES = bytes([0x00, 0x20, 0x30, *range(0x4E, 0xA0), 0xFF])
UTF16_WITH_NULS, UTF16_WITHOUT = 0.9, 0.95
SAMPLE = 20_000


@dataclass(frozen=True, eq=False)
class Script:
    """The characters that a text is written with; any other one in it is unusual."""

    usual: frozenset[str]

    @cached_property
    def unusual(self) -> re.Pattern[str]:
        return re.compile(self._any)

    @cached_property
    def shifted(self) -> re.Pattern[str]:
        """What a text that lost its step may hold: private characters, unusual ones together."""
        return re.compile(f"[\ue000-\uf8ff]|{self._any}.{{0,6}}{self._any}")

    @property
    def _any(self) -> str:
        return f"[^\\s\x20-\x7e{re.escape(''.join(sorted(self.usual | MARKS)))}]"


SIMPLIFIED = Script(LEVEL_ONE)
TRADITIONAL = Script(LEVEL_ONE | TRADITIONAL_LEVEL_ONE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in one encoding, and how many marks stand in it for bytes that cannot be read."""

    text: str
    lost: int = 0

    @property
    def is_fair(self) -> bool:
        """At most one character in a hundred is lost, or up to three among ten times as many."""
        if not self.lost:
            return True
        good = len(WIDE.findall(self.text))
        is_few = self.lost * 100 <= len(self.text) or (self.lost <= 3 and good >= 10 * self.lost)
        return is_few and good > self.lost


def read_as(data: bytes, encoding: str) -> Reading:
    """The text in that encoding, with U+FFFD for whatever does not fit."""
    try:
        return Reading(data.decode(encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    printed = len(re.findall(LOST.encode(encoding), data)) if encoding == "utf-8" else 0
    return Reading(text, text.count(LOST) - printed)


def read_unmarked(data: bytes) -> Reading | None:
    """The text by the ladder: UTF-8, UTF-16, GB18030, Big5; None where none of them fits."""
    reading = _as_utf8(data)
    if reading is None and b"\0" in data:
        reading = _as_utf16(data, UTF16_WITH_NULS)
    elif reading is None:
        reading = _as_chinese(data)
    return reading if reading and reading.is_fair else None


def _as_utf8(data: bytes) -> Reading | None:
    """Strict UTF-8, or a text with so many good characters of it that it can be nothing else."""
    reading = read_as(data, "utf-8")
    if not reading.lost or len(THREE_BYTES.findall(reading.text)) > 2 * reading.lost:
        return reading
    return None


def _as_utf16(data: bytes, least: float) -> Reading | None:
    share, encoding = max(
        (_share_of_high_bytes(data[1::2]), "utf-16-le"),
        (_share_of_high_bytes(data[::2]), "utf-16-be"),
    )
    return read_as(data, encoding) if share > least else None


def _share_of_high_bytes(data: bytes) -> float:
    return 1 - len(data.translate(None, HIGH_BYTES)) / len(data) if data else 0


def _as_chinese(data: bytes) -> Reading | None:
    """GB18030, unless the text reads clearly better in Big5 or UTF-16."""
    strict = read_as(data, "gb18030")
    fluency = _fluency(strict.text)
    if share_unusual(strict.text) > 0.2 and fluency < 0.15:
        others = [_as_big5(data), _as_utf16(data, UTF16_WITHOUT)]
        best = max((one for one in others if one), key=lambda one: _fluency(one.text), default=None)
        if best and _fluency(best.text) > max(0.1, 3 * fluency):
            return best
        if share_unusual(strict.text) > 0.5 and fluency < 0.05:
            return None
    if UTF8_INSIDE.search(data):
        return None
    script = SIMPLIFIED if share_unusual(strict.text) < 0.2 else TRADITIONAL
    if not strict.lost and not script.shifted.search(strict.text):
        return strict
    return _read_lines(data, script)


def _as_big5(data: bytes) -> Reading | None:
    for encoding in ("cp950", "big5hkscs"):
        try:
            return Reading(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return None


def _fluency(text: str) -> float:
    """The share of the characters that run through all Chinese prose."""
    wide = WIDE.findall(text[:SAMPLE])
    return sum(one in FREQUENT for one in wide) / len(wide) if wide else 0


def share_unusual(text: str) -> float:
    wide = WIDE.findall(text[:SAMPLE])
    return len(SIMPLIFIED.unusual.findall("".join(wide))) / len(wide) if wide else 0


def _read_lines(data: bytes, script: Script) -> Reading:
    """GB18030 line by line, each damaged or shifted one by the likeliest cut into characters."""
    texts = []
    lost = 0
    for line in LINE.findall(data):
        reading = read_as(line, "gb18030")
        is_shifted = script.shifted.search(reading.text)
        if (reading.lost or is_shifted) and len(line) <= LONGEST_LINE:
            likeliest = Reading(*_likeliest(line, script))
            if reading.lost or _is_surely_shifted(reading.text, likeliest, script):
                reading = likeliest
        texts.append(reading.text)
        lost += reading.lost
    return Reading("".join(texts), lost)


def _is_surely_shifted(strict: str, likeliest: Reading, script: Script) -> bool:
    """Whether a line in which no byte is lost was damaged, and reads as prose when put right.

    Valid text stays what it is, however rare: ①②③, āáǎà and ДЕЖ too make other characters
    when a byte is left out. Prose they make none, or they take the letter behind them along. Only
    a run that nobody writes may give one up: the last byte of 農 is an r.
    """
    start = _length_in_common(strict, likeliest.text)
    end = _length_in_common(strict[start:][::-1], likeliest.text[start:][::-1])
    printed = strict[start : len(strict) - end]
    restored = likeliest.text[start : len(likeliest.text) - end].replace(LOST, "")
    eaten = len(ASCII.findall(printed)) - len(ASCII.findall(restored))
    odd, odd_restored = (len(script.unusual.findall(text)) for text in (printed, restored))
    is_unwritten = PRIVATE.search(printed) or odd > 1 > odd_restored
    return (
        likeliest.lost == 1
        and eaten <= (1 if is_unwritten and len(printed) >= LONG_SHIFT else 0)
        and any(one in FREQUENT for one in restored)
        and odd_restored <= MOST_UNUSUAL * len(restored)
    )


def _length_in_common(one: str, other: str) -> int:
    """How many characters the two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _likeliest(line: bytes, script: Script) -> tuple[str, int]:
    """The cheapest cut of the bytes into characters, and how many bytes it gave up."""
    costs = [0.0] + [float("inf")] * len(line)
    steps: list[tuple[int, str]] = [(0, "")] * (len(line) + 1)
    for start in range(len(line)):
        for length, text, cost in _characters_at(line, start, script):
            total = costs[start] + cost
            if total < costs[start + length]:
                costs[start + length] = total
                steps[start + length] = (length, text)
    return _walk_back(steps)


def _walk_back(steps: list[tuple[int, str]]) -> tuple[str, int]:
    texts = []
    lost = 0
    end = len(steps) - 1
    while end:
        length, text = steps[end]
        lost += text == LOST and length == 1
        texts.append(text)
        end -= length
    return "".join(reversed(texts)), lost


def _characters_at(line: bytes, start: int, script: Script) -> Iterator[tuple[int, str, float]]:
    """Each way to read a character here: its length in bytes, the character, its cost."""
    first = line[start]
    if first < 0x80:
        text = chr(first)
        yield 1, text, COST_USUAL if text.isprintable() or text.isspace() else COST_CONTROL
        return
    yield 1, LOST, COST_LOST
    for length in (2, 4):
        data = line[start : start + length]
        found = _character(data, script) if len(data) == length else None
        if found:
            yield length, *found


@cache
def _character(data: bytes, script: Script) -> tuple[str, float] | None:
    """One character of more than one byte with its cost; None where the bytes are no character."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return (text, _cost(text, data, script)) if len(text) == 1 else None


def _cost(text: str, data: bytes, script: Script) -> float:
    if text in FREQUENT:
        return COST_FREQUENT
    if text in script.usual or text in MARKS:
        return COST_USUAL
    if not RARE_HAN.match(text):
        return COST_PRIVATE if "\ue000" <= text <= "\uf8ff" or len(data) == 4 else COST_SYMBOL
    is_level_two = len(data) == 2 and data[0] >= 0xD8 and data[1] >= 0xA1
    return COST_LEVEL_TWO if is_level_two else COST_RARE
