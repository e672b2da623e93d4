"""Where in the paper a file belongs, as the names of its folders and its own name say.

Archives are kept by day and page: `2023-04-04/01.txt`, `2023/0404/A01.md`,
`20230404/第03版.txt`, `2023-04-04 第1版 要闻.docx`. What a name does not say stays open.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

YEAR = r"(?<!\d)(?P<year>(?:18|19|20)\d\d)"
BETWEEN = r"(?:\s*[年月/._-]\s*/?\s*)"
DATES = (
    re.compile(rf"{YEAR}{BETWEEN}(?P<month>\d\d?){BETWEEN}(?P<day>\d\d?)(?!\d|版)(?:日|号)?"),
    re.compile(rf"{YEAR}{BETWEEN}?(?P<month>\d\d){BETWEEN}?(?P<day>\d\d)(?!\d|版)(?:日|号)?"),
)
DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}
HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
SEPARATORS = " \t\u3000_-.·,，、:：()（）[]【】《》"
SPACE = f"[{re.escape(SEPARATORS)}]*"
# A page is said plainly by 版, or by a letter before the number.
PLAIN = (
    re.compile(rf"{SPACE}第?(?P<letter>[A-Z]?)(?P<number>\d{{1,3}}|{HAN_NUMBER})版面?(?P<name>.*)"),
    re.compile(rf"{SPACE}(?:版面?|page{SPACE})(?P<letter>[A-Z]?)(?P<number>\d{{1,3}})(?P<name>.*)"),
    re.compile(rf"{SPACE}(?P<letter>[A-Z])(?P<number>\d{{1,3}})(?![\dA-Za-z])(?P<name>.*)"),
)
# A number of two digits that is no count of anything may be that of a page, or of anything else.
BARE = (
    re.compile(
        rf"{SPACE}(?P<letter>)(?P<number>\d{{2}})(?![\da-zA-Z%年月日号时点分秒届次个名位岁人条家件万亿元])"
        r"(?P<name>.*)"
    ),
    re.compile(rf"{SPACE}(?P<letter>)(?P<number>\d)(?P<name>)"),
)
HAN = re.compile(r"[\u4e00-\u9fff]")
# What systems put behind the name of a file that is there already.
COPY = re.compile(r"\s*\(\d{1,2}\)$")
FRONT_PAGE = re.compile(rf"{SPACE}头版(?P<name>.*)")


@dataclass(frozen=True, slots=True)
class Place:
    """A page of one day's paper. What is not known is None, or an empty text."""

    edition_date: date | None = None
    page_number: str = ""
    page_name: str = ""

    def filled_by(self, other: "Place") -> "Place":
        """This place, with what it leaves open taken from the other.

        A page's name is the other's only where both speak of one page.
        """
        number = self.page_number or other.page_number
        name = other.page_name if number == other.page_number else ""
        return Place(self.edition_date or other.edition_date, number, self.page_name or name)


def place(name: str, within: str = "") -> Place:
    """What a relative POSIX path plainly says of the day and page.

    `within` is the path that it is relative to: where the name has no date, that path gives
    it if it ends in one and in nothing else, as `…/2023/04/04` does. A bare number is a page only
    with a date: in the folder of a day, or after the date in the file's own name.
    """
    path = unicodedata.normalize("NFKC", name)
    path = path.removesuffix(PurePosixPath(path).suffix)
    found = _last_date(path)
    if not found:
        day = _closing_date(within)
        page = _page_in(path.split("/")[-1:], may_be_bare=day is not None)
        return Place(day, page.page_number, page.page_name)
    day, start, end = found
    page = _page_in(part for part in path[end:].split("/") if part.strip(SEPARATORS))
    if not page.page_number:
        page = _page_in(_before(path[:start]))
    return Place(day, page.page_number, page.page_name)


def numbered_page(name: str) -> Place:
    """The page that a bare number at the head of a file's own name would be."""
    stem = unicodedata.normalize("NFKC", PurePosixPath(name).stem)
    return _matched(stem, BARE)


def read_date(text: str) -> date | None:
    """The day that a text names in any of the usual spellings; None where it names none."""
    found = _last_date(unicodedata.normalize("NFKC", text))
    return found[0] if found else None


def read_page(text: str) -> Place:
    """Number and name of a page: `第03版：要闻`, `A01 要闻`, `3`."""
    return _page_in([unicodedata.normalize("NFKC", text.strip())])


def typed_page(text: str) -> str:
    """The number of a page as somebody typed it, written as names of files give it: 3 is 03."""
    text = text.strip()
    return read_page(text).page_number or (text.zfill(2) if text else "")


def _last_date(path: str) -> tuple[date, int, int] | None:
    """The last day that the path names: the folder of the day stands nearest to the page."""
    days = sorted(_days(path), key=lambda found: found[1:])
    return days[-1] if days else None


def no_day(path: str) -> str:
    """What a path writes as a day that no calendar has, such as 2023-02-29; or nothing."""
    path = unicodedata.normalize("NFKC", path)
    written = (match[0] for pattern in DATES for match in pattern.finditer(path))
    return next((text for text in written if not _last_date(text)), "")


def _closing_date(path: str) -> date | None:
    parts = unicodedata.normalize("NFKC", path).split("/")
    for count in (1, 2, 3):
        tail = "/".join(parts[-count:])
        for day, start, end in _days(tail):
            if not tail[:start].strip() and not tail[end:].strip():
                return day
    return None


def _days(path: str) -> Iterator[tuple[date, int, int]]:
    for pattern in DATES:
        for match in pattern.finditer(path):
            year, month, day = (int(match[part]) for part in ("year", "month", "day"))
            try:
                yield date(year, month, day), match.start(), match.end()
            except ValueError:
                continue


def _before(path: str) -> Iterator[str]:
    """The parts before a date, nearest first; only what says 版 or a letter counts there."""
    for part in reversed(path.split("/")):
        if part.strip(SEPARATORS) and not part.strip(SEPARATORS).isdigit():
            yield part


def _page_in(parts, *, may_be_bare: bool = True) -> Place:
    patterns = (*PLAIN, *BARE) if may_be_bare else PLAIN
    for part in parts:
        if match := FRONT_PAGE.fullmatch(part):
            return Place(None, "01", _section(match["name"]))
        found = _matched(part, patterns)
        if found.page_number:
            return found
    return Place()


def _matched(part: str, patterns) -> Place:
    for pattern in patterns:
        match = pattern.fullmatch(part)
        if match and _number(match["number"]):
            name = _section(match["name"])
            # What follows a bare number is a section only in Chinese: 02要闻, and not 05-figures.
            is_section = pattern not in BARE or HAN.search(name)
            number = f"{match['letter']}{_number(match['number']):02d}"
            return Place(None, number, name if is_section else "")
    return Place()


def _section(text: str) -> str:
    """The name of a section behind a number: 要闻(上), and of a copied file, 要闻(1), 要闻."""
    name = COPY.sub("", text).strip(SEPARATORS)
    return f"{name})" if name.count("(") > name.count(")") else name


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return DIGITS[text] if len(text) == 1 else 0
    return 10 * DIGITS.get(tens, 1) + DIGITS.get(ones, 0)
