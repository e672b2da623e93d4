"""What a process of its own does to verify stories: it loads no Django."""

from articles.importing.attempt import begin_child
from articles.verification.check import check
from articles.verification.findings import Finding
from articles.verification.snapshot import Snapshot
from articles.verification.story import StoryText
from articles.verification.words import WordList

_known: dict[str, Snapshot | WordList] = {}


def begin(snapshot: Snapshot, words: WordList):
    """Keep what every story is checked by, and build its indexes once."""
    begin_child()
    _known.update(snapshot=snapshot, words=words)


def check_all(stories: list[StoryText]) -> list[list[Finding]]:
    return [check(story, **_known) for story in stories]
