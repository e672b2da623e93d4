"""Decide whom the printed names mean: printed facts and a directory in, a plan out."""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from articles.importing.bodies import parent_of, same_as
from articles.importing.events import Events
from articles.importing.evidence import (
    Evidence,
    Surroundings,
    evidence_of,
    is_unnamed,
    why_not_one,
)
from articles.importing.identity import Identity
from articles.importing.plan import (
    Ambiguous,
    Directory,
    HeldStory,
    KeptStory,
    KnownPart,
    Match,
    Matched,
    NamedSource,
    New,
    Plan,
    PlannedMention,
    PlannedStory,
    ProposedBody,
    RecognisedStory,
    SourceKey,
)
from articles.parsing.facts import ParsedPage, PrintedOfficial
from articles.parsing.punctuation import folded

NONE: Mapping[int, Any] = MappingProxyType({})


def reconcile(
    page: ParsedPage,
    stories: list[Identity],
    digests: list[str],
    names: "Names",
    *,
    wholes: Mapping[int, Any] = NONE,
    rests: Mapping[int, Any] = NONE,
) -> Plan:
    """The plan for one page. Stories that the archive already holds take no part in matching.

    `stories` and `digests` are what its stories are known by, and what they say. `wholes` are the
    stories on two pages of which the page has the first part (`wholes.Whole`), `rests` those of
    which it has the rest, by the number of the part on the page.
    """
    create, unchanged, kept, named, recognised, torn = [], [], [], [], [], []
    for position, (story, printed, identity) in enumerate(
        zip(page.stories, digests, stories, strict=True), start=1
    ):
        whole = wholes.get(position - 1)
        if position - 1 in rests:
            continue
        if whole:
            story, printed = whole.story, whole.digest
        elif part := names.part_of(identity):
            (unchanged if part.digest == printed else torn).append(story)
            continue
        digest, key = identity.digest(printed), names.key_of(identity)
        if key is None:
            key = names.add(identity, digest)
            planned = _plan_story(story, position, key, digest, identity.source, names)
            create.append(replace(planned, whole=whole))
            if whole:
                names.add_parts(key, whole.parts)
            continue
        is_unchanged = names.articles[key] == digest
        if held := names.recognised.get(identity.key):
            recognised.append(RecognisedStory(story, held, is_unchanged))
        if identity.source and identity.source not in names.sources:
            is_unchanged = names.articles[key] == printed
            names.name(key, identity.source, digest if is_unchanged else names.articles[key])
            named.append(NamedSource(key, names.articles[key], identity.source))
        if is_unchanged:
            unchanged.append(story)
        else:
            kept.append(KeptStory(story, key, digest, whole))
    return Plan(
        tuple(create),
        tuple(unchanged),
        tuple(kept),
        _posts_of(create, names),
        _bodies_of(create, names),
        tuple(named),
        tuple(recognised),
        tuple(torn),
        tuple(wholes.values()),
        tuple(rests.values()),
        tuple(page.stories[number] for number, whole in rests.items() if whole.is_unchanged),
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


def _plan_story(story, position, key, digest, source, names):
    here = Surroundings.of(story, names.directory.place)
    return PlannedStory(
        story=story,
        position=position if story.position is None else story.position,
        key=key,
        digest=digest,
        reporters=tuple(names.reporter(byline.name) for byline in story.bylines),
        mentions=tuple(
            PlannedMention(names.official(official, here), official.posts)
            for official in story.officials
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
        if is_unnamed(host.name) or (names.is_new(host.name) and host.name not in departments)
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
        self.parts = _over(directory.parts, earlier and earlier.parts)
        self.events = Events(directory.events, earlier and earlier.events)
        self.recognised: dict[str, HeldStory] = {}
        self.posts = {}
        self._new_officials: dict[str, Evidence] = earlier._new_officials if earlier else {}
        self._held: dict[int, Evidence] = {}

    def recognise(self, stories: Mapping[str, HeldStory]) -> None:
        """Take note of stories that are known by their words, by the key of their new headline."""
        self.recognised.update(stories)
        self.articles.update((one.key, one.digest) for one in stories.values())
        for one in (one for one in stories.values() if one.has_parts):
            self.parts.setdefault(one.key, KnownPart(one.key, ""))

    def key_of(self, identity: Identity) -> str | None:
        """The key of the story that the archive holds; a page may have been named once only."""
        if self.recognised and identity.key in self.recognised:
            return self.recognised[identity.key].key
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

    def part_of(self, identity: Identity) -> KnownPart | None:
        """What is known of the story as one part of a held story on two pages."""
        if not self.parts:
            return None
        return self.parts.get(identity.key) or self.parts.get(self.key_of(identity))

    def add_parts(self, key: str, parts: Mapping[str, str]) -> None:
        """Take note of the digests of the parts of a story, by their keys."""
        self.parts.update((part, KnownPart(key, digest)) for part, digest in parts.items())

    def holds(self, identity: Identity, digest: str) -> bool:
        """Whether the archive holds the story as it was read; `digest` is its own."""
        if part := self.part_of(identity):
            return part.digest == digest
        held = self.articles.get(self.key_of(identity))
        return held in (digest, identity.digest(digest))

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

    def official(self, official: PrintedOfficial, here: Surroundings) -> Match:
        """Whom a story means by the printed name; `here` is what it says around."""
        for post in official.posts:
            if post.department:
                self._post(post)
        printed = evidence_of(official.posts, here)
        known = self.directory.officials.get(official.name, ())
        if known:
            return self._among(known, printed)
        earlier = self._new_officials.get(official.name, Evidence())
        if reason := why_not_one(earlier, printed):
            return Ambiguous((), "other_posts_here" if reason == "other_posts" else reason)
        self._new_officials[official.name] = earlier | printed
        return New(official.name, "unknown_name")

    def _among(self, known, printed):
        held = {entry.id: self._evidence_held(entry) for entry in known}
        reasons = {pk: why_not_one(evidence, printed) for pk, evidence in held.items()}
        fitting = [pk for pk, reason in reasons.items() if not reason]
        if len(fitting) == 1:
            is_compared = printed.bodies and held[fitting[0]].titles
            is_alone = len(known) == 1 and not is_compared
            return Matched(fitting[0], "only_one" if is_alone else "posts_fit")
        return Ambiguous(tuple(fitting or held), _why_none(fitting, reasons, printed))

    def _evidence_held(self, entry):
        """That of the posts an official holds, worked out once for all stories."""
        if entry.id not in self._held:
            here = Surroundings(own=self.directory.place)
            self._held[entry.id] = evidence_of(entry.posts, here)
        return self._held[entry.id]

    def _post(self, post):
        key = (post.department, post.title)
        known = self.directory.posts.get(key)
        self.posts[key] = (
            New(key, "unknown_post") if known is None else Matched(known, "known_post")
        )


def _why_none(fitting, reasons, printed):
    if fitting:
        return "several_fit" if printed.titles else "several"
    (reason, *others) = dict.fromkeys(reasons.values())
    return "other_posts" if others else reason
