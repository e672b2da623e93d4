"""The order of names in a list against the official order; silent where no rule decides."""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.parsing.lexicon.titles import AND_WORDS
from articles.parsing.lexicon.wordlist import any_of
from people.offices import circle_of, is_standing, kind_of, rank_of
from people.order import Holding, Leader, Rule, rule_between
from people.periods import Covers

from .findings import Certainty, Finding
from .reading import Named, Reading
from .snapshot import KnownPost, Snapshot

BETWEEN = re.compile(rf"[，,、]?(?:{any_of(AND_WORDS)})?")


def check_order(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    """Neighbours of a list that a rule would put the other way."""
    for number, named in reading.by_text.items():
        text = reading.texts[number]
        for first, second in pairwise(one for one in named if one.has_title):
            if not BETWEEN.fullmatch(text.closed, first.end, second.start):
                continue
            rule = _rule_against(first, second, reading, snapshot)
            if rule is None:
                continue
            start, end = text.place(second.name_start), text.end(second.end)
            yield Finding(
                "order_of_names",
                text.passage,
                start,
                end,
                text.printed[start:end],
                "",
                {"name": second.name, "before": first.name, "order_rule": str(rule)},
                Certainty.LIKELY,
            )


def _rule_against(first: Named, second: Named, reading: Reading, snapshot: Snapshot):
    """Strokes decide nothing here: of those appointed on one day a document knows the order."""
    leaders = [_leader(one, reading, snapshot) for one in (first, second)]
    rule = rule_between(leaders[1], leaders[0]) if all(leaders) else None
    return None if rule is Rule.STROKES else rule


def _leader(named: Named, reading: Reading, snapshot: Snapshot) -> Leader | None:
    """Somebody with all that they surely hold that day; None where the name says not who."""
    officials = snapshot.by_name.get(named.name, ())
    day = reading.story.day
    if len(officials) != 1:
        return None
    posts = snapshot.posts_of.get(officials[0].id, ())
    held = [_holding(post, snapshot) for post in posts if post.on(day) is Covers.YES]
    return Leader(named.name, tuple(held), officials[0].id) if held else None


def _holding(post: KnownPost, snapshot: Snapshot) -> Holding:
    body = snapshot.body[post.body].name
    return Holding(
        body,
        circle_of(body),
        post.kind or kind_of(body, post.title),
        post.rank or rank_of(post.title),
        is_standing(post.title) or post.is_in_charge,
        post.place,
        post.period,
    )
