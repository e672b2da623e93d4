"""Check a story by every rule."""

from .bodies import check_bodies
from .dates import check_dates
from .findings import Finding
from .marks import check_marks
from .mentions import check_mentions
from .names import check_names, check_variants
from .order import check_order
from .posts import check_posts
from .protected import check_protected
from .quoting import is_told_as_wrong
from .reading import read
from .snapshot import Snapshot
from .story import StoryText
from .titles import check_titles
from .words import WordList, check_words, read_words

CHECKS = (
    check_titles,
    check_names,
    check_variants,
    check_posts,
    check_mentions,
    check_order,
    check_bodies,
    check_dates,
    check_marks,
    check_protected,
)


def check(story: StoryText, snapshot: Snapshot, words: WordList | None = None) -> list[Finding]:
    """What the rules say of a story, in the order of its text. The same input, the same list.

    A rule says one thing of one span; another rule may say something else of it. `words` is the
    house word list, the shipped one where none is given.
    """
    reading = read(story, snapshot)
    order = {text.passage: number for number, text in enumerate(reading.texts)}
    found: dict[tuple[int, int, int, str], Finding] = {}
    for rule in (*CHECKS, check_words(words or read_words())):
        for one in rule(reading, snapshot):
            text = reading.texts[order[one.passage]]
            if is_told_as_wrong(text.printed, one.start):
                continue
            found.setdefault((order[one.passage], one.start, one.end, one.rule), one)
    return [found[place] for place in sorted(found)]
