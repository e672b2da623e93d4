"""How the lists are written: words between spaces; and how they are looked for."""

import re
from collections.abc import Iterable


def words(text: str) -> tuple[str, ...]:
    """The words, the longest first, so that an alternation of them prefers it."""
    return tuple(sorted(dict.fromkeys(text.split()), key=lambda word: (-len(word), word)))


def any_of(alternatives: Iterable[str]) -> str:
    """A pattern for the longest of the words at a place, which reads each character once."""
    tree: dict = {}
    for word in alternatives:
        branch = tree
        for character in word:
            branch = branch.setdefault(character, {})
        branch[""] = {}
    return f"(?:{_pattern(tree)})"


def _pattern(tree: dict) -> str:
    """A character with what may follow it; where a word may end, all that follows is optional."""
    ends = "" in tree
    longer = [re.escape(one) + _pattern(rest) for one, rest in tree.items() if one]
    if not longer:
        return ""
    joined = longer[0] if len(longer) == 1 and not ends else f"(?:{'|'.join(longer)})"
    return f"{joined}?" if ends else joined
