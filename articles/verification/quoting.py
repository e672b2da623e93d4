"""Whether a place in a text lies in a quotation, or in the title of a work."""

import re

# What a correction says before the wrong words, and after them.
WRONG_BEFORE = re.compile("[误错][写刊印作排登录]?[成为作][^“”，。；]{0,10}$|[写刊印]成$")
RIGHT_AFTER = re.compile("(?:一?[词字处名])?(?:应[为是作系][：:]?“|[误错]|[写刊印]成|更正为|改为)")
# 误将“…”写成: both sides are needed, as somebody may also 错把“…”当朋友.
TAKEN_BEFORE = re.compile("[误错][将把][^“”，。；]{0,10}$")
TAKEN_AFTER = re.compile("[^“”，。；]{0,8}?(?:[写刊印排登录][成为作]|[误错]作|(?<!当)作[：:]?“)")


def is_quoted(text: str, place: int) -> bool:
    return _is_open(text, place, "“", "”") or text.count('"', 0, place) % 2 == 1


def is_within_title(text: str, place: int) -> bool:
    """Between 《 and 》."""
    return _is_open(text, place, "《", "》")


def is_told_as_wrong(text: str, place: int) -> bool:
    """In a quotation that a correction quotes: “甲局长”应为“乙局长”, 误将“甲”写成“乙”."""
    opening, closing = text.rfind("“", 0, place), text.find("”", place)
    if not is_quoted(text, place) or opening < 0 or closing < 0:
        return False
    before, after = text[:opening], text[closing + 1 :]
    if TAKEN_BEFORE.search(before) and TAKEN_AFTER.match(after):
        return True
    return WRONG_BEFORE.search(before) is not None or RIGHT_AFTER.match(after) is not None


def _is_open(text: str, place: int, opening: str, closing: str) -> bool:
    return text.count(opening, 0, place) > text.count(closing, 0, place)
