"""A line of JSON that tells all of a story, as `manage.py export_edition` writes it.

docs/interchange.md says what each key means. Nothing is read out of its text, and what is not
understood is refused: another newsroom's words never go missing unseen.
"""

import re
from datetime import date
from typing import Any

from lxml import html
from lxml.etree import LxmlError

from articles.body import canonical, sections
from articles.importing.events import printed_kind
from articles.parsing.documents import Document, UnreadableSource, lost_lines
from articles.parsing.doubts import round_lost_character
from articles.parsing.encodings import LOST
from articles.parsing.facts import (
    Paragraph,
    PrintedByline,
    PrintedDateline,
    PrintedDoubt,
    PrintedEvent,
    PrintedHeadline,
    PrintedHost,
    PrintedOfficial,
    PrintedPerson,
    PrintedPhoto,
    PrintedPost,
    ToldStory,
)
from articles.parsing.lexicon.titles import FORMERLY, HELD_LATER
from articles.parsing.source import Source

from .pages import NO_CHARACTERS

FORMAT = "newsroom-1"
KEYS = frozenset(
    """
    format date page page_name position issue is_printed source_system source_id
    kicker headline deck dateline dateline_date date_as_printed body body_html
    credits credit_line source reprint people departments event photos corrections
    """.split()  # noqa: SIM905 (a list of twenty-six strings is no easier to read)
)
REPRINT = {
    "author": "original_author",
    "headline": "original_headline",
    "editor": "responsible_editor",
}
CAPACITIES = {"reporter": "记者", "correspondent": "通讯员", "intern": "实习生", "other": ""}
EVENT = {"kind", "name", "date", "ends_on", "place", "hosts"}
HOSTS = {"host": "主办", "organiser": "承办", "supporter": "协办"}
SMALL, LARGE = 2**15 - 1, 2**31 - 1
SPACE = re.compile(r"\s+")


def read_told(line: dict[str, Any]) -> Document:
    """The story of a line in FORMAT. Raises UnreadableSource for what cannot be understood."""
    told = Values(line)
    if told.text("format") != FORMAT:
        raise UnreadableSource("unknown_story_format", told.text("format"))
    if not told.text("headline"):
        raise UnreadableSource("no_headline")
    body = told.texts("body")
    markup = told.text("body_html") or _markup(body)
    if _bare(_text_of(markup)) != _bare("".join(body)):
        raise UnreadableSource("other_body")
    text = _Text()
    head = text.range_of(filter(None, map(told.text, ("kicker", "headline", "deck"))))
    paragraphs = [(one, text.range_of([one])) for one in body]
    source = Source(text.written)
    placed = [(one, source.range(*place)) for one, place in paragraphs]
    story = _story(told, markup, source.range(*head), placed)
    return Document(text.written, unread=lost_lines(text.written), told=story)


def _story(told, markup, head, paragraphs):
    photos = told.objects("photos", {"file", "caption", "credit", "alt_text", "placed_after"})
    officials, persons = _people(told)
    return ToldStory(
        headline=PrintedHeadline(*map(told.text, ("kicker", "headline", "deck")), head),
        dateline=_dateline(told),
        bylines=tuple(_bylines(told, head)),
        officials=officials,
        departments=tuple(dict.fromkeys(told.texts("departments"))),
        event=_event(told),
        paragraphs=tuple(Paragraph(text, False, (source,), ()) for text, source in paragraphs),
        photos=tuple(
            PrintedPhoto(*map(photo.text, ("file", "caption", "credit")), head) for photo in photos
        ),
        doubts=tuple(_doubts(told, head, paragraphs)),
        edits=(),
        credits=tuple(filter(None, [told.text("credit_line")])),
        persons=persons,
        position=told.number("position", SMALL),
        body=markup,
        particulars=tuple(_particulars(told)),
        alternatives=tuple(photo.text("alt_text") for photo in photos),
        places=tuple(_place(photo, markup) for photo in photos),
        corrections=tuple(_corrections(told)),
        issue=told.number("issue", LARGE),
        is_printed=told.flag("is_printed", default=True),
    )


def _place(photo, markup):
    """Behind how many parts of the body the photo stands; None where the line does not say."""
    if "placed_after" not in photo.values:
        return None
    return photo.number("placed_after", len(sections(canonical(markup))))


def _doubts(told, head, paragraphs):
    """A doubt for each text in which characters were lost."""
    heads = [told.text(name) for name in ("kicker", "headline", "deck")]
    for text, number, source in (
        *((text, None, head) for text in heads),
        *((text, number, source) for number, (text, source) in enumerate(paragraphs)),
    ):
        if LOST in text:
            quote = round_lost_character(text) or text[:40]
            yield PrintedDoubt("replacement_character", quote, number, source)


def _dateline(told):
    values = told.text("dateline"), told.text("date_as_printed"), told.day("dateline_date")
    return PrintedDateline(*values) if any(values) else None


def _bylines(told, head):
    for credit in told.objects("credits", {"name", "capacity", "words", "pictures"}):
        words, pictures = credit.flag("words", default=True), credit.flag("pictures")
        if not credit.text("name") or not (words or pictures):
            raise UnreadableSource("bad_value", "credits")
        capacity = credit.one_of("capacity", CAPACITIES, default="reporter")
        contributions = ("文",) * words + ("图",) * pictures
        yield PrintedByline(credit.text("name"), capacity, contributions, head)


def _people(told):
    """Those with an office, and those without; of two of one name the second has none."""
    officials, persons = {}, []
    for one in told.objects("people", {"name", "title", "acts", "posts", "has_office"}):
        name, title = one.text("name"), one.text("title")
        if not name:
            raise UnreadableSource("bad_value", "people")
        posts = tuple(_posts(one))
        acts = tuple(act for act in one.text("acts").split("、") if act)
        if name not in officials and (one.flag("has_office") or posts or acts):
            officials[name] = PrintedOfficial(name, title, posts, acts)
        else:
            persons.append(PrintedPerson(name, title))
    return tuple(officials.values()), tuple(persons)


def _posts(one):
    is_held = not one.text("title").startswith((*FORMERLY, *HELD_LATER))
    for post in one.objects("posts", {"department", "title"}):
        if not (post.text("department") and post.text("title")):
            raise UnreadableSource("bad_value", "posts")
        yield PrintedPost(post.text("department"), post.text("title"), is_held)


def _event(told):
    for event in told.objects("event", EVENT, is_one=True):
        kind = printed_kind(event.text("kind"))
        hosts = event.objects("hosts", {"name", "role"})
        if kind is None or not all(host.text("name") for host in hosts):
            raise UnreadableSource("bad_value", "event")
        first, last = event.day("date"), event.day("ends_on")
        if last and not (first and first <= last):
            raise UnreadableSource("bad_value", "ends_on")
        return PrintedEvent(
            kind,
            event.text("name"),
            first,
            event.text("place"),
            tuple(
                PrintedHost(host.text("name"), host.one_of("role", HOSTS, default="host"))
                for host in hosts
            ),
            last,
        )
    return None


def _particulars(told):
    yield "source", told.text("source")
    for reprint in told.objects("reprint", set(REPRINT), is_one=True):
        yield "is_reprint", True
        for key, field in REPRINT.items():
            yield field, reprint.text(key)


def _corrections(told):
    """Only of a story with a number elsewhere: it was released there, with what was wrong."""
    if told.values.get("corrections") and not told.text("source_id"):
        raise UnreadableSource("bad_value", "corrections")
    for correction in told.objects("corrections", {"wrong", "right", "remark"}):
        values = tuple(map(correction.text, ("wrong", "right", "remark")))
        if not all(values[:2]):
            raise UnreadableSource("bad_value", "corrections")
        yield values


class Values:
    """The values of an object, each of the kind that is asked for."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def text(self, key: str) -> str:
        value = self.values.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str | None):
            raise UnreadableSource("bad_value", key)
        return NO_CHARACTERS.sub(LOST, value or "")

    def texts(self, key: str) -> list[str]:
        value = self._list(key)
        if not all(isinstance(one, str) for one in value):
            raise UnreadableSource("bad_value", key)
        return [NO_CHARACTERS.sub(LOST, one) for one in value if one.strip()]

    def objects(self, key: str, known: set[str], *, is_one: bool = False) -> list["Values"]:
        """The objects of a list; with `is_one` the object itself, in a list where it is there."""
        value = self.values.get(key) if is_one else self._list(key)
        found = [value] if is_one and value is not None else value or []
        for one in found:
            if not isinstance(one, dict):
                raise UnreadableSource("bad_value", key)
            if unknown := set(one) - known:
                raise UnreadableSource("bad_value", f"{key}.{min(unknown)}")
        return [Values(one) for one in found]

    def flag(self, key: str, *, default: bool = False) -> bool:
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise UnreadableSource("bad_value", key)
        return value

    def number(self, key: str, largest: int) -> int:
        value = self.values.get(key, 0)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= largest:
            raise UnreadableSource("bad_value", key)
        return value

    def day(self, key: str) -> date | None:
        text = self.text(key)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError as error:
            raise UnreadableSource("bad_date", text) from error

    def one_of(self, key: str, names: dict[str, str], *, default: str) -> str:
        name = self.text(key) or default
        if name not in names:
            raise UnreadableSource("bad_value", key)
        return names[name]

    def _list(self, key: str) -> list[Any]:
        value = self.values.get(key)
        if not isinstance(value, list | None):
            raise UnreadableSource("bad_value", key)
        return value or []


class _Text:
    """The text that a person reads beside the story, and where each piece of it stands."""

    def __init__(self) -> None:
        self.written = ""

    def range_of(self, lines) -> tuple[int, int]:
        """Write the lines after an empty one, and return where they stand, [start, end)."""
        self.written += "\n" if self.written else ""
        start = len(self.written)
        self.written += "".join(f"{line}\n" for line in lines)
        return start, len(self.written) - 1


def _markup(paragraphs: list[str]) -> str:
    return "".join(f"<p>{_escaped(text)}</p>" for text in paragraphs)


def _escaped(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\n", "<br>")


def _text_of(markup: str) -> str:
    try:
        return html.fragment_fromstring(markup, create_parent=True).text_content()
    except (LxmlError, ValueError) as error:
        raise UnreadableSource("bad_value", "body_html") from error


def _bare(text: str) -> str:
    return SPACE.sub("", text)
