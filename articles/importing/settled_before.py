"""Keep settled what somebody settled in a story, where a later import doubts it again."""

from collections import defaultdict

from articles.importing.decided import decided_breaks, place_of_break, settled_doubts
from articles.models import Doubt, SourceDocument
from articles.parsing.punctuation import folded


class SettledBefore:
    """What somebody settled in the story of a version, as it stands before others are written.

    A doubt is the same that is of one kind and quotes the same words. One about a break is so only
    where the break is as it was decided.
    """

    def __init__(self, version):
        article = version.article_id
        breaks = decided_breaks([version]).get(article, ())
        self._breaks = {one.place: one for one in breaks}
        self._settled = defaultdict(dict)
        doubts = settled_doubts([article]).filter(break_at=None).select_related("document")
        for doubt in doubts.defer("document__data"):
            # A version after a release has a copy of what was settled before.
            self._settled[_doubted(doubt)][doubt.settled_at] = doubt

    def known_again(self, rows, body):
        """The rows of doubts about that body, by the names of a doubt's fields: those that were
        settled with how they were. Each settled doubt is known again once."""
        rows = list(rows)
        breaks = {place: [one.doubt] for place, one in self._breaks.items() if one.holds_in(body)}
        settled = {doubted: list(doubts.values()) for doubted, doubts in self._settled.items()}
        keys = {row["document_id"] for row in rows} if settled else ()
        documents = SourceDocument.objects.defer("data").in_bulk(keys)
        for row in rows:
            doubt = Doubt(**row)
            doubt.document = documents.get(doubt.document_id)
            if doubt.break_at is None:
                same = settled.get(_doubted(doubt))
            else:
                same = breaks.get(place_of_break(doubt))
            yield row | _settlement(same.pop(0)) if same and doubt.is_open else row


def _doubted(doubt):
    """The kind and the words; of a quote that is marks alone, the lines that it stands in too."""
    lines = []
    if not any(map(str.isalnum, doubt.quote)):
        lines = ["".join(line.split()) for _number, line in doubt.source_lines()]
    return doubt.kind, folded("".join([doubt.quote, *lines]))


def _settlement(doubt):
    return {
        "settled_at": doubt.settled_at.isoformat(),
        "settled_by_id": doubt.settled_by_id,
        "settled_note": doubt.settled_note,
    }
