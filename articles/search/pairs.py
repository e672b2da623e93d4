"""The pairs of neighbouring characters of a folded text, as FTS5 of SQLite is told them."""

from operator import add

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


def _pairs(run):
    return list(map(add, run, run[1:]))
