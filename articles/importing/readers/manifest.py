"""A table beside the sources that says which day and page each file is: `manifest.csv`."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
    """What is wrong in a line of the manifest; `reason` is one of PROBLEMS.

    `name` is the file that the line is of, where it can be told.
    """

    line: int
    reason: str
    detail: str = ""
    name: str = ""

    def __str__(self) -> str:
        return f"line {self.line}: {PROBLEMS[self.reason].format(detail=self.detail)}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The place of each file by its path from the top, and the rows that cannot be used."""

    places: dict[str, Place]
    problems: tuple[Problem, ...] = ()


class UnusableManifest(ValueError):
    """A manifest that is no table of files, or damaged. `problems` names each place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def read_manifest(data: bytes, folder: str = "") -> Manifest:
    """What the table says. `folder` is where the manifest lies.

    A file with a row that cannot be used has no place. Raises UnreadableSource when it is no text,
    UnusableManifest when its rows cannot be told.
    """
    document = decode(data)
    damage = [Problem(line, "unread") for line in document.unread]
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for line, row in _rows(document.text, damage):
        name = row["path"].replace("\\", "/").removeprefix("./") if row.get("path") else ""
        called = f"{folder}/{name}" if folder and name else name
        place, problem = _place(row), _problem(row, name, called in places)
        if problem:
            problems.append(replace(problem, line=line, name=called))
        places[called] = place
    if damage:
        raise UnusableManifest(sorted(damage, key=lambda problem: problem.line))
    bad = {problem.name for problem in problems}
    usable = {name: place for name, place in places.items() if name not in bad}
    return Manifest(usable, tuple(problems))


def _problem(row: dict[str, str], name: str, is_second: bool) -> Problem | None:
    printed = row.get("date", "")
    if not name:
        return Problem(0, "no_path")
    if not is_safe(name):
        return Problem(0, "unsafe_path", name)
    if is_second:
        return Problem(0, "twice", name)
    if printed and read_date(printed) is None:
        return Problem(0, "bad_date", printed)
    return None


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


def _place(row: dict[str, str]) -> Place:
    page = read_page(row.get("page", ""))
    number = page.page_number or row.get("page", "")
    return Place(read_date(row.get("date", "")), number, row.get("page_name") or page.page_name)
