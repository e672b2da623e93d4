"""Whether somebody held a printed post on the day of the story, as far as the directory knows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from articles.parsing.facts import PrintedPost
from articles.parsing.lexicon.titles import PLACE_ENDINGS, PLACE_HEADS
from articles.parsing.title_parts import HELD_TOGETHER, TITLE_AT_END
from people.offices import circle_of
from people.periods import Covers

from .bodies_named import folded_body, folded_title
from .snapshot import KnownOfficial, KnownPost, Snapshot

# They tell of a task and name no post that a directory keeps.
TASKS = (
    "负责人",
    "负责同志",
    "领导",
    "代表",
    "召集人",
    "组长",
    "指挥长",
    "总指挥",
    "指挥",
    "领队",
    "裁判长",
    "河长",
    "湖长",
    "林长",
    "田长",
    "路长",
    "街长",
    "楼长",
    "发言人",
    "教授",
    "研究员",
    "院士",
    "教练",
    "班长",
    "督学",
)
# What somebody is by learning or work, a grade, or what comes with another post in the body; no
# 总工程师, who holds a post.
GRADE = re.compile(
    r"(?:(?<!总)(?:医师|药师|技师|教师|讲师|老师|工程师|会计师|经济师|统计师|农艺师|畜牧师|兽医师|律师"
    r"|馆员|护士|护士长|班主任|法官|检察官|传承人|调研员|巡视员|科员|警长)|成员|(?<!主任)委员)$"
)
RANKS = re.compile("^(?:代理|代|第一|常务|专职)*副?")


class Standing(IntEnum):
    """How a printed post fits what is known, the best first."""

    HELD = 0
    UNKNOWN = 1
    PAST = 2
    FUTURE = 3
    NEVER = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """`post` is the known one that the printed one means; None where there is none."""

    standing: Standing
    post: KnownPost | None = None


def is_task(post: PrintedPost) -> bool:
    return post.title.endswith(TASKS)


def is_grade(post: PrintedPost) -> bool:
    return GRADE.search(post.title) is not None


@lru_cache(maxsize=16384)
def printed_body(post: PrintedPost, title: str) -> str:
    """What a title says of the body before the rank; empty where the parser took it from before."""
    pieces = [one for one in HELD_TOGETHER.split(title) if one.endswith(post.title)]
    bodies = [one.removesuffix(post.title) for one in pieces]
    fitting = (one for one in bodies if post.department.endswith(one))
    return next(fitting, bodies[0] if bodies else "")


def verdict(
    official: KnownOfficial, post: PrintedPost, title: str, snapshot: Snapshot, day: date | None
) -> Verdict:
    """The best that can be said of one official and one printed post; what is confirmed, rather."""
    fitting = (
        _at(known, day)
        for known in snapshot.posts_of.get(official.id, ())
        if _is_same(known, post, title, snapshot)
    )
    best_first = sorted(fitting, key=lambda one: (one.standing, not one.post.is_confirmed))
    return best_first[0] if best_first else Verdict(Standing.NEVER)


def fits(standing: Standing, post: PrintedPost) -> bool:
    """Whether nothing known speaks against a post as it is printed, 时任 or not."""
    return standing <= Standing.UNKNOWN or (standing is Standing.PAST and not post.is_held)


def best_official(
    officials: Iterable[KnownOfficial],
    posts: Iterable[PrintedPost],
    title: str,
    snapshot: Snapshot,
    day: date | None,
) -> tuple[KnownOfficial, list[Verdict]]:
    """Of several people of one name, whoever the printed posts fit best, and how each fits."""
    posts = tuple(posts)
    judged = [
        (one, [verdict(one, post, title, snapshot, day) for post in posts]) for one in officials
    ]
    return min(judged, key=lambda one: sum(each.standing for each in one[1]))


def may_be_namesake(
    official: KnownOfficial, posts: Iterable[PrintedPost], title: str, snapshot: Snapshot, day
) -> bool:
    """Whether printed posts are so far from all that somebody held that another may be meant.

    None of them is of their bodies, of the same title or rank, or held by one whom all know.
    """
    posts = tuple(posts)
    judged = (verdict(official, post, title, snapshot, day) for post in posts)
    if any(one.standing is not Standing.NEVER for one in judged):
        return False
    ever = snapshot.posts_of.get(official.id, ())
    if any(_is_related(known, post, title, snapshot) for known in ever for post in posts):
        return False
    return not any(_is_taken(post, title, snapshot, day) for post in posts)


def posts_on(official: KnownOfficial, snapshot: Snapshot, day: date | None) -> list[KnownPost]:
    """What somebody holds on a day; what they may hold where nothing is surely held."""
    posts = snapshot.posts_of.get(official.id, ())
    held = [(post.on(day), post) for post in posts if post.is_confirmed]
    for covers in (Covers.YES, Covers.UNKNOWN):
        if found := [post for on, post in held if on is covers]:
            return found
    return []


def holders_on(post: PrintedPost, title: str, snapshot: Snapshot, day: date | None):
    """Whoever holds the printed post on the day, or may hold it."""
    bodies = snapshot.bodies_called(post.department) if printed_body(post, title) else None
    if bodies is not None and not bodies:
        return []
    return [
        one
        for one in snapshot.holders(bodies, post.title)
        if one.is_confirmed and one.on(day) is not Covers.NO
    ]


def _is_same(known: KnownPost, post: PrintedPost, title: str, snapshot: Snapshot) -> bool:
    wanted = folded_title(post.title)
    if folded_title(known.title) == wanted:
        return _is_of(known.body, post, title, snapshot)
    # Body and title may be divided elsewhere: 区人社局办公室 主任, 区人社局 办公室主任.
    printed = folded_body(post.department if printed_body(post, title) else "") + wanted
    rank = TITLE_AT_END.search(printed)
    whole = folded_body(snapshot.body[known.body].name) + folded_title(known.title)
    return rank is not None and rank.start() > 0 and whole.endswith(printed)


def _is_taken(post: PrintedPost, title: str, snapshot: Snapshot, day: date | None) -> bool:
    """Whether others surely hold the post: who holds it is known."""
    return len(snapshot.bodies_called(post.department)) == 1 and any(
        one.on(day) is Covers.YES for one in holders_on(post, title, snapshot, day)
    )


def _is_related(known: KnownPost, post: PrintedPost, title: str, snapshot: Snapshot) -> bool:
    """Whether one post may be mistaken for the other: by its title, its body, or its place."""
    if f"{post.department}{folded_title(post.title)}".endswith(folded_title(known.title)):
        return True
    if not printed_body(post, title):
        return RANKS.sub("", known.title) == RANKS.sub("", post.title)
    if snapshot.is_called(known.body, post.department):
        return True
    # 区委 and 青澜区政府, whose leaders are those of one place.
    name = snapshot.body[known.body].name
    place, printed_place = circle_of(name), circle_of(post.department)
    is_of_leaders = place != name and printed_place != post.department
    return is_of_leaders and place.endswith(printed_place)


def _is_of(body: int, post: PrintedPost, title: str, snapshot: Snapshot) -> bool:
    printed = printed_body(post, title)
    if not printed or any(snapshot.is_called(body, one) for one in {printed, post.department}):
        return True
    # 区长 says of which kind of place; what stands before it may be words of the sentence.
    is_head = post.title.endswith(PLACE_HEADS)
    return is_head and not post.department.endswith(PLACE_ENDINGS)


def _at(post: KnownPost, day: date | None) -> Verdict:
    on = post.on(day)
    if on is Covers.NO:
        starts = post.period.earliest_start
        is_future = day is not None and starts is not None and day < starts
        return Verdict(Standing.FUTURE if is_future else Standing.PAST, post)
    return Verdict(Standing.HELD if on is Covers.YES else Standing.UNKNOWN, post)
