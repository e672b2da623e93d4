"""Read a correction as what is right: in “甲”应为“乙” nothing is told of what was wrong."""

import re

from .lexicon.titles import TITLES
from .lexicon.wordlist import any_of, has_any

QUOTED = "“[^“”]{1,60}”"
WRONG = re.compile(
    r"“(?P<wrong>[^“”]{1,60})”[，,]?(?:应为|应是|应更正为|更正为)“(?P<right>[^“”]{1,60})”"
)
# 县水利局局长应为甲。
UNQUOTED = re.compile(rf"(?P<title>{any_of(TITLES)})应[为是](?=[\u4e00-\u9fff]{{2,3}}[，,。；])")
# Without one of these in a text, the pattern need not be tried.
SHOULD_BE = ("应为", "应是")
LONGEST_NAME = 4
MISTAKEN = re.compile(
    rf"“(?P<right>[^“”]{{1,60}})”[，,]?误(?:为|作|写为|写成|写作|植为|排为|印为){QUOTED}"
)
# 将甲局局长乙的姓名误作丙，
CONFUSED = re.compile(
    rf"[将把](?P<right>[^，,。；;]{{2,40}}?)(?:的?(?:姓名|名字|职务|单位|身份))?[误错]"
    rf"(?:为|作|写|写为|写成|写作|植为|排为|印为|印成|排成)(?:{QUOTED}|[^，,。；;“”、]{{1,20}})(?=[，,。；;、])"
)

QUOTATION_MARK = re.compile("[“”]")
CONFUSION = re.compile("[误错]")


def as_corrected(text: str) -> str:
    """The text with what is right in place of what was wrong, and without their marks."""
    if "”应" in text or "更正为" in text:
        text = WRONG.sub(_whole, text)
    if has_any(text, SHOULD_BE):
        text = UNQUOTED.sub(r"\g<title>", text)
    if CONFUSION.search(text):
        text = MISTAKEN.sub(r"\g<right>", CONFUSED.sub(_right, text))
    return text


def _whole(match: re.Match[str]) -> str:
    """What is right, behind what both have: “局长罗穿”应为“罗川”."""
    wrong, right = match["wrong"], match["right"]
    replaced = wrong[-len(right) :]
    is_part = len(wrong) > len(right) and len(right) <= LONGEST_NAME
    if is_part and any(a == b for a, b in zip(replaced, right, strict=True)):
        return wrong[: -len(right)] + right
    return right


def _right(match: re.Match[str]) -> str:
    return QUOTATION_MARK.sub("", match["right"])
