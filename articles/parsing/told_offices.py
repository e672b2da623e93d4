"""Find officials whose title is printed behind the name: 何青当选为会长, 何青，县水利局局长."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter

from .appointments import FINDERS, assembled_body, elected_body
from .bodies_meant import lacks_its_body, posts_of
from .facts import Mention, PrintedPost
from .lexicon.titles import HEADS_OF_WORKS, PLACE_HEADS, TITLES_OF_A_KIND
from .lexicon.wordlist import finders_in, has_any
from .profiles import STANDING, Profiled, read_profiles
from .titles import split_title

# Titles that say enough without a body.
KNOWN_ALONE = (*PLACE_HEADS, *HEADS_OF_WORKS, *map("".join, TITLES_OF_A_KIND))
# What finds titles behind names, each with what a story must hold.
FINDERS_OF_TITLES = ((read_profiles, STANDING.search), *FINDERS)
ELECTIONS = ("当选", "选举", "推选")
CAREER, END = "历任", attrgetter("end")


def appointed(texts: Sequence[str], whole: str, titled: list[Mention]) -> list[Mention]:
    """Those whose title is printed after the name, where none stands before it."""
    finders = finders_in(whole, FINDERS_OF_TITLES)
    if not finders:
        return []
    mentions = defaultdict(list)
    for mention in titled:
        mentions[mention.paragraph].append(mention)
    known = {one.name for one in titled if any(post.department for post in one.posts)}
    found = []
    for number, text in enumerate(texts):
        around = mentions[number]
        printed = chain.from_iterable(find(text) for find in finders)
        if CAREER in text:
            printed = (one for one in printed if not _is_past(one, known))
        for told in printed:
            start, name, title, posts = told
            end = start + len(name)
            if any(one.start < end and start < one.end for one in around):
                continue
            if posts and lacks_its_body(posts[0].department):
                before = sorted((one for one in around if one.end <= start), key=END)
                posts = _with_body(told, number, text, whole, before)
            if posts and _is_of_a_body(posts[0]):
                found.append(Mention(number, start, end, name, title, posts))
                around.append(found[-1])
    return found


def _with_body(
    told: Profiled, number: int, text: str, whole: str, before: Sequence[Mention]
) -> tuple[PrintedPost, ...]:
    """The posts of a title with the body of an official before it, or of those who elect."""
    start, _, title, posts = told
    is_past = not any(post.is_held for post in posts)
    posts = posts_of(title, text, whole, number, start, before)
    if is_past:
        posts = tuple(replace(post, is_held=False) for post in posts)
    if not posts or not lacks_its_body(posts[0].department):
        return posts
    body = elected_body(text, start)
    if not body and has_any(text, ELECTIONS):
        body = assembled_body(whole.partition(text)[0] + text[:start])
    return split_title(title, body, not is_past)


def _is_past(told: Profiled, known: Collection[str]) -> bool:
    """Whether it tells what somebody was before the office that the story gives: 历任X、Y等职."""
    _, name, _, posts = told
    return name in known and not any(post.is_held for post in posts)


def _is_of_a_body(post: PrintedPost) -> bool:
    return bool(post.department) or post.title.endswith(KNOWN_ALONE)
