"""The pairs of neighbouring characters of a folded text, as each database keeps them."""

import struct

from articles.search.folding import PARAGRAPH

# The tokenizer of SQLite that changes nothing, `ascii`, parts words at every mark of ASCII: here
# these stand in the private use area, which no folded text has.
_SHIELDED = {
    code: 0xE000 + code
    for code in range(0x80)
    if not chr(code).isalnum() and chr(code) != PARAGRAPH
}
# Before the tokens of a column: FTS5 is asked for what stands there by tokens of their own. Told to
# look at that column only, it walks all the stories that have the words anywhere.
MARKS = {"headline": "\ue200", "deck": "\ue201"}
# Bytes of a code, half of them for each of two characters.
CODE = 4


def runs(text):
    """The stretches within which a phrase may be found."""
    return [run for run in text.split(PARAGRAPH) if run]


def tokens(text, column=""):
    """The pairs in their order, for FTS5: each run ends with its last character alone.

    That character parts the runs, so that no phrase is found across two of them. The tokens of a
    column that has a mark stand there once more, marked.
    """
    found = []
    for run in runs(text.translate(_SHIELDED)):
        found += _pairs(run)
        found.append(run[-1])
    if mark := MARKS.get(column):
        found += [mark + token for token in found]
    return " ".join(found)


def number_of_tokens(text, column=""):
    """How many `tokens` there are: each character begins a pair, or ends its run."""
    return (len(text) - text.count(PARAGRAPH)) * (2 if column in MARKS else 1)


def phrase(term, column=""):
    """What FTS5 is asked for a folded term: its pairs as a phrase, one character as a beginning.

    With a column, which must have a mark, it is found there only.
    """
    shielded, mark = term.translate(_SHIELDED), MARKS.get(column, "")
    if len(shielded) == 1:
        return f'"{mark}{shielded}"*'
    return f'"{" ".join(mark + pair for pair in _pairs(shielded))}"'


def codes(text):
    """The pairs and the characters of a text as bytes, CODE for each of them, for PostgreSQL.

    They are in no order, and a pair may be there as often as in the text: PostgreSQL sorts them.
    Characters beyond the first plane share codes: PostgreSQL looks at the text itself in the end.
    """
    return b"".join([_of_characters(set(text) - {PARAGRAPH}), *map(_of_pairs, runs(text))])


def codes_of_term(term):
    """The codes that every text with the folded term has: its pairs, or its one character."""
    return numbers(_of_characters(term) if len(term) == 1 else _of_pairs(term))


def numbers(codes):
    """The codes as numbers of 32 bits."""
    return list(struct.unpack(f">{len(codes) // CODE}i", codes))


def _of_characters(characters):
    halves = _low_halves("".join(characters))
    found = bytearray(len(halves) * 2)
    found[2::4], found[3::4] = halves[0::2], halves[1::2]
    return found


def _of_pairs(run):
    halves = _low_halves(run)
    found = bytearray(max(0, len(run) - 1) * CODE)
    found[0::4], found[1::4] = halves[0:-2:2], halves[1:-2:2]
    found[2::4], found[3::4] = halves[2::2], halves[3::2]
    return found


def _pairs(run):
    return [run[place : place + 2] for place in range(len(run) - 1)]


def _low_halves(run):
    """The lower 16 bits of each character, the higher byte first."""
    whole = run.encode("utf-32-be")
    halves = bytearray(2 * len(run))
    halves[0::2], halves[1::2] = whole[2::4], whole[3::4]
    return halves
