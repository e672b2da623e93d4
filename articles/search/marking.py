"""Hits marked in a text, and the stretch of it around the densest of them: plain Python."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from articles.search.folding import fold, folded_with_places

SNIPPET = 110
_SENTENCE = re.compile(r"[^。！？!?；;]*[。！？!?；;]*[”’」』）)]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, a hit or not."""

    text: str
    is_hit: bool = False


def hits(text, terms):
    """The stretches [start, end) of the text as it is written that the folded terms fall on.

    Those that touch are one.
    """
    quickly_folded = fold(text)
    terms = [term for term in terms if term in quickly_folded]
    if not terms:
        return []
    folded, places = folded_with_places(text)
    found = []
    for term in terms:
        start = folded.find(term)
        while start >= 0:
            found.append((places[start], places[start + len(term) - 1] + 1))
            start = folded.find(term, start + 1)
    joined = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def marked(text, terms):
    """The text in pieces."""
    pieces, last = [], 0
    for start, end in hits(text, terms):
        if start > last:
            pieces.append(Piece(text[last:start]))
        pieces.append(Piece(text[start:end], is_hit=True))
        last = end
    if text[last:]:
        pieces.append(Piece(text[last:]))
    return pieces


def snippet(paragraphs, terms, length=SNIPPET):
    """Sentences around the densest hits, marked; the beginning of the text where there is none.

    A sentence longer than the snippet is cut around its hits, which the points say.
    """
    sentences = [
        found[0] for text in paragraphs for found in _SENTENCE.finditer(text) if found[0].strip()
    ]
    if not sentences:
        return []
    best = _densest(sentences, terms)
    first, last = best, best + 1
    while last < len(sentences) and _length(sentences[first : last + 1]) <= length:
        last += 1
    chosen = "".join(sentences[first:last])
    before, after = first > 0, last < len(sentences)
    if len(chosen) > length:
        start, end = _window(chosen, terms, length)
        before, after = before or start > 0, after or end < len(chosen)
        chosen = chosen[start:end]
    pieces = marked(chosen, terms)
    return [*[Piece("…")] * before, *pieces, *[Piece("…")] * after]


def _densest(sentences, terms):
    """The place of the sentence with the most of the terms, and of several with the most hits."""
    held = [sum(term in folded for term in set(terms)) for folded in map(fold, sentences)]
    most = max(held)
    best = [place for place, number in enumerate(held) if number == most]
    if len(best) == 1 or not most:
        return best[0]
    return max(best, key=lambda place: len(hits(sentences[place], terms)))


def _length(sentences):
    return sum(map(len, sentences))


def _window(text, terms, length):
    """[start, end) of at most that length with as many hits as fit, none of them cut."""
    found = hits(text, terms) or [(0, 0)]
    starts, ends = zip(*found, strict=True)
    windows = []
    for start in starts:
        start = max(0, min(start - length // 4, len(text) - length))
        end = min(len(text), start + length)
        held = bisect_right(ends, end) - bisect_left(starts, start)
        windows.append((held, -start, end))
    _held, start, end = max(windows)
    return -start, end
