"""How the lists are written: words between spaces; and how they are looked for."""

import re
from collections.abc import Collection, Iterable, Iterator


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


def places_of(forms: Iterable[str], text: str) -> list[tuple[int, int, str]]:
    """Wherever one of the forms stands in the text, in its order, the longest first.

    Each form is looked for by itself: to compile one pattern for a story takes far longer.
    """
    places = []
    for form in forms:
        start = text.find(form)
        while start >= 0:
            places.append((start, start + len(form), form))
            start = text.find(form, start + 1)
    return sorted(places, key=lambda one: (one[0], -one[1]))


class Finder:
    """Finds words of two characters or more, as a pattern of them does, in a third of the time.

    A pattern tries all of its words at each character that one of them begins with; here they are
    tried only where the first two of one stand. `ending` is a pattern of what has to be there.
    """

    def __init__(self, alternatives: Collection[str], ending: str = "") -> None:
        self.pattern = re.compile(any_of(alternatives) + ending)
        self._beginnings = frozenset(word[:2] for word in alternatives)
        first, second = map("".join, zip(*self._beginnings, strict=True))
        self._pairs = re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The words from left to right, each the longest that begins at its place."""
        end = 0
        for pair in self._pairs.finditer(text):
            start = pair.start()
            if start < end or text[start : start + 2] not in self._beginnings:
                continue
            if match := self.pattern.match(text, start):
                end = match.end()
                yield match
