"""Decide whether a fragment goes on in the next one, by which rule, and how sure that is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .blocks import Blocks, Fragment
from .lexicon import CLAUSE_MARKS, FINAL_MARKS, MARK_FORMS, NEVER_FIRST, SENTENCE_ENDS
from .unmatched import OPENERS, PAIRS, unmatched_marks
from .wording import gettext_noop

BEGINS_WITH_MARK = gettext_noop("the next fragment begins with a mark that begins no sentence")
STILL_OPEN = gettext_noop("a quotation or bracket is still open")
AFTER_COMMA = gettext_noop("the sentence goes on after a comma")
AFTER_COLON = gettext_noop("the sentence goes on after a colon")
IN_NUMBER = gettext_noop("a number goes on")
UNFINISHED = gettext_noop("the sentence is not finished")
NO_BLANK = gettext_noop("a single line break, and empty lines divide the paragraphs of this story")
NO_INDENT = gettext_noop("no indent, and the paragraphs of this story have one")
DECIDED = gettext_noop("somebody decided so before the import")

NUMBER_ACROSS = re.compile(r"[0-9][.．]?\n[.．]?[0-9]")
# A sentence that opens so leans on the one before it; few paragraphs open so.
LEANING = re.compile(
    r"[^“。]{0,7}[他她](?!人)|它们?的?|其中|于是|因此|因而|所以|但(?!丁)|不过|然而|可是|而(?![立非已])|并且|而且"
    r"|此举|此时|这时|这样|这些|这也|这就|这是|这不|这一[来切举点]|那[么时天次]|再[就有加则也]|又(?=[把将是有给在])"
    r"|甚至|尤其|特别是|例如|比如|也就是|换句话说|结果|果然|否则|与此同时|后来|从此|此后|另一[边方侧头]|另有"
    r"|说[完着话罢到起，,：:]|原来[，,是]|如此|为此|对此|届时|相比之下|换言之|不仅如此|反之|可(?=[他她这谁没])"
)
SPOKEN = re.compile(r"[^，,。“]{0,14}(?:说|道|表示|介绍|坦言|感慨|回忆|补充)[。，,]")
# Below this, the opening of a fragment is more like the rest of a cut word than like a sentence.
LEAST_OPENING = -2.5
COLONS = "：:"
STRAIGHT_QUOTE = '"'
CLOSERS = frozenset(")”』」》")
SPEECH_OPENS = "：:—"
# What stands in a paragraph of its own after a colon: a speech, or the first of a list.
OWN_AFTER_COLON = re.compile(
    r"[“「『\"]|[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳●■◆]|第?一[是、]"
)
OWN_AFTER_COMMA = re.compile(
    r"[二三四五六七八九十][是、]|其[二三四五]|[（(]?[0-9一二三四五六七八九十]{1,3}[)）]|[②-⑳]"
)
# What is no longer may be a small heading that stands once: 回音, 编后.
LONGEST_LABEL = 6


@dataclass(frozen=True, slots=True)
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


def decide(
    before: tuple[Fragment, str, Sequence[str], int],
    after: tuple[Fragment, str],
    blocks: Blocks,
    is_suspicious: Callable[[str, str], bool],
    opening: Callable[[str], float],
) -> Decision:
    """What becomes of the break between two fragments.

    A fragment comes with its text, the one before also with the marks open in its paragraph and
    the length of that.
    `is_suspicious` and `opening` are the judgement of a fluency model.
    """
    (fragment, text, open_marks, length), (next_fragment, next_text) = before, after
    if fragment.stands_alone or next_fragment.stands_alone:
        return Decision()
    has_indent, after_blank = next_fragment.is_indented, next_fragment.after_blank
    reason = _reason_within(text, next_text, open_marks)
    is_unsure = False
    if reason:
        is_unsure = (
            reason == AFTER_COLON
            or (reason == AFTER_COMMA and OWN_AFTER_COMMA.match(next_text) is not None)
            or (reason == UNFINISHED and length <= LONGEST_LABEL)
            or (has_indent and blocks.has_indents)
        )
    elif blocks.has_indents and not has_indent:
        reason, is_unsure = NO_INDENT, after_blank
    elif blocks.has_blanks and not after_blank and not has_indent:
        reason = NO_BLANK
    if reason:
        return Decision(reason, is_suspicious(text, next_text), is_unsure)
    if blocks.has_indents:
        return Decision()
    is_odd = length < blocks.odd_length or (
        len(next_text) < blocks.odd_length and is_finished(next_text)
    )
    stands = text[-1] in COLONS or _is_speech(text) or _is_speech(next_text)
    return Decision(
        is_unsure=(is_odd and not stands) or _may_go_on(fragment, text, next_text, opening)
    )


def _reason_within(text: str, next_text: str, open_marks: Sequence[str]) -> str:
    """The rule by which a sentence goes on; empty when it has come to its end."""
    if next_text[0] in NEVER_FIRST:
        return BEGINS_WITH_MARK
    if open_marks:
        closers, _ = unmatched_marks(next_text)
        if closers and closers[0] == PAIRS[open_marks[-1]]:
            return STILL_OPEN
    if is_finished(text):
        return ""
    if text[-1] in COLONS:
        return "" if OWN_AFTER_COLON.match(next_text) else AFTER_COLON
    if text[-1] in CLAUSE_MARKS:
        return AFTER_COMMA
    return IN_NUMBER if NUMBER_ACROSS.search(f"{text[-2:]}\n{next_text[:2]}") else UNFINISHED


def is_finished(text: str) -> bool:
    """Whether a sentence has come to its end with the last mark of the text.

    A quoted word or a note in brackets ends none by itself: 开展“回头看” | 活动.
    """
    last = text[-1].translate(MARK_FORMS)
    if last == STRAIGHT_QUOTE:
        return text[-2:-1] in SENTENCE_ENDS and text.count(STRAIGHT_QUOTE) % 2 == 0
    if last in CLOSERS:
        inner = text[-2:-1]
        opener = text.translate(MARK_FORMS).rfind(OPENERS[last])
        before = text[max(0, opener - 1) : max(0, opener)]
        return inner in SENTENCE_ENDS or not before or before in SENTENCE_ENDS + SPEECH_OPENS
    return last in FINAL_MARKS and last not in COLONS


def _is_speech(text: str) -> bool:
    """A paragraph of its own, however short, and so is what is said before and after it."""
    return text[0] == "“" and text[-1] == "”"


def _may_go_on(
    before: Fragment, text: str, next_text: str, opening: Callable[[str], float]
) -> bool:
    """Whether there is evidence that a paragraph goes on after its full stop."""
    if before.is_full or LEANING.match(next_text):
        return True
    if text[-1] in "”』」" and SPOKEN.match(next_text):
        return True
    return opening(next_text) < LEAST_OPENING
