"""What an import means to do, before it does it: plain values, no database.

A plan says of every printed name whom it means: an entry of the directory (Matched), one to be
made (New), or nobody until a person decides (Ambiguous).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from articles.parsing.facts import PrintedPost, Story
from articles.parsing.wording import gettext_noop

PostKey = tuple[str, str]
EventKey = tuple[str, str, date | None]

# Why a name was matched so, by the code that a match carries.
REASONS = {
    "only_one": gettext_noop("the only entry of that name"),
    "posts_fit": gettext_noop("of that name, and the posts fit"),
    "known_event": gettext_noop("an event of that name, kind and day is known"),
    "known_post": gettext_noop("that body has this post"),
    "unknown_name": gettext_noop("no entry of that name yet"),
    "unknown_post": gettext_noop("the body has no post of that title yet"),
    "unnamed_event": gettext_noop("an event without a name is always a new one"),
    "several": gettext_noop("there are several entries of that name"),
    "several_fit": gettext_noop("the posts fit several entries of that name"),
    "other_posts": gettext_noop("whoever has that name holds other posts"),
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
    id: int
    posts: frozenset[PostKey]


@dataclass(frozen=True, slots=True)
class Directory:
    """What the database knew of the printed names when the plan was made.

    `articles` are the import digests of stories by import key; `unplaced` the import keys of the
    stories of an edition by day and headline, whatever page they stand on.
    """

    departments: Mapping[str, int] = field(default_factory=dict)
    officials: Mapping[str, tuple[KnownOfficial, ...]] = field(default_factory=dict)
    posts: Mapping[PostKey, int] = field(default_factory=dict)
    reporters: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    events: Mapping[EventKey, int] = field(default_factory=dict)
    articles: Mapping[str, str] = field(default_factory=dict)
    unplaced: Mapping[tuple[date, str], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedMention:
    official: Match
    posts: tuple[PrintedPost, ...]


@dataclass(frozen=True, slots=True)
class PlannedStory:
    """One story to be created. Matches stand in the order of the story's own lists."""

    story: Story
    position: int
    key: str
    digest: str
    reporters: tuple[Match, ...]
    mentions: tuple[PlannedMention, ...]
    departments: tuple[Match, ...]
    event: Match | None


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story that the archive holds otherwise: it is left as it stands, and a proposal is made."""

    story: Story
    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Plan:
    create: tuple[PlannedStory, ...]
    unchanged: tuple[Story, ...]
    kept: tuple[KeptStory, ...]
    posts: Mapping[PostKey, Match]
