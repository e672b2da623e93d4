"""A table beside the sources that says which day and page each file is: `manifest.csv`."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from articles.parsing.documents import decode
from articles.parsing.wording import gettext_noop

from .paths import is_safe
from .placing import Place, read_date, read_page

COLUMNS = {
    "path": ("path", "file", "文件", "文件名", "路径"),
    "date": ("date", "日期", "出版日期"),
    "page": ("page", "版次", "版号", "版面"),
    "page_name": ("page_name", "page name", "版名", "版面名称"),
}
PROBLEMS = {
    "no_path_column": gettext_noop(
        "There is no column “path” or “文件”. Name the columns in the first line."
    ),
    "unread": gettext_noop("Some bytes cannot be read. Save the file as UTF-8."),
    "bad_row": gettext_noop("This is no row of a table: {detail}. Check its quotation marks."),
    "no_path": gettext_noop("The file is not named. Fill in its path, or take the row out."),
    "unsafe_path": gettext_noop(
        "{detail} leads out of the folder. Write the path from the manifest's folder."
    ),
    "twice": gettext_noop("{detail} stands here a second time. Take one of the rows out."),
    "bad_date": gettext_noop("{detail} is no day of the calendar. Write it as 2023-04-04."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a line of the manifest; `reason` is one of PROBLEMS."""

    line: int
    reason: str
    detail: str = ""

    def __str__(self) -> str:
        return f"line {self.line}: {PROBLEMS[self.reason].format(detail=self.detail)}"


class UnusableManifest(ValueError):
    """A manifest with rows that cannot be used. `problems` names all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def read_manifest(data: bytes, folder: str = "") -> dict[str, Place]:
    """The place of each file by its path from the top. `folder` is where the manifest lies.

    Raises UnreadableSource when it is no text, UnusableManifest with every bad row.
    """
    document = decode(data)
    problems = [Problem(line, "unread") for line in document.unread]
    places: dict[str, Place] = {}
    for line, row in _rows(document.text, problems):
        place, name = _place(line, row, problems), _name(line, row, problems)
        if not name:
            continue
        name = f"{folder}/{name}" if folder else name
        if name in places:
            problems.append(Problem(line, "twice", name))
        places[name] = place
    if problems:
        raise UnusableManifest(sorted(problems, key=lambda problem: problem.line))
    return places


def _rows(text: str, problems: list[Problem]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row that says something, by the names in COLUMNS, with its line."""
    first = text.partition("\n")[0]
    delimiter = max(",，;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    keys: list[str] = []
    try:
        for cells in reader:
            cells = [cell.strip() for cell in cells]
            if not keys:
                keys = [_key(cell) for cell in cells]
                if "path" not in keys:
                    problems.append(Problem(reader.line_num, "no_path_column"))
                    return
            elif any(cells):
                yield reader.line_num, dict(zip(keys, cells, strict=False))
    except csv.Error as error:
        problems.append(Problem(reader.line_num, "bad_row", str(error)))


def _key(heading: str) -> str:
    return next((key for key, names in COLUMNS.items() if heading.lower() in names), heading)


def _name(line: int, row: dict[str, str], problems: list[Problem]) -> str:
    name = row["path"].replace("\\", "/").removeprefix("./") if row.get("path") else ""
    if not name:
        problems.append(Problem(line, "no_path"))
    elif not is_safe(name):
        problems.append(Problem(line, "unsafe_path", name))
        return ""
    return name


def _place(line: int, row: dict[str, str], problems: list[Problem]) -> Place:
    printed = row.get("date", "")
    day = read_date(printed)
    if printed and day is None:
        problems.append(Problem(line, "bad_date", printed))
    page = read_page(row.get("page", ""))
    number = page.page_number or row.get("page", "")
    return Place(day, number, row.get("page_name") or page.page_name)
