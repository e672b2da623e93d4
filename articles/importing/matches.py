"""The matches of a plan as the report tells them, and how many different entries they mean."""

from collections import Counter

from articles.importing.events import BY_NAME, BY_PLACE, event_kind
from articles.importing.plan import Ambiguous, Matched, New, Plan

KINDS = ("officials", "posts", "departments", "reporters", "events")
FOUND_BY = {BY_NAME: "name", BY_PLACE: "place"}
_NAMES = {Matched: "matched", New: "new", Ambiguous: "ambiguous"}


def shown_matches(plan: Plan) -> list[dict]:
    """Each printed name of the page with what it was taken for and why, as JSON holds it.

    `match` is matched, new or ambiguous; `reason` one of `plan.REASONS`; `ids` the entries of the
    directory that are meant, or that come into question. An event has a `day` and a `place` too,
    and its title is the printed kind.
    """
    found, seen = [], set()
    for kind, match, printed in _printed(plan):
        ids = match.ids if isinstance(match, Ambiguous) else ()
        ids = (match.id,) if isinstance(match, Matched) else ids
        row = {
            "kind": kind,
            **printed,
            "match": _NAMES[type(match)],
            "reason": match.reason,
            "ids": list(ids),
        }
        key = (kind, *printed.values(), row["match"], row["reason"], ids)
        if key not in seen or _is_new_event(row):
            seen.add(key)
            found.append(row)
    return found


def _printed(plan):
    """(kind, match, what is printed) of all that the stories to be created name, kind by kind."""
    for story in plan.create:
        for official, mention in zip(story.story.officials, story.mentions, strict=True):
            yield "officials", mention.official, {"name": official.name, "title": official.title}
    for (department, title), match in sorted(plan.posts.items(), key=lambda item: item[0]):
        yield "posts", match, {"name": department, "title": title}
    for story in plan.create:
        for name, match in zip(story.story.departments, story.departments, strict=True):
            yield "departments", match, {"name": name, "title": ""}
    for story in plan.create:
        for byline, match in zip(story.story.bylines, story.reporters, strict=True):
            yield "reporters", match, {"name": byline.name, "title": byline.capacity}
    for story in plan.create:
        if story.event:
            event = story.story.event
            day = event.date.isoformat() if event.date else ""
            printed = {"name": event.name, "title": event.kind, "day": day, "place": event.place}
            yield "events", story.event, printed


def _is_new_event(row):
    """Whether the event is one that nobody told of before: each of them is another one."""
    return row["kind"] == "events" and row["match"] == "new" and row["reason"] not in FOUND_BY


class Tally:
    """How many different entries the matches of many pages mean.

    An entry is new once, however many pages name it: also where an earlier page of the import made
    it, so that later pages found it in the directory. Of each name only a hash is held.
    """

    def __init__(self):
        self._new = {kind: set() for kind in KINDS}
        self._matched = {kind: set() for kind in KINDS}
        self._new_events = 0
        self._ambiguous = Counter()

    def add(self, matches, names):
        """`names` are the counts of the same page: every ambiguous place counts by itself."""
        for kind, counts in names.items():
            self._ambiguous[kind] += counts["ambiguous"]
        for row in matches:
            kind = row["kind"]
            if row["match"] == "new":
                self._new_events += _is_new_event(row)
                self._new[kind] |= _entries(row)
            elif row["match"] == "matched" and not _entries(row) & self._new[kind]:
                self._matched[kind].add(row["ids"][0])

    def counts(self):
        """By kind, how many are matched, new and ambiguous."""
        return {
            kind: {
                "matched": len(self._matched[kind]),
                "new": self._new_events if kind == "events" else len(self._new[kind]),
                "ambiguous": self._ambiguous[kind],
            }
            for kind in KINDS
        }


def _entries(row):
    """What makes two names one entry, as hashes: of a post the title is part of it.

    A new event is found again by its name or by its place, one that was found by one of them.
    """
    if row["kind"] != "events":
        return {hash((row["name"], row["title"] if row["kind"] == "posts" else ""))}
    parts = ("name", "place") if row["match"] == "new" else (FOUND_BY[row["reason"]],)
    kind = event_kind(row["title"])
    return {hash((kind, row["day"], part, row[part])) for part in parts if row[part]}
