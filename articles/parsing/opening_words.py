"""Tell words from names by how they open: 问|倪萍, 能|关心, 献|爱心."""

from functools import lru_cache

import rjieba

from .after_names import HAN_ONLY, WINDOW
from .foreign_names import is_foreign_name
from .lexicon.names import COMMON_SURNAMES, USUAL_IN_GIVEN_NAMES, WORDLIKE_SURNAMES
from .lexicon.titles import PERSON_TAGS, PLACE_TAGS
from .name_shapes import ADVERB_TAGS, TRANSLITERATED, is_dictionary_word
from .surnames import part_of_speech, surname_length

VERB, ADJECTIVE = "va"
WORD_TAGS = ADVERB_TAGS | {"v"}
# Those of surnames that are sooner the head of a predicate: 都|明白, 才|会.
ACTING_TAGS = frozenset("vdpcu")
# Of words that are also given names: 许|北京, 何|建华.
GIVEN_TAGS = PLACE_TAGS | {"nz"}


def opens_with_a_verb(text: str, start: int, end: int) -> bool:
    """Whether a verb, a preposition or the like stands first, which no surname is: 问|倪萍."""
    name = text[start:end]
    if surname_length(name) or TRANSLITERATED.fullmatch(name) or not HAN_ONLY.fullmatch(name):
        return False
    if is_foreign_name(name):
        return False
    return part_of_speech(name[0])[:1] in ACTING_TAGS


def opens_with_a_word(text: str, start: int, end: int) -> bool:
    """Whether a name is sooner words: 呼声 of 居民呼声, 能|关心 of 旅客能关心, 献|爱心."""
    return _opens_with_a_word(text[start : end + WINDOW], end - start)


@lru_cache(maxsize=8192)
def _opens_with_a_word(text: str, end: int) -> bool:
    if is_dictionary_word(text[:end]):
        return True
    if is_foreign_name(text[:end]):
        return False
    if opens_with_a_verb(text, 0, end):
        return True
    if surname_length(text) != 1:
        return False
    is_plain = USUAL_IN_GIVEN_NAMES.issuperset(text[1:end])
    is_wordlike = text[0] in WORDLIKE_SURNAMES
    is_of_action = part_of_speech(text[0])[:1] in ACTING_TAGS
    if is_plain and not (is_wordlike or is_of_action):
        return False
    (word, _), *rest = rjieba.tag(HAN_ONLY.match(text)[0], False)
    tag = part_of_speech(word)
    if len(word) > 1:
        return tag not in PERSON_TAGS | PLACE_TAGS and not (is_plain and not is_wordlike)
    if not rest:
        return False
    after = rest[0][0]
    after_tag = part_of_speech(after)
    is_word = len(after) > 1 and after_tag not in PERSON_TAGS
    if is_of_action and _goes_on(text[0], after):
        return True
    if is_plain or not (is_wordlike or tag[:1] in WORD_TAGS):
        return False
    is_given = after_tag in GIVEN_TAGS or (not is_of_action and after[-1] in USUAL_IN_GIVEN_NAMES)
    if text[0] in COMMON_SURNAMES and not is_wordlike and is_given:
        return False
    is_verb = is_wordlike and after_tag[:1] == "v"
    return is_word or (is_verb and after not in USUAL_IN_GIVEN_NAMES)


def _goes_on(first: str, after: str) -> bool:
    """Whether a verb, an adverb or the like goes on in the word after it: 都|明白, 曾|讲, 占|领."""
    tag = part_of_speech(after)
    if len(after) > 1:
        return tag[:1] == VERB or (
            part_of_speech(first)[:1] != VERB and tag not in PERSON_TAGS | GIVEN_TAGS
        )
    return (
        part_of_speech(first)[:1] != VERB
        and tag in (VERB, ADJECTIVE)
        and after not in USUAL_IN_GIVEN_NAMES
    )
