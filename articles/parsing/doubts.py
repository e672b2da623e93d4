"""Doubts about a story as a whole; those about one paragraph come with it."""

from collections.abc import Iterator

from .facts import Paragraph, PrintedDoubt, PrintedHeadline

REPLACEMENT_CHARACTER = "\ufffd"
QUOTE = 20


def story_doubts(
    headline: PrintedHeadline,
    paragraphs: tuple[Paragraph, ...],
    *,
    date_doubt: str,
    printed_date: str,
) -> Iterator[PrintedDoubt]:
    if not paragraphs:
        yield PrintedDoubt("no_text", headline.headline, None, headline.source)
    lost = round_lost_character(headline.kicker + headline.headline + headline.deck)
    if lost:
        yield PrintedDoubt("replacement_character", lost, None, headline.source)
    if date_doubt:
        place = paragraphs[0].sources[0] if paragraphs else headline.source
        yield PrintedDoubt(date_doubt, printed_date, 0 if paragraphs else None, place)


def round_lost_character(text: str) -> str:
    """The text round the first character that was lost in decoding; empty when none was."""
    place = text.find(REPLACEMENT_CHARACTER)
    return text[max(0, place - QUOTE) : place + QUOTE] if place >= 0 else ""
