"""Weigh whether a paragraph goes on after its full stop, where no indent or empty line tells.

The text after such a break begins as a sentence does, so only its manner speaks: a paragraph is
seldom short, and a sentence that leans on the one before it seldom opens one.
"""

import math
import re
from operator import mul

from .endings import is_final

# A sentence that opens so leans on the one before it; few paragraphs open so.
LEANING = re.compile(
    r"[^“。]{0,7}[他她](?!人)|它们?的?|其中|于是|因此|因而|所以|但(?!丁)|不过|然而|可是|而(?![立非已])|并且|而且"
    r"|此举|此时|这时|这样|这些|这也|这就|这是|这不|这一[来切举点]|那[么时天次]|再[就有加则也]|又(?=[把将是有给在])"
    r"|甚至|尤其|特别是|例如|比如|也就是|换句话说|结果|果然|否则|与此同时|后来|从此|此后|另一[边方侧头]|另有"
    r"|说[完着话罢到起，,：:]|原来[，,是]|如此|为此|对此|届时|相比之下|换言之|不仅如此|反之|可(?=[他她这谁没])"
)
SENTENCE = re.compile("[^。！？!?]*")
STOPS = "。！？!?"
# However unlikely the first characters are, it is no more than a name that is not known.
LEAST_OPENING = -6.0
COLONS = (":", "：")
OPENING_QUOTES, CLOSING_QUOTES = tuple('“「『"'), tuple('”」』"')
# Where the lines of a story are shorter than this on the whole, they are short by its manner.
USUAL_LENGTH = 35
# Learnt from the paragraphs of labelled stories: `python -m benchmarks.extraction.full_stops`.
WEIGHTS = (-2.96, 1.58, 2.09, 0.17, 1.08, 0.41, -0.76, 6.33)
# Above this a paragraph may go on: half of those that do, and five of a hundred that do not.
DOUBTED = 1.5


def goes_on(before: str, length: int, after: str, opening: float, middle: int) -> float:
    """How much speaks for `after` being of the paragraph that ends with `before`.

    `length` is that of the paragraph so far and `middle` that of the story's fragments, in
    characters; `opening` is below 0 where no known word opens the text, as
    `fluency.Model.opening` judges: paragraphs open with names.
    """
    parts = parts_of(before, length, after, opening, middle)
    return sum(map(mul, WEIGHTS, parts))


def parts_of(
    before: str, length: int, after: str, opening: float, middle: int = USUAL_LENGTH
) -> tuple[float, ...]:
    """What is weighed. A text that breaks off tells nothing of how long its paragraph is."""
    is_whole = is_final(after) and not after.endswith(COLONS)
    shorter = min(length, len(after)) if is_whole else length
    return (
        math.log(shorter * max(1.0, USUAL_LENGTH / middle)),
        math.log(len(SENTENCE.match(after)[0]) + 1),
        float(LEANING.match(after) is not None),
        max(LEAST_OPENING, min(0.0, opening)),
        float(after.startswith(OPENING_QUOTES)),
        float(before.endswith(CLOSING_QUOTES)),
        float(sum(map(before.count, STOPS)) > 1),
        1.0,
    )
