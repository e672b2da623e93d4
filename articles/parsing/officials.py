"""Put together what a story prints of each official: name, title, posts and acts.

An official is a name printed beside a title, or in a list that such a name begins. A name without
any title in the story is nobody that this stage knows; one name with posts that nobody holds
together is two people.
"""

from collections import defaultdict
from collections.abc import Sequence

from .acts import acts_by_official
from .facts import PrintedOfficial, PrintedPost
from .mentions import Mention


def read_officials(
    texts: Sequence[str], mentions: Sequence[Mention]
) -> tuple[PrintedOfficial, ...]:
    """One for each person, in the order of first mention, with the title of that mention.

    One of 区领导 has the title that the story prints later. The posts are those of all mentions.
    """
    if not mentions:
        return ()
    acts = acts_by_official(texts, mentions)
    of_each: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        of_each[mention.name, mention.holder].append(mention)
    return tuple(_official(found, acts[official]) for official, found in of_each.items())


def _official(mentions: Sequence[Mention], acts: tuple[str, ...]) -> PrintedOfficial:
    first = next((one for one in mentions if one.posts), mentions[0])
    posts = _together([post for mention in mentions for post in mention.posts])
    return PrintedOfficial(first.name, first.title, posts, acts)


def _together(posts: Sequence[PrintedPost]) -> tuple[PrintedPost, ...]:
    """Each post once; one whose body is printed in part, or not at all, is the whole one."""
    if len(posts) < 2:
        return tuple(posts)
    found: list[PrintedPost] = []
    for post in dict.fromkeys(posts):
        for number, known in enumerate(found):
            if known.title == post.title and _is_part_of(post.department, known.department):
                break
            if known.title == post.title and _is_part_of(known.department, post.department):
                found[number] = post
                break
        else:
            found.append(post)
    return tuple(found)


def _is_part_of(body: str, whole: str) -> bool:
    return whole.endswith(body)
