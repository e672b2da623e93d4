"""Tell from the lines round a byline whether a text runs through its words: it is then none.

记者何青 at the end of a print line may go on in the next one, 曾在三年前报道此事; and a line of
those words may end a sentence that began above it.
"""

import re

from .endings import is_final
from .lexicon.marks import CLAUSE_MARKS, NEVER_FIRST
from .source import Line, Source

# What stands between the words of a byline, and seldom within a sentence.
SET_WIDE = re.compile(r"[\s/／|｜丨:：](?<![:：](?!.))|(?<=\d)[-.](?=\d)")
GOES_ON = CLAUSE_MARKS + "、：:"
# No text begins with these, which end a word or follow one.
ENDINGS = "的了着们"
# How many characters shorter than the print line below is a line that stands by itself.
RAGGED = 3


def is_set_wide(source: Source, piece: Line) -> bool:
    """记者 何青, 文/何青: as bylines are set, and no sentence."""
    return SET_WIDE.search(source.text, piece.start, piece.end) is not None


def goes_on_from(source: Source, above: Line, line: Line) -> bool:
    """Whether the text of the line directly above has not come to its end."""
    return not above.is_blank and not line.is_indented and not is_final(source.text, above.end)


def is_cut_below(source: Source, piece: Line, below: Line) -> bool:
    """Whether a mark says that the piece goes on in the line below it: 记者何青、 or ，男."""
    return (
        source.text[below.start] in NEVER_FIRST + ENDINGS or source.text[piece.end - 1] in GOES_ON
    )


def is_short_above(source: Source, piece: Line, below: Line) -> bool:
    """Whether a line above a text is too short for one of its print lines."""
    is_short = piece.end - piece.start + RAGGED < below.end - below.start
    return is_short and may_begin(source, below)


def may_begin(source: Source, line: Line) -> bool:
    """Whether a text may begin with the line: not with the end of a word or a clause."""
    return source.text[line.start] not in ENDINGS + "过得地"
