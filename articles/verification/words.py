"""The house word list: words that a newsroom does not print, each with its source and exceptions.

`words.toml` is the list that comes with the project; docs/verification.md tells its format. A
newsroom edits a copy of its own.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from articles.parsing.lexicon.wordlist import any_of

from .boundaries import words_across, words_before
from .findings import Certainty, Finding
from .quoting import is_quoted, is_within_title
from .reading import Form, Named, Reading, Text
from .sentences import sentence_at
from .snapshot import Snapshot

SHIPPED = Path(__file__).with_name("words.toml")
QUOTATION, WORK, NAME = "quotation", "work", "name"
EXCEPTIONS = (QUOTATION, WORK, NAME)
OFFICIAL = "official"
SUBJECTS = ("", OFFICIAL)
# So many characters may stand together by accident.
MAY_MEET = 3
# Somebody named in the sentence before, at the beginning of this one.
PRONOUN = re.compile("[他她]")


class UnreadableWords(ValueError):
    """The list cannot be read; the message names the entry and what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of one kind. `instead` is empty where a person has to find the right word.

    Within one of `exceptions` the word is let stand, and where it is a part of one of `not_in`.
    With `after`, it is meant only directly after one of those, or after one and a space; with
    `before`, only directly before one; with `subject`, only in a sentence about an official; with
    `not_with`, only where none of those is a whole word before it in its clause.
    """

    words: tuple[str, ...]
    why: str
    source: str
    instead: str = ""
    exceptions: tuple[str, ...] = EXCEPTIONS
    not_in: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    subject: str = ""
    not_with: tuple[str, ...] = ()
    blocks: bool = False


@dataclass(frozen=True)
class WordList:
    entries: tuple[Entry, ...]

    @cached_property
    def by_word(self) -> dict[str, Entry]:
        return {word: entry for entry in self.entries for word in entry.words}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The longest word at each place; what an entry is not meant in, is found and let go."""
        longer = {word for entry in self.entries for word in entry.not_in}
        return re.compile(any_of({*self.by_word, *longer}))


@lru_cache(maxsize=4)
def read_words(path: Path = SHIPPED) -> WordList:
    """The list in a TOML file. Raises UnreadableWords."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableWords(f"{path}: {error}") from error
    return WordList(tuple(_entry(row, path) for row in table.get("word", ())))


def _entry(row: dict, path: Path) -> Entry:
    fields = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    try:
        entry = Entry(**fields)
    except TypeError as error:
        raise UnreadableWords(f"{path}: {row}: {error}") from error
    if not entry.words or not isinstance(entry.words, tuple) or not entry.source or not entry.why:
        raise UnreadableWords(f"{path}: {row}: words, why and source are needed")
    if unknown := set(entry.exceptions) - set(EXCEPTIONS):
        raise UnreadableWords(f"{path}: {row}: unknown exceptions {sorted(unknown)}")
    if entry.subject not in SUBJECTS:
        raise UnreadableWords(f"{path}: {row}: unknown subject {entry.subject}")
    return entry


def check_words(words: WordList) -> Callable[[Reading, Snapshot], Iterator[Finding]]:
    """The rule for one list."""

    def check(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
        for number, text in enumerate(reading.texts):
            named = reading.by_text.get(number, ())
            for match in words.pattern.finditer(text.printed):
                entry = words.by_word.get(match[0])
                if entry and _is_meant(entry, match, text, named, snapshot):
                    yield _finding(entry, match, text)

    return check


def _is_meant(entry: Entry, match: re.Match[str], text: Text, named, snapshot: Snapshot) -> bool:
    printed, (start, end) = text.printed, match.span()
    if entry.after and not printed[:start].rstrip().endswith(entry.after):
        return False
    if entry.before and not printed.startswith(entry.before, end):
        return False
    if QUOTATION in entry.exceptions and is_quoted(printed, start):
        return False
    if WORK in entry.exceptions and is_within_title(printed, start):
        return False
    if NAME in entry.exceptions and any(
        text.place(one.name_start) < end and start < text.end(one.end) for one in named
    ):
        return False
    if not words_before(printed, start).isdisjoint(entry.not_with):
        return False
    if entry.subject and not _is_of_an_official(text, start, end, named, snapshot):
        return False
    return not _is_by_accident(entry, printed, start, end)


def _is_of_an_official(text: Text, start: int, end: int, named, snapshot: Snapshot) -> bool:
    """Whether the sentence names an official before the word, or goes on of one: 他."""
    officials = [
        text.place(one.name_start)
        for one in named
        if text.place(one.name_start) < start and _is_official(one, snapshot)
    ]
    begins, sentence = sentence_at(text.printed, start, end)
    return any(place >= begins for place in officials) or (
        bool(officials) and PRONOUN.match(sentence) is not None
    )


def _is_official(named: Named, snapshot: Snapshot) -> bool:
    return named.has_title or named.form is Form.ADDRESS or named.name in snapshot.by_name


def _is_by_accident(entry: Entry, printed: str, start: int, end: int) -> bool:
    """Whether the characters only meet where two words do: 布署 in 公布署名, 影后 in 合影后.

    Where an entry says what stands before or after the word, that is where it begins or ends.
    More than MAY_MEET characters do not meet so; there the divider only has a longer word, 市人大.
    """
    if end - start > MAY_MEET:
        return False
    across = words_across(printed, start, end)
    return (across.start and not entry.after) or (across.end and not entry.before)


def _finding(entry: Entry, match: re.Match[str], text: Text) -> Finding:
    return Finding(
        "word_blocked" if entry.blocks else "word",
        text.passage,
        match.start(),
        match.end(),
        match[0],
        entry.instead,
        {"word": match[0], "instead": entry.instead, "why": entry.why, "source": entry.source},
        Certainty.SURE if entry.blocks else Certainty.LIKELY,
    )
