"""Have what is on record of a paragraph follow it when an editor changes the body.

That is where it came from, and what is in doubt of it. Both name it by its number, and both have
words of it, by which it is found where numbers do not tell.
"""

from dataclasses import dataclass

from articles.body import paragraphs
from articles.comparison import new_places
from articles.models import Doubt, ParagraphSource, SourceDocument
from articles.parsing.joins import DECIDED
from articles.parsing.punctuation import folded

# So many characters tell where words stand of which others were corrected.
TELLING = 10
# A paragraph that has this part of the pairs of some words is the one that they are of.
MOSTLY = 0.5


def follow(version, body_before):
    """Number sources and doubts of the version as its paragraphs stand now, after `body_before`.

    Of a paragraph that was divided they go with their own words. Where the words are gone they are
    numbered as what stood before them, until the words come back.
    """
    before, after = paragraphs(body_before), version.paragraphs
    # Who empties a body, and puts the words back, finds the record where it was.
    if before == after or not after:
        return
    move = _Move(new_places(before, after), list(map(_bare, before)), list(map(_bare, after)))
    _number_sources(list(version.paragraph_sources.all()), move)
    doubts = list(version.doubts.exclude(paragraph=None))
    for doubt in doubts:
        doubt.paragraph = move.place_now(doubt.paragraph, _bare(doubt.quote[: doubt.break_at]))
    Doubt.objects.bulk_update(doubts, ["paragraph"])


@dataclass(frozen=True, slots=True)
class _Move:
    """The way of paragraphs from a body to another one: `new_places`, and their bare texts."""

    places: list[range]
    before: list[str]
    after: list[str]

    def place_now(self, place, words, least=0):
        """The number of the paragraph that has the words, at `least` that where more have them.

        A number that is not that of the words stays, unless another paragraph has them now.
        """
        is_right = place < len(self.before) and _is_of(words, self.before[place])
        near = (self.places[place] or range(1)) if is_right else ()
        for told in (words, words[:TELLING]):
            for places in (near, range(len(self.after))):
                if found := [one for one in places if told in self.after[one]]:
                    return next((one for one in found if one >= least), found[0])
        return max(near, key=lambda one: _share(words, self.after[one]), default=place)


def _number_sources(sources, move):
    """Store the new numbers, and that a person joined or divided what stands otherwise now."""
    documents = SourceDocument.objects.only("text").in_bulk({row.document_id for row in sources})
    was, last, stood = None, 0, False
    for source in sources:
        words = _bare(documents[source.document_id].text[source.start : source.end])
        number = move.place_now(source.paragraph, words, last)
        stands = number < len(move.after) and _is_of(words, move.after[number])
        if number != last and source.paragraph == was:
            source.join_reason, source.is_doubtful = "", False
        elif number == last and was not in (None, source.paragraph) and stood and stands:
            source.join_reason = DECIDED
        was, last, stood, source.paragraph = source.paragraph, number, stands, number
    ParagraphSource.objects.bulk_update(sources, ["paragraph", "join_reason", "is_doubtful"])


def _is_of(words, text):
    return words in text or _share(words, text) >= MOSTLY


def _share(words, text):
    pairs = {words[at : at + 2] for at in range(len(words) - 1)}
    return sum(pair in text for pair in pairs) / max(1, len(pairs))


def _bare(text):
    return folded("".join(text.split()))
