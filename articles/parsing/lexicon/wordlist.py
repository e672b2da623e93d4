"""How the lists are written: words between spaces; and how they are looked for."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain

# With more characters than that to begin with, words are asked for by their first two.
FEW_BEGINNINGS = 50


def words(text: str) -> tuple[str, ...]:
    """The words, the longest first, so that an alternation of them prefers it."""
    return tuple(sorted(dict.fromkeys(text.split()), key=lambda word: (-len(word), word)))


# Characters of the words around names that the two scripts write otherwise.
TRADITIONAL = str.maketrans(
    "记讯员实习评论报摄师联网观约读见驻视觉图频闻签级专职组采写并综",
    "記訊員實習評論報攝師聯網觀約讀見駐視覺圖頻聞簽級專職組採寫並綜",
)


def in_both_scripts(words: Iterable[str]) -> tuple[str, ...]:
    """The words and those that traditional characters write otherwise, the longest first."""
    words = tuple(words)
    both = dict.fromkeys((*words, *(word.translate(TRADITIONAL) for word in words)))
    return tuple(sorted(both, key=len, reverse=True))


def any_of(alternatives: Iterable[str], *patterns: str) -> str:
    """A pattern for the longest of the words at a place, which reads each character once.

    Where it begins with this and each of the `patterns` with a character, a search looks at nothing
    but what these characters begin. Of many words the pattern asks for the two characters that
    begin any of them first: it would else try all of them almost everywhere.
    """
    words = tuple(alternatives)
    tree: dict = {}
    for word in words:
        branch = tree
        for character in word:
            branch = branch.setdefault(character, {})
        branch[""] = {}
    pattern = f"(?:{'|'.join([*_branches(tree), *patterns])})"
    is_long = len(tree) > FEW_BEGINNINGS and not patterns
    return f"(?:{beginnings(words)}{pattern})" if is_long else pattern


def beginnings(words: Collection[str]) -> str:
    """A look-ahead for what the words begin with: more than that, but none of them without it."""
    longer = [word for word in words if len(word) > 1]
    single = [word for word in words if len(word) == 1]
    sides = []
    if longer:
        sides.append("".join(_set_of(word[place] for word in longer) for place in (0, 1)))
    if single:
        sides.append(_set_of(single))
    return f"(?={'|'.join(sides)})"


def _set_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(dict.fromkeys(characters)))}]"


def _branches(tree: dict) -> list[str]:
    return [re.escape(one) + _pattern(rest) for one, rest in tree.items() if one]


def _pattern(tree: dict) -> str:
    """A character with what may follow it; where a word may end, all that follows is optional."""
    ends = "" in tree
    longer = _branches(tree)
    if not longer:
        return ""
    joined = longer[0] if len(longer) == 1 and not ends else f"(?:{'|'.join(longer)})"
    return f"{joined}?" if ends else joined


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in the text; faster than a pattern, for a few of them."""
    return any(map(text.__contains__, words))


def finders_in(
    story: str, finders: Iterable[tuple[Callable, Callable[[str], object]]]
) -> list[Callable]:
    """Those of the finders that may find anything in the texts of a story.

    Each stands with what asks the whole story, once, for what none of its finds can be without.
    """
    return [find for find, may_find in finders if may_find(story)]


# A character or a set of them, after those that may be left out, behind what must stand before it.
CHARACTER = r"(?:\[[^]]+\]|[^(])"
FIRST = re.compile(rf"(?:\(\?<[=!][^()]*\))*(?P<first>(?:{CHARACTER}\?)*{CHARACTER})")
ONE = re.compile(r"\[(?P<any>[^]]+)\]|(?P<one>[^?])")


def firsts(*patterns: str) -> str:
    """The characters that one of the patterns begins with, as a set of a pattern.

    A search that asks for one of them first need not try the rest of a pattern everywhere.
    """
    first = (FIRST.match(pattern)["first"] for pattern in patterns)
    found = chain.from_iterable(map(ONE.finditer, first))
    sets = dict.fromkeys(match["any"] or re.escape(match["one"]) for match in found)
    return f"[{''.join(sets)}]"


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


class Beginnings:
    """Tells which word begins at a place, as a pattern of the words does, in a third of the time.

    A pattern compares the first characters of all its words; here they are looked up.
    """

    def __init__(self, alternatives: Collection[str]) -> None:
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in sorted(alternatives, key=len, reverse=True):
            self._words[word[0]].append(word)

    def at(self, text: str, place: int) -> str:
        """The longest word that begins there; empty for none."""
        for word in self._words.get(text[place : place + 1], ()):
            if text.startswith(word, place):
                return word
        return ""


class Finder:
    """Finds words of two characters or more, as a pattern of them does, in a third of the time.

    A pattern tries all of its words at each character that one of them begins with; here only those
    are tried that begin with the two that stand there. `ending` is a pattern of what has to be at
    the end.
    """

    def __init__(self, alternatives: Collection[str], ending: str = "") -> None:
        self.pattern = re.compile(any_of(alternatives) + ending)
        self._ending = ending
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in alternatives:
            self._words[word[:2]].append(word)
        # Made when the first text has such a word.
        self._patterns: dict[str, re.Pattern[str]] = {}
        first, second = map("".join, zip(*self._words, strict=True))
        self._pairs = re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The words from left to right, each the longest that begins at its place."""
        end = 0
        for pair in self._pairs.finditer(text):
            start = pair.start()
            beginning = text[start : start + 2]
            if start < end or beginning not in self._words:
                continue
            pattern = self._patterns.get(beginning) or self._pattern_of(beginning)
            if match := pattern.match(text, start):
                end = match.end()
                yield match

    def is_in(self, text: str) -> bool:
        """Whether one of the words stands in the text."""
        return next(self.finditer(text), None) is not None

    def _pattern_of(self, beginning: str) -> re.Pattern[str]:
        pattern = re.compile(any_of(self._words[beginning]) + self._ending)
        self._patterns[beginning] = pattern
        return pattern
