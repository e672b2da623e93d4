"""What somebody typed into the search box, as terms: plain Python.

Words parted by spaces must all be found. Quotation marks keep a phrase together, a minus before a
word leaves out what has it, and a field before a colon says where it must stand: 标题:防汛.
"""

import re
from dataclasses import dataclass, field

from articles.search.entries import COLUMNS
from articles.search.folding import fold

LONGEST = 200
MOST_TERMS = 10
FIELDS = {
    "标题": "headline",
    "headline": "headline",
    "正文": "body",
    "body": "body",
    "记者": "byline",
    "作者": "byline",
    "reporter": "byline",
    "人物": "people",
    "领导": "people",
    "official": "people",
    "部门": "department",
    "单位": "department",
    "department": "department",
}
COLUMNS_OF = {
    "headline": ("headline", "deck"),
    "body": ("body",),
    "byline": ("byline",),
    "people": ("people",),
}

_TYPED = str.maketrans({"“": '"', "”": '"', "„": '"', "＂": '"', "：": ":", "－": "-", "　": " "})
_WORD = re.compile(
    rf"""(?:(?<=\s)|^)(?P<minus>-)?(?:(?P<field>{"|".join(FIELDS)}):)?"""
    r"""(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to find, as typed and folded. `others` are other names of the same, folded.

    Without columns it is found in any; `is_left_out` turns it round.
    """

    typed: str
    text: str
    columns: tuple[str, ...] = ()
    is_left_out: bool = False
    others: tuple[str, ...] = ()

    @property
    def texts(self):
        return (self.text, *self.others)

    def is_in(self, columns):
        """Whether one of its texts stands where it must, in folded columns by COLUMNS."""
        places = [
            text
            for column, text in zip(COLUMNS, columns, strict=True)
            if column in (self.columns or COLUMNS)
        ]
        return any(text in place for text in self.texts for place in places)


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that a story must all satisfy, and names of departments it must be filed under."""

    terms: tuple[Term, ...] = ()
    departments: tuple[str, ...] = ()
    is_cut: bool = field(default=False, compare=False)

    @property
    def wanted(self):
        return tuple(term for term in self.terms if not term.is_left_out)

    @property
    def left_out(self):
        return tuple(term for term in self.terms if term.is_left_out)

    def is_satisfied_by(self, columns):
        return all(term.is_in(columns) != term.is_left_out for term in self.terms)

    def __bool__(self):
        """Whether it asks for anything: to leave out is not enough."""
        return bool(self.wanted or self.departments)


def parse(typed):
    """The query that was typed. It is never refused: what is beyond the limits is left out."""
    text = typed[:LONGEST].translate(_TYPED)
    terms, departments = [], []
    for found in _WORD.finditer(text):
        words = (found["phrase"] if found["phrase"] is not None else found["word"]).strip()
        where = FIELDS[found["field"].lower()] if found["field"] else ""
        folded = fold(words)
        if not folded:
            continue
        if where == "department" and not found["minus"]:
            departments.append(words)
        else:
            terms.append(Term(words, folded, COLUMNS_OF.get(where, ()), bool(found["minus"])))
    is_cut = len(typed) > LONGEST or len(terms) > MOST_TERMS
    return Query(tuple(dict.fromkeys(terms[:MOST_TERMS])), tuple(departments), is_cut)
