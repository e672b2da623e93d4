"""Read a correction as what is right: in “甲”应为“乙” nothing is told of what was wrong."""

import re

QUOTED = "“[^“”]{1,60}”"
WRONG = re.compile(
    r"“(?P<wrong>[^“”]{1,60})”[，,]?(?:应为|应是|应更正为|更正为)“(?P<right>[^“”]{1,60})”"
)
MISTAKEN = re.compile(
    rf"“(?P<right>[^“”]{{1,60}})”[，,]?误(?:为|作|写为|写成|写作|植为|排为|印为){QUOTED}"
)
# 将甲局局长乙的姓名误作丙，
CONFUSED = re.compile(
    rf"[将把](?P<right>[^，,。；;]{{2,40}}?)(?:的?(?:姓名|名字|职务|单位|身份))?[误错]"
    rf"(?:为|作|写|写为|写成|写作|植为|排为|印为|印成|排成)(?:{QUOTED}|[^，,。；;“”、]{{1,20}})(?=[，,。；;、])"
)

# From so many characters on, what is right is more than a name.
LONGEST_NAME = 4
CONFUSION = re.compile("[误错]")


def as_corrected(text: str) -> str:
    """The text with what is right in place of what was wrong, and without their marks."""
    if "”应" in text or "更正为" in text:
        text = WRONG.sub(_whole, text)
    if CONFUSION.search(text):
        text = MISTAKEN.sub(r"\g<right>", CONFUSED.sub(_right, text))
    return text


def _whole(match: re.Match[str]) -> str:
    """What is right, with the words before it that were: 局长何卿, 何青 give 局长何青."""
    wrong, right = match["wrong"], match["right"]
    if not len(right) <= LONGEST_NAME or len(right) >= len(wrong):
        return right
    end = wrong[-len(right) :]
    is_alike = any(one == other for one, other in zip(end, right, strict=True))
    return wrong[: -len(right)] + right if is_alike else right


def _right(match: re.Match[str]) -> str:
    return match["right"].strip("“”")
