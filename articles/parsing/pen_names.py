"""Read a name that is a word, by how it is set: 余　音 below a text, （余音） behind it."""

import re

from .after_names import HAN
from .byline_lines import read_byline
from .lexicon.bylines import NOT_WRITERS
from .lexicon.marks import SENTENCE_ENDS
from .lexicon.titles import PLACE_TAGS
from .source import Line, Source
from .surnames import part_of_speech, surname_length

# 石　川 below the text, （石川） and （晓　雨） behind it.
PEN_NAME = re.compile(rf"{HAN}(?:\u3000| {{2,}}){HAN}")
BRACKETED_PEN_NAME = re.compile(rf"(?<=[{SENTENCE_ENDS}”])[(（]\s*{HAN}[ \u3000]*{HAN}\s*[)）]$")


def pen_name(source: Source, line: Line) -> Line | None:
    """余　音 by itself, or （余音） behind the last sentence: a name, though it is a word.

    By itself it is set as wide as three characters, and has a surname; a place is set so too.
    """
    alone = PEN_NAME.fullmatch(source.text, line.start, line.end)
    found = alone or BRACKETED_PEN_NAME.search(source.text, line.start, line.end)
    if found is None:
        return None
    told = source.line(*found.span()).with_role("byline")
    name = "".join(one.name for one in read_byline(source, told))
    is_place = part_of_speech(name) in PLACE_TAGS and name in source.cut(told)
    if not name or name in NOT_WRITERS or is_place or (alone and not surname_length(name)):
        return None
    return told
