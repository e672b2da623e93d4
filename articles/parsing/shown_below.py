"""Tell what the picture of a story's writer shows from the text: 村民在收麦。

文/图 or 摄影报道 says that whoever wrote the story took its picture too.
"""

import re
from collections.abc import Sequence

import rjieba

from .byline_lines import is_byline
from .caption_credits import is_credit_alone
from .endings import is_final
from .layout import DATED_CLAUSE
from .lexicon.bylines import CALLED_IN_PICTURES
from .lexicon.titles import TITLES
from .lexicon.wordlist import any_of, words
from .markers import find_marker
from .source import Line, Source

BY_THE_WRITER = re.compile("文[/／]?图(?!书)|图[/／]?文(?!并茂)|摄影报道")
GIVING = "供图"
PICTURES_TAKEN = re.compile(f"{BY_THE_WRITER.pattern}|摄|{GIVING}")
WORD = r"[^①-⑩。！!？?；;：:，,、“”（）()\s]"
# Where somebody stands in the picture: 何青（左）.
STANDING = r"[(（][左右中前后]\w{0,3}[)）]"
# 采棉机手, 民警何青, 何青（左）和技术员罗川; 收割机, 大客车; and no 好日子正在一天天红火起来.
SHOWN_PERSON = (
    rf"(?:(?:{WORD}|{STANDING}){{2,16}}(?<=[们）)员工手警师者户民农众兵商客生童妇女人娘组队机])"
    rf"|{WORD}{{0,10}}{any_of(CALLED_IN_PICTURES)}\w{{2,3}})"
)
DEED = rf"(?:{WORD}|“\w{{1,6}}”|《\w{{1,8}}》){{2,24}}"
# No deed: 论坛在柳河镇举行, 老人住在巷子尽头.
DOING = "(?<![会礼赛式坛住坐站放落出])正?在|驾驶|操作|乘坐|[隔背抱牵驾]着"
# 将获救乘客护送上岸: what is brought somewhere, and no 将继续推进.
BROUGHT = (
    rf"[将把]{WORD}{{2,14}}?(?<!移)[送抱抬搬移装运转扶拉挂贴递摊铺码推]"
    rf"[上下进出到入回往给在至过成箱车]{WORD}{{0,12}}"
)
# 开镰仪式现场, and no 民警赶赴现场.
SCENE = rf"(?:(?![到赴往达]|离开){WORD}){{2,12}}现场"
SHOWN = re.compile(
    rf"(?:图为)?(?:{SHOWN_PERSON}(?:(?:(?!的){WORD}){{0,8}}?(?:{DOING}){DEED}|{BROUGHT})"
    rf"|{WORD}{{0,12}}{STANDING}(?:{WORD}|[·、]|“\w{{1,6}}”|《\w{{1,8}}》){{2,24}}"
    rf"|{SCENE})[。！!]?"
)
# 图为…, 何青（左）…, …现场.
SURELY_SHOWN = re.compile(rf"图为|.*(?:{STANDING}|现场[。！!]?$)")
# 石桥小学校长何青在操场上: what whoever holds an office does is news.
IN_OFFICE = re.compile(rf"{any_of(set(TITLES) - set(CALLED_IN_PICTURES))}\w{{2,3}}(?:正?在|[将把])")
# 五百人, 十年: a count is told and not shown; so is what the writer points at, 这些, and how things
# stand, 忙着。
TOLD = re.compile(
    "[我你他她它这那此其该]|[0-9一二三四五六七八九十百千万亿两]+(?:年(?!级)|[月日天元亩吨个名人户次倍多])|[得着]。?$"
)
# Words of these kinds tell when and how something is done, and that it is.
TELLING_TAGS = frozenset(words("t d ul"))
TELLING = frozenset(words("记者 说 是 要 想 能 可 可以 让 有 会 接受 全力 加紧 抓紧 积极"))
SHOWING = frozenset(words("正在 正 将 刚 刚刚 一起 一同 现场 自己 前来 赛后"))


def shows(text: str) -> bool:
    """Whether a text says what a picture shows, in one clause that tells no news."""
    if SHOWN.fullmatch(text) is None or TOLD.search(text):
        return False
    if IN_OFFICE.search(text) and not SURELY_SHOWN.match(text):
        return False
    (first, _), *words_after = found = rjieba.tag(text, False)
    # 何, 曾: a surname, and no other word.
    told = words_after if len(first) == 1 else found
    return not any(
        word in TELLING or (tag in TELLING_TAGS and word not in SHOWING) for word, tag in told
    )


def shown_by_the_writer(source: Source, lines: Sequence[Line]) -> dict[int, bool]:
    """Which lines say what pictures show, where whoever wrote the story took them too.

    They are the last of the text, or one stands above all of it. Who took several may also be
    told below the last of them: 何青 摄. The value says whether nobody need doubt it: one below
    stays where it was printed, and one above, which moves, tells by its words what it is.
    """
    printed = [number for number, line in enumerate(lines) if not line.is_blank]
    if not (printed and PICTURES_TAKEN.search(source.text, lines[0].start, lines[-1].end)):
        return {}
    texts = [number for number in printed if not is_byline(source, lines[number])]
    if not any(BY_THE_WRITER.search(source.text, one.start, one.end) for one in lines):
        return dict.fromkeys(_shown_before_a_credit(source, lines, printed, texts), True)
    shown = dict.fromkeys(_shown_below(source, lines, printed, texts), True)
    if _is_shown_above(source, lines, texts):
        shown[texts[0]] = SURELY_SHOWN.match(source.cut(lines[texts[0]])) is not None
    return shown


def _shown_below(
    source: Source, lines: Sequence[Line], printed: Sequence[int], texts: Sequence[int]
) -> tuple[int, ...]:
    """The last texts, each set off, below one that has ended or below a byline."""
    found: list[int] = []
    for number in reversed(texts[1:]):
        if not shows(source.cut(lines[number])):
            break
        found.append(number)
    if not found:
        return ()
    before = lines[printed[printed.index(found[-1]) - 1]]
    has_ended = is_final(source.text, before.end) or is_byline(source, before)
    is_set_off = all(_is_set_off(source, lines, printed, number) for number in found)
    return tuple(found) if has_ended and is_set_off else ()


def _is_set_off(source: Source, lines: Sequence[Line], printed: Sequence[int], number: int) -> bool:
    line, above = lines[number], lines[printed[printed.index(number) - 1]]
    return line.is_indented or source.text[above.end : line.start].count("\n") > 1


def _shown_before_a_credit(
    source: Source, lines: Sequence[Line], printed: Sequence[int], texts: Sequence[int]
) -> tuple[int, ...]:
    """Those above 何青 摄, where there are several, or above 县教育局供图."""
    last = lines[printed[-1]]
    is_given = source.text.endswith(GIVING, last.start, last.end) and is_byline(source, last)
    if not (is_given or is_credit_alone(source, last)):
        return ()
    found = _shown_below(source, lines, printed, texts)
    return found if is_given or len(found) > 1 else ()


def _is_shown_above(source: Source, lines: Sequence[Line], texts: Sequence[int]) -> bool:
    """Whether the first text does, and the next one begins the news: 9月1日，…, 本报讯."""
    if len(texts) < 2 or not shows(source.cut(lines[texts[0]])):
        return False
    below = lines[texts[1]]
    is_news = find_marker(source, below) or DATED_CLAUSE.match(source.text, below.start, below.end)
    return bool(is_news) and _is_set_off(source, lines, texts, texts[1])
