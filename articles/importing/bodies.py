"""What the printed name of a body says: the body that it is a part of, and its other names."""

import re
from collections.abc import Iterable

from articles.parsing.lexicon.bodies import (
    BODIES_WITHOUT_PLACE,
    BODY_HEADS,
    BODY_LASTS,
    OFFICES_OF_BODIES,
    PARTY_HOSTS,
    PARTY_ORGANISATIONS,
    ZONE_HEADS,
    ZONE_OFFICES,
)
from articles.parsing.lexicon.wordlist import any_of
from articles.parsing.titles import is_bare

# The rules, by the names that `people.models` has for them.
OFFICE, PARTY, SHORT, BARE = "office", "party", "short", "bare"

PARTY_OF = re.compile(f"(?P<parent>.+(?:{any_of(PARTY_HOSTS)}))(?:{any_of(PARTY_ORGANISATIONS)})")
OFFICE_OF = re.compile(
    f"(?P<parent>.*(?:{any_of(BODY_HEADS)}))(?P<office>.{{0,12}}(?:{any_of(OFFICES_OF_BODIES)}))"
)
OFFICE_OF_A_ZONE = re.compile(
    f"(?P<parent>.+(?:{any_of(ZONE_HEADS)}))(?P<office>.{{2,12}}(?:{any_of(ZONE_OFFICES)}))"
)
LAST = re.compile(f"(?:{any_of(BODY_LASTS)})$")
# A name of fewer characters says too little to be the short form of another.
SHORTEST = 3


def parent_of(name: str) -> tuple[str, str]:
    """The name of the body that this one is a part of and the rule that says so, else two "".

    市公安局经开分局 is of 市公安局; of two bodies that it begins with, the longer is the parent. An
    office of a body without its place (管委会办公室) does not say whose it is.
    """
    for pattern, rule in ((PARTY_OF, PARTY), (OFFICE_OF, OFFICE), (OFFICE_OF_A_ZONE, OFFICE)):
        match = pattern.fullmatch(name)
        if match and len(match["parent"]) > 1 and not is_bare(match["parent"]):
            return match["parent"], rule
    return "", ""


def same_as(name: str, others: Iterable[str]) -> tuple[str, str]:
    """The one of the others that this may be another name of, and the rule; two "" when unsure."""
    others = tuple(other for other in others if other != name)
    for rule, may_be in ((BARE, _is_bare), (SHORT, _is_short)):
        found = [other for other in others if may_be(name, other)]
        if len(found) == 1:
            return found[0], rule
        if found:
            break
    return "", ""


def _is_bare(name: str, other: str) -> bool:
    return name in BODIES_WITHOUT_PLACE and other.endswith(name)


def _is_short(name: str, other: str) -> bool:
    """区住建局 is 区住房和城乡建设局 with characters left out; an office of a body is none."""
    if len(name) < SHORTEST or len(name) >= len(other) or other.startswith(name):
        return False
    if name[0] != other[0] or not _end_alike(name, other):
        return False
    characters = iter(other)
    return all(character in characters for character in name)


def _end_alike(name: str, other: str) -> bool:
    """局 and 局, or 委 and 委员会."""
    return bool(LAST.search(name)) and (
        name[-1] == other[-1] or (name[-1] == "委" and other.endswith("委员会"))
    )
