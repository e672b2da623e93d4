"""Find names that a person must confirm: words that may be names, and names that may be cut short.

县长平安说, 代区长高兴主持召开: the rules take such a word only where it can be nothing else. So
副市长和林青到会.
县委书记何青 | …: where text may be missing, the name may have gone on.
县长何振会继续…, 县长何守将出席…: 会 may be the last character of it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from .after_names import after_name, is_straddled
from .facts import Mention, Paragraph
from .last_characters import may_go_on
from .lexicon.names import NOT_DOUBTED
from .lexicon.titles import TITLES
from .mentions import readable, title_before
from .name_shapes import is_possible_name
from .names import find_name
from .surnames import part_of_speech, surname_length

LONGEST_TITLE = 40
# A surname and a given name of one character.
SHORT = 2
# A paragraph by its number, and a place in its text.
Place = tuple[int, int]
# How well the text has to go on for the name to be whole.
SURELY = 2.0
WORD = re.compile(
    rf"[{''.join(dict.fromkeys(title[-1] for title in TITLES))}](?P<word>和?[\u4e00-\u9fff]{{2}})"
    "(?=主持|出席|参加|陪同|到会|介绍|说|表示|指出|强调|致辞|讲话|告诉)"
)
# Parts of speech (as rjieba names them) of words that only tell in what manner: 连忙说, 经常参加.
MANNER_TAGS = frozenset("dcpr")


def words_or_names(
    texts: Sequence[str], mentions: Sequence[Mention], known: Collection[str]
) -> Iterator[Mention]:
    """Whom an office names by a word, where the word may tell something else as well."""
    named = {*known, *(one.name for one in mentions)}
    for number, text in enumerate(texts):
        place = 0
        while match := WORD.search(text, place):
            name, (start, place) = match["word"], match.span("word")
            # The last character of the word may be that of a title, too.
            place -= 1
            if name in named or not _may_be_a_name(name) or _is_read(number, match, mentions):
                continue
            taken = max(0, start - LONGEST_TITLE)
            if mention := title_before(text, number, taken, start, name):
                yield mention


def cut_short(paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> frozenset[str]:
    """The short names that the story has nowhere but right before a doubtful break.

    Not one with which the text below goes on as with a whole name: 县委书记何青 | 主持会议.
    And those that go across a break and end amid a word: 庭长何青 | 厂家工程师.
    """
    breaks, doubtful = set(), set()
    for number, paragraph in enumerate(paragraphs):
        for join in paragraph.joins:
            place = number, len(readable(paragraph.text[: join.offset]))
            breaks.add(place)
            if join.is_doubtful and after_name(paragraph.text, join.offset) < SURELY:
                doubtful.add(place)
    are_cut = defaultdict(list)
    for one in mentions if breaks else ():
        is_short = len(one.name) == SHORT and (one.paragraph, one.end) in doubtful
        are_cut[one.name].append(is_short or _is_torn(one, paragraphs, breaks))
    return frozenset(name for name, cut in are_cut.items() if all(cut))


def may_be_longer(texts: Sequence[str], mentions: Sequence[Mention]) -> frozenset[str]:
    """The short names that the story has nowhere but before 会 or 将, where it may be their last.

    县长何振会继续推动: whoever is 何振 will do so, or 何振会 does.
    """
    are_open = defaultdict(list)
    for one in mentions:
        is_open = len(one.name) == SHORT and may_go_on(texts[one.paragraph], one.end)
        are_open[one.name].append(is_open)
    return frozenset(name for name, is_open in are_open.items() if all(is_open))


def _is_torn(one: Mention, paragraphs: Sequence[Paragraph], breaks: Collection[Place]) -> bool:
    """Whether a break lies in the name, behind which a word begins that ends after the name."""
    inside = range(one.end - len(one.name) + 1, one.end)
    places = [place for place in inside if (one.paragraph, place) in breaks]
    if not places:
        return False
    text = readable(paragraphs[one.paragraph].text)
    return any(is_straddled(text, place, one.end) for place in places)


def _may_be_a_name(word: str) -> bool:
    if len(word) > SHORT:
        return is_possible_name(word) and find_name(word, 1) == word[1:]
    tag = part_of_speech(word)
    return (
        bool(tag)
        and tag[0] not in MANNER_TAGS
        and word not in NOT_DOUBTED
        and surname_length(word) == 1
    )


def _is_read(number: int, word: re.Match[str], mentions: Sequence[Mention]) -> bool:
    return any(
        one.paragraph == number and one.start < word.end() and word.start("word") < one.end
        for one in mentions
    )
