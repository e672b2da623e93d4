"""Put together what a story prints of each official: name, title, posts and acts.

An official is a name printed directly after a title, or in a list that such a name begins.
A name without any title in the story is nobody that this stage knows.
"""

from collections.abc import Sequence

from .acts import acts_by_name
from .facts import PrintedOfficial
from .mentions import Mention
from .titles import split_title


def read_officials(
    texts: Sequence[str], mentions: Sequence[Mention]
) -> tuple[PrintedOfficial, ...]:
    """One for each name, in the order of first mention, with the title of that mention."""
    acts = acts_by_name(texts, mentions)
    titles: dict[str, str] = {}
    for mention in mentions:
        titles.setdefault(mention.name, mention.title)
    return tuple(
        PrintedOfficial(name, title, split_title(title), acts[name])
        for name, title in titles.items()
    )
