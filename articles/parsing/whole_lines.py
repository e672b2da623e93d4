"""Lines that are whole as they stand, though no mark ends them, and go on in no other.

A salutation, the signature and the date of a letter or a notice, a line of verse, a row of a table,
the head of a box.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from .after_names import HAN
from .endings import is_final
from .headline_lines import broken_word
from .hosts import ends_in_a_body
from .lexicon.bylines import ANSWERS
from .lexicon.datelines import CHINESE_DIGITS, CHINESE_TEN
from .lexicon.lines import (
    ADDRESSED,
    ADDRESSING,
    CONTACTS,
    FORMULAS,
    HEADS_IN_LETTERS,
    HEADS_OF_BOXES,
    RECIPIENTS,
    SENDING_ON,
    SIGNING,
    SIGNING_BEFORE_A_NAME,
)
from .lexicon.marks import NEVER_FIRST, SENTENCE_ENDS
from .listed_lines import decides, listed_lines
from .name_shapes import is_dictionary_word, is_name_shaped
from .surnames import surname_length

FULL_STOP = "。"
COLONS = "：:"
SENTENCE_MARKS = re.compile(r"[，,。；;：:！!？?…]")
SALUTATION = re.compile(
    rf"(?:(?:{'|'.join(ADDRESSING)})[^，,。；;]{{0,16}}|[^，,。；;]{{0,10}}(?:{'|'.join(ADDRESSED)}))[:：]"
)
RECIPIENTS_OF_A_NOTICE = re.compile(
    rf"各[^。！!？?；;：:“”]{{2,80}}(?:{'|'.join(RECIPIENTS)})[)）]?[:：]"
)
# 柳政发〔2024〕3号: by what number an office sends a paper out, and no 根据柳政发〔2024〕3号.
DOCUMENT_NUMBER = re.compile(
    rf"(?!.{{0,8}}(?:根据|按照|依据|依照|遵照|落实|执行|印发){HAN}{{2}}){HAN}{{1,12}}\s?[〔\[（(【]\d{{4}}[〕\]）)】]\s?第?\d{{1,5}}号"
)
NUMBER_MARK = "号"
NUMERAL = rf"[0-9{CHINESE_DIGITS}{CHINESE_TEN}○零]"
DATE_LINE = re.compile(
    rf"[(（]?{NUMERAL}{{4}}\s?年\s?{NUMERAL}{{1,3}}\s?月\s?{NUMERAL}{{1,3}}\s?日"
    r"(?:\s?[（(]?星期.[)）]?)?[)）]?"
)
DAY_LINE = re.compile(rf"{NUMERAL}{{1,3}}月{NUMERAL}{{1,3}}日")
# 3月4日8:00—18:00 幸福路, 石桥河河长何青，电话88316600: lines of a list, by how they begin or end.
DATED = re.compile(
    rf"{NUMERAL}{{1,3}}月{NUMERAL}{{1,3}}日(?:[至到](?:{NUMERAL}{{1,3}}月)?{NUMERAL}{{1,3}}日)?"
    r"(?:[（(]?(?:星期|周).[)）]?)?(?:全天|[上下]午)?(?:[\s：:—]|[0-9]{1,2}[：:时点])"
    r"[^。，,]{2,76}(?<![、；;：:！!？?…])"
)
WITH_A_NUMBER = re.compile(r"[^。]{2,68}[0-9－-]{7,12}")
BUILDS = ((DATED, 3), (WITH_A_NUMBER, 2))
SIGNED = re.compile(rf"\S{{0,12}}(?:{'|'.join(SIGNING)})(?:\s+\S{{2,4}})?")
SIGNATURE_OF_PERSON = re.compile(r"\S{2,14}\s+(?P<name>\S{2,4})")
SIGNATURE_IN_ONE = re.compile(
    rf"\S{{2,12}}(?:{'|'.join(SIGNING_BEFORE_A_NAME)})(?P<name>\S{{2,3}})"
)
SENT_ON = re.compile("|".join(SENDING_ON))
NOTHING = re.compile("[未不无没暂停]")
CELLS = re.compile(r"[\s|｜]+")
# 五元二角, 十一秒四
AMOUNT = rf"(?:[{CHINESE_DIGITS}{CHINESE_TEN}百千万两半]+[元角分秒米斤])+[{CHINESE_DIGITS}]?"
DIGIT = re.compile(f"[0-9]|{AMOUNT}")
FIGURES = re.compile(rf"[-+—–－]?[0-9][0-9.,]*[%‰]?|[—–－-]+|…|{AMOUNT}")
# 报名时间：3月1日至5日; what follows the colon holds no sentence.
LABEL = r"[^，,。；;：:！!？?“”]{1,12}+[：:]"
LABELLED = re.compile(rf"{LABEL}(?![“\"])[^。！!？?“”]{{1,40}}(?<![，,、；;])")
CONTACT = re.compile(rf"[^，,。；;：:]{{0,8}}(?:{'|'.join(CONTACTS)})[：:][^，,。；;：:]{{2,40}}")
FORMULA = re.compile(rf"特此(?:{'|'.join(FORMULAS)})[。.！!]?")
# 一、工作回顾, （一）加强领导, 1.登录平台.
NUMBERED = re.compile(
    rf"(?:[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}、|[（(][{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}[）)]"
    r"|[0-9]{1,2}[.．、](?![0-9]))[^，,。；;：:！!？?“”]{2,24}(?:[，,][^，,。；;：:！!？?“”]{2,16})?"
)
# The numeral of an item, whatever it says after it.
COUNTED = re.compile(
    rf"(?:[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}、|[（(][{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}[）)]"
    r"|[0-9]{1,2}[.．、](?![0-9])).{2,80}"
)
# ▲村民在清理水渠: below a picture or above it.
POINTING = re.compile(r"[▲▼△▽◀▶↑↓←→][^。！!？?]{2,60}(?<![，,、；;：:])")
# | 少年组 | 4月6日 |: a row of a table of Markdown, or the rule below its heading.
PIPED = re.compile(r"\|.*\|")
HEADS = re.compile(rf"[【\[]?(?:{'|'.join(HEADS_OF_BOXES)})[】\]]?")
# 【我们的节日·中秋】
COLUMN = re.compile("【[^【】。！!？?]{2,20}】")
# 【同期声】县文旅局局长 何青, above what is said.
SPOKEN = re.compile("【(?:同期声?|采访|解说|配音|旁白|字幕|口播|画外音|出镜)】[^。！!？?，,]{2,40}")
# 何青：守坝二十年, above 何青是柳河镇人。
HEAD_OF_A_PERSON = re.compile(
    rf"(?P<name>{HAN}{{2,4}})[：:][^。；;：:！!？?“”]{{4,32}}(?<![，,、])"
)
# 回音, 有关部门的答复
HEAD_IN_LETTER = re.compile(
    rf"{'|'.join(HEADS_IN_LETTERS)}|(?:编辑部|{HAN}{{1,6}}的)(?:{'|'.join(ANSWERS)})"
)
# 6:3 | 0: a column cut the minutes.
TIME_ACROSS = re.compile(r"(?<![0-9])[0-9]{1,2}[:：][0-9]\n[0-9](?![0-9])")
SET_OFF = re.compile("|".join(one.pattern for one in (POINTING, HEADS, COLUMN, SPOKEN, PIPED)))
LONGEST_SIGNATURE = 24
LONGEST_VERSE = 18
FEWEST_LINES_OF_VERSE = 4
FEWEST_ROWS = 2
LONGEST_ROW = 80
MOST_SIGNERS = 3


def is_document_number(text: str) -> bool:
    """Whether nothing but the number of an official paper stands in the line."""
    return text.endswith(NUMBER_MARK) and DOCUMENT_NUMBER.fullmatch(text) is not None


def heads_column(text: str) -> bool:
    """Whether it is but what a series of stories is called: 【我们的节日·中秋】."""
    return COLUMN.fullmatch(text) is not None


def whole_lines(texts: Sequence[str | None]) -> set[int]:
    """Which of the texts of a story are whole lines; None stands where no line can be one."""
    found = _whole_lines(texts)
    if not found:
        return found
    cut = {
        number
        for number, (text, below) in enumerate(pairwise(texts))
        if text and below and (_is_cut(text, below) or _begins_a_line(texts, number))
    }
    return found - cut - {number + 1 for number in cut}


def _is_cut(text: str, below: str) -> bool:
    return is_time_across(text, below) or below[0] in NEVER_FIRST


def _begins_a_line(texts: Sequence[str | None], number: int) -> bool:
    """Whether one character stands by itself, below a text that has come to its end."""
    above = texts[number - 1] if number else None
    return len(texts[number]) == 1 and (not above or is_final(above) or above[-1] in COLONS)


def is_time_across(before: str, after: str) -> bool:
    """Whether a time goes on in the text below: 6:3 | 0."""
    are_figures = before[-1:].isdigit() and after[:1].isdigit()
    return are_figures and TIME_ACROSS.search(f"{before[-5:]}\n{after[:2]}") is not None


def _whole_lines(texts: Sequence[str | None]) -> set[int]:
    # No row, salutation or the like ends so, and most texts do.
    unended = [None if text and text.endswith(FULL_STOP) else text for text in texts]
    rows = _rows(unended) | _built_alike(unended) | _set_off(unended)
    rows |= _labelled(texts) | _numbered(texts) | _document_numbers(texts)
    rows |= _heads_of_persons(texts)
    salutations = _salutations(unended)
    listed = listed_lines(texts) | salutations
    if salutations:
        listed |= _heads_in_letters(unended)
    if not any(text and len(text) <= LONGEST_SIGNATURE for text in texts):
        return rows | listed
    verse = set() if rows else _verse(texts)
    if verse and not decides(texts):
        return verse
    return rows | listed | _signatures(texts, is_letter=bool(salutations))


def is_salutation(text: str) -> bool:
    """Whether it is whom a letter, a speech or a notice begins with: 编辑同志：."""
    if len(text) <= LONGEST_SIGNATURE and SALUTATION.fullmatch(text):
        return True
    return RECIPIENTS_OF_A_NOTICE.fullmatch(text) is not None


def is_table_row(text: str) -> bool:
    """A label and figures: 第一产业增加值　21.5　4.1, 猪肉　五元二角."""
    if len(text) > LONGEST_ROW or not CELLS.search(text):
        return False
    return all(map(FIGURES.fullmatch, CELLS.split(text)[1:]))


def _is_wide_row(text: str, above: str | None = None) -> bool:
    """小麦 1.12　玉米 0.96, 柳河中学 男生562人 女生537人: every other cell holds a figure.

    Below other rows none needs to where it has as many as the last of them, or says that there is
    none: 石桥小学 未报名.
    """
    if len(text) > LONGEST_ROW or SENTENCE_MARKS.search(text) or not CELLS.search(text):
        return False
    cells = CELLS.split(text)
    if above is not None and (len(CELLS.split(above)) == len(cells) or NOTHING.match(cells[-1])):
        return True
    figures = sum(DIGIT.search(cell) is not None for cell in cells[1:])
    return len(cells) > 2 and figures * 2 >= len(cells) - 1


def is_signature(text: str) -> bool:
    """柳河小区 何青, 一名村民, 何青, 2023年4月4日."""
    if DATE_LINE.fullmatch(text):
        return True
    if not _may_sign(text):
        return False
    if SIGNED.fullmatch(text):
        return True
    person = SIGNATURE_OF_PERSON.fullmatch(text)
    name = person["name"] if person else text
    return bool(
        len(name) <= 4
        and surname_length(name)
        and is_name_shaped(name)
        and (person or not is_dictionary_word(name))
    )


def is_tail(text: str) -> bool:
    """What stands below a text and is of it: 咨询电话：88316600, 石桥村村民代表孙梅, 相关链接."""
    if any(one.fullmatch(text) for one in (CONTACT, LABELLED, HEADS)) or SENT_ON.search(text):
        return True
    person = SIGNATURE_IN_ONE.fullmatch(text)
    name = person["name"] if person else ""
    is_name = surname_length(name) and is_name_shaped(name) and not is_dictionary_word(name)
    return bool(is_name) or is_signature(text)


def divides_letter(text: str) -> bool:
    """Whether the line stands between a letter and what came of it."""
    return HEAD_IN_LETTER.fullmatch(text) is not None


def _salutations(texts: Sequence[str | None]) -> set[int]:
    return {number for number, text in enumerate(texts) if text and is_salutation(text)}


def _heads_in_letters(texts: Sequence[str | None]) -> set[int]:
    """What divides a letter from its answer."""
    return {number for number, text in enumerate(texts) if text and divides_letter(text)}


def _signatures(texts: Sequence[str | None], *, is_letter: bool) -> set[int]:
    """The lines of dates, those of the signers above them, and the signatures of letters."""
    found = _signature_of_a_body(texts)
    for number, text in enumerate(texts):
        if text is None or len(text) > LONGEST_SIGNATURE:
            continue
        if DATE_LINE.fullmatch(text):
            found |= {number, *_signers(texts, number)}
        elif is_letter and is_signature(text) and _stands_after_a_text(texts, number):
            found.add(number)
    return found


def _signature_of_a_body(texts: Sequence[str | None]) -> set[int]:
    """柳河供电公司, 本报编辑部 below all else, or above 3月2日: who gives the notice."""
    last = len(texts) - 1
    days = [last] if last > 1 and texts[last] and DAY_LINE.fullmatch(texts[last]) else []
    body = last - len(days)
    text = texts[body]
    is_body = _may_sign(text) and (ends_in_a_body(text) or SIGNED.fullmatch(text))
    return {body, *days} if body and is_body and _stands_after_a_text(texts, body) else set()


def _signers(texts: Sequence[str | None], date: int) -> set[int]:
    signers = set()
    for number in range(date - 1, max(-1, date - 1 - MOST_SIGNERS), -1):
        if not _may_sign(texts[number]):
            break
        signers.add(number)
    cut = {n for n in signers if n + 1 in signers and _is_cut_body(texts[n], texts[n + 1])}
    return signers - cut - {number + 1 for number in cut}


def _is_cut_body(text: str, below: str) -> bool:
    """Whether the name of one body stands on both lines: 柳河县自来水公 | 司."""
    if ends_in_a_body(text) or not ends_in_a_body(text + below):
        return False
    return len(below) == 1 or bool(broken_word(text, below))


def _may_sign(text: str | None) -> bool:
    return text is not None and len(text) <= LONGEST_SIGNATURE and not SENTENCE_MARKS.search(text)


def _stands_after_a_text(texts: Sequence[str | None], number: int) -> bool:
    """Or at the top of one, where a speaker is named."""
    if not number:
        return True
    before = texts[number - 1]
    return before is not None and (is_final(before) or _may_sign(before))


def _rows(texts: Sequence[str | None]) -> set[int]:
    """Rows below each other, and the headings of their columns above them."""
    found: set[int] = set()
    run: list[int] = []
    for number, text in enumerate([*texts, None]):
        above = texts[run[-1]] if len(run) >= FEWEST_ROWS else None
        if text and (is_table_row(text) or _is_wide_row(text, above)):
            run.append(number)
            continue
        if len(run) >= FEWEST_ROWS:
            found |= {*run, *_heading_of_table(texts, run[0])}
        run = []
    return found


def _labelled(texts: Sequence[str | None]) -> set[int]:
    """时间：3月24日 and 地点：人民广场 below each other; 咨询电话：88316600; 特此通告。"""
    found: set[int] = set()
    before = False
    for number, text in enumerate(texts):
        text = text if text and len(text) <= LONGEST_ROW else None
        is_labelled = text is not None and LABELLED.fullmatch(text) is not None
        if is_labelled and before:
            found |= {number - 1, number}
        if text and (FORMULA.fullmatch(text) or CONTACT.fullmatch(text)):
            found.add(number)
        before = is_labelled
    return found


def _numbered(texts: Sequence[str | None]) -> set[int]:
    """Short headings or items that are counted, 一、 and 二、, of which no mark ends any.

    A longer one right below two of them is an item too, unless its sentence goes on below it.
    """
    found = {number for number, text in enumerate(texts) if text and NUMBERED.fullmatch(text)}
    if len(found) < FEWEST_ROWS:
        return set()
    for number, text in enumerate(texts):
        if {number - 2, number - 1} <= found and text and COUNTED.fullmatch(text):
            below = texts[number + 1] if number + 1 < len(texts) else None
            goes_on = not is_final(text) and SENTENCE_MARKS.search(text)
            if not goes_on or (below and COUNTED.fullmatch(below)):
                found.add(number)
    return found


def _built_alike(texts: Sequence[str | None]) -> set[int]:
    """Lines below each other that begin with a day, or end with a telephone number."""
    found: set[int] = set()
    for build, fewest in BUILDS:
        run: list[int] = []
        for number, text in enumerate([*texts, None]):
            if text and build.fullmatch(text):
                run.append(number)
                continue
            if len(run) >= fewest:
                found |= {*run}
            run = []
    return found


def _set_off(texts: Sequence[str | None]) -> set[int]:
    """What points at a picture, heads of boxes and columns, rows of tables."""
    return {number for number, text in enumerate(texts) if text and SET_OFF.fullmatch(text)}


def _document_numbers(texts: Sequence[str | None]) -> set[int]:
    """The numbers of official papers, where no sentence above goes on in them."""
    return {
        number
        for number, (above, text) in enumerate(zip((FULL_STOP, *texts), texts, strict=False))
        if text and is_document_number(text) and above and above[-1] in SENTENCE_ENDS
    }


def _heads_of_persons(texts: Sequence[str | None]) -> set[int]:
    """What is told of somebody in a few words, right above a text that begins with the name."""
    heads = (HEAD_OF_A_PERSON.fullmatch(text) if text else None for text in texts)
    return {
        number
        for number, (head, below) in enumerate(zip(heads, texts[1:], strict=False))
        if head
        and below
        and below.startswith(head["name"])
        and below[len(head["name"]) :][:1] not in COLONS
    }


def _heading_of_table(texts: Sequence[str | None], first: int) -> set[int]:
    heading, row = texts[first - 1] if first else None, texts[first]
    is_heading = heading and not SENTENCE_MARKS.search(heading)
    return (
        {first - 1} if is_heading and len(CELLS.split(heading)) == len(CELLS.split(row)) else set()
    )


def _verse(texts: Sequence[str | None]) -> set[int]:
    """All lines, where all are short and half end without a mark that ends a sentence."""
    lines = [number for number, text in enumerate(texts) if text is not None]
    if len(lines) < FEWEST_LINES_OF_VERSE or any(len(texts[n]) > LONGEST_VERSE for n in lines):
        return set()
    unfinished = sum(not is_final(texts[number]) for number in lines)
    return set(lines) if unfinished * 2 >= len(lines) else set()
