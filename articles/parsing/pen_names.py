"""Read a name that signs a text by how it is set: 余　音 below it, （余音） or 罗志坚 behind it."""

import re
from collections.abc import Sequence

from .after_names import HAN
from .byline_judging import is_body_or_home
from .byline_lines import read_byline
from .byline_names import PLACES_UNLIKE_NAMES, SELDOM_LAST, is_no_phrase, is_plain
from .lexicon.bylines import HOMES, NOT_WRITERS
from .lexicon.marks import SENTENCE_ENDS
from .lexicon.names import USUAL_IN_GIVEN_NAMES
from .lexicon.persons import FORMS_OF_ADDRESS
from .lexicon.titles import PLACE_TAGS
from .name_shapes import is_dictionary_word, is_name_shaped
from .source import Line, Source
from .surnames import part_of_speech, surname_length

# 石　川 below the text, （石川） and （晓　雨） behind it.
PEN_NAME = re.compile(rf"{HAN}(?:\u3000| {{2,}}){HAN}")
BEHIND_A_SENTENCE = re.compile(
    rf"(?:(?<=[{SENTENCE_ENDS}”])[(（]\s*{HAN}[ \u3000]*{HAN}\s*[)）]"
    rf"|(?:(?<=[{SENTENCE_ENDS}])|(?<=[{SENTENCE_ENDS}]”))"
    rf"\s*(?P<bare>{HAN}{{2,3}}(?:[ \u3000、]+{HAN}{{2,3}}){{0,3}}))$"
)
ADJECTIVE = "a"
NAMES = re.compile(f"{HAN}+")
# 高新区, 徐家沟, 郑师傅, 何青说
NO_LAST = (*HOMES, *PLACES_UNLIKE_NAMES, *FORMS_OF_ADDRESS, *SELDOM_LAST)


def pen_name(source: Source, line: Line) -> Line | None:
    """余　音 by itself, or （余音） behind the last sentence: a name, though it is a word.

    By itself it is set as wide as three characters, and has a surname; a place is set so too.
    Behind the sentence, without brackets, a name is no word: 罗志坚.
    """
    alone = PEN_NAME.fullmatch(source.text, line.start, line.end)
    found = alone or BEHIND_A_SENTENCE.search(source.text, line.start, line.end)
    if found is None:
        return None
    told = source.line(*found.span()).with_role("byline")
    if not alone and found["bare"]:
        return told if _are_sure(NAMES.findall(found["bare"])) else None
    name = "".join(one.name for one in read_byline(source, told))
    is_place = part_of_speech(name) in PLACE_TAGS and name in source.cut(told)
    if not name or name in NOT_WRITERS or is_place or (alone and not surname_length(name)):
        return None
    return told


def _are_sure(names: Sequence[str]) -> bool:
    """罗志坚; and of several names each that is no word, and one with a common surname."""
    if any(name.endswith(NO_LAST) for name in names):
        return False
    if len(names) == 1:
        return _is_surely_named(names[0])
    are_words = any(is_dictionary_word(name) or is_dictionary_word(name[:2]) for name in names)
    return all(map(is_name_shaped, names)) and not are_words and any(map(is_plain, names))


def _is_surely_named(text: str) -> bool:
    """罗志坚 and 罗晶晶, and not 石桥村, 供图组, 谢谢您 or 白花花."""
    if not is_plain(text) or is_body_or_home(text) or text[:1] == text[1:2]:
        return False
    if text[1:2] != text[2:]:
        return is_no_phrase(text)
    tells_a_look = is_dictionary_word(text) or part_of_speech(text[0]) == ADJECTIVE
    return text[1] in USUAL_IN_GIVEN_NAMES and not tells_a_look
