"""Doubts about a story as a whole; those about one paragraph come with it."""

from collections.abc import Iterator

from .facts import Paragraph, PrintedDoubt, PrintedHeadline
from .markers import find_marker
from .source import Line, Source

REPLACEMENT_CHARACTER = "\ufffd"
QUOTE = 20


def story_doubts(
    source: Source,
    headline: PrintedHeadline,
    paragraphs: tuple[Paragraph, ...],
    *,
    date_doubt: str,
    printed_date: str,
) -> Iterator[PrintedDoubt]:
    """What a person should look at: a story without text, lost characters, a strange date.

    So where 本报讯 begins a later paragraph: another story may begin there without a headline.
    """
    if not paragraphs:
        yield PrintedDoubt("no_text", headline.headline, None, headline.source)
    lost = round_lost_character(headline.kicker + headline.headline + headline.deck)
    if lost:
        yield PrintedDoubt("replacement_character", lost, None, headline.source)
    if date_doubt:
        place = paragraphs[0].sources[0] if paragraphs else headline.source
        yield PrintedDoubt(date_doubt, printed_date, 0 if paragraphs else None, place)
    for number, paragraph in enumerate(paragraphs[1:], start=1):
        place = paragraph.sources[0]
        if find_marker(source, Line(place.start, place.end)):
            yield PrintedDoubt("doubtful_headline", paragraph.text[:QUOTE], number, place)


def round_lost_character(text: str) -> str:
    """The text round the first character that was lost in decoding; empty when none was."""
    place = text.find(REPLACEMENT_CHARACTER)
    return text[max(0, place - QUOTE) : place + QUOTE] if place >= 0 else ""
