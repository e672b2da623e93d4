"""Decide whom the printed names mean: printed facts and a directory in, a plan out."""

import hashlib
import json
from collections import Counter
from dataclasses import asdict
from datetime import date

from articles.importing.plan import (
    Ambiguous,
    Directory,
    Matched,
    New,
    Plan,
    PlannedMention,
    PlannedStory,
)
from articles.parsing.facts import ParsedPage, Story


def reconcile(page: ParsedPage, directory: Directory, *, edition_date: date, page_number: str):
    """The plan for one page. Stories that the archive already holds take no part in matching."""
    names = _Names(directory)
    create, unchanged, kept = [], [], []
    keys = story_keys(page, edition_date=edition_date, page_number=page_number)
    for position, (story, key) in enumerate(zip(page.stories, keys, strict=True), start=1):
        digest = story_digest(story)
        if key not in directory.articles:
            create.append(_plan_story(story, position, key, digest, names))
        elif directory.articles[key] == digest:
            unchanged.append(story)
        else:
            kept.append(story)
    return Plan(tuple(create), tuple(unchanged), tuple(kept), names.posts)


def story_keys(page: ParsedPage, *, edition_date: date, page_number: str) -> list[str]:
    """The identity of each story: its edition, page and headline, numbered where they repeat."""
    seen: Counter[str] = Counter()
    keys = []
    for story in page.stories:
        headline = "".join(story.headline.headline.split())
        seen[headline] += 1
        identity = [edition_date.isoformat(), page_number, headline, seen[headline]]
        keys.append(_sha256(identity))
    return keys


def story_digest(story: Story) -> str:
    """Of all that was understood of a story, wherever in the file it stood."""
    return _sha256(_without_sources(asdict(story)))


def _without_sources(value):
    if isinstance(value, dict):
        return {k: _without_sources(v) for k, v in value.items() if k not in ("source", "sources")}
    if isinstance(value, (list, tuple)):
        return [_without_sources(item) for item in value]
    return value


def _sha256(value):
    text = json.dumps(value, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plan_story(story, position, key, digest, names):
    return PlannedStory(
        story=story,
        position=position,
        key=key,
        digest=digest,
        reporters=tuple(names.reporter(byline.name) for byline in story.bylines),
        mentions=tuple(
            PlannedMention(names.official(official), official.posts) for official in story.officials
        ),
        departments=tuple(names.department(name) for name in story.departments),
        event=names.event(story.event) if story.event else None,
    )


class _Names:
    """The directory, and what this import has already decided to add to it."""

    def __init__(self, directory: Directory):
        self.directory = directory
        self.posts = {}
        self._new_officials: dict[str, set] = {}

    def department(self, name):
        known = self.directory.departments.get(name)
        return Matched(known) if known is not None else New(name)

    def reporter(self, name):
        known = self.directory.reporters.get(name, ())
        if len(known) > 1:
            return Ambiguous(known)
        return Matched(known[0]) if known else New(name)

    def event(self, event):
        key = (event.kind, event.name, event.date)
        if not event.name:
            return New(object())
        known = self.directory.events.get(key)
        return Matched(known) if known is not None else New(key)

    def official(self, official):
        printed = [post for post in official.posts if post.department]
        for post in printed:
            self._post(post)
        posts = {(post.department, post.title) for post in printed}
        known = self.directory.officials.get(official.name, ())
        if known:
            return self._among(known, posts, bare={post.title for post in official.posts})
        earlier = self._new_officials.get(official.name)
        if earlier and posts and not _same_person(earlier, posts):
            return Ambiguous(())
        self._new_officials.setdefault(official.name, set()).update(posts)
        return New(official.name)

    def _among(self, known, posts, bare):
        """`bare` are the titles alone: what there is to compare where no body is printed."""
        fitting = [
            entry
            for entry in known
            if _same_person(entry.posts, posts)
            and (posts or not bare or not entry.posts or bare & {title for _, title in entry.posts})
        ]
        if len(fitting) == 1:
            return Matched(fitting[0].id)
        return Ambiguous(tuple(entry.id for entry in fitting or known))

    def _post(self, post):
        key = (post.department, post.title)
        known = self.directory.posts.get(key)
        self.posts[key] = Matched(known) if known is not None else New(key)


def _same_person(posts, printed):
    """Whether the posts speak for one person: a body in common, or nothing to compare."""
    if not posts or not printed:
        return True
    return bool({department for department, _ in posts} & {department for department, _ in printed})
