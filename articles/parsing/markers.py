"""Take the marker, 本报讯 or 本报3月24日讯, off the first line of a story."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .days import DIGIT, NUMBER_OF_MONTH, NUMERAL
from .facts import Edit
from .lexicon.datelines import (
    DATELINE_AGENCIES,
    DATELINE_HOUSES,
    DATELINE_MARKERS,
    DATELINE_SENDERS,
    NEWS_WORDS,
    RELATIVE_DAYS,
    WRITERS,
)
from .lexicon.names import SURNAMES
from .lexicon.wordlist import any_of
from .source import CUT, Line, Source
from .wording import gettext_noop

MARKER_TAKEN = gettext_noop("dateline marker")

# Another house before it: 青山网—柳河报讯, 柳河新闻社/青山时报3月24日讯, 青山日报 - 柳河之窗讯.
BESIDE = r"(?:[\u4e00-\u9fff]{2,10}[ \u3000]?[/／·－—-]{1,2}[ \u3000]?)"
SENDER = (
    rf"(?:(?:{'|'.join(DATELINE_SENDERS)}"
    rf"|{BESIDE}?[\u4e00-\u9fff]{{1,8}}?(?:{'|'.join(DATELINE_HOUSES)}))"
    r"[\u4e00-\u9fff〇0-9· \u3000]{0,16}?)"
)
# 石桥讯: a place, and not 通讯 or 喜讯.
OF_A_PLACE = rf"[\u4e00-\u9fff]{{1,5}}(?<![{NEWS_WORDS}])讯(?=[ \u3000])"
# 青石新闻网石桥讯
PLACE_SENT_FROM = rf"(?:[\u4e00-\u9fff]{{2,4}}(?<![{NEWS_WORDS}]))"
# 融媒讯（记者 …）: whatever the house is called, its writer follows.
BYLINE_FOLLOWS = rf"[ \u3000]?[(（【][^()（）【】]{{0,12}}?{any_of(WRITERS)}"
# 云上青山报道：（记者 何青）, and no 最新消息报道：（记者注意到，…）
BYLINE_WITH_A_NAME = rf"{BYLINE_FOLLOWS}[ \u3000:：]*[\u4e00-\u9fff]{{2,4}}[ \u3000、)）]"
# 青石网消息 “…”, but no 官网消息; 【石网】（通讯员 …）
OF_A_SITE = (
    rf"[\u4e00-\u9fff]{{1,8}}?(?<!官)(?<!互联)网消息(?=[\s(（])"
    rf"|(?<=[【\[])[\u4e00-\u9fff]{{1,8}}?(?:{'|'.join(DATELINE_HOUSES)})(?=[】\]]{BYLINE_FOLLOWS})"
)
# 柳河讯（何青　沈云顺）: no sentence goes on behind the brackets.
NAMES_FOLLOW = (
    rf"[ \u3000]?[(（](?=[{''.join(sorted(SURNAMES))}])[\u4e00-\u9fff]{{2,3}}"
    rf"(?:[ \u3000、]+[\u4e00-\u9fff]{{2,4}}){{0,4}}(?:报道)?[)）](?![，、。；：报])"
)
REPORT_OF_A_HOUSE = rf"(?!据)[\u4e00-\u9fff]{{2,8}}报道(?=[:：]?{BYLINE_WITH_A_NAME})"
# 本报讯 7月8日 昨天, 本报讯 7月8日（记者 …）: on what day it was sent, for its lead tells its own.
DAY_SENT = (
    rf"[ \u3000]+{NUMBER_OF_MONTH}月{NUMERAL}日"
    rf"(?={BYLINE_FOLLOWS}|[ \u3000]+(?:{any_of(RELATIVE_DAYS)}|(?:本[报報])?{any_of(WRITERS)}))"
)
MARKER = re.compile(
    rf"[【\[〔(（■●◆]?\s?(?P<marker>(?:{'|'.join(DATELINE_MARKERS)})(?:{DAY_SENT})?"
    rf"|{SENDER}[(（]?(?:{DIGIT}{{4}}年)?{NUMBER_OF_MONTH}月{NUMERAL}日[)）]?(?:[上下中]午|晚)?\s?"
    rf"(?:专?电|{PLACE_SENT_FROM}?讯|消息)"
    rf"|{BESIDE}?[\u4e00-\u9fff]{{1,8}}?(?:{'|'.join(DATELINE_HOUSES)})"
    rf"(?:{NUMERAL}日)?{PLACE_SENT_FROM}?讯"
    rf"(?=[\s(（【:：】\]〕]|{any_of(WRITERS)})"
    rf"|(?:{'|'.join(DATELINE_SENDERS)})[\u4e00-\u9fff]{{1,6}}讯(?=[\s(（])"
    rf"|(?:据|综合)?(?:{'|'.join(DATELINE_AGENCIES)})(?:专?电|消息|讯)(?=[\s(（:：】\]〕])"
    rf"|{OF_A_PLACE}|{OF_A_SITE}"
    rf"|[\u4e00-\u9fff]{{2,6}}[ \u3000]?{NUMBER_OF_MONTH}月{NUMERAL}日[讯电](?=[\s(（])"
    rf"|(?:{BESIDE}?[\u4e00-\u9fff]{{2,12}}[ \u3000]?{NUMBER_OF_MONTH}月{NUMERAL}日[讯电]"
    # 青石网（通讯员 何青）昨日, 青石网-青石日报7月8日报道（记者 何青）, 青石消息（何青）：
    rf"|(?!根?据){BESIDE}?[\u4e00-\u9fff]{{1,6}}(?:{'|'.join(DATELINE_HOUSES)})"
    rf"(?:[\u4e00-\u9fff]{{0,4}}{NUMBER_OF_MONTH}月{NUMERAL}日(?:报道)?)?)"
    rf"(?={BYLINE_WITH_A_NAME})"
    rf"|[\u4e00-\u9fff]{{2,10}}消息"
    rf"(?=[(（][{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{1,2}}[)）](?![，、。；])|{BYLINE_WITH_A_NAME})"
    rf"|{BESIDE}?[\u4e00-\u9fff]{{0,10}}(?:[(（][\u4e00-\u9fff]{{2,8}}[)）])?讯"
    rf"(?={BYLINE_FOLLOWS}|(?<![{NEWS_WORDS}]讯){NAMES_FOLLOW})|{REPORT_OF_A_HOUSE}"
    rf"|{NUMBER_OF_MONTH}月{NUMERAL}日讯(?={BYLINE_FOLLOWS}|[ \u3000]*{any_of(WRITERS)}))"
    r"[】\]〕)）]?[\s:：]*"
)
# Each marker has one of these among so many characters: 讯 itself, or of what its house is called.
SIGN, BEFORE_SIGN = re.compile("[讯訊电社网报報台端融闻布刊线息]"), 16
# How a marker begins that a column may cut.
SENT = re.compile(
    rf"[【\[〔]?(?:据|{'|'.join((*DATELINE_SENDERS, *DATELINE_AGENCIES))}|[\u4e00-\u9fff]$|新华$)"
)
LONGEST_MARKER = 24


def find_marker(source: Source, line: Line) -> tuple[str, int] | None:
    """The marker that the line begins with, and where it ends; a column may have cut it."""
    if match := _marker_at(source.text, line.start, line.end):
        return CUT.sub("", match["marker"]), match.end()
    cut = source.cut_in(line.start, min(line.end, line.start + LONGEST_MARKER))
    if cut is None:
        return None
    first = cut.start() - line.start
    bridged = source.text[line.start : cut.start()] + source.text[cut.end() : line.end]
    match = MARKER.match(bridged)
    if match is None or match.end() <= first:
        return None
    return match["marker"], cut.end() + match.end() - first


def begins_with_marker(text: str) -> bool:
    """Whether a whole marker begins the text."""
    return _marker_at(text, 0, len(text)) is not None


def _marker_at(text: str, start: int, end: int) -> re.Match[str] | None:
    if SIGN.search(text, start, min(end, start + BEFORE_SIGN)) is None:
        return None
    return MARKER.match(text, start, end)


def mend_cut_markers(source: Source, lines: Sequence[Line]) -> list[Line]:
    """The lines, with a marker that a column cut in two in one of them: 本报3|月24日讯."""
    mended = list(lines)
    printed = [number for number, line in enumerate(lines) if not line.is_blank]
    for number, after in pairwise(printed):
        line, following = lines[number], lines[after]
        if line.end - line.start > LONGEST_MARKER or not SENT.match(
            source.text, line.start, line.end
        ):
            continue
        whole = replace(following, start=line.start, is_indented=line.is_indented)
        found = find_marker(source, whole)
        if found and found[1] > following.start and not _has_marker(source, following):
            mended[number] = Line(line.start, line.start)
            mended[after] = whole
    return mended


def _has_marker(source: Source, line: Line) -> bool:
    """Whether a whole marker begins the line, and not the rest of one: 报讯 of 本|报讯."""
    marker, _ = find_marker(source, line) or ("", 0)
    return marker in DATELINE_MARKERS or (len(marker) > 1 and SENT.match(marker) is not None)


def take_marker(
    source: Source, lines: Sequence[Line]
) -> tuple[str, tuple[Line, ...], tuple[Edit, ...]]:
    """The marker at the beginning of the first line, the lines without it, and the edit."""
    left = list(lines)
    for number, line in enumerate(left):
        if line.is_blank:
            continue
        found = find_marker(source, line)
        if found is None:
            break
        marker, end = found
        taken = source.line(line.start, end)
        left[number] = line.with_ends(source.line(end, line.end).start, line.end)
        return marker, tuple(left), (source.edit(MARKER_TAKEN, taken.start, taken.end),)
    return "", tuple(left), ()
