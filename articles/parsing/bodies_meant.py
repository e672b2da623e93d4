"""Find the body that a title is of where it stands elsewhere: 该局副局长, 县水利局的局长."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import rjieba

from .after_names import HAN, HAN_AT_END
from .appointments import NOT_HELD_BEFORE, WITH_OF
from .facts import Mention, PrintedPost
from .lexicon.events import HOST_ENDINGS
from .lexicon.persons import ROLES
from .lexicon.titles import (
    AND_WORDS,
    GOVERNMENT,
    GROUPS_OF_PLACES,
    OFFICES_OF_ANY,
    PLACE_HEADS,
)
from .lexicon.wordlist import any_of
from .named_again import rank_of
from .spans import words_before
from .surnames import part_of_speech
from .titles import LONGEST_RANK, is_bare, is_part, split_title

CLAUSES = re.compile(r"[^。；;！!？?“”\"\n]{1,30}[，,、]")
DEPUTY = "副"
# A deputy named after it may be its own: 县二中的教学楼里，副校长何青.
ANOTHER_BODY = re.compile(f"{HAN}{any_of(HOST_ENDINGS)}")
BETWEEN = frozenset(("", ",", "，", *AND_WORDS))
LONGEST_BODY, LONGEST_THAT = 20, 3
# Whoever else heads the body of such a deputy, or of who stands beside its head.
HEADS_BESIDE = {
    "总经理": ("总经理", "董事长", "总裁"),
    "总裁": ("总裁", "董事长"),
    "教导员": ("所长", "大队长"),
    "指导员": ("所长", "中队长"),
    "政委": ("支队长", "大队长", "总队长"),
}
SECONDS = frozenset(("教导员", "指导员", "政委", "总经理"))
# How far back the body may stand.
REACH = 2000
OF, THAT, OFFICE = "的", "该", "局"
# 患者出院 names no 院, but 派出所 a 所.
GOING = re.compile("(?:(?<!派)出|[入住转])$")
# 县水利局的|副局长, 骨科的|副主任
BODY_WITH_OF = re.compile(f"(?:{HAN}{{2,18}}{WITH_OF}|{HAN}科)(?=的$)")
# 我们学校的校长 names none.
OURS = ("我们", "你们", "他们", "她们", "咱")
KIND_OF_BODY = re.compile("公司|中心|社区|集团|医院|学校|支队|大队|中队|[局院校厂站所]")
# 一家外地公司 is called by no name.
UNNAMED = re.compile("[一两三几][家个所]|[某各这那每]")
VERB = "v"
FIGURE = re.compile("[0-9]")
# 石桥镇 of 石桥镇党委
UNIT = re.compile(
    rf"{HAN}{{1,8}}?(?P<kind>镇|乡|街道|村|社区|县|局|公司|集团|厂|中学|小学|学校|医院)"
)
LONGEST_LIST = 60
SECTION, COMMUNITY = "部", "社区"
ROLE_AT_END = re.compile(f"{any_of(ROLES)}$")


def posts_of(
    title: str, text: str, whole: str, paragraph: int, start: int, before: Sequence[Mention]
) -> tuple[PrintedPost, ...]:
    """The posts of a title; one without a body is of the body of an official before it."""
    is_held = is_held_at(text, start)
    posts = split_title(_body_meant(text, start, whole) + title, is_held=is_held)
    first = posts[0].department if posts else ""
    if not before or not posts or not (lacks_its_body(first) or is_part(first)):
        return posts
    around = [one for one in before if one.paragraph == paragraph]
    deputy = next((post.title for post in posts if _is_beside_a_head(post)), "")
    body = _body_beside(deputy or posts[0].title, text, start, around)
    if (
        not body
        and deputy
        and not ANOTHER_BODY.search(text, around[-1].end if around else 0, start)
    ):
        body = _body_of_deputy(deputy, around, before)
    if posts[0].title.endswith(PLACE_HEADS) and not body.endswith(GOVERNMENT):
        is_beside = bool(around) and text[around[-1].end : start] in BETWEEN
        body = body if is_beside and _has_a_head(body, posts[0].title) else ""
    return split_title(title, body, is_held) if body else posts


def _has_a_head(body: str, title: str) -> bool:
    """Whether it is a county that may have a 副县长 of its own; no 社区 has a 区长."""
    return body.endswith(title[-2]) and not body.endswith(COMMUNITY)


def _is_beside_a_head(post: PrintedPost) -> bool:
    """A deputy without a body, a former head, or who stands beside the head: 教导员."""
    is_beside = DEPUTY in post.title or not post.is_held or post.title in SECONDS
    return is_beside and lacks_its_body(post.department)


def offices_in_turn(
    text: str, start: int, title: str, posts: Sequence[PrintedPost], names: int
) -> Iterator[tuple[str, tuple[PrintedPost, ...]]]:
    """Title and posts of each name behind one whose bodies are listed: 甲镇、乙镇党委书记丙、丁."""
    unit = UNIT.match(posts[0].department) if names > 1 and posts else None
    if unit is None:
        return
    listed = re.compile(rf"(?:(?<!{HAN}){HAN}{{2,10}}{unit['kind']}、){{{names - 1}}}$")
    if found := listed.search(text, max(0, start - LONGEST_LIST), start):
        for place in (*found[0].split("、")[:-1], unit[0]):
            held = (
                replace(post, department=post.department.replace(unit[0], place, 1))
                for post in posts
            )
            yield title.replace(unit[0], place, 1), tuple(held)


def is_held_at(text: str, start: int) -> bool:
    return NOT_HELD_BEFORE.search(text[max(0, start - LONGEST_RANK) : start]) is None


def _body_meant(text: str, start: int, whole: str) -> str:
    """The body that 该局 before a title means: the last that the story before it calls 局.

    But 所 of 所有 and 校 of 校园 call nothing so. Or what stands before 的: 县水利局的局长.
    """
    if text[start - 1 : start] == OF:
        of = BODY_WITH_OF.search(text, max(0, start - LONGEST_BODY), start)
        body = text[words_before(text, *of.span()) : of.end()] if of else ""
        return "" if body.startswith(OURS) or GOING.search(body[:-1]) else body
    that = text.rfind(THAT, max(0, start - LONGEST_THAT), start)
    kind = KIND_OF_BODY.match(text, that + 1) if that >= 0 else None
    if kind is None or start not in kind.span() or (start == kind.start() and len(kind[0]) == 1):
        return ""
    story = (whole.partition(text)[0] + text[:that])[-REACH:]
    end = len(story)
    while (end := story.rfind(kind[0], 0, end)) >= 0:
        if len(kind[0]) == 1 and (
            part_of_speech(story[end : end + 2]) or GOING.search(story, max(0, end - 2), end)
        ):
            continue
        begin = words_before(story, max(0, end - LONGEST_BODY), end)
        begin = max(begin, story.rfind("、", 0, end) + 1)
        body = story[begin:end] + kind[0]
        if begin < end and _names_a_body(body) and not _is_done(story, end, kind[0]):
            return "" if UNNAMED.match(body) else story[begin:end] + kind[0][: start - kind.start()]
    return ""


def _names_a_body(text: str) -> bool:
    """Whether it is more than a word of two characters, 医院, and does not end in 结局.

    Nor does a figure stand in it: 初七（2月7日）公司.
    """
    if FIGURE.search(text):
        return False
    is_word = part_of_speech(text[-2:]) != ""
    return not is_word or not (len(text) == 2 or text.endswith(OFFICE))


def _is_done(text: str, place: int, kind: str) -> bool:
    """Whether 站 is what somebody does: 群众站在台上."""
    before = HAN_AT_END.search(text[max(0, place - LONGEST_BODY) : place])[0]
    return rjieba.tag(before + kind, False)[-1] == (kind, VERB)


def _body_beside(title: str, text: str, start: int, around: Sequence[Mention]) -> str:
    """The body of the official right before, or of one with a post of that rank in the sentence.

    人大常委会主任甲主持会议,副主任乙出席.
    """
    if not around:
        return ""
    last = around[-1]
    bodies = [post for post in last.posts[::-1] if post.department]
    if text[last.end : start] not in BETWEEN:
        rank = rank_of(title) if CLAUSES.fullmatch(text, last.end, start) else ""
        bodies = [post for post in bodies if rank_of(post.title) == rank]
    elif bodies and _is_of_a_section(bodies[0]) and rank_of(title) != rank_of(bodies[0].title):
        # 商会会长甲，妇女部部长乙，副监事长丙; 集团总经理甲，纪委书记乙，总会计师丙
        of_whole = _body_beside(title, text, last.start, around[:-1])
        is_group = bodies[0].department in GROUPS_OF_PLACES
        return of_whole if of_whole or is_group else bodies[0].department
    return bodies[0].department if bodies else ""


def _is_of_a_section(post: PrintedPost) -> bool:
    """Whether its body is a section of some other one, 妇女部, or its 纪委 or 工会.

    In 急诊科 are other ranks too.
    """
    if post.department in GROUPS_OF_PLACES:
        return True
    return is_part(post.department) and post.department.endswith(SECTION)


def _body_of_deputy(title: str, around: Sequence[Mention], before: Sequence[Mention]) -> str:
    """The body of the last head that the paragraph names, or of the only one in the story."""
    rank = rank_of(title)
    if bodies := _bodies_headed(rank, around):
        return bodies[-1]
    bodies = set(_bodies_headed(rank, before))
    return bodies.pop() if len(bodies) == 1 else ""


def _bodies_headed(rank: str, mentions: Sequence[Mention]) -> list[str]:
    posts = (post for one in mentions for post in one.posts if post.department)
    heads = HEADS_BESIDE.get(rank, (rank,))
    return [post.department for post in posts if rank_of(post.title) in heads]


def with_bodies_of(mention: Mention, of_deck: Sequence[Mention]) -> Mention:
    """The mention with the bodies that the deck prints with the same titles of the same person."""
    told = {
        post.title: post.department
        for one in of_deck
        if one.name == mention.name
        for post in one.posts
    }
    posts = tuple(
        replace(post, department=whole)
        if (whole := told.get(post.title, "")).endswith(post.department)
        and (lacks_its_body(post.department) or is_bare(post.department))
        else post
        for post in mention.posts
    )
    return replace(mention, posts=posts)


def is_known_otherwise(
    name: str, posts: Sequence[PrintedPost], whole: str, before: Sequence[Mention]
) -> bool:
    """Whether the story told before what somebody is who stands in a list behind a title.

    校长甲、乙先后发言 after 教师乙, 副区长甲与乙签约 after 某公司会长乙.
    """
    earlier = next((one for one in before if one.name == name), None)
    if earlier is None:
        return ROLE_AT_END.search(whole, 0, whole.find(name)) is not None
    if not any(post.department for post in earlier.posts):
        return False
    return {*map(_rank_and_deputy, posts)}.isdisjoint(map(_rank_and_deputy, earlier.posts))


def _rank_and_deputy(post: PrintedPost) -> tuple[str, bool]:
    return rank_of(post.title), DEPUTY in post.title


def lacks_its_body(department: str) -> bool:
    """Whether nothing is printed, or an office that every body has: 党委, 办公室."""
    return not department or department in OFFICES_OF_ANY
