"""Judge whether a short line without a mark, amid a story, is sooner a piece of the text below."""

from collections.abc import Callable

import rjieba

from .name_shapes import shape_of
from .names import rank_names
from .names_across import ends_in_somebody

# Those of names.
LENGTHS = (2, 3)
# Below this no word of the language opens the text: the line above it has its first characters.
TORN = -1.0
LIKE_A_NAME = 1.5
# 何小青的一天, 何小青：守坝人
OF_OR_AND = ("的", "和", "：", ":")
# 在大田坝, 到昨天: where or when something was done, unless it says 上, 里 or the like at its end.
LEADING = frozenset("在到从自至")
NOUN_TAGS = frozenset(("n", "nr", "ns", "nt", "nz", "t", "m", "q", "zg", "j"))


def is_sooner_a_piece(
    text: str, below: str, opening: float, is_repeated: Callable[[str], bool]
) -> bool:
    """Whether the line names somebody as a sentence begins, or its last word ends below it.

    Not where the text below begins with whom the line ends with: 何小青 | 何小青是村里的老支书.
    `opening` is that of the text below, as `fluency.Model.opening` judges; `is_repeated` tells
    whether the story has the same words elsewhere.
    """
    if any(text.endswith(below[:length]) for length in LENGTHS if len(below) >= length):
        return False
    if opening < TORN or _begins_with_a_place(text):
        return True
    return ends_in_somebody(text) or _is_about_somebody(text, is_repeated)


def _begins_with_a_place(text: str) -> bool:
    if text[0] not in LEADING:
        return False
    first, *rest = rjieba.tag(text, False)
    return first[0] in LEADING and {tag for _, tag in rest} <= NOUN_TAGS


def _is_about_somebody(text: str, is_repeated: Callable[[str], bool]) -> bool:
    """何小青结合, 何小青: a name that the story has elsewhere too, and not 何小青的一天."""
    name = next(iter(rank_names(text, 0)), "")
    return (
        len(name) > 2
        and (shape_of(name) or 0.0) > LIKE_A_NAME
        and not text.startswith(OF_OR_AND, len(name))
        and is_repeated(name)
    )
