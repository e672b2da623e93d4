"""Compare what was read in a story with its labels, field by field.

The labels hold texts as printed, the parser gives Chinese text full-width marks: no difference is
made between , and ，.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from articles.parsing.attendance import roles_of
from articles.parsing.lexicon.events import TOURS
from articles.parsing.punctuation import folded

# How much white space may lie between what two edits took off.
LONGEST_GAP = 6


@dataclass
class Score:
    """Right answers, wrong ones and missed ones; and what they were, for whoever mends them."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, where, expected, found):
        """Two collections of facts of one story: texts, or tuples of them."""
        expected, found = ({_folded(fact) for fact in facts} for facts in (expected, found))
        self.right += len(expected & found)
        self.wrong += len(found - expected)
        self.missed += len(expected - found)
        self.errors += [f"{where}: + {fact}" for fact in sorted(found - expected, key=str)]
        self.errors += [f"{where}: - {fact}" for fact in sorted(expected - found, key=str)]

    @property
    def precision(self):
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self):
        return self.right / ((self.right + self.missed) or 1)


def compare(labelled, story, scores: defaultdict[str, Score]):
    """Add one parsed story (or None, where none was found) to the scores of each field."""
    labels, where = labelled.labels, labelled.name
    expected, found = _facts_of_labels(labels), _facts_of_story(story)
    for name, facts in expected.items():
        scores[name].add(where, facts, found[name])
    for name, ends, pieces in (
        ("paragraphs", labels["paragraphs"], _paragraphs(story)),
        ("joins", labels["joins"], _joins(labels["joins"], story)),
    ):
        scores[name].add(where, *_matched(ends, pieces))


def names_of_labels(labels):
    """Whoever is named in full, but in bylines."""
    writers = {one["name"] for one in labels["bylines"]}
    return ({one["name"] for one in labels["officials"]} | set(labels["persons"])) - writers


def names_of_story(story):
    writers = {one.name for one in story.bylines}
    people = (*story.officials, *story.persons, *story.proposed, *story.doubted)
    return {one.name for one in people} - writers


def with_proposals(story):
    """The story as it would be if somebody confirmed every proposed name that has a title."""
    titled = tuple(one for one in (*story.proposed, *story.doubted) if one.title)
    return replace(story, officials=(*story.officials, *titled))


def _paragraphs(story):
    return [(text, text) for text in (_bare(p.text) for p in story.paragraphs)] if story else []


def _joins(labels, story):
    """Each join as the text after it and the text before it; and the labelled cuts that were none.

    Those are the ends of print lines of one fragment, and cuts amid words that were taken off: in
    本报7 | 月9日讯, behind a marker, before or behind the bracket of a byline, or within its names.
    """
    if story is None:
        return []
    cuts = [(_bare(before), _bare(after)) for before, after in labels]
    found = [(_bare(join.before), _bare(join.after)) for p in story.paragraphs for join in p.joins]
    found = [_as_labelled(join, cuts) for join in found]
    texts = [text for text, _ in _paragraphs(story)]
    taken = [tuple(map(_bare, halves)) for halves in _taken(story)]
    found += [
        (before, after)
        for before, after in cuts
        if any(before + after in text for text in texts)
        or any(_is_at((before, after), halves) for halves in taken)
    ]
    return [(after, before) for before, after in found]


def _as_labelled(join, cuts):
    """A join with the words of the label that were taken off before it, or behind its text."""
    before, after = join
    longer = (one for one, other in cuts if after.startswith(other) and one.endswith(before))
    before = next(longer, before)
    longer = (other for one, other in cuts if other.startswith(after) and before.endswith(one))
    return before, next(longer, after)


def _taken(story):
    """The words before and after each line break amid what was taken off, or right behind it."""
    for edit in story.edits:
        yield from _halves(edit.removed)
    for one in story.bylines:
        if one.source.first_line < one.source.last_line:
            yield from ((one.name[:n], one.name[n:]) for n in range(1, len(one.name)))
    taken = [(edit.source, edit.removed) for edit in story.edits]
    taken += [(one.source, one.name) for one in story.bylines]
    texts = [(one.sources[0], one.text) for one in story.paragraphs]
    pieces = sorted((*taken, *texts), key=lambda piece: piece[0].start)
    for (place, text), (after, following) in pairwise(pieces):
        is_cut = place.last_line < after.first_line or following.startswith("\n")
        if (place, text) in taken and is_cut and after.start - place.end <= LONGEST_GAP:
            yield text, following.lstrip()


def _halves(removed):
    """The words before and after each line break in what an edit took off."""
    for match in re.finditer(r"\s*\n\s*", removed):
        yield removed[: match.start()], removed[match.end() :]


def _is_at(cut, halves):
    """Whether a break lies between the words of a cut, as far as both go."""
    (before, after), (one, other) = cut, halves
    return bool(one) and (
        (before.endswith(one) or one.endswith(before))
        and (after.startswith(other) or other.startswith(after))
    )


def _matched(labels, pieces):
    """The labels, and what was found in their terms.

    A label names the ends of a text by a few characters: a paragraph by its first and last, a
    join by the last before it and the first after it. A piece is (text by its start, by its end).
    """
    expected = [tuple(_bare(end) for end in label) for label in labels]
    found = []
    for begins, ends in pieces:
        fitting = (label for label in expected if _fits(label, begins, ends))
        found.append(next(fitting, (begins[:12], ends[-12:])))
    return expected, found


def _fits(label, begins, ends):
    one, other = label
    return (begins.startswith(one) and ends.endswith(other)) or (
        begins.startswith(other) and ends.endswith(one)
    )


def compare_headlines(labelled, stories, scores: defaultdict[str, Score]):
    """How a page was split: the labels name the headline of each of its stories."""
    expected = map(_bare, labelled.labels["stories"])
    found = (_bare(story.headline.headline) for story in stories)
    scores["stories"].add(labelled.name, expected, found)


def _facts_of_labels(labels):
    dateline = labels["dateline"] or {"marker": "", "text": "", "date": None}
    event = labels["event"] or {"kind": "", "name": "", "date": None}
    event = {"place": "", "hosts": (), "participants": ()} | event
    bylines = labels["bylines"]
    officials = labels["officials"]
    return {
        "kicker": _one(labels["kicker"]),
        "headline": _one(labels["headline"]),
        "deck": _one(labels["deck"]),
        "marker": _one(dateline["marker"]),
        "date": _one((dateline["text"], dateline["date"]) if dateline["text"] else None),
        "byline names": {one["name"] for one in bylines},
        "byline roles": {(one["name"], *sorted(one["contributions"])) for one in bylines},
        "byline ranks": {(one["name"], one["capacity"]) for one in bylines},
        "names": names_of_labels(labels),
        "officials": {one["name"] for one in officials},
        "posts": {(one["name"], *post) for one in officials for post in one["posts"]},
        "departments": set(labels["departments"]),
        "event kind": _one(event["kind"]),
        "event name": _one(event["name"]),
        "event place": _one(event["place"]),
        "event hosts": {tuple(host) for host in event["hosts"]},
        "event roles": {tuple(one) for one in event["participants"]},
        "photos": {(one["caption"], one["credit"]) for one in labels.get("photos", ())},
    }


def _facts_of_story(story):
    if story is None:
        return defaultdict(set)
    dateline, event, headline = story.dateline, story.event, story.headline
    return {
        "kicker": _one(headline.kicker),
        "headline": _one(headline.headline),
        "deck": _one(headline.deck),
        "marker": _one(dateline and dateline.marker),
        "date": _one(
            (dateline.text, dateline.date and dateline.date.isoformat())
            if dateline and dateline.text
            else None
        ),
        "byline names": {one.name for one in story.bylines},
        "byline roles": {(one.name, *sorted(one.contributions)) for one in story.bylines},
        "byline ranks": {(one.name, one.capacity.removeprefix("本报")) for one in story.bylines},
        "names": names_of_story(story),
        "officials": {one.name for one in story.officials},
        "posts": {
            (one.name, post.department, post.title) for one in story.officials for post in one.posts
        },
        "departments": set(story.departments),
        "event kind": _one(event and event.kind),
        "event name": _one(event and event.name),
        "event place": _one(event and event.place),
        "event hosts": {(host.name, host.role) for host in event.hosts} if event else set(),
        "event roles": _roles(story) if event else set(),
        "photos": {(photo.caption, photo.credit) for photo in story.photos},
    }


def _roles(story):
    is_tour = story.event.kind in TOURS
    return {
        (official.name, role)
        for official in story.officials
        for role in roles_of(official.acts, is_tour=is_tour)
    }


def _one(value):
    return {value} if value else set()


def _bare(text):
    return folded("".join(text.split()))


def _folded(fact):
    if isinstance(fact, tuple):
        return tuple(map(_folded, fact))
    return folded(fact) if isinstance(fact, str) else fact
