"""One edit at a time in the name or the title of a known official, as somebody might mistype it."""

import random
from dataclasses import dataclass, replace
from typing import NamedTuple

from articles.verification.likeness import looks_like, readings
from articles.verification.story import StoryText
from benchmarks.verification.directories import GIVEN, SURNAMES

RANKED = (
    "书记",
    "主任",
    "局长",
    "主席",
    "院长",
    "校长",
    "部长",
    "县长",
    "区长",
    "市长",
    "镇长",
    "总经理",
)
KINDS = (
    "character",
    "homophone",
    "look-alike",
    "left out",
    "rank",
    "department",
    "own earlier title",
    "predecessor",
)


class Place(NamedTuple):
    """Where a known official is printed after a title, in a paragraph."""

    paragraph: int
    name_start: int
    name: str
    title: str
    body: str


@dataclass(frozen=True)
class Altered:
    """The story with one edit, whose title and name are now at [start, end) of the paragraph."""

    kind: str
    story: StoryText
    paragraph: int
    start: int
    end: int
    was: str
    now: str


def places_of(story, known):
    """The first mention with a title of each official, by the labels and not by any parser."""
    found = []
    for name, posts in known.held.items():
        for number, text in enumerate(story.paragraphs):
            start = text.find(name)
            while start >= 0:
                body, title = posts[-1]
                if text[:start].endswith(title):
                    found.append(
                        Place(number, start, name, title, _printed_body(text, start, body, title))
                    )
                    break
                start = text.find(name, start + 1)
            else:
                continue
            break
    return found


def alterations(story, known):
    for place in places_of(story, known):
        chance = random.Random(f"{place.name}{place.title}")
        for kind, was, now in _edits(place, known, chance):
            yield _altered(story, place, kind, was, now)


def _printed_body(text, start, body, title):
    """As much of the body's name as is printed directly before the title."""
    before = text[: start - len(title)]
    return next((body[n:] for n in range(len(body) - 1) if before.endswith(body[n:])), "")


def _edits(place, known, chance):
    yield from _of_name(place, known, chance)
    if now := _other_rank(place, known):
        yield "rank", place.title, now
    if place.body:
        bodies = [one.name for one in known.snapshot.bodies if not one.name.endswith(place.body)]
        yield "department", place.body, chance.choice(bodies)
    if place.body and place.name in known.earlier:
        yield "own earlier title", place.body + place.title, known.earlier[place.name]
    if place.name in known.predecessor:
        yield "predecessor", place.name, known.predecessor[place.name]


def _of_name(place, known, chance):
    name = place.name
    taken = {one.name for one in known.snapshot.officials}
    pool = sorted({*SURNAMES, *GIVEN})
    for kind, choices in (
        ("character", lambda n: SURNAMES if n == 0 else GIVEN),
        ("homophone", lambda n: [c for c in pool if not readings(c).isdisjoint(readings(name[n]))]),
        ("look-alike", lambda n: looks_like(name[n])),
    ):
        edits = [
            name[:n] + other + name[n + 1 :]
            for n in range(len(name))
            for other in choices(n)
            if other != name[n]
        ]
        edits = [edit for edit in edits if edit not in taken]
        if edits:
            yield kind, name, chance.choice(edits)
    if len(name) > 2:
        shorter = [name[:n] + name[n + 1 :] for n in range(1, len(name))]
        yield "left out", name, chance.choice(shorter)


def _other_rank(place, known):
    title = place.title
    if title.startswith("副") and title[1:] in RANKED:
        now = title[1:]
    elif title in RANKED:
        now = f"副{title}"
    else:
        return ""
    return "" if _holds(place.name, now, known) else now


def _holds(name, title, known):
    return any(held == title for _body, held in known.held[name])


def _altered(story, place, kind, was, now):
    text = story.paragraphs[place.paragraph]
    if was == place.name:
        start = place.name_start
    elif was.endswith(place.title):
        start = place.name_start - len(was)
    else:
        start = place.name_start - len(place.title) - len(was)
    changed = text[:start] + now + text[start + len(was) :]
    paragraphs = list(story.paragraphs)
    paragraphs[place.paragraph] = changed
    end = place.name_start + len(place.name) + len(now) - len(was)
    # A wrong name makes the title before it wrong, so a finding may stand at either.
    start = place.name_start - len(place.title) - len(place.body)
    return Altered(
        kind, replace(story, paragraphs=tuple(paragraphs)), place.paragraph, start, end, was, now
    )
