"""Find the marked line with which the news begins, below words of pictures or an editor's note.

Another story may begin there instead, without a headline: so nothing that tells news of its own
stands above it, and a person is asked where it is a sentence.
"""

import re
from collections.abc import Sequence

from .days import DATE
from .endings import is_final
from .lexicon.lines import EDITORS_NOTES
from .lexicon.wordlist import any_of
from .markers import find_marker
from .source import Line, Source

# As many paragraphs, of as many characters each, may stand below a headline and are not the news.
MOST, LONGEST = 3, 40
# Of what stands below a picture: it says where somebody stands there, 何青（前左二）, and may end
# in who took it; or it is in brackets as a whole.
LONGEST_SHOWN = 80
IN_A_PICTURE = re.compile(
    r"[^。！？]*[(（\[【][前后]?排?[左右中]\w{0,3}[)）\]】][^。！？]*。?(?:[(（][^()（）]{2,16}[)）])?"
)
# …。图为启动仪式现场。记者何青摄
TAKEN = re.compile("图为.*(?:摄|。)[)）]?$")
IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
NOTE = re.compile(rf"[【\[]?{any_of(EDITORS_NOTES)}[】\]]?[：:\s]")


def marked_lead(source: Source, lines: Sequence[Line]) -> int:
    """The number of that line; 0 where the news begins with the first, or each brief is marked."""
    printed = [number for number, line in enumerate(lines) if not line.is_blank]
    for above, number in enumerate(printed[: MOST + 1]):
        line = lines[number]
        if _begins_the_news(source, line):
            below = (lines[one] for one in printed[above + 1 :])
            is_first = not above or not _is_apart(lines, number)
            return 0 if is_first or any(_begins_the_news(source, one) for one in below) else number
        if not (_is_apart(lines, number) and _may_stand_above(source, line)):
            return 0
    return 0


def tells_above(source: Source, lines: Sequence[Line]) -> bool:
    """Whether one of the lines above it is a sentence."""
    return any(is_final(source.text, line.end) for line in lines if not line.is_blank)


def _begins_the_news(source: Source, line: Line) -> bool:
    """Whether it has a marker with a day, or with its writers in brackets."""
    found = find_marker(source, line)
    if found is None:
        return False
    marker, end = found
    return any(map(str.isdigit, marker)) or source.text[end : end + 1] in "(（【"


def _is_apart(lines: Sequence[Line], number: int) -> bool:
    """Whether empty lines stand round it: a paragraph that no column cut."""
    above, below = lines[max(0, number - 1)], lines[min(len(lines) - 1, number + 1)]
    return (number == 0 or above.is_blank) and (number == len(lines) - 1 or below.is_blank)


def _may_stand_above(source: Source, line: Line) -> bool:
    if NOTE.match(source.text, line.start, line.end):
        return True
    place, length = (source.text, line.start, line.end), line.end - line.start
    if IN_A_PICTURE.fullmatch(*place) or TAKEN.search(*place):
        return length <= LONGEST_SHOWN
    if DATE.search(*place):
        return False
    return length <= (LONGEST_SHOWN if IN_BRACKETS.fullmatch(*place) else LONGEST)
