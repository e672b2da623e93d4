"""Read a correction as what is right: in “甲”应为“乙” nothing is told of what was wrong."""

import re

QUOTED = "“[^“”]{1,60}”"
WRONG = re.compile(rf"{QUOTED}[，,]?(?:应为|应是|应更正为|更正为)“(?P<right>[^“”]{{1,60}})”")
MISTAKEN = re.compile(
    rf"“(?P<right>[^“”]{{1,60}})”[，,]?误(?:为|作|写为|写成|写作|植为|排为|印为){QUOTED}"
)


def as_corrected(text: str) -> str:
    """The text with what is right in place of what was wrong, and without their marks."""
    if "”应" in text or "更正为" in text:
        text = WRONG.sub(r"\g<right>", text)
    return MISTAKEN.sub(r"\g<right>", text) if "误" in text else text
