"""Have what is on record of a paragraph follow it when an editor changes the body.

That is where it came from, and what is in doubt of it. Both name it by its number.
"""

from collections.abc import Sequence

from articles.body import paragraphs
from articles.comparison import BREAK, compare_paragraphs
from articles.models import Doubt, ParagraphSource, SourceDocument
from articles.parsing.joins import DECIDED
from articles.parsing.punctuation import folded

# So many characters tell the paragraph in which a fragment stands now.
TELLING = 10


def follow(version, body_before):
    """Number sources and doubts of the version as its paragraphs stand now, after `body_before`.

    Of a paragraph that was divided they go with their own words; where it is gone, to the one that
    stood before it.
    """
    before, after = paragraphs(body_before), version.paragraphs
    if before == after:
        return
    places = new_places(before, after)
    _number_sources(list(version.paragraph_sources.all()), places, after)
    doubts = list(version.doubts.exclude(paragraph=None))
    for doubt in doubts:
        words = _bare(doubt.quote[: doubt.break_at])
        doubt.paragraph = _place_now(doubt.paragraph, places, after, words)
    Doubt.objects.bulk_update(doubts, ["paragraph"])


def _number_sources(sources, places, texts):
    """Store the new numbers, and that a person joined or divided what stands otherwise now."""
    documents = SourceDocument.objects.only("text").in_bulk({row.document_id for row in sources})
    was, last = None, None
    for source in sources:
        text = documents[source.document_id].text
        words = _bare(text[source.start : source.end])[:TELLING]
        number = _place_now(source.paragraph, places, texts, words)
        if number != last:
            source.join_reason, source.is_doubtful = "", False
        elif source.paragraph != was and words in _bare(texts[number]):
            source.join_reason = DECIDED
        was, last, source.paragraph = source.paragraph, number, number
    ParagraphSource.objects.bulk_update(sources, ["paragraph", "join_reason", "is_doubtful"])


def new_places(before: Sequence[str], after: Sequence[str]) -> list[range]:
    """Where each of the paragraphs before stands after: at several places where it was divided.

    Two that were joined have the same place, and one that is gone has that of the one before it.
    """
    old, new = ([text.replace(BREAK, " ") for text in side] for side in (before, after))
    places: list[range] = []
    last = range(1)
    for row in compare_paragraphs(old, new):
        last = row.after_numbers or last[-1:]
        places.extend(last for _number in row.before_numbers)
    return places


def _place_now(place, places, texts, words):
    """The paragraph that has most of those words, of those that stand in its place."""
    if place >= len(places):
        return place
    found = [one for one in places[place] if one < len(texts)] or places[place][:1]
    pairs = {words[at : at + 2] for at in range(len(words) - 1)}
    return max(found, key=lambda one: sum(pair in _bare(texts[one]) for pair in pairs))


def _bare(text):
    return folded("".join(text.split()))
