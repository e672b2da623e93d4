"""Put together what a story prints of each official: name, title, posts and acts.

An official is a name printed beside a title, or in a list that such a name begins. A name without
any title in the story is nobody that this stage knows; one name with posts that nobody holds
together is two people.
"""

from collections.abc import Sequence

from .acts import acts_by_official
from .facts import PrintedOfficial
from .mentions import Mention


def read_officials(
    texts: Sequence[str], mentions: Sequence[Mention]
) -> tuple[PrintedOfficial, ...]:
    """One for each person, in the order of first mention, with the title of that mention.

    One of 区领导 has the title that the story prints later.
    """
    acts = acts_by_official(texts, mentions)
    first: dict[tuple[str, int], Mention] = {}
    for mention in mentions:
        official = mention.name, mention.holder
        if official not in first or (mention.posts and not first[official].posts):
            first[official] = mention
    return tuple(
        PrintedOfficial(mention.name, mention.title, mention.posts, acts[official])
        for official, mention in first.items()
    )
