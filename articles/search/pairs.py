"""The pairs of neighbouring characters of a folded text, as FTS5 of SQLite is told them."""

from operator import add

from articles.search.folding import PARAGRAPH

# The tokenizer of SQLite that changes nothing, `ascii`, parts words at every mark of ASCII: here
# these stand in the private use area, which no folded text has.
_SHIELDED = {chr(code): chr(0xE000 + code) for code in range(0x20, 0x7F) if not chr(code).isalnum()}
# One character of this encoding is one number.
_ENCODING, _NUMBER = "utf-32-le", "I"
# Before the tokens of a column: FTS5 is asked for what stands there by tokens of their own. Told to
# look at that column only, it walks all the stories that have the words anywhere.
MARKS = {"headline": "\ue200", "deck": "\ue201"}


def runs(text):
    """The stretches within which a phrase may be found."""
    return [run for run in text.split(PARAGRAPH) if run]


def tokens(text, column=""):
    """The pairs in their order, for FTS5: each run ends with its last character alone.

    That character parts the runs, so that no phrase is found across two of them. The tokens of a
    column that has a mark stand there once more, marked.
    """
    found = " ".join(map(_pairs_and_last, runs(_shielded(text))))
    if found and (mark := MARKS.get(column)):
        found += "".join(f" {mark}{token}" for token in found.split(" "))
    return found


def number_of_tokens(text, column=""):
    """How many `tokens` there are: each character begins a pair, or ends its run."""
    return (len(text) - text.count(PARAGRAPH)) * (2 if column in MARKS else 1)


def phrase(term, column=""):
    """What FTS5 is asked for a folded term: its pairs as a phrase, one character as a beginning.

    With a column, which must have a mark, it is found there only.
    """
    shielded, mark = _shielded(term), MARKS.get(column, "")
    if len(shielded) == 1:
        return f'"{mark}{shielded}"*'
    pairs = map(add, shielded, shielded[1:])
    return f'"{" ".join(mark + pair for pair in pairs)}"'


def _shielded(text):
    """A replacement for each mark takes a sixth of what `translate` does."""
    for mark, shield in _SHIELDED.items():
        text = text.replace(mark, shield)
    return text


def _pairs_and_last(run):
    """Of abc: ab bc c. To make a string of each pair would take three times as long."""
    characters = memoryview(run.encode(_ENCODING)).cast(_NUMBER)
    spaced = bytearray(" ".encode(_ENCODING) * (3 * len(run) - 2))
    places = memoryview(spaced).cast(_NUMBER)
    places[0::3] = characters
    places[1::3] = characters[1:]
    return spaced.decode(_ENCODING)
