"""How alike two names are: by one character, by their sound, by the look of one character.

Homophones are judged without tones, as input methods offer them. Look-alikes are groups of
`look_alikes.txt`, characters that are taken for one another in print and handwriting.
"""

from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path

SAME_SOUND, SAME_LOOK, ONE_CHARACTER = "sound", "look", "character"
HOLE = "\0"
SHORTEST = 2


@cache
def _look_alikes() -> frozenset[frozenset[str]]:
    lines = Path(__file__).with_name("look_alikes.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(
        frozenset(pair)
        for line in lines
        if not line.startswith("#")
        for pair in combinations(line.split(), 2)
    )


def look_alike(one: str, other: str) -> bool:
    return frozenset((one, other)) in _look_alikes()


def looks_like(character: str) -> list[str]:
    """The characters that look like it, in order."""
    pairs = (pair - {character} for pair in _look_alikes() if character in pair)
    return sorted(other for pair in pairs for other in pair)


@lru_cache(maxsize=8192)
def readings(character: str) -> frozenset[str]:
    """How it may be read, without tones; a character that is none reads as itself."""
    # Not before it is needed: its dictionary takes 57 MB of every process.
    from pypinyin import Style, pinyin

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


def sound(name: str) -> str:
    """A key that names of one sound share. Of several readings the first in the alphabet counts."""
    return " ".join(min(readings(character)) for character in name)


def sounds_alike(one: str, other: str) -> bool:
    return len(one) == len(other) and all(
        not readings(a).isdisjoint(readings(b)) for a, b in zip(one, other, strict=True)
    )


def likeness(printed: str, known: str) -> str:
    """Why the two may be taken for one another; empty where they are equal or far apart."""
    if printed == known:
        return ""
    if sounds_alike(printed, known):
        return SAME_SOUND
    if near_forms(printed).isdisjoint(near_forms(known)):
        return ""
    if len(printed) == len(known):
        differing = [(a, b) for a, b in zip(printed, known, strict=True) if a != b]
        if len(differing) == 1 and look_alike(*differing[0]):
            return SAME_LOOK
    return ONE_CHARACTER


@lru_cache(maxsize=65536)
def near_forms(name: str) -> frozenset[str]:
    """Keys that two names share when one edit makes them the same.

    A character replaced, left out or added, or two neighbours in the wrong order.
    """
    holed = {name[:n] + HOLE + name[n + 1 :] for n in range(len(name))}
    added = {name[:n] + HOLE + name[n:] for n in range(len(name) + 1)}
    turned = {name[:n] + name[n + 1] + name[n] + name[n + 2 :] for n in range(len(name) - 1)}
    return frozenset(holed | added | turned | {name}) if len(name) >= SHORTEST else frozenset()
