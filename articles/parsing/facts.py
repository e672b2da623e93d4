"""What a newspaper page printed, as the parser understood it.

Every value is as printed, but for the marks that `Story.wide_marks` names and the bodies that the
importer completed. Lines are 1-based and inclusive, counted in the source text.
"""

from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from operator import attrgetter


class Fact:
    """What is printed, as a dataclass whose values nobody changes.

    Of those kinds that a story has by the dozen Python would make frozen ones four times as slowly,
    a twentieth of the time of parsing. A fact goes to another process as its values alone: Python's
    own way for slots takes more than twice as long, a twentieth of an import.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple:
        kind = type(self)
        return kind, _values_of(kind)(self)


@cache
def _values_of(kind: type) -> attrgetter:
    """A function that takes the values out of a fact of this kind; each has several."""
    return attrgetter(*(one.name for one in fields(kind)))


@dataclass(slots=True, unsafe_hash=True)
class SourceRange(Fact):
    """Where a piece stands in the source: its lines, and its characters [start, end).

    `part` is 1 for what stands in the source of the rest, of a story on two pages.
    """

    first_line: int
    last_line: int
    start: int
    end: int
    part: int = 0


@dataclass(slots=True, unsafe_hash=True)
class Edit(Fact):
    """Characters of the source that stand in no field of the result, and why.

    `replacement` is what the result holds in their place; empty when they were only taken off.
    """

    reason: str
    removed: str
    replacement: str
    source: SourceRange


@dataclass(slots=True, unsafe_hash=True)
class Widening(Fact):
    """One mark made full-width: where it stands in its text, as printed, and what stands there."""

    place: int
    printed: str
    replacement: str


@dataclass(slots=True, unsafe_hash=True)
class WideMarks(Fact):
    """A text of a story some of whose marks were made full-width, and each of them, in order.

    `part` is kicker, headline, deck, body or caption; `number` counts the paragraphs of the body,
    or the photos, from 0. The text is as printed.
    """

    part: str
    number: int
    text: str
    changes: tuple[Widening, ...]


@dataclass(slots=True, unsafe_hash=True)
class PrintedHeadline(Fact):
    kicker: str
    headline: str
    deck: str
    source: SourceRange

    @property
    def is_lent(self) -> bool:
        """Whether none was printed: its words are of the text, and it has no place of its own."""
        return self.source.start == self.source.end


@dataclass(frozen=True, slots=True)
class PrintedDateline(Fact):
    """`marker` is 本报讯 or its like; `text` the date as printed; `date` None when unsure."""

    marker: str
    text: str
    date: date | None


@dataclass(frozen=True, slots=True)
class PrintedByline(Fact):
    """One person in a byline. Contributions are 文 (words) and 图 (pictures)."""

    name: str
    capacity: str
    contributions: tuple[str, ...]
    source: SourceRange


@dataclass(frozen=True, slots=True)
class PrintedPost(Fact):
    """A post split into the body and the title in it: 经开区管委会, 主任.

    Not `is_held` when the story says that it is past or still to come: 时任, 原, 免去, 拟任.
    """

    department: str
    title: str
    is_held: bool = True


@dataclass(slots=True, unsafe_hash=True)
class PrintedOfficial(Fact):
    """An official in one story: title as printed at first mention, and what they did."""

    name: str
    title: str
    posts: tuple[PrintedPost, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompletedBody(Fact):
    """A body printed without its place, and in full; `whole` is empty where nobody can tell it.

    Of a title that names its body only, 镇长, the title is completed.
    """

    printed: str
    whole: str


@dataclass(frozen=True, slots=True)
class PrintedPerson(Fact):
    """Somebody named by what they are, and not by an office: 教练员, 村民."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class PrintedHost(Fact):
    """A body that holds an event. `role` is 主办, 承办 or 协办."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class PrintedEvent(Fact):
    """`place` is as printed; of a visit the places on its list, with 、 between them.

    `ends_on` is told by exports only: it is not read out of a text.
    """

    kind: str
    name: str
    date: date | None
    place: str = ""
    hosts: tuple[PrintedHost, ...] = ()
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class PrintedPhoto(Fact):
    """A picture line of the source, `![caption](file name)`; `credit` is taken from the caption."""

    file_name: str
    caption: str
    credit: str
    source: SourceRange


@dataclass(slots=True, unsafe_hash=True)
class Join(Fact):
    """Two fragments made into one paragraph.

    `offset` is where the second begins in the paragraph's text. `reason` names the rule.
    """

    before: str
    after: str
    offset: int
    reason: str
    is_doubtful: bool


@dataclass(slots=True, unsafe_hash=True)
class Paragraph(Fact):
    """A caption is that of a picture which the source does not hold; it follows the text.

    One that `may_be_text` stood above the text, and reads as a part of it too.
    """

    text: str
    is_subhead: bool
    sources: tuple[SourceRange, ...]
    joins: tuple[Join, ...]
    is_caption: bool = False
    may_be_text: bool = False

    def with_text(self, text: str) -> "Paragraph":
        """Another text of the same length: `dataclasses.replace` would take ten times as long."""
        return Paragraph(
            text, self.is_subhead, self.sources, self.joins, self.is_caption, self.may_be_text
        )


@dataclass(frozen=True, slots=True)
class PrintedDoubt(Fact):
    """Something that a person must look at before the story may be released.

    `kind` is one of the names in `lexicon.marks.DOUBTS`; `quote` is the printed text that it is
    about; `paragraph` is the index of the paragraph, None when it is about the whole story.
    `break_at` says of a doubt about a break how much of the quote stands before it.
    """

    kind: str
    quote: str
    paragraph: int | None
    source: SourceRange
    break_at: int | None = None


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A name at [start, end) of a paragraph; `start` is where its title begins.

    `holder` tells namesakes apart: 0 for the first official of the name, 1 for the second.
    """

    paragraph: int
    start: int
    end: int
    name: str
    title: str
    posts: tuple[PrintedPost, ...]
    holder: int = 0

    def at(self, paragraph: int, start: int, end: int) -> "Mention":
        """The same official where another place names them."""
        return Mention(paragraph, start, end, self.name, self.title, self.posts, self.holder)


@dataclass(slots=True, unsafe_hash=True)
class Story(Fact):
    """`credits` are printed words beside the byline: 责编 王丽, 图片由县文旅局提供.

    `position` is its place on the page where the format tells it; None where the text does.
    `persons` are those named without an office.
    `proposed` are persons that only a second opinion finds, `doubted` those whose names may be
    a place or a word to the rules: nobody until a person confirms them.
    `completed` are the bodies without their place: the others and the posts have them in full.
    Each mark of `wide_marks` is an edit too. Names, titles, dates, joins and doubts keep theirs.
    """

    headline: PrintedHeadline
    dateline: PrintedDateline | None
    bylines: tuple[PrintedByline, ...]
    officials: tuple[PrintedOfficial, ...]
    departments: tuple[str, ...]
    event: PrintedEvent | None
    paragraphs: tuple[Paragraph, ...]
    photos: tuple[PrintedPhoto, ...]
    doubts: tuple[PrintedDoubt, ...]
    edits: tuple[Edit, ...]
    credits: tuple[str, ...] = ()
    persons: tuple[PrintedPerson, ...] = ()
    proposed: tuple[PrintedOfficial, ...] = ()
    doubted: tuple[PrintedOfficial, ...] = ()
    wide_marks: tuple[WideMarks, ...] = ()
    position: int | None = None
    completed: tuple[CompletedBody, ...] = ()

    @property
    def printed_headline(self) -> str:
        """The headline with the marks of the print: it names the story at every import."""
        printed = (marks.text for marks in self.wide_marks if marks.part == "headline")
        return next(printed, self.headline.headline)


@dataclass(slots=True, unsafe_hash=True)
class ToldStory(Story):
    """A story that another newsroom exported with all that it knew: nothing is read out of it.

    `body` is HTML, of which `paragraphs` are the text. `particulars` are further words by the names
    of a version's fields; `alternatives` are
    the texts in place of the photos, `places` where these stand in the body (articles/placing.py),
    both in their order; `corrections` what was wrong, what is right and a remark. `issue` is the
    number of the edition, 0 where it is not told; a story that is not `is_printed` stood on the web
    only.
    """

    body: str = ""
    particulars: tuple[tuple[str, str | bool], ...] = ()
    alternatives: tuple[str, ...] = ()
    places: tuple[int | None, ...] = ()
    corrections: tuple[tuple[str, str, str], ...] = ()
    issue: int = 0
    is_printed: bool = True


@dataclass(frozen=True, slots=True)
class ParsedPage(Fact):
    """All stories of one page, and the source text that belongs to none of them."""

    stories: tuple[Story, ...]
    edits: tuple[Edit, ...]
