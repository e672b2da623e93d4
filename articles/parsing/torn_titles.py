"""Find where a title goes on behind the rest of a word whose beginning was lost."""

import rjieba

from .lexicon.titles import BODIES, CELL_HOSTS, COMMITTEE_PLACES, PLACE_ENDINGS, TITLE_RANKS
from .title_parts import RANKS_AT_END
from .titles import BARE_BODY

VILLAGE_ALONE = "村"
# What a title may begin with that is a word of one character: 县|水利局, 副|局长.
WORDS_OF_ONE = frozenset((*CELL_HOSTS, *COMMITTEE_PLACES, *PLACE_ENDINGS, *TITLE_RANKS, "原"))


def behind_a_torn_word(text: str, start: int, end: int) -> int:
    """Where the title goes on behind the rest of a word that begins in what was lost: 咐|镇党委.

    But 澄浦区委 may be the whole name of a place that no dictionary has.
    """
    body = RANKS_AT_END.sub("", text[start:end])
    if BARE_BODY.match(body):
        return start
    first, second = [*rjieba.cut(body, False), "", ""][:2]
    if len(first) == 1 and first not in WORDS_OF_ONE:
        start += len(second) > 1 or second in WORDS_OF_ONE
    rest = RANKS_AT_END.sub("", text[start:end])
    return start + len(rest) if _is_end_of_a_body(rest) else start


def _is_end_of_a_body(span: str) -> bool:
    """委会 of 村委会, 司 of 公司; but 村|书记."""
    if len(span) == 1:
        return span != VILLAGE_ALONE
    return bool(span) and any(body.endswith(span) for body in BODIES)
