"""Tell officials of one name apart by the posts that a story prints with the name."""

from collections import defaultdict

from .facts import PrintedPost
from .lexicon.titles import COMMITTEE_PLACES, GENERIC_PLACES, GOVERNING_BODIES, KINDS_OF_BODIES
from .titles import is_bare, whole_body

Posts = tuple[PrintedPost, ...]


class Holders:
    """The officials of a story by name; most names have one."""

    def __init__(self):
        self._posts: dict[str, list[set[str]]] = defaultdict(list)

    def of(self, name: str, posts: Posts) -> int:
        """Which official of this name holds the posts; a new one when none of them can."""
        bodies = {whole_body(post.department) for post in posts}
        holders = self._posts[name]
        for number, known in enumerate(holders):
            if may_be_one_person(known, bodies):
                known |= bodies
                return number
        holders.append(bodies)
        return len(holders) - 1


def may_be_one_person(known: set[str], bodies: set[str]) -> bool:
    """Whether somebody may hold posts in all of these bodies.

    Different only when each side names a particular body and none of them is a part of another:
    a bureau and a village, two bureaus, two towns. 区领导 names no body.
    """
    if not (known and bodies):
        return True
    return any(_may_share(one, other) for one in known for other in bodies)


def _may_share(one: str, other: str) -> bool:
    if one in other or other in one:
        return True
    return bool(not _is_particular(one) or not _is_particular(other))


def _is_particular(body: str) -> bool:
    if body in GENERIC_PLACES or body in KINDS_OF_BODIES or is_bare(body):
        return False
    return not (body.endswith(GOVERNING_BODIES) or body[-2:-1] in COMMITTEE_PLACES)
