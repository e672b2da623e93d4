"""What somebody typed into the search box, as terms: plain Python.

Words parted by spaces must all be found. Quotation marks keep a phrase together, a minus before a
word leaves out what has it, and a field before a colon says where it must stand: 标题:防汛.
"""

import re
from dataclasses import dataclass, field

from articles.search.entries import COLUMNS, name
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
# No column of the text: what a story is filed under.
DEPARTMENT = ("department",)
COLUMNS_OF = {
    "department": DEPARTMENT,
    "headline": ("headline", "deck"),
    "body": ("body",),
    "byline": ("byline",),
    "people": ("people",),
}

_TYPED = str.maketrans(
    {**dict.fromkeys("“”„＂", '"'), **dict.fromkeys("　\n\r\t", " "), "：": ":", "－": "-"}
)
# A quotation mark inside a word is a part of it.
_WORD = re.compile(
    rf"""(?:(?<=\s)|^)(?P<minus>-)?(?:(?P<field>{"|".join(FIELDS)}): *)?"""
    r"""(?:"(?P<phrase>[^"]*)(?:"(?=\s|$)|$)|(?P<word>\S+))""",
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
        """What it is found by. What print spreads, 王　丽, also finds whoever bears that name."""
        texts = (self.text, *self.others)
        return (*texts, *(whole for text in texts if text not in (whole := name(text))))

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
    """Terms that a story must all satisfy, and names of departments it must be filed under, or
    must not be."""

    terms: tuple[Term, ...] = ()
    departments: tuple[str, ...] = ()
    departments_left_out: tuple[str, ...] = ()
    is_cut: bool = field(default=False, compare=False)

    @property
    def wanted(self):
        return tuple(term for term in self.terms if not term.is_left_out)

    @property
    def left_out(self):
        return tuple(term for term in self.terms if term.is_left_out)

    def is_satisfied_by(self, columns):
        return all(term.is_in(columns) != term.is_left_out for term in self.terms)

    @property
    def is_of_departments(self):
        return bool(self.departments or self.departments_left_out)

    def __bool__(self):
        """Whether it asks for anything: to leave out is not enough."""
        return bool(self.wanted or self.departments)


def parse(typed):
    """The query that was typed. It is never refused: what is beyond the limits is left out."""
    text = typed[:LONGEST].translate(_TYPED)
    parts = [part for found in _WORD.finditer(text) if (part := _part(found)).text]
    is_cut = len(typed) > LONGEST or len(parts) > MOST_TERMS
    parts = list(dict.fromkeys(parts[:MOST_TERMS]))
    bodies = [part for part in parts if part.columns == DEPARTMENT]
    return Query(
        tuple(part for part in parts if part.columns != DEPARTMENT),
        tuple(part.typed for part in bodies if not part.is_left_out),
        tuple(part.typed for part in bodies if part.is_left_out),
        is_cut,
    )


def _part(found):
    words = (found["phrase"] if found["phrase"] is not None else found["word"]).strip()
    columns = COLUMNS_OF[FIELDS[found["field"].lower()]] if found["field"] else ()
    return Term(words, fold(words), columns, bool(found["minus"]))
