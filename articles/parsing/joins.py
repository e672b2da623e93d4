"""Decide whether a fragment goes on in the next one, by which rule, and how sure that is."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import rjieba

from .bare_headings import is_sooner_a_piece
from .blocks import (
    FIGURE,
    MARKS_OF_TEXT,
    SENTENCE_MARKS,
    SPEAKER,
    SUBHEAD_LENGTHS,
    TEXT_AFTER_SUBHEAD,
    Blocks,
    Fragment,
    is_cut_off,
    mark_of_item,
)
from .endings import COLONS, is_final, is_finished
from .full_stops import DOUBTED, goes_on
from .hosts import BODY_AT_END
from .lexicon.headlines import KICKER_ENDS
from .lexicon.lines import DECISIONS
from .lexicon.marks import CLAUSE_MARKS, MARK_FORMS, NEVER_FIRST
from .lexicon.persons import ROLES
from .lexicon.titles import TITLES
from .lexicon.wordlist import any_of
from .listed_lines import is_decision, is_head_of_decisions
from .markers import begins_with_marker
from .name_shapes import is_name_shaped
from .names_across import ends_in_somebody, is_name_across
from .title_parts import ends_in_title
from .unmatched import PAIRS, unmatched_marks
from .whole_lines import is_time_across
from .wording import gettext_noop

BEGINS_WITH_MARK = gettext_noop("the next fragment begins with a mark that begins no sentence")
STILL_OPEN = gettext_noop("a quotation or bracket is still open")
AFTER_COMMA = gettext_noop("the sentence goes on after a comma")
AFTER_COLON = gettext_noop("the sentence goes on after a colon")
IN_NUMBER = gettext_noop("a number goes on")
UNFINISHED = gettext_noop("the sentence is not finished")
SPEAKER_FOLLOWS = gettext_noop("who said it follows the quotation")
NO_BLANK = gettext_noop("a single line break, and empty lines divide the paragraphs of this story")
NO_INDENT = gettext_noop("no indent, and the paragraphs of this story have one")
DECIDED = gettext_noop("somebody decided so before the import")

NUMBER_ACROSS = re.compile(r"[0-9][.．]?\n[.．]?[0-9]")
FIGURES_BEFORE, FIGURES_AFTER = re.compile("[0-9.．,-]+$"), re.compile("[0-9.．,]+")
# 1,2003, 5551234.3,000
NO_NUMBER = re.compile(r",[0-9]{4}|\.[0-9]*,")
# Of seven figures without a mark it may go on.
TELEPHONE = re.compile(r"[0-9]{3,4}-(?:[0-9]{8}\.?|[0-9]{7}\.)")
DAY_OR_YEAR = re.compile("[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}年")
# 阅读 1023 | 4月9日: no month and no day has such a number.
NUMBER_AT_END = re.compile("[0-9]+$")
PART_OF_A_DATE = re.compile("(?P<number>[0-9]{1,2})(?P<unit>[月日])")
HIGHEST = {"月": 12, "日": 31}
BARE_FIGURE = re.compile(r"[0-9][0-9.,]*%?")
SPOKEN = re.compile(r"[^，,。“]{0,14}(?:说|道|表示|介绍|坦言|感慨|回忆|补充)[。，,]")
# “…。” | 村民何青说。
ATTRIBUTION = re.compile(r"[^，,。“：:]{2,20}(?:说|道|表示|介绍|坦言|感慨|回忆|补充)[。.]")
LONGEST_HEADING = 30
# 下午2时，随着… tells a text and heads none.
TIME_AT_START = re.compile(r"[^，,]{0,8}(?:[年月日时点分晚早]|[上下]午|以来|期间|后)[，,]")
# 镇中心小学 | 教师何青
HOLDER = re.compile(any_of((*ROLES, *TITLES)))
CLAUSE_COMMA = re.compile("[，,]")
TIME_AT_END = re.compile("[0-9][年月日时点分]$")
NEVER_FIRST_WORDS = frozenset("的了着过得地们")
# 到收工 | 时分，, 发布会 | 在县会堂举行: the words before it are missing there.
NEVER_FIRST_CLAUSE = re.compile(
    "时分|之际|后[，,]|[在于由](?![此这那])[^，,。]{2,20}(?:举行|召开|举办|开幕|闭幕|主持)[。，,]"
)
# Below this evidence, a short line may be a small heading: the text seldom goes on from one.
WEAK = 3.4
# Where the text below follows it so much better than it opens, a subhead may be a piece of it.
BETTER = 1.5
VERB, ADVERB = "v", "d"
# Where a text opens and follows the one before as seldom as this, the words that began it are lost.
TORN = -3.0
# How much of a text shows which word begins it.
CONTEXT = 8
SEMICOLONS = "；;"
# Each decision of a notice is a paragraph: 任命甲为局长；
PERSONNEL = rf"(?:决定)?{any_of(DECISIONS)}"
# What stands in a paragraph of its own after a colon: the first of a list.
OWN_AFTER_COLON = re.compile(
    r"[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．](?![0-9])|[①-⑳●■◆]|第?一[是、]"
    rf"|{PERSONNEL}"
)
# What a list is called before it: 事项公告如下：
LIST_FOLLOWS = re.compile(r"(?:如下|下列[^，,。]{0,6}|以下[^，,。]{0,6}|公示|公告|名单)[:：]$")
# （文中人物均为化名）, （未完待续）
NOTE = re.compile(r"[(（][^()（）]{1,40}[)）]")
OWN_PAIRS = ("“”", '""', "（）", "()")
QUOTATION = "“"
QUOTED = re.compile("“[^“”]*”")
# What somebody says and nothing else, though who said it may stand below: “…。”
LONE_QUOTATION = re.compile("“[^“”]+[。！？!?]”")
OWN_START = re.compile(
    rf"(?:[^，,。]{{0,4}}(?:会议?|论坛)(?:还|同时)?(?:{'|'.join(KICKER_ENDS)}|决定|研究|审议|通过|听取)"
    r"|据(?:了解|悉|统计|介绍|记者了解)[，,])"
)
OWN_END = re.compile(r"(?:参加|出席|列席|陪同)[^，,。“”]{0,10}[。.]$")
LONGEST_OWN_END = 13
OWN_AFTER_COMMA = re.compile(
    r"[一二三四五六七八九十][是、]|其[二三四五]|[（(]?[0-9一二三四五六七八九十]{1,3}[)）]|[②-⑳]"
    rf"|{PERSONNEL}"
)


@dataclass(slots=True, unsafe_hash=True)
class Decision:
    """`reason` is empty where the fragments are two paragraphs.

    `loses`: text may be missing between them. `is_unsure`: it may be the other way round.
    """

    reason: str = ""
    loses: bool = False
    is_unsure: bool = False

    @property
    def is_doubtful(self) -> bool:
        return self.loses or self.is_unsure

    def ruled(self, is_one: bool) -> "Decision":
        """What somebody decided instead. The doubt stays, for the record of who settled it."""
        if is_one == bool(self.reason):
            return self
        return replace(self, reason=DECIDED if is_one else "", loses=False, is_unsure=True)


# Two paragraphs, beyond doubt.
APART = Decision()


class Judge(Protocol):
    """The judgement of a fluency model: whether a text goes on, and opens as a sentence does.

    Below the threshold of evidence something may have been lost. What is `enough` evidence may be
    more than is told. It `repeats` what the story has elsewhere too.
    """

    threshold: float

    def evidence(self, before: str, after: str, enough: float) -> float: ...

    def opening(self, text: str) -> float: ...

    def repeats(self, text: str) -> bool: ...


@dataclass(slots=True)
class Paragraph:
    """The paragraph so far: its last fragment and the text of that, open marks, length, place.

    `number` counts the paragraphs of the story from 0; `head` is the text of its first fragment.
    """

    fragment: Fragment
    text: str
    open_marks: Sequence[str]
    length: int
    number: int
    head: str


def decide(
    before: Paragraph,
    next_fragment: Fragment,
    next_text: str,
    blocks: Blocks,
    judge: Judge,
) -> Decision:
    """What becomes of the break between a paragraph and the fragment after it."""
    text = before.text
    if before.fragment.stands_alone or next_fragment.stands_alone:
        is_subhead = before.fragment.is_subhead and not next_fragment.stands_alone
        return Decision(is_unsure=is_subhead and _follows_better(text, next_text, judge))
    is_whole = is_finished(text)
    if begins_with_marker(next_text):
        return Decision(is_unsure=not is_whole)
    if is_whole and NOTE.fullmatch(next_text):
        return APART
    if (is_whole or text[-1] in SEMICOLONS) and _are_items(text, next_text):
        return APART
    has_indent, after_blank = next_fragment.is_indented, next_fragment.after_blank
    is_set_in = has_indent and blocks.has_indents
    if is_set_in and text[-1] in COLONS + SEMICOLONS and next_text[0] not in NEVER_FIRST:
        return APART
    if text[-1] in SEMICOLONS and (is_decision(text) or is_decision(next_text)):
        return Decision(is_unsure=True)
    reason = _reason_within(text, next_text, before.open_marks, is_whole=is_whole)
    is_unsure = False
    if reason == IN_NUMBER and _are_two_numbers(text, next_text):
        return Decision(is_unsure=True)
    if reason:
        is_unsure = (
            reason == AFTER_COLON
            or (reason == IN_NUMBER and FIGURE.search(text) is not None)
            or is_time_across(text, next_text)
            or (reason == STILL_OPEN and is_whole)
            or (reason == AFTER_COMMA and _may_be_list(text, next_text))
            or is_set_in
        )
    elif blocks.has_indents and not has_indent:
        reason, is_unsure = NO_INDENT, after_blank
    elif blocks.has_blanks and not after_blank and not has_indent:
        reason = NO_BLANK
    if reason:
        is_indented_text = has_indent or not blocks.has_indents
        may_be_heading = (
            reason == UNFINISHED
            and is_indented_text
            and _may_be_heading(before, next_text, blocks.speakers)
        )
        enough = max(WEAK, judge.threshold) if may_be_heading else judge.threshold
        evidence = judge.evidence(text, next_text, enough)
        if evidence < enough and is_name_across(text, next_text):
            return Decision(reason, is_unsure=is_unsure)
        if may_be_heading and evidence < WEAK:
            return _at_heading(before, next_text, judge, loses=evidence < judge.threshold)
        return Decision(reason, evidence < judge.threshold, is_unsure)
    if blocks.has_indents or not _may_go_on(before, next_text, blocks, judge):
        return APART
    return Decision(is_unsure=True)


def _follows_better(text: str, next_text: str, judge: Judge) -> bool:
    enough = judge.opening(next_text) + BETTER
    return judge.evidence(text, next_text, enough) > enough


def _are_items(text: str, next_text: str) -> bool:
    """Two items of a list, counted alike: 一、人民路以北； | 二、柳河镇各村；."""
    mark = mark_of_item(text)
    return mark != "" and mark == mark_of_item(next_text)


def _are_two_numbers(text: str, next_text: str) -> bool:
    """A column of figures, or two that make a date that no calendar has: 1023 | 4月9日."""
    if BARE_FIGURE.fullmatch(text) and BARE_FIGURE.fullmatch(next_text):
        return True
    if _is_no_number(text, next_text):
        return True
    date = PART_OF_A_DATE.match(next_text)
    number = NUMBER_AT_END.search(text)
    if date is None or number is None:
        return False
    return int(number[0] + date["number"]) > HIGHEST[date["unit"]]


def _is_no_number(text: str, next_text: str) -> bool:
    """Whether the figures at the break make none together: 5551234. | 3,000户, 12345. | 3月5日."""
    before = FIGURES_BEFORE.search(text)[0].replace("．", ".")
    after = FIGURES_AFTER.match(next_text)[0].replace("．", ".")
    return (
        TELEPHONE.fullmatch(before) is not None
        or (before.endswith(".") and DAY_OR_YEAR.match(next_text) is not None)
        or NO_NUMBER.search(before + after) is not None
    )


def _may_be_list(text: str, next_text: str) -> bool:
    return text[-1] in SEMICOLONS or OWN_AFTER_COMMA.match(next_text) is not None


def _may_be_heading(before: Paragraph, next_text: str, speakers: Collection[str]) -> bool:
    """A line by itself, without a mark: 转折出现在2016年, 回音. After a title comes a name.

    No heading ends amid a word, nor before one of those that no text begins with, nor leaves a
    quotation open, nor is it what somebody says.
    """
    text = before.text
    if before.open_marks:
        return False
    # “拆、清、建、管”四管齐下: the marks are of what is quoted.
    has_marks = SENTENCE_MARKS.search(QUOTED.sub("", text)) is not None
    is_short = (
        before.length == len(text) <= LONGEST_HEADING
        and len(before.fragment.lines) == 1
        and not has_marks
    ) or (
        before.number > 0
        and before.length == len(text) < SUBHEAD_LENGTHS.stop
        and (not has_marks or _has_equal_halves(text))
    )
    if any(map(text.startswith, speakers)):
        return False
    if not is_short or (TIME_AT_END.search(text) and next_text[0].isdigit()):
        return False
    return not (
        next_text[0] in NEVER_FIRST_WORDS
        or NEVER_FIRST_CLAUSE.match(next_text)
        or TIME_AT_START.match(text)
        or ends_in_title(text)
        or is_cut_off(text, next_text)
        or _does(text, next_text)
        or (BODY_AT_END.search(text) and HOLDER.match(next_text))
    )


def _has_equal_halves(text: str) -> bool:
    """抓项目，强支撑: a heading of two clauses that are built alike, and no beginning of a text."""
    one, *others = CLAUSE_COMMA.split(text)
    return len(others) == 1 and len(one) == len(others[0]) and not MARKS_OF_TEXT.search(text)


def _does(text: str, next_text: str) -> bool:
    """Whether a name stands before what its bearer does: 何青 | 走进堂屋, 老党员何青 | 最担心."""
    if not (is_name_shaped(text) or ends_in_somebody(text)):
        return False
    tags = [tag for _, tag in rjieba.tag(next_text[:CONTEXT], False)]
    return tags[0] == VERB or tags[:2] == [ADVERB, VERB]


def _at_heading(before: Paragraph, next_text: str, judge: Judge, *, loses: bool) -> Decision:
    """Amid a story it may be a heading sooner than a piece of a paragraph; neither is sure."""
    is_above_text = len(next_text) >= TEXT_AFTER_SUBHEAD * before.length and is_final(next_text)
    is_heading = before.number and is_above_text
    if is_heading:
        opening = judge.opening(next_text)
        if not is_sooner_a_piece(before.text, next_text, opening, judge.repeats):
            return Decision(is_unsure=True)
    return Decision(UNFINISHED, loses, is_unsure=True)


def _reason_within(text: str, next_text: str, open_marks: Sequence[str], *, is_whole: bool) -> str:
    """The rule by which a sentence goes on; empty when it has come to its end."""
    if next_text[0] in NEVER_FIRST:
        return BEGINS_WITH_MARK
    if open_marks:
        closers, _ = unmatched_marks(next_text)
        is_closed = closers and closers[0] == PAIRS[open_marks[-1]]
        if is_closed or text[-1].translate(MARK_FORMS) in PAIRS:
            return STILL_OPEN
    if is_whole:
        is_answered = text[-1] in "”』」" and ATTRIBUTION.match(next_text)
        return SPEAKER_FOLLOWS if is_answered else ""
    if text[-1] in COLONS:
        is_own = LIST_FOLLOWS.search(text) or OWN_AFTER_COLON.match(next_text)
        is_own = is_own or is_head_of_decisions(text)
        return "" if is_own else AFTER_COLON
    if text[-1] in CLAUSE_MARKS:
        is_item = OWN_AFTER_COMMA.match(text) and OWN_AFTER_COMMA.match(next_text)
        return "" if is_item and text[-1] in SEMICOLONS else AFTER_COMMA
    return IN_NUMBER if NUMBER_ACROSS.search(f"{text[-2:]}\n{next_text[:2]}") else UNFINISHED


def is_own(text: str) -> bool:
    """A paragraph of its own, however short, and so is what stands before and after it.

    What somebody says, a turn of an interview, what a meeting demanded, who else was there, a note.
    """
    if text[0] + text[-1] in OWN_PAIRS:
        return True
    end = text[-LONGEST_OWN_END:]
    return bool(SPEAKER.match(text) or OWN_START.match(text) or OWN_END.search(end))


def _may_go_on(before: Paragraph, next_text: str, blocks: Blocks, judge: Judge) -> bool:
    """Whether there is evidence that a paragraph goes on after its full stop."""
    text = before.text
    if before.fragment.is_full:
        return True
    if text[-1] in "”』」" and SPOKEN.match(next_text):
        return True
    is_lone_quotation = before.length == len(text) and LONE_QUOTATION.fullmatch(text)
    if is_lone_quotation and not next_text.startswith(QUOTATION):
        return True
    if _may_be_of_answer(before, next_text, blocks):
        return True
    opening = judge.opening(next_text)
    if opening < TORN and judge.evidence(text, next_text, TORN) < TORN:
        return True
    # A text opens as paragraphs do, or as they seldom do: nothing speaks more for its going on.
    if goes_on(text, before.length, next_text, 0.0, blocks.middle_length) <= DOUBTED:
        return False
    is_quoted_on = QUOTATION in before.open_marks and next_text.startswith(QUOTATION)
    if text[-1] in COLONS or is_quoted_on or is_own(text) or is_own(next_text):
        return False
    if OWN_AFTER_COMMA.match(next_text):
        return False
    return goes_on(text, before.length, next_text, opening, blocks.middle_length) > DOUBTED


def _may_be_of_answer(before: Paragraph, next_text: str, blocks: Blocks) -> bool:
    """Whether no speaker begins a text below an answer, in an interview where they begin most."""
    speakers = tuple(blocks.speakers)
    if not before.head.startswith(speakers) or next_text.startswith(speakers):
        return False
    texts = sum(one is not None and not one.stands_alone for one in blocks.fragments)
    return sum(blocks.speakers.values()) * 2 > texts
