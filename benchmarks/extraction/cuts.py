"""Generated column breaks: cut the labelled paragraphs anew, cleanly and with text lost.

Every whole paragraph of the labels is cut at chance places (seeded), after full stops, and with
3 to 15 characters taken out. Truth is known: the two fragments are one paragraph.
"""

import random
from collections import Counter
from dataclasses import dataclass

from articles.parsing.pipeline import parse_page

SHORTEST = 40
MARGIN = 8
CUTS_OF_A_PARAGRAPH = 4
LOSSES = (3, 15)


@dataclass(frozen=True, slots=True)
class Cut:
    """One paragraph in two fragments. `kind` is clean, full stop or lossy."""

    kind: str
    before: str
    after: str


def whole_paragraphs(labelled):
    """The true paragraphs that lost no text, put together from the source by their labels."""
    source = "".join(line.strip() for line in labelled.text.splitlines())
    lossy = [tuple(side.strip() for side in pair) for pair in labelled.labels["doubtful"]]
    place = 0
    for first, last in labelled.labels["paragraphs"]:
        start = source.find(first, place)
        end = source.find(last, start) + len(last)
        if start < 0 or end < start + len(first):
            continue
        place = end
        text = source[start:end]
        if len(text) >= SHORTEST and not any(a + b in text for a, b in lossy):
            yield text


def cuts_of(text, chance):
    places = range(MARGIN, len(text) - MARGIN)
    for place in chance.sample(places, min(CUTS_OF_A_PARAGRAPH, len(places))):
        if text[place - 1] != "。":
            yield Cut("clean", text[:place], text[place:])
        lost = chance.randint(*LOSSES)
        if place + lost < len(text) - MARGIN:
            yield Cut("lossy", text[:place], text[place + lost :])
    stops = [place for place in places if text[place - 1] == "。"]
    for place in chance.sample(stops, min(1, len(stops))):
        yield Cut("full stop", text[:place], text[place:])


def every_cut(paragraphs, chance):
    """Each paragraph cut at every place, clean and lossy: many more, and slower, than `cuts_of`."""
    for text in paragraphs:
        for place in range(MARGIN, len(text) - MARGIN):
            if text[place - 1] != "。":
                yield Cut("clean", text[:place], text[place:])
            lost = chance.randint(*LOSSES)
            if place + lost < len(text) - MARGIN:
                yield Cut("lossy", text[:place], text[place + lost :])


def score_cuts(stories):
    """For each kind of cut: how many there were, were joined, were flagged, were either."""
    chance = random.Random(20230404)
    counts = Counter()
    for labelled in stories:
        for text in whole_paragraphs(labelled):
            for cut in cuts_of(text, chance):
                joined, flagged = _read(cut, labelled.edition_date)
                counts[cut.kind, "all"] += 1
                counts[cut.kind, "joined"] += joined
                counts[cut.kind, "flagged"] += flagged
                counts[cut.kind, "wrong in silence"] += not joined and not flagged
    return counts


def _read(cut, edition_date):
    page = parse_page(f"# 标题\n\n{cut.before}\n\n{cut.after}\n", edition_date=edition_date)
    (story,) = page.stories
    joined = any(p.joins for p in story.paragraphs)
    return joined, bool(story.doubts)
