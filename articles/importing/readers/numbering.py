"""Bare numbers at the heads of file names: pages only where all files of a folder have one."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import PurePosixPath

from .placing import SEPARATORS, Place, numbered_page


class FileNumbers:
    """The pages that files would be by their bare numbers.

    `01.txt`, `02要闻.txt`, `03.txt` are three pages. `05-figures.txt` among others, or alone, is
    any file; and so are two of one number. `names` gives the paths of all files; it is called when
    a number is first asked for.
    """

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self._names = names

    def page_of(self, name: str) -> Place:
        folder = str(PurePosixPath(name).parent)
        return numbered_page(name) if self._are_pages[folder] else Place()

    @cached_property
    def _are_pages(self) -> dict[str, bool]:
        numbers: dict[str, set[str] | None] = {}
        alone: dict[str, str] = {}
        for name in self._names():
            folder, number = str(PurePosixPath(name).parent), numbered_page(name).page_number
            known = numbers.setdefault(folder, set())
            alone[folder] = name
            if known is None or not number or number in known:
                numbers[folder] = None
            else:
                known.add(number)
        return {
            folder: bool(known) and (len(known) > 1 or _is_all_number(alone[folder]))
            for folder, known in numbers.items()
        }


def _is_all_number(name: str) -> bool:
    return PurePosixPath(name).stem.strip(SEPARATORS).isdigit()
