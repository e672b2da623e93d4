"""One spelling for what readers take as the same: full and half width, capitals, 繁體 and 简体.

Each character is folded by itself, so that the fold of any fragment of a text is that fragment of
the folded text. Only white space looks at its neighbours: a stretch of it is one space.
"""

import re
import unicodedata
from functools import cache

from opencc import OpenCC

from articles.parsing.lexicon.radicals import SUPPLEMENT

PARAGRAPH = "\n"
_SPACES = re.compile(r" *\n *| {2,}")
# Marks that are typed in more than one way, joiners that nobody sees, radicals of a copied PDF.
_ALIKE = SUPPLEMENT | {
    **dict.fromkeys("“”„‟〝〞", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    "・": "·",
    "•": "·",
}


@cache
def _simplifier():
    return OpenCC("t2s")


def fold_character(character):
    """The fold of one character: often itself, sometimes several, nothing for what has no shape."""
    if character == PARAGRAPH:
        return PARAGRAPH
    folded = []
    for one in unicodedata.normalize("NFKC", _ALIKE.get(character, character)).lower():
        category = unicodedata.category(one)
        if one.isspace():
            folded.append(" ")
        elif category not in ("Cc", "Cf", "Co", "Cs"):
            folded.append(_simplifier().convert(one) if one >= "\u3400" else one)
    return "".join(folded)


class _Table(dict):
    """Folds by code point, each worked out when it is first met."""

    def __missing__(self, code):
        self[code] = folded = fold_character(chr(code))
        return folded


_TABLE = _Table()


def fold(text):
    """The text as it is compared; paragraphs stay apart by a line feed."""
    folded = text.translate(_TABLE)
    if PARAGRAPH in folded or "  " in folded:
        folded = _SPACES.sub(_one, folded)
    return folded.strip()


def _one(stretch):
    return PARAGRAPH if PARAGRAPH in stretch[0] else " "


def folded_with_places(text):
    """The folded text, and for each of its characters the place of the one it comes from."""
    characters, places = [], []
    for place, character in enumerate(text):
        for one in _TABLE[ord(character)]:
            if one == " " and characters and characters[-1] == " ":
                continue
            characters.append(one)
            places.append(place)
    return "".join(characters), places
