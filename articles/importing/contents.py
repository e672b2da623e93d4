"""A story as it stands, and as an import read it, as contents whose rows can be compared."""

from articles.importing.changes import keyed
from articles.importing.directory import held_departments
from articles.importing.printed import word_digest
from articles.models import Version


class Standing:
    """What a version holds, by kind and key: its rows, and their values as `changes` wants them."""

    def __init__(self, version):
        self.version = version
        self.rows = {
            "credits": keyed((row.as_printed, row) for row in version.credits.all()),
            "mentions": keyed(
                (row.name_as_printed, row)
                for row in version.mentions.prefetch_related("posts__department")
            ),
            "departments": keyed(
                (row.department.name, row)
                for row in version.department_links.select_related("department")
            ),
            "event": keyed([("", version.event)] if version.event else []),
            "photos": keyed((row.digest, row) for row in version.photos.all()),
        }

    def content(self, words):
        """Of the words, those fields that are named."""
        place = {"day": self.version.dated.isoformat(), "page": _page_number(self.version)}
        return {
            "words": {name: getattr(self.version, name) for name in words},
            "place": {"": place},
            **{
                kind: {key: VALUES[kind](row) for key, row in rows.items()}
                for kind, rows in self.rows.items()
            },
        }


def printed_rows(facts):
    """The facts of each row by kind and key, under the names that they were printed with."""
    key_of = {"credits": "as_printed", "mentions": "name", "photos": "digest"}
    rows = {
        kind: keyed((row[name], row) for row in facts[kind])
        for kind, name in key_of.items()
        if kind in facts
    }
    if "departments" in facts:
        rows["departments"] = keyed((name, name) for name in facts["departments"])
    if "event" in facts:
        rows["event"] = keyed([("", facts["event"])] if facts["event"] else [])
    if "place" in facts:
        rows["place"] = {"": facts["place"]}
    return rows


class Departments:
    """Under which name the directory holds a body; one that it does not hold is as printed."""

    def __init__(self, *contents):
        self.held = held_departments({name for facts in contents for name in _bodies(facts)})

    def rows(self, facts):
        """`printed_rows`, with each body under the name that it has in the directory."""
        rows = printed_rows(facts)
        if "departments" in rows:
            rows["departments"] = {
                self.name(printed): printed for printed in rows["departments"].values()
            }
        return rows

    def content(self, facts):
        return {
            kind: {key: self._value(kind, row) for key, row in rows.items()}
            for kind, rows in self.rows(facts).items()
        }

    def name(self, printed):
        return self.held.get(printed, printed)

    def _value(self, kind, row):
        if kind == "credits":
            return {name: row[name] for name in ("capacity", "has_text", "has_photos")}
        if kind == "mentions":
            posts = {(self.name(body), title) for body, title, _held in row["posts"] if body}
            return {"title": row["title"], "acts": row["acts"], "posts": sorted(posts)}
        if kind == "photos":
            return {"caption": row["caption"], "credit": row["credit"]}
        if kind == "event":
            return {name: row[name] for name in ("kind", "name", "date")}
        if kind == "place":
            return {"day": row["day"], "page": row["page"]}
        return ""


def known_words(remembered, standing):
    """What is remembered of the words, in the terms of what stands."""
    return {
        name: value if remembered.get(name) == word_digest(name, value) else None
        for name, value in standing.items()
    }


def _bodies(facts):
    yield from facts.get("departments", ())
    for mention in facts.get("mentions", ()):
        yield from (body for body, _title, _held in mention["posts"] if body)


def _page_number(version: Version):
    return version.page.number if version.page else ""


def _credit(row):
    return {"capacity": row.capacity, "has_text": row.has_text, "has_photos": row.has_photos}


def _mention(row):
    posts = sorted((post.department.name, post.title) for post in row.posts.all())
    return {"title": row.title_as_printed, "acts": row.acts, "posts": posts}


def _event(event):
    date = event.date.isoformat() if event.date else None
    return {"kind": event.kind, "name": event.name, "date": date}


VALUES = {
    "credits": _credit,
    "mentions": _mention,
    "departments": lambda row: "",
    "event": _event,
    "photos": lambda row: {"caption": row.caption, "credit": row.credit},
}
