"""Judge the lines round the headings of a page: what begins a story, what is its kicker or deck."""

import re
from itertools import islice

from .byline_lines import is_name_alone, read_byline
from .endings import is_final
from .heading_marks import heading_mark, low_mark
from .headline_lines import SHORTEST_KICKER, is_kicker_end
from .layout import (
    LONGEST_HEADLINE,
    is_byline,
    is_deck_line,
    is_headline_like,
    is_running_head,
)
from .markers import find_marker
from .source import Line, Source
from .whole_lines import NUMERAL, is_signature, is_tail

# 3月24日 星期日, 春耕专版, 民生新闻: above the stories of a page; 图片新闻 is above a picture.
LABEL_OF_PAGE = re.compile(
    rf"{NUMERAL}{{1,3}}月{NUMERAL}{{1,3}}日(?:\s*[（(]?星期.[)）]?)?"
    r"|.*(?:专版|专刊|副刊|要闻|综合|广告|(?<!图片)(?<!图文)新闻)"
)
SHORTEST_COLUMN = 4
TEXT_ROLES = ("", "body")
SHORTEST_TEXT = 30
FULL_STOP = "。"
# Lines of decks, or of words below pictures, that stand between a headline and its text.
MOST_DECKS = 4


def is_marked(source: Source, line: Line) -> bool:
    """Whether 本报讯 or another marker begins the line."""
    return find_marker(source, line) is not None


def is_above_marker(source: Source, lines: list[Line], number: int) -> bool:
    """Whether the next printed line begins with a marker."""
    below = _first_printed(lines, range(number + 1, len(lines)))
    return below is not None and below.role in TEXT_ROLES and is_marked(source, below)


def heads_marked_text(source: Source, lines: list[Line], number: int) -> bool:
    """Whether 本报讯 begins below a short line that stands by itself after a text that has ended.

    So the items of one article stand below each other: each is a story.
    """
    line = lines[number]
    if line.end - line.start > LONGEST_HEADLINE:
        return False
    printed = [one for one in lines[max(0, number - 3) : number] if not one.is_blank]
    below = _first_printed(lines, range(number + 1, len(lines)))
    if not printed or below is None or not is_marked(source, below):
        return False
    return _has_ended(source, printed[-1]) and is_headline_like(source, line.with_role(""))


def may_head_a_brief(source: Source, lines: list[Line], number: int) -> bool:
    """Whether a short line, at most a subhead, stands between a text that has ended and another."""
    line = lines[number]
    mark = low_mark(source, line)
    is_long = line.end - line.start > LONGEST_HEADLINE
    if (is_long and not mark) or heading_mark(source, line):
        return False
    low = source.line(line.start + len(mark), line.end)
    if low.end - low.start > LONGEST_HEADLINE:
        return False
    above = _first_printed(lines, range(number - 1, -1, -1))
    below = _first_printed(lines, range(number + 1, len(lines)))
    if above is None or below is None or FULL_STOP not in source.cut(below):
        return False
    return is_headline_like(source, low) and _has_ended(source, above)


def _first_printed(lines: list[Line], numbers: range) -> Line | None:
    return next((lines[number] for number in numbers if not lines[number].is_blank), None)


def _has_ended(source: Source, line: Line) -> bool:
    return is_final(source.text, line.end) or is_byline(source, line)


def kicker_above(source: Source, lines: list[Line], number: int) -> int:
    """Where the kicker stands that is set off from the text above it; else `number`.

    It is a line without a mark, or of a lower level, right above: 要闻 there is the name of a
    section, 2024年3月9日 the day of the page. One that ends as kickers do, 何青调研时强调, may have
    an empty line below it.
    """
    place = number - 1
    if place > 0 and lines[place].is_blank and is_kicker_end(source.cut(lines[place - 1])):
        place -= 1
    if place < 0 or (place > 0 and not lines[place - 1].is_blank):
        return number
    line = lines[place]
    text = source.cut(line)
    if line.is_blank or is_running_head(text):
        return number
    is_long = len(text) >= SHORTEST_KICKER
    is_kicker = low_mark(source, line) or (is_long and _may_be_kicker(source, line))
    return place if is_kicker else number


def kicker_of_only_story(source: Source, lines: list[Line], number: int) -> int:
    """Where the line begins that alone stands above the only headline: 读者来信; else `number`.

    Above several stories it might name the page.
    """
    above = [one for one, line in enumerate(lines[:number]) if not line.is_blank]
    if len(above) != 1:
        return number
    line = lines[above[0]]
    is_kicker = len(source.cut(line)) >= SHORTEST_COLUMN and _may_be_kicker(source, line)
    return above[0] if is_kicker else number


def _may_be_kicker(source: Source, line: Line) -> bool:
    text = source.cut(line)
    is_label = is_running_head(text) or is_signature(text) or LABEL_OF_PAGE.fullmatch(text)
    return not is_label and is_headline_like(source, line)


def is_of_text_above(source: Source, lines: list[Line], number: int) -> bool:
    """Whether a line ends the story above it: the text there goes on, or the line is its tail."""
    line = lines[number]
    above = next((one for one in reversed(lines[:number]) if not one.is_blank), None)
    if is_tail(source.text[line.start + len(low_mark(source, line)) : line.end].strip()):
        return True
    if above is None or heading_mark(source, above):
        return False
    return not _has_ended(source, above)


def _leads_to_a_marker(source: Source, lines: list[Line], marks: list[str], number: int) -> bool:
    """Whether 本报讯 begins the line, or one close below it with short lines between."""
    printed = (one for one in range(number, len(lines)) if not lines[one].is_blank)
    for below in islice(printed, MOST_DECKS):
        if is_marked(source, lines[below]):
            return True
        if marks[below] or not is_headline_like(source, lines[below]):
            return False
    return False


def _signs_the_text(source: Source, lines: list[Line], number: int) -> bool:
    """Whether two names or more stand in the line, and a text begins below it: 何青 沈云顺."""
    line = lines[number]
    below = _first_printed(lines, range(number + 1, len(lines)))
    if below is None or below.end - below.start < SHORTEST_TEXT or not is_name_alone(source, line):
        return False
    return len(read_byline(source, line.with_role("byline"))) > 1


def belongs_to_headline(source: Source, lines: list[Line], marks: list[str], number: int) -> bool:
    """A ——deck, or a short line below a heading that is set off from the text.

    So is one, or a lower heading, above a byline, and above 本报讯 with few such lines between.
    """
    line = lines[number]
    if marks[number] or line.is_blank:
        return False
    if is_deck_line(source, line):
        return True
    if is_name_alone(source, line):
        return False
    is_low = bool(low_mark(source, line))
    if not (is_low or is_headline_like(source, line)):
        return False
    rest = range(number + 1, len(lines))
    below = next((one for one in rest if not lines[one].is_blank), None)
    if below is None or marks[below]:
        return False
    is_signed = is_byline(source, lines[below]) or _signs_the_text(source, lines, below)
    if is_signed or _leads_to_a_marker(source, lines, marks, below):
        return True
    if is_low:
        return False
    if lines[number - 1].is_blank:
        return False
    return lines[number + 1].is_blank or belongs_to_headline(source, lines, marks, number + 1)
