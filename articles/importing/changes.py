"""What an import reads otherwise of a story, row by row: plain values in, changes out.

A content is {kind: {key: value}}: the words by field, a byline and people by name, bodies by name,
pictures by digest. Rows of two contents answer each other by their key.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

PARTS = {
    "words": ("words", "place"),
    "bylines": ("credits",),
    "people": ("mentions", "departments", "event"),
    "pictures": ("photos",),
}
PART_OF = {kind: part for part, kinds in PARTS.items() for kind in kinds}

Content = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """One row that is read otherwise; a side is None where it has no such row.

    `is_kept` where an editor made the row what it is: it is not taken unless somebody says so.
    """

    kind: str
    key: str
    before: Any
    after: Any
    is_kept: bool

    @property
    def name(self) -> str:
        return f"{self.kind}:{self.key}"

    @property
    def part(self) -> str:
        return PART_OF[self.kind]


def changes(standing: Content, read: Content, known: Content | None) -> list[Change]:
    """What differs, in the order of the reading; of the kinds that the reading speaks of.

    `known` is what was understood before. What stands otherwise than that was touched by an
    editor; without it nobody knows, and nothing is kept.
    """
    return [
        Change(
            kind,
            key,
            before=standing[kind].get(key),
            after=read[kind].get(key),
            is_kept=known is not None
            and kind in known
            and known[kind].get(key) != standing[kind].get(key),
        )
        for kinds in PARTS.values()
        for kind in kinds
        if kind in read
        for key in dict.fromkeys([*read[kind], *standing[kind]])
        if read[kind].get(key) != standing[kind].get(key)
    ]


def keyed(rows: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Rows by their key; the second of one key is another."""
    seen: Counter[str] = Counter()
    found = {}
    for key, row in rows:
        seen[key] += 1
        found[key if seen[key] == 1 else f"{key}#{seen[key]}"] = row
    return found


def in_order(standing: Iterable[str], read: Iterable[str], present: Iterable[str]) -> list[str]:
    """The keys that are present: as they stood, each new one after the one it is read after."""
    present = set(present)
    order = [key for key in standing if key in present]
    before = None
    for key in read:
        if key not in present:
            continue
        if key not in order:
            order.insert(order.index(before) + 1 if before is not None else 0, key)
        before = key
    return order
