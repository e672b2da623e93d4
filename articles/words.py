"""Where a Chinese headline may break: between words, as a compositor breaks it. Text in, text out.

Browsers know the words of Japanese (`word-break: auto-phrase`), not yet those of Chinese.
"""

import re

import rjieba

# So many characters fit the narrowest line: a card beside its picture, in large type on a phone.
SHORT = 5
# These never begin a line, or would stand at its beginning torn off; after OPENING none ends.
CLOSING = frozenset("，。、；：？！）》」』】”’%％·…—-的了着过们人时班区县市乡镇村局委办院会厅")
OPENING = frozenset("（《「『【“‘")
LONGEST_NAME = 4
_LATIN = re.compile(r"[\w.,%+-]", re.ASCII)


def words_of(headline: str) -> list[str]:
    """The headline in pieces that stay whole; joined they are the headline.

    A word list knows no names of people and places and gives them one by one in characters: single
    characters beside each other therefore stay together. So do a figure and what it counts, and
    one character at the beginning with the word that follows.
    """
    if len(headline) <= SHORT:
        return [headline] if headline else []
    pieces, before, singles = [], "", 0
    for word in rjieba.cut(headline, False):
        is_torn_off = len(pieces) == 1 and len(pieces[0]) == 1
        is_single = len(word) == 1 and word.isalpha() and not _LATIN.match(word)
        goes_on = is_single and 0 < singles < LONGEST_NAME and before not in CLOSING
        if pieces and (goes_on or is_torn_off or _stay_together(before, word)):
            pieces[-1] += word
        else:
            pieces.append(word)
        before, singles = word, singles + 1 if is_single else 0
    return pieces


def _stay_together(before, word):
    last, first = before[-1], word[0]
    if (first in CLOSING and (len(word) == 1 or not first.isalpha())) or last in OPENING:
        return True
    return bool(_LATIN.match(last)) and (len(word) <= LONGEST_NAME or bool(_LATIN.match(first)))
