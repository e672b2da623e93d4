"""Split a printed title into posts: each a body and the title that someone has in it.

Print leaves out what the reader can supply: in 党工委副书记、管委会主任 after a place, the place
is printed once; in 分党组书记、院长 the body is. Both are filled in from the post before.
"""

import re
from collections.abc import Iterator

from .facts import PrintedPost
from .lexicon import (
    BODIES,
    BODY_IN_TITLE,
    CELL_HOSTS,
    COMMITTEE,
    COMMITTEE_OFFICES,
    COMMITTEE_PLACES,
    FIELDS_OF_OFFICE,
    GOVERNMENT,
    OFFICE_ENDINGS,
    PARTY_CELLS,
    PARTY_GROUPS,
    PLACE_HEADS,
    TITLE_LINK,
    TITLE_RANKS,
    TITLES,
)

TITLE_AT_END = re.compile(
    rf"(?:{'|'.join(TITLE_RANKS)})*(?:{'|'.join(TITLES)})(?:[(（][^()（）]{{1,12}}[)）])?$"
)
HELD_TOGETHER = re.compile(rf"、|{TITLE_LINK}(?!职)")
OFFICE = f"(?:{'|'.join(FIELDS_OF_OFFICE)})(?:{'|'.join(OFFICE_ENDINGS)})"
PARTY = f"(?:{'|'.join((*PARTY_GROUPS, *PARTY_CELLS))})?"
BARE_BODY = re.compile(f"(?:{'|'.join(BODIES)}|{OFFICE}){PARTY}")
BODY_AT_END = re.compile(
    f"(?:(?<=[{COMMITTEE_PLACES}]){COMMITTEE})?(?:{'|'.join(BODIES)}|{OFFICE})?{PARTY}$"
)
PARTY_AT_END = re.compile(
    f"(?:{'|'.join(PARTY_GROUPS)}|(?<=[{CELL_HOSTS}])(?:{'|'.join(PARTY_CELLS)}))$"
)
PARTY_COMMITTEE = re.compile(f"[{COMMITTEE_PLACES}]{COMMITTEE}$")
FIELD_AT_END = re.compile(f"(?:{'|'.join(FIELDS_OF_OFFICE)})$")
PLACE_HEAD = re.compile(f"(?:{'|'.join(PLACE_HEADS)})$")


def ends_in_title(text: str) -> bool:
    return TITLE_AT_END.search(text) is not None


def split_title(title: str) -> tuple[PrintedPost, ...]:
    """The posts in a printed title, in its order."""
    return tuple(_posts(title))


def whole_body(department: str) -> str:
    """The body that a party group is the head of: a court for its 分党组."""
    return PARTY_AT_END.sub("", department)


def _posts(title: str) -> Iterator[PrintedPost]:
    place = before = ""
    for part in HELD_TOGETHER.split(title):
        department, rank = _split(part)
        if not department:
            department = _carried(before, place, rank)
        elif place and BARE_BODY.fullmatch(department):
            department = _placed(department, before, place)
        else:
            place = department[: BODY_AT_END.search(department).start()]
        yield PrintedPost(department, rank)
        before = department or before


def _placed(department: str, before: str, place: str) -> str:
    """A bare body with its place, or with the party committee that it is an office of."""
    is_office = department in COMMITTEE_OFFICES and PARTY_COMMITTEE.search(before)
    return (before if is_office else place) + department


def _split(part: str) -> tuple[str, str]:
    match = TITLE_AT_END.search(part)
    if match is None:
        return "", part
    department, title = part[: match.start()], match[0]
    if title in BODY_IN_TITLE and FIELD_AT_END.search(department):
        department += BODY_IN_TITLE[title]
    return department, title


def _carried(before: str, place: str, title: str) -> str:
    """The body of a title printed without one, from the post before it."""
    whole = whole_body(before)
    if PLACE_HEAD.search(title) and not whole.endswith(GOVERNMENT):
        return place if len(place) > 1 else ""
    return whole
