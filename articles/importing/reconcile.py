"""Decide whom the printed names mean: printed facts and a directory in, a plan out."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from functools import cache

from articles.importing.plan import (
    Ambiguous,
    Directory,
    KeptStory,
    Matched,
    New,
    Plan,
    PlannedMention,
    PlannedStory,
)
from articles.parsing.facts import ParsedPage, Story


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes a story the same at every import: its edition, page and headline.

    `nth` counts the stories of one headline on one page.
    """

    edition_date: date
    page_number: str
    headline: str
    nth: int

    @property
    def key(self) -> str:
        return _sha256([self.edition_date.isoformat(), self.page_number, self.headline, self.nth])

    @property
    def without_page(self) -> "Identity":
        return replace(self, page_number="")


def identities(page: ParsedPage, *, edition_date: date, page_number: str) -> list[Identity]:
    seen: Counter[str] = Counter()
    found = []
    for story in page.stories:
        headline = bare(story.headline.headline)
        seen[headline] += 1
        found.append(Identity(edition_date, page_number, headline, seen[headline]))
    return found


def bare(headline: str) -> str:
    """A headline without its white space, which two prints of it seldom share."""
    return "".join(headline.split())


def reconcile(
    page: ParsedPage, digests: list[str], names: "Names", *, edition_date: date, page_number: str
) -> Plan:
    """The plan for one page. Stories that the archive already holds take no part in matching.

    `digests` are those of its stories, by `story_digest`.
    """
    create, unchanged, kept = [], [], []
    stories = identities(page, edition_date=edition_date, page_number=page_number)
    for position, (story, digest, identity) in enumerate(
        zip(page.stories, digests, stories, strict=True), start=1
    ):
        key = names.key_of(identity)
        if key is None:
            names.articles[identity.key] = digest
            create.append(_plan_story(story, position, identity.key, digest, names))
        elif names.articles[key] == digest:
            unchanged.append(story)
        else:
            kept.append(KeptStory(story, key, digest))
    return Plan(tuple(create), tuple(unchanged), tuple(kept), _posts_of(create, names))


def _posts_of(create, names):
    printed = {
        (post.department, post.title)
        for planned in create
        for mention in planned.mentions
        for post in mention.posts
        if post.department
    }
    return {post: names.posts[post] for post in printed}


def story_digest(story: Story) -> str:
    """Of all that was understood of a story, wherever in the file it stood.

    What a second opinion proposes is none of that: switching it on makes no story another one.
    """
    return _sha256(story)


def _sha256(value):
    text = json.dumps(value, ensure_ascii=False, default=_plain)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value):
    """What JSON holds of a value that it does not know: of printed facts all but their places."""
    names = _names_of_content(type(value))
    return [getattr(value, name) for name in names] if names else str(value)


@cache
def _names_of_content(kind):
    if not is_dataclass(kind):
        return ()
    return tuple(one for one in kind.__slots__ if one not in ("source", "sources", "proposed"))


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


class Names:
    """The directory, and what this import has already decided to add to it."""

    def __init__(self, directory: Directory):
        self.directory = directory
        self.articles = dict(directory.articles)
        self.posts = {}
        self._new_officials: dict[str, set] = {}

    def key_of(self, identity: Identity) -> str | None:
        """The key of the story that the archive holds; a page may have been named once only."""
        if identity.key in self.articles:
            return identity.key
        if identity.page_number:
            key = identity.without_page.key
            return key if key in self.articles else None
        held = self.directory.unplaced.get((identity.edition_date, identity.headline), ())
        return held[identity.nth - 1] if len(held) >= identity.nth else None

    def new_stories(self, page: ParsedPage, *, edition_date: date, page_number: str) -> list[Story]:
        """The stories of the page that the archive does not hold."""
        stories = identities(page, edition_date=edition_date, page_number=page_number)
        return [
            story
            for story, identity in zip(page.stories, stories, strict=True)
            if self.key_of(identity) is None
        ]

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
