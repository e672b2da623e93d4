"""The matches of a plan as the report tells them, and how many different entries they mean."""

from collections import Counter

from articles.importing.plan import Ambiguous, Matched, New, Plan

KINDS = ("officials", "posts", "departments", "reporters", "events")
_NAMES = {Matched: "matched", New: "new", Ambiguous: "ambiguous"}


def shown_matches(plan: Plan) -> list[dict]:
    """Each printed name of the page with what it was taken for and why, as JSON holds it.

    `match` is matched, new or ambiguous; `reason` one of `plan.REASONS`; `ids` the entries of the
    directory that are meant, or that come into question.
    """
    found, seen = [], set()
    for kind, name, title, match in _printed(plan):
        ids = match.ids if isinstance(match, Ambiguous) else ()
        ids = (match.id,) if isinstance(match, Matched) else ids
        row = {
            "kind": kind,
            "name": name,
            "title": title,
            "match": _NAMES[type(match)],
            "reason": match.reason,
            "ids": list(ids),
        }
        key = (kind, name, title, row["match"], row["reason"], ids)
        if key not in seen or _is_each_its_own(row):
            seen.add(key)
            found.append(row)
    return found


def _printed(plan):
    """(kind, name, title, match) of all that the stories to be created name, kind by kind."""
    for story in plan.create:
        for official, mention in zip(story.story.officials, story.mentions, strict=True):
            yield "officials", official.name, official.title, mention.official
    for (department, title), match in sorted(plan.posts.items(), key=lambda item: item[0]):
        yield "posts", department, title, match
    for story in plan.create:
        for name, match in zip(story.story.departments, story.departments, strict=True):
            yield "departments", name, "", match
    for story in plan.create:
        for byline, match in zip(story.story.bylines, story.reporters, strict=True):
            yield "reporters", byline.name, byline.capacity, match
    for story in plan.create:
        if story.event:
            event = story.story.event
            yield "events", event.name, f"{event.kind} {event.date or ''}".strip(), story.event


def _is_each_its_own(row):
    return row["kind"] == "events" and not row["name"]


class Tally:
    """How many different entries the matches of many pages mean.

    An entry is new once, however many pages name it: also where an earlier page of the import made
    it, so that later pages found it in the directory. Of each name only a hash is held.
    """

    def __init__(self):
        self._new = {kind: set() for kind in KINDS}
        self._matched = {kind: set() for kind in KINDS}
        self._unnamed = 0
        self._ambiguous = Counter()

    def add(self, matches, names):
        """`names` are the counts of the same page: every ambiguous place counts by itself."""
        for kind, counts in names.items():
            self._ambiguous[kind] += counts["ambiguous"]
        for row in matches:
            kind, entry = row["kind"], _entry(row)
            if row["match"] == "new":
                self._unnamed += _is_each_its_own(row)
                if not _is_each_its_own(row):
                    self._new[kind].add(entry)
            elif row["match"] == "matched" and entry not in self._new[kind]:
                self._matched[kind].add(row["ids"][0])

    def counts(self):
        """By kind, how many are matched, new and ambiguous."""
        return {
            kind: {
                "matched": len(self._matched[kind]),
                "new": len(self._new[kind]) + (self._unnamed if kind == "events" else 0),
                "ambiguous": self._ambiguous[kind],
            }
            for kind in KINDS
        }


def _entry(row):
    """What makes two new names one entry: posts and events have a title in it."""
    return hash((row["name"], row["title"] if row["kind"] in ("posts", "events") else ""))
