"""Find quotation marks and brackets without a partner."""

import re

from .lexicon.datelines import CHINESE_DIGITS, CHINESE_TEN
from .lexicon.marks import MARK_FORMS, MARK_PAIRS

PAIRS = {**MARK_PAIRS, "‘": "’", "〔": "〕", "［": "］", "｛": "｝"}
OPENERS = {closer: opener for opener, closer in PAIRS.items()}
MARKS = re.compile(f"[（）{re.escape(''.join(PAIRS) + ''.join(OPENERS))}]")
# 1) and （二） count a list; ’ between letters, after years or s is an apostrophe.
NO_MARK = re.compile(
    rf"(?<![\w(（])[0-9{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}[)）]|(?<=[A-Za-z])’(?=[A-Za-z])|[:;]-?[)(]"
)

NOT_INCHES = re.compile(r'(?<![0-9])"')


def unmatched_marks(text: str) -> tuple[list[str], list[str]]:
    """Closing marks that nothing opened, then opening marks that nothing closed."""
    closers: list[str] = []
    openers: list[str] = []
    if not MARKS.search(text):
        return closers, openers
    for match in MARKS.finditer(NO_MARK.sub("", text).translate(MARK_FORMS)):
        mark = match[0]
        if mark in PAIRS:
            openers.append(mark)
        elif openers and openers[-1] == OPENERS[mark]:
            openers.pop()
        else:
            closers.append(mark)
    return closers, openers


def has_odd_quote(text: str) -> bool:
    """Whether a straight quotation mark has no partner; after a figure it means inches."""
    return text.count('"') % 2 == 1 and len(NOT_INCHES.findall(text)) % 2 == 1
