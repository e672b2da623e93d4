"""Tell by printed posts whether two stories may mean one person of a name.

Print leaves out what its readers supply: 镇党委 is of the town that the story tells of, 县长 of the
paper's own county, 局长 of the bureau that the story names. Where nobody can supply it, the post is
no evidence of who somebody is.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from articles.importing.plan import PostKey
from articles.importing.settlements import KINDS, Settlement, settlements_in
from articles.parsing.after_names import HAN
from articles.parsing.facts import PrintedPost, Story
from articles.parsing.lexicon.titles import (
    KINDS_OF_BODIES,
    OFFICES_OF_ANY,
    PLACE_HEADS,
)
from articles.parsing.lexicon.wordlist import any_of
from articles.parsing.titles import split_title, whole_body

SETTLEMENT = "镇|乡|街道|村|社区"
COUNTY = "省市区县州旗"
# The bodies that govern a place; whoever sits in one of them is of that place.
GOVERNING = re.compile(
    rf"(?P<place>.*(?:[{COUNTY}]|{SETTLEMENT}))"
    "(?:委|党委|工委|党工委|党总支|党支部|人民政府|政府|人大常委会|人大|政协|管委会|办事处"
    "|街道办|街道办事处|村委会|村民委员会|居委会|居民委员会)"
)
# 镇党委, but not 镇江市, nor 镇海中学 and the like by the other places that are called so.
COUNTIES_OF_A_KIND = "镇(?:[江海原远雄康沅宁赉巴坪]|安(?![办监全])|平(?!安))"
WITHOUT_NAME = re.compile(rf"(?!{COUNTIES_OF_A_KIND})(?P<kind>{KINDS})(?P<rest>[^{COUNTY}]*)")
OF_A_KIND = re.compile(
    f"(?:公司|集团|学校|医院|合作社)[^路街]*|{any_of((*KINDS_OF_BODIES, *OFFICES_OF_ANY))}"
)
PAPER = re.compile(
    rf"(?:今日|新)?(?P<place>{HAN}{{2,}}?)[{COUNTY}]?"
    "(?:日报|晚报|晨报|早报|周报|周刊|时报|快报|商报|新闻|新报|报)?"
)
# Which bodies a title without one may be of, where the title does not say it as 局长 does.
HEADED_BY = {
    "主任": ("办", "办公室", "委", "委员会", "中心", "办事处", "街道办", "管委会", "常委会"),
    "书记": ("委", "党组", "支部", "总支", "工委"),
    "主席": ("政协", "工会", "联", "联合会", "协会"),
    "经理": ("公司", "集团"),
    "董事长": ("公司", "集团"),
}


@lru_cache(maxsize=4096)
def without_name(body: str) -> re.Match[str] | None:
    """A body of whose place the kind alone is printed: 镇党委."""
    return WITHOUT_NAME.fullmatch(body)


def is_unnamed(body: str) -> bool:
    """Whether its kind alone is printed, as of any number of bodies: 镇党委, 公司."""
    return bool(without_name(body) or OF_A_KIND.fullmatch(body))


def place_of_paper(name: str) -> str:
    """What a paper calls its place: 澄湖 of 澄湖日报 or 澄湖县报. Empty where it names none."""
    found = PAPER.fullmatch(name)
    return found["place"] if found else ""


class Surroundings:
    """What a story says around its officials: its texts, and the bodies that it names.

    `own` is the place of the paper (`place_of_paper`).
    """

    def __init__(self, texts: Iterable[str] = (), bodies: Collection[str] = (), own: str = ""):
        self.bodies, self.own = tuple(bodies), own
        self._texts = tuple(texts)

    @classmethod
    def of(cls, story: Story, own: str) -> "Surroundings":
        headline = story.headline
        texts = (headline.kicker, headline.headline, headline.deck)
        texts = (*texts, *(paragraph.text for paragraph in story.paragraphs))
        return cls(texts, story.departments, own)

    @cached_property
    def settlements(self) -> dict[str, Settlement]:
        """The story's only town, its only village, by 镇 or 村."""
        return settlements_in(self._texts)

    def says(self, word: str | re.Pattern[str]) -> bool:
        return any(re.search(word, text) for text in self._texts)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is printed of somebody, as far as it tells who it is.

    `bodies` are those of the posts; `around` those of the story that a title without one may be of;
    `is_unplaced` where nobody can tell whose body is meant. `titles` are all titles.
    """

    bodies: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    is_unplaced: bool = False

    def __or__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            self.bodies | other.bodies,
            self.around | other.around,
            self.titles | other.titles,
            self.is_unplaced or other.is_unplaced,
        )


def evidence_of(posts: Iterable[PrintedPost | PostKey], here: Surroundings) -> Evidence:
    """That of the posts, (body, title) where they are not as printed."""
    bodies, bare, titles, is_unplaced = set(), set(), set(), False
    for post in posts:
        body, title = (post.department, post.title) if isinstance(post, PrintedPost) else post
        titles.add(title)
        if not body:
            body = _body_in(title)
        if not body:
            bare.add(title)
        elif whose := _whose(body, here):
            bodies.add(whose)
        else:
            is_unplaced = True
    around = {
        whose
        for body in (here.bodies if bare and not bodies else ())
        if any(_may_head(title, body) for title in bare) and (whose := _whose(body, here))
    }
    return Evidence(frozenset(bodies), frozenset(around), frozenset(titles), is_unplaced)


def _body_in(title: str) -> str:
    """The kind of body that a title without one tells: 镇 of 副镇长, 镇党委 of 镇党委书记."""
    if title.endswith(PLACE_HEADS):
        return title[-2]
    body = next((post.department for post in split_title(title)), "")
    return body if is_unnamed(body) else ""


def why_not_one(known: Evidence, printed: Evidence) -> str:
    """Why the printed one is not surely the known one, by a code of `plan.REASONS`; "" where it is.

    Of whom nothing is printed or known there is nothing to compare.
    """
    if not (known.titles and printed.titles) or _share(known.bodies, printed.bodies):
        return ""
    if any(one.is_unplaced and not one.bodies for one in (known, printed)):
        return "no_place"
    if known.bodies and printed.bodies:
        return "other_posts"
    ours, theirs = known.bodies or known.around, printed.bodies or printed.around
    if ours and theirs:
        return "" if all(_share({body}, ours) for body in theirs) else "other_body"
    return "" if known.titles & printed.titles else "other_posts"


def _whose(body: str, here: Surroundings) -> str:
    """The body by which its people are known, the place for what governs it; "" where unknown."""
    body = whole_body(body).removeprefix("中共")
    if here.own and body.startswith(here.own) and body[len(here.own) :][:1] in tuple(COUNTY):
        body = body.removeprefix(here.own)
    if OF_A_KIND.fullmatch(body):
        return ""
    if unnamed := without_name(body):
        named = here.settlements.get(unnamed["kind"])
        if named is None:
            return ""
        body = named.name + unnamed["rest"]
    governing = GOVERNING.fullmatch(body)
    return governing["place"] if governing else body


def _share(some: Collection[str], others: Collection[str]) -> bool:
    return any(_are_one(one, other) for one in some for other in others)


def _are_one(one: str, other: str) -> bool:
    """白沙河镇 is printed 澄湖县白沙河镇, and found in a text as 沙河镇."""
    if one == other:
        return True
    is_settled = one.endswith(tuple(SETTLEMENT.split("|")))
    return is_settled and (one.endswith(other) or other.endswith(one))


def _may_head(title: str, body: str) -> bool:
    for head, endings in HEADED_BY.items():
        if title.endswith(head):
            return body.endswith(endings)
    return title.endswith("长") and body.endswith(title[-2:-1])
