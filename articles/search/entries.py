"""What the index holds of a version: its words, folded, in columns."""

from dataclasses import dataclass
from datetime import date

from articles.body import paragraphs
from articles.search.folding import PARAGRAPH, fold

COLUMNS = ("headline", "deck", "byline", "people", "body")
# Between the columns where they are kept as one text, and around each name.
BETWEEN = "\f"
BEFORE_NAME, AFTER_NAME = "\ue100", "\ue101"
# A key is the day and the version in one number: entries by key are stories by date.
VERSION_BITS = 40
VERSION_MASK = (1 << VERSION_BITS) - 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A version in the index. `columns` are folded texts in the order of COLUMNS.

    `digest` is that of the words it was made of.
    """

    version: int
    dated: date
    digest: str
    columns: tuple[str, ...]

    @property
    def key(self):
        return key_of(self.dated, self.version)

    @property
    def text(self):
        return BETWEEN.join(self.columns)


def key_of(dated, version=0):
    return dated.toordinal() << VERSION_BITS | version


def version_of(key):
    return key & VERSION_MASK


def day_of(key):
    return date.fromordinal(key >> VERSION_BITS)


def columns_of(text):
    return tuple(text.split(BETWEEN))


def entry_of(version, digest, content):
    """The entry of a version, from the names and values of its content."""
    bylines = [printed for printed, *_roles in content["credits"]]
    people = [name for name, *_rest in content["mentions"]]
    captions = [(caption, credit) for _file, caption, credit, *_rest in content["photos"]]
    return Entry(
        version,
        date.fromisoformat(content["dated"]),
        digest,
        (
            fold(content["headline"]),
            _lines(content["kicker"], content["deck"]),
            PARAGRAPH.join(
                filter(
                    None,
                    (_named(bylines), _lines(content["source"], content.get("credit_line", ""))),
                )
            ),
            _named(people),
            _lines(*paragraphs(content["body"]), *(line for pair in captions for line in pair)),
        ),
    )


def name(text):
    """A name as the index knows it: found by this it is no part of a longer one.

    Two characters that print spread over the width of three (王　丽) stand together.
    """
    folded = fold(text)
    return f"{BEFORE_NAME}{folded if folded.isascii() else folded.replace(' ', '')}{AFTER_NAME}"


def without_marks(text):
    """A name as the index knows it, as it is written."""
    return text.strip(BEFORE_NAME + AFTER_NAME)


def _named(names):
    return PARAGRAPH.join(name(one) for one in names if one)


def _lines(*texts):
    return PARAGRAPH.join(filter(None, map(fold, texts)))
