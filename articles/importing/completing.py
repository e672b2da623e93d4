"""Give a body that is printed without its place the only one that its story tells of.

镇党委 in a story of 石塘镇 is 石塘镇党委, 镇长 the 镇长 of 石塘镇, 管委会 beside 经开区党工委 that
of the 经开区, and 县长 that of the 县政府: so the directory holds them, and what a later edition
prints in full finds them. The title of an official stays as printed.

Where nobody can tell whose they are, 镇党委书记 and 公司经理 are titles without a body, and 镇党委
and 公司 no bodies of the directory: there they would be those of every town and firm.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from articles.importing.evidence import (
    COUNTY,
    GOVERNING,
    Surroundings,
    is_unnamed,
    without_name,
)
from articles.parsing.facts import CompletedBody, PrintedOfficial, PrintedPost, Story, ToldStory
from articles.parsing.lexicon.bodies import BODIES_WITHOUT_PLACE
from articles.parsing.lexicon.titles import GOVERNMENT, PLACE_HEADS

# 石桥社区 is no 区.
COMMUNITY = "社区"
# Who comes to see a county is of another one; but 来访群众, 群众来访.
VISIT = re.compile("(?<![信众民])来访(?![群人者件])|到访|考察团|访问团|党政代表团|代表团来")


def complete(story: Story) -> Story:
    """The story with its bodies in full. What another newsroom told stays as it is."""
    if isinstance(story, ToldStory):
        return story
    printed = dict.fromkeys(
        (*story.departments, *(post.department for one in story.officials for post in one.posts))
    )
    posts = chain.from_iterable(one.posts for one in story.officials)
    if not (any(map(is_without_place, printed)) or any(map(_is_bare_head, posts))):
        return story
    places = Places(Surroundings.of(story, own=""), printed)
    officials = tuple(_official_in_full(one, places) for one in story.officials)
    heads = dict.fromkeys(
        (before.title, after.department)
        for one, other in zip(story.officials, officials, strict=True)
        for before, after in zip(one.posts, other.posts, strict=True)
        if after.department and not before.department
    )
    departments = (*map(places.in_full, story.departments), *(place for _, place in heads))
    return replace(
        story,
        officials=officials,
        departments=tuple(one for one in dict.fromkeys(departments) if not is_unnamed(one)),
        completed=(
            *(_completed(body, places) for body in printed if is_without_place(body)),
            *(CompletedBody(title, f"{place}{title}") for title, place in heads),
        ),
    )


def _is_bare_head(post: PrintedPost) -> bool:
    """Whether a post says only of what kind of place its holder is the head: 镇长."""
    return not post.department and post.title.endswith(PLACE_HEADS)


def _completed(body: str, places: "Places") -> CompletedBody:
    whole = places.in_full(body)
    return CompletedBody(body, "" if whole == body else whole)


def is_without_place(body: str) -> bool:
    """Whether the name of a body leaves out the place or the body that it is of."""
    return body in BODIES_WITHOUT_PLACE or is_unnamed(body)


class Places:
    """The places that a story leaves out of the names of its `bodies`."""

    def __init__(self, here: Surroundings, bodies: Iterable[str]):
        self._here, self._bodies = here, tuple(bodies)

    def in_full(self, body: str) -> str:
        """The body with its place; as it is where it has one, or nobody can tell it."""
        if unnamed := without_name(body):
            return (self.settlement(unnamed["kind"]) or unnamed["kind"]) + unnamed["rest"]
        return self._zone + body if body in BODIES_WITHOUT_PLACE else body

    def settlement(self, kind: str) -> str:
        """The only one that the story names, where all of its name is known; else empty.

        Empty also where the story says 我镇, or 该镇 before it names one.
        """
        found = self._here.settlements.get(kind)
        is_known = found and found.is_whole and not found.may_be_another
        return found.name if is_known else ""

    def government(self, kind: str, own: Iterable[str]) -> str:
        """The one that a 县长 is the head of: 县政府, or that of the only county that is told of.

        Where the official's `own` bodies are of a county, that is the one: 青石县委副书记、县长.
        Beside 县委 or 我县 a county that is named may be another one. A zone with a 管委会 is none.
        Empty where the story tells of several, or of a visit: the one that it names may be that of
        the guests or of their hosts. 澄湖市青石县 is 青石县.
        """
        if len(theirs := _governed(own, kind)) == 1:
            return theirs.pop() + GOVERNMENT
        places = _governed(self._bodies, kind)
        if kind in places or self._here.says(f"我{kind}"):
            return kind + GOVERNMENT
        places = {one for one in places if not any(_has_its_city(one, short) for short in places)}
        if len(places) > 1 or (places and self._here.says(VISIT)):
            return ""
        return next(iter(places), kind) + GOVERNMENT

    @cached_property
    def _zone(self) -> str:
        """What the only governing body with a place is of."""
        found = {
            self.in_full(body).removesuffix(governing)
            for body in self._bodies
            for governing in BODIES_WITHOUT_PLACE
            if body.endswith(governing) and body != governing
        }
        return found.pop() if len(found) == 1 else ""


def _governed(bodies: Iterable[str], kind: str) -> set[str]:
    """The places of that kind which those of the bodies are of that govern one."""
    bodies = (body for body in bodies if not body.endswith(BODIES_WITHOUT_PLACE))
    found = {one["place"] for one in map(GOVERNING.fullmatch, bodies) if one}
    return {one for one in found if one.endswith(kind) and not one.endswith(COMMUNITY)}


def _has_its_city(place: str, short: str) -> bool:
    """Whether it is 澄湖市青石县 to 青石县."""
    return place.endswith(short) and place.removesuffix(short).endswith(tuple(COUNTY))


def _official_in_full(official: PrintedOfficial, places: Places) -> PrintedOfficial:
    posts = posts_in_full(official.posts, places)
    return official if posts == official.posts else replace(official, posts=posts)


def posts_in_full(posts: Sequence[PrintedPost], places: Places) -> tuple[PrintedPost, ...]:
    own = {post.department for post in posts}
    return tuple(_post_in_full(post, places, own) for post in posts)


def _post_in_full(post: PrintedPost, places: Places, own: Collection[str]) -> PrintedPost:
    kind = post.title[-2:-1] if post.title.endswith(PLACE_HEADS) else ""
    if post.department:
        body = places.in_full(post.department)
    elif kind and kind in COUNTY:
        body = places.government(kind, own)
    else:
        body = places.settlement(kind) if kind else ""
    if is_unnamed(body):
        return replace(post, department="", title=f"{body}{post.title}")
    return post if body == post.department else replace(post, department=body)
