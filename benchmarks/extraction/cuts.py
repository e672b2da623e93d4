"""Generated column breaks: cut the labelled paragraphs anew, cleanly and with text lost.

Every whole paragraph of the labels is cut at chance places (seeded), after full stops and quotation
marks, inside numbers, dates, names and titles, and with 3 to 15 characters taken out. Truth is
known: the two fragments are one paragraph. `paragraph` is the other way round: the paragraphs of a
story below each other, none of which goes on in the next.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass

from articles.parsing.pipeline import parse_page
from benchmarks.extraction.readings import document_of

SHORTEST = 40
MARGIN = 8
CUTS_OF_A_PARAGRAPH = 4
LOSSES = (3, 15)
PARAGRAPH = "paragraph"
KINDS = (
    *("clean", "lossy", "full stop", "quotation", "number", "date", "name", "title"),
    PARAGRAPH,
)
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*[万亿]?(?![年月日])")
DATE = re.compile(r"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日")
AFTER_QUOTATION = re.compile(r"(?<=”)(?=.)")


@dataclass(frozen=True, slots=True)
class Cut:
    """One paragraph in two fragments. `kind` is one of KINDS."""

    kind: str
    before: str
    after: str


def whole_paragraphs(labelled):
    """Those of the true paragraphs that are long enough to be cut."""
    return [text for text in true_paragraphs(labelled) if len(text) >= SHORTEST]


def true_paragraphs(labelled):
    """The true paragraphs that lost no text, put together from the source by their labels."""
    source = "".join(line.strip() for line in document_of(labelled).text.splitlines())
    lossy = [tuple(side.strip() for side in pair) for pair in labelled.labels["doubtful"]]
    place = 0
    for first, last in labelled.labels["paragraphs"]:
        start = source.find(first, place)
        end = source.find(last, start) + len(last)
        if start < 0 or end < start + len(first):
            continue
        place = end
        text = source[start:end]
        if not any(a + b in text for a, b in lossy):
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


def cuts_at_words(text, labelled, chance):
    """One cut after a quotation mark, and one inside a number, a date, a name and a title each."""
    officials = labelled.labels["officials"]
    names = [one["name"] for one in officials] + labelled.labels["persons"]
    titles = [title for one in officials for _, title in one["posts"] if len(title) > 1]
    for kind, pattern in (
        ("quotation", AFTER_QUOTATION),
        ("number", NUMBER),
        ("date", DATE),
        ("name", _any_of(names)),
        ("title", _any_of(titles)),
    ):
        places = [
            place
            for match in pattern.finditer(text)
            for place in (range(match.start() + 1, match.end()) or [match.start()])
            if match.end() - match.start() != 1 and MARGIN <= place < len(text) - MARGIN
        ]
        if places:
            place = chance.choice(places)
            yield Cut(kind, text[:place], text[place:])


def _any_of(words):
    return re.compile("|".join(map(re.escape, words)) or "(?!)")


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
    chance, other = random.Random(20230404), random.Random(20230405)
    counts = Counter()
    for labelled in stories:
        for text in whole_paragraphs(labelled):
            for cut in (*cuts_of(text, chance), *cuts_at_words(text, labelled, other)):
                joined, flagged = _read(cut, labelled.edition_date)
                counts[cut.kind, "all"] += 1
                counts[cut.kind, "joined"] += joined
                counts[cut.kind, "flagged"] += flagged
                counts[cut.kind, "wrong in silence"] += not joined and not flagged
        _count_breaks(labelled, counts)
    return counts


def _read(cut, edition_date):
    page = parse_page(f"# 标题\n\n{cut.before}\n\n{cut.after}\n", edition_date=edition_date)
    (story,) = page.stories
    joined = any(p.joins for p in story.paragraphs)
    return joined, bool(story.doubts)


def _count_breaks(labelled, counts):
    """The true breaks of a story: those that were joined, those that were doubted."""
    texts = list(true_paragraphs(labelled))
    page = "".join(f"{text}\n\n" for text in texts)
    (story,) = parse_page(f"# 标题\n\n{page}", edition_date=labelled.edition_date).stories
    joins = [join for one in story.paragraphs for join in one.joins]
    doubted = [one for one in story.doubts if one.kind in ("doubtful_break", "doubtful_join")]
    counts[PARAGRAPH, "all"] += max(0, len(texts) - 1)
    counts[PARAGRAPH, "joined"] += len(joins)
    counts[PARAGRAPH, "flagged"] += len(doubted)
    counts[PARAGRAPH, "wrong in silence"] += sum(not join.is_doubtful for join in joins)
