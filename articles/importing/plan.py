"""What an import means to do, before it does it: plain values, no database.

A plan says of every printed name whom it means: an entry of the directory (Matched), one to be
made (New), or nobody until a person decides (Ambiguous).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from articles.parsing.facts import PrintedPost, SourceRange, Story
from articles.parsing.wording import gettext_noop

PostKey = tuple[str, str]
SourceKey = tuple[str, str]

# Why a name was matched so, by the code that a match carries.
REASONS = {
    "only_one": gettext_noop("the only entry of that name"),
    "posts_fit": gettext_noop("of that name, and the posts fit"),
    "same_name": gettext_noop("there is an event of that kind, day and name already"),
    "same_place": gettext_noop("there is an event of that kind, day and place already"),
    "known_post": gettext_noop("that body has this post"),
    "unknown_name": gettext_noop("no entry of that name yet"),
    "unknown_post": gettext_noop("the body has no post of that title yet"),
    "unknown_event": gettext_noop("no event of that kind, day and name or place yet"),
    "no_day_or_name": gettext_noop(
        "an event without a day, or without name and place, is always a new one"
    ),
    "several_events": gettext_noop("it may be any of several events, so it is one of its own"),
    "several": gettext_noop("there are several entries of that name"),
    "several_fit": gettext_noop("the posts fit several entries of that name"),
    "other_posts": gettext_noop("whoever has that name holds other posts"),
    "no_place": gettext_noop("a body is printed without its place, so it may be somebody else"),
    "other_body": gettext_noop("the story names another body that the title may be of"),
    "other_posts_here": gettext_noop("somebody new of that name in this import holds other posts"),
}


@dataclass(frozen=True, slots=True)
class Matched:
    """An entry that the directory holds. `reason` is one of REASONS, here and below."""

    id: int
    reason: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class New:
    """An entry to be made; `key` is the same for all places of this import that mean it."""

    key: object
    reason: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several entries fit, or the one of that name holds other posts: linked to none of them."""

    ids: tuple[int, ...]
    reason: str = field(default="", compare=False)


Match = Matched | New | Ambiguous


@dataclass(frozen=True, slots=True)
class KnownOfficial:
    """`posts` are those held; of whom none is known, those that a story first printed."""

    id: int
    posts: frozenset[PostKey]


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event of a day; `kind` is the model's."""

    match: Match
    kind: str
    name: str
    date: date
    place: str


@dataclass(frozen=True, slots=True)
class ProposedBody:
    """What the printed name of a new body says of others, each by its name and the rule."""

    parent: str
    parent_rule: str
    same_as: str
    same_rule: str


@dataclass(frozen=True, slots=True)
class KnownPart:
    """One part of a story on two pages, as it was read by itself; `key` is that of the story."""

    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Directory:
    """What the database knew of the printed names when the plan was made.

    `place` is what the paper calls its own place (`evidence.place_of_paper`).

    `bodies` are the names and aliases of confirmed bodies, by which a new name may be another one
    of theirs; they are read only where a name is new.

    `articles` are the import digests of stories by import key; `sources` the import keys of those
    that another system exported, by that system and their number there; `unplaced` the import keys
    of the stories of an edition by day and headline (`folded`), whatever page they stand on;
    `parts` the parts of stories on two pages, by the key that each would have as a story.
    """

    place: str = ""
    departments: Mapping[str, int] = field(default_factory=dict)
    officials: Mapping[str, tuple[KnownOfficial, ...]] = field(default_factory=dict)
    posts: Mapping[PostKey, int] = field(default_factory=dict)
    reporters: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    events: tuple[KnownEvent, ...] = ()
    bodies: frozenset[str] = frozenset()
    articles: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[SourceKey, str] = field(default_factory=dict)
    unplaced: Mapping[tuple[date, str], tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, KnownPart] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HeldStory:
    """A story of an edition that the archive holds; `documents` are the digests of its files.

    It `has_parts` where it stands on two pages; the page is that of the first.
    """

    key: str
    digest: str
    edition_date: date
    page_number: str
    headline: str
    text: str
    documents: frozenset[str]
    has_parts: bool = False


@dataclass(frozen=True, slots=True)
class PlannedMention:
    official: Match
    posts: tuple[PrintedPost, ...]


@dataclass(frozen=True, slots=True)
class PlannedStory:
    """One story to be created. Matches stand in the order of the story's own lists.

    `source` is the system that exported it and its number there; `whole` what is known of its two
    parts, of a story on two pages (`wholes.Whole`).
    """

    story: Story
    position: int
    key: str
    digest: str
    reporters: tuple[Match, ...]
    mentions: tuple[PlannedMention, ...]
    departments: tuple[Match, ...]
    event: Match | None
    hosts: tuple[Match, ...]
    source: SourceKey | None = None
    whole: Any = None


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story that the archive holds otherwise: it is left as it stands, and a proposal is made.

    `whole` is that of a story on two pages.
    """

    story: Story
    key: str
    digest: str
    whole: Any = None


@dataclass(frozen=True, slots=True)
class RecognisedStory:
    """A story that was known by its words, and as what the archive holds it."""

    story: Story
    held: HeldStory
    is_unchanged: bool


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A story that the archive held before its number in another system was known."""

    key: str
    digest: str
    source: SourceKey


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of the stories of a page.

    `torn` are parts of held stories that say something else than before, without the other part.
    `firsts` are the stories that go on on another page, with the rest from there; `rests` those
    whose rest stands here, `still` those rests of which nothing is written either.
    """

    create: tuple[PlannedStory, ...]
    unchanged: tuple[Story, ...]
    kept: tuple[KeptStory, ...]
    posts: Mapping[PostKey, Match]
    bodies: Mapping[str, ProposedBody]
    named: tuple[NamedSource, ...] = ()
    recognised: tuple[RecognisedStory, ...] = ()
    torn: tuple[Story, ...] = ()
    firsts: tuple[Any, ...] = ()
    rests: tuple[Any, ...] = ()
    still: tuple[Story, ...] = ()

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write; a story kept as it stands is offered anew."""
        is_first_of_rest = any(whole.is_new for whole in self.rests)
        return bool(self.create or self.kept or self.named or is_first_of_rest)

    @property
    def unchanged_places(self) -> frozenset[SourceRange]:
        """Where the headlines of the stories stand of which nothing is written."""
        return frozenset(story.headline.source for story in (*self.unchanged, *self.still))
