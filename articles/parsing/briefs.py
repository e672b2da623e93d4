"""Find briefs that stand below each other: each a small headline, a text, a signature at its end.

So do sections of one article below their subheads, but for the signatures: where two sections or
more are signed, each signature ends a story.
"""

from collections.abc import Sequence

from .bylines import TEXT, take_closing_bylines
from .layout import is_byline
from .lexicon.lines import HEADS_IN_LETTERS
from .source import Line, Source
from .whole_lines import is_tail

FEWEST = 2
SHORTEST_HEADLINE = 6


def find_briefs(source: Source, lines: Sequence[Line], heads: Sequence[int]) -> set[int]:
    """Those of the `heads`, lines by their index that may be headlines, that each begin a brief.

    The first of them is the headline of the first story, and stays one. Two lines below one
    signature are two headlines, of a brief without a signature and of one with it; of more all
    but the first are subheads.
    """
    heads = [*heads[:1], *(head for head in heads[1:] if _is_headline(source, lines[head]))]
    if len(heads) < FEWEST:
        return set()
    ends = [*heads[1:], len(lines)]
    signed: list[bool] = []
    for head, end in zip(heads, ends, strict=True):
        is_signed = _is_signed(source, lines[head + 1 : end])
        signed.append(bool(is_signed))
        if is_signed is None or signed.count(False) > len(heads) - FEWEST:
            return set()
    found: set[int] = set()
    story: list[int] = []
    for head, is_signed in zip(heads, signed, strict=True):
        story.append(head)
        if is_signed:
            found |= set(story if len(story) == FEWEST else story[:1])
            story = []
    return {*found, *story[:1]} - {heads[0]}


def _is_headline(source: Source, line: Line) -> bool:
    """Not 记者调查 or 回音, which divide a letter."""
    text = source.cut(line).lstrip("# ")
    return len(text) >= SHORTEST_HEADLINE and text not in HEADS_IN_LETTERS and not is_tail(text)


def _is_signed(source: Source, section: Sequence[Line]) -> bool | None:
    """Whether a section ends with a byline of words; None where there is no text in it.

    A byline right below a headline signs none: its story goes on below it.
    """
    printed = [line for line in section if not line.is_blank]
    if all(is_byline(source, line) for line in printed):
        return None
    return closes_a_story(source, printed[-1])


def closes_a_story(source: Source, line: Line) -> bool:
    """Whether a line is a byline of words, or credits, or ends with one."""
    taken = take_closing_bylines(source, [line])
    return bool(taken.credits) or any(TEXT in one.contributions for one in taken.bylines)
