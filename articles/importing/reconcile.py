"""Decide whom the printed names mean: printed facts and a directory in, a plan out."""

import hashlib
import json
from collections import ChainMap, Counter
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache

from articles.importing.bodies import parent_of, same_as
from articles.importing.events import Events
from articles.importing.plan import (
    Ambiguous,
    Directory,
    KeptStory,
    Matched,
    NamedSource,
    New,
    Plan,
    PlannedMention,
    PlannedStory,
    ProposedBody,
    SourceKey,
)
from articles.parsing.facts import ParsedPage, Story
from articles.parsing.punctuation import folded

# Parts of a story that its digest leaves out: where it stood, its wide marks, which are among its
# edits, and what a second opinion proposes, as switching it on makes no story another one. Where an
# event was and who held it is said of the event; where a break stands, by its doubt.
NOT_OF_THE_STORY = frozenset(
    ("source", "sources", "proposed", "wide_marks", "place", "hosts", "break_at", "position")
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes a story the same at every import: its source, else edition, page and headline.

    `nth` counts the stories of one headline on one page. `source` is the system that exported it
    and its number there: where it has one, the headline, day and page may change.
    """

    edition_date: date
    page_number: str
    headline: str
    nth: int
    source: SourceKey | None = None

    @property
    def key(self) -> str:
        return _sha256([self.edition_date.isoformat(), self.page_number, self.headline, self.nth])

    @property
    def key_by_source(self) -> str:
        """For one whose key another story of the same headline and page has."""
        return _sha256(self.source)

    @property
    def without_page(self) -> "Identity":
        return replace(self, page_number="")

    def digest(self, digest: str) -> str:
        """That of the story; an exported one is another one too where it has moved."""
        if self.source is None:
            return digest
        return _sha256([digest, self.edition_date.isoformat(), self.page_number])


def identities(
    page: ParsedPage,
    *,
    edition_date: date,
    page_number: str,
    source: SourceKey | None = None,
) -> list[Identity]:
    """Those of its stories, in order. A source is that of the first."""
    seen: Counter[str] = Counter()
    found = []
    for story in page.stories:
        headline = bare(story.printed_headline)
        seen[headline] += 1
        found.append(Identity(edition_date, page_number, headline, seen[headline], source))
        source = None
    return found


def bare(headline: str) -> str:
    """A headline without its white space, which two prints of it seldom share."""
    return "".join(headline.split())


def reconcile(
    page: ParsedPage,
    digests: list[str],
    names: "Names",
    *,
    edition_date: date,
    page_number: str,
    source: SourceKey | None = None,
) -> Plan:
    """The plan for one page. Stories that the archive already holds take no part in matching.

    `digests` are those of its stories, by `story_digest`.
    """
    create, unchanged, kept, named = [], [], [], []
    stories = identities(page, edition_date=edition_date, page_number=page_number, source=source)
    for position, (story, printed, identity) in enumerate(
        zip(page.stories, digests, stories, strict=True), start=1
    ):
        digest, key = identity.digest(printed), names.key_of(identity)
        if key is None:
            key = names.add(identity, digest)
            create.append(_plan_story(story, position, key, digest, identity.source, names))
            continue
        is_unchanged = names.articles[key] == digest
        if identity.source and identity.source not in names.sources:
            is_unchanged = names.articles[key] == printed
            names.name(key, identity.source, digest if is_unchanged else names.articles[key])
            named.append(NamedSource(key, names.articles[key], identity.source))
        if is_unchanged:
            unchanged.append(story)
        else:
            kept.append(KeptStory(story, key, digest))
    return Plan(
        tuple(create),
        tuple(unchanged),
        tuple(kept),
        _posts_of(create, names),
        _bodies_of(create, names),
        tuple(named),
    )


def _posts_of(create, names):
    printed = {
        (post.department, post.title)
        for planned in create
        for mention in planned.mentions
        for post in mention.posts
        if post.department
    }
    return {post: names.posts[post] for post in printed}


def _bodies_of(create, names):
    """What the names of the new bodies say of others."""
    printed = {
        *(name for planned in create for name in planned.story.departments),
        *(department for department, _title in _posts_of(create, names)),
    }
    return names.proposed_bodies(printed)


def story_digest(story: Story) -> str:
    """Of all that was understood of a story, wherever in the file it stood."""
    return _sha256(story)


def _sha256(value):
    text = json.dumps(value, ensure_ascii=False, default=_plain)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value):
    """What JSON holds of a value that it does not know: of printed facts those of the story."""
    names = _names_of_content(type(value))
    return [getattr(value, name) for name in names] if names else str(value)


@cache
def _names_of_content(kind):
    if not is_dataclass(kind):
        return ()
    return tuple(one.name for one in fields(kind) if one.name not in NOT_OF_THE_STORY)


def _plan_story(story, position, key, digest, source, names):
    return PlannedStory(
        story=story,
        position=position if story.position is None else story.position,
        key=key,
        digest=digest,
        reporters=tuple(names.reporter(byline.name) for byline in story.bylines),
        mentions=tuple(
            PlannedMention(names.official(official), official.posts) for official in story.officials
        ),
        departments=tuple(names.department(name) for name in story.departments),
        event=names.events.match(story.event) if story.event else None,
        hosts=hosts_of(story.event, story.departments, names) if story.event else (),
        source=source,
    )


def hosts_of(event, departments, names):
    """Whom the hosts of the event mean; `departments` are the bodies of the story.

    Bodies that hold an event are none to add to the directory for that alone.
    """
    return tuple(
        Ambiguous(())
        if names.is_new(host.name) and host.name not in departments
        else names.department(host.name)
        for host in event.hosts
    )


def _over(known, earlier):
    """What is known, under what this import decides and the batch before it decided."""
    return ChainMap(earlier.maps[0] if earlier is not None else {}, known)


class Names:
    """The directory, and what this import has already decided to add to it.

    `earlier` are the names of the batch before, where nothing of what it decided was saved.
    """

    def __init__(self, directory: Directory, earlier: "Names | None" = None):
        self.directory = directory
        self.articles = _over(directory.articles, earlier and earlier.articles)
        self.sources = _over(directory.sources, earlier and earlier.sources)
        self.events = Events(directory.events, earlier and earlier.events)
        self.posts = {}
        self._new_officials: dict[str, set] = earlier._new_officials if earlier else {}

    def key_of(self, identity: Identity) -> str | None:
        """The key of the story that the archive holds; a page may have been named once only."""
        if identity.source is None:
            return self._key_in_place(identity)
        if identity.source in self.sources:
            return self.sources[identity.source]
        key = self._key_in_place(identity)
        return None if key in self.sources.values() else key

    def _key_in_place(self, identity):
        if identity.key in self.articles:
            return identity.key
        if identity.page_number:
            key = identity.without_page.key
            return key if key in self.articles else None
        headline = folded(identity.headline)
        held = self.directory.unplaced.get((identity.edition_date, headline), ())
        return held[identity.nth - 1] if len(held) >= identity.nth else None

    def add(self, identity: Identity, digest: str) -> str:
        """Take note of a story that is to be created, and return its key."""
        key = identity.key_by_source if identity.key in self.articles else identity.key
        self.articles[key] = digest
        if identity.source:
            self.sources[identity.source] = key
        return key

    def name(self, key: str, source: SourceKey, digest: str) -> None:
        """Take note of the source of a story that is held."""
        self.articles[key], self.sources[source] = digest, key

    def fresh_stories(self, page: ParsedPage, digests: list[str], **place) -> list[Story]:
        """The stories of the page that the archive does not hold, or holds otherwise."""
        stories = zip(page.stories, digests, identities(page, **place), strict=True)
        return [
            story
            for story, digest, identity in stories
            if self.articles.get(self.key_of(identity)) not in (digest, identity.digest(digest))
        ]

    def department(self, name):
        known = self.directory.departments.get(name)
        return New(name, "unknown_name") if known is None else Matched(known, "only_one")

    def reporter(self, name):
        known = self.directory.reporters.get(name, ())
        if len(known) > 1:
            return Ambiguous(known, "several")
        return Matched(known[0], "only_one") if known else New(name, "unknown_name")

    def is_new(self, name):
        return name not in self.directory.departments

    def proposed_bodies(self, printed):
        """What those of the printed names that are new say of other bodies, by name."""
        proposed = {name: self._proposed_body(name) for name in printed if self.is_new(name)}
        return {name: body for name, body in proposed.items() if body.parent or body.same_as}

    def _proposed_body(self, name):
        parent, parent_rule = parent_of(name)
        other, rule = ("", "") if parent else same_as(name, self.directory.bodies)
        return ProposedBody(parent, parent_rule, other, rule)

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
            return Ambiguous((), "other_posts_here")
        self._new_officials.setdefault(official.name, set()).update(posts)
        return New(official.name, "unknown_name")

    def _among(self, known, posts, bare):
        """`bare` are the titles alone: what there is to compare where no body is printed."""
        fitting = [
            entry
            for entry in known
            if _same_person(entry.posts, posts)
            and (posts or not bare or not entry.posts or bare & {title for _, title in entry.posts})
        ]
        if len(fitting) == 1:
            is_alone = len(known) == 1 and not (posts and fitting[0].posts)
            return Matched(fitting[0].id, "only_one" if is_alone else "posts_fit")
        return Ambiguous(
            tuple(entry.id for entry in fitting or known), _why_none(fitting, posts or bare)
        )

    def _post(self, post):
        key = (post.department, post.title)
        known = self.directory.posts.get(key)
        self.posts[key] = (
            New(key, "unknown_post") if known is None else Matched(known, "known_post")
        )


def _why_none(fitting, printed):
    if not fitting:
        return "other_posts"
    return "several_fit" if printed else "several"


def _same_person(posts, printed):
    """Whether the posts speak for one person: a body in common, or nothing to compare."""
    if not posts or not printed:
        return True
    return bool({department for department, _ in posts} & {department for department, _ in printed})
