"""What is known of officials, posts and bodies at one moment, with the indexes that checks need.

A snapshot is made once and asked for many stories. Whether somebody held a post is always asked
for a day; without one the answer is that it is unknown.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from articles.parsing.lexicon.wordlist import any_of
from people.offices import Kind, Rank, has_one_holder
from people.periods import Covers, Period

from .bodies_named import folded_body, folded_title, may_abbreviate, misjoined
from .likeness import near_forms, sound

# A known name of fewer characters is looked for nowhere: it would be found in every text.
SHORTEST_NAME = 2
SHORTEST_BODY = 2
ANY_TIME = Period()


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name that was in use for a time."""

    name: str
    period: Period = ANY_TIME


@dataclass(frozen=True, slots=True)
class KnownOfficial:
    """`others` are former names and other writings of the name, each as right as the name."""

    id: int
    name: str
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.others)


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A department. `others` are its short and other names; `former` were its own for a time."""

    id: int
    name: str
    others: tuple[str, ...] = ()
    former: tuple[DatedName, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it is, or was, rightly called by."""
        return (self.name, *self.others, *(one.name for one in self.former))


@dataclass(frozen=True, slots=True)
class KnownPost:
    """One official's time in one post, as far as it is known.

    `is_single` where the post has one holder at a time; `place` is that in the order which a
    document sets; `is_in_charge` of a deputy (主持工作). What is None follows from the body and the
    title, by `people.offices`. What nobody confirmed is not checkable on any day.
    """

    official: int
    body: int
    title: str
    period: Period = ANY_TIME
    is_single: bool | None = None
    kind: Kind | None = None
    place: int | None = None
    is_confirmed: bool = True
    rank: Rank | None = None
    is_in_charge: bool = False

    @property
    def has_one_holder(self) -> bool:
        return has_one_holder(self.title) if self.is_single is None else self.is_single

    def on(self, day: date | None) -> Covers:
        if day is None or not self.is_confirmed:
            return Covers.UNKNOWN
        return self.period.covers(day)


@dataclass(frozen=True)
class Snapshot:
    """The whole directory. The indexes are built when they are first asked for, and kept."""

    officials: tuple[KnownOfficial, ...] = ()
    bodies: tuple[KnownBody, ...] = ()
    posts: tuple[KnownPost, ...] = ()

    @cached_property
    def official(self) -> dict[int, KnownOfficial]:
        return {one.id: one for one in self.officials}

    @cached_property
    def body(self) -> dict[int, KnownBody]:
        return {one.id: one for one in self.bodies}

    @cached_property
    def by_name(self) -> dict[str, tuple[KnownOfficial, ...]]:
        named = ((name, one) for one in self.officials for name in dict.fromkeys(one.names))
        return {
            name: tuple(one for _name, one in rows)
            for name, rows in _grouped(named, lambda row: row[0]).items()
        }

    @cached_property
    def posts_of(self) -> dict[int, tuple[KnownPost, ...]]:
        return _grouped(self.posts, lambda post: post.official)

    @cached_property
    def _posts_by_title(self) -> dict[str, tuple[KnownPost, ...]]:
        return _grouped(self.posts, lambda post: folded_title(post.title))

    @cached_property
    def _posts_by_body(self) -> dict[tuple[int, str], tuple[KnownPost, ...]]:
        return _grouped(self.posts, lambda post: (post.body, folded_title(post.title)))

    @cached_property
    def _names_by_start(self) -> dict[str, tuple[str, ...]]:
        long_enough = (name for name in self.by_name if len(name) >= SHORTEST_NAME)
        return _grouped(sorted(long_enough, key=len, reverse=True), lambda name: name[:2])

    @cached_property
    def _names_by_form(self) -> dict[str, tuple[str, ...]]:
        forms = defaultdict(list)
        for name in self.by_name:
            for form in near_forms(name):
                forms[form].append(name)
            forms[sound(name)].append(name)
        return {form: tuple(names) for form, names in forms.items()}

    @cached_property
    def _bodies_by_name(self) -> dict[str, frozenset[int]]:
        named = defaultdict(set)
        for one in self.bodies:
            for name in one.names:
                named[folded_body(name)].add(one.id)
        return {name: frozenset(ids) for name, ids in named.items()}

    @cached_property
    def _bodies_by_end(self) -> dict[str, frozenset[int]]:
        ends = defaultdict(set)
        for name, ids in self._bodies_by_name.items():
            for start in range(1, len(name) - SHORTEST_BODY + 1):
                ends[name[start:]] |= ids
        return {end: frozenset(ids) for end, ids in ends.items()}

    @cached_property
    def misnamed(self) -> dict[str, tuple[KnownBody, DatedName | None]]:
        """The names that a body has no longer, and (with None) such as 住房与城乡建设局 for 和."""
        former = {name.name: (one, name) for one in self.bodies for name in one.former}
        wrong = {name: (one, None) for one in self.bodies for name in misjoined(one.name)}
        return {
            name: found for name, found in (wrong | former).items() if name not in self._right_names
        }

    @cached_property
    def misnamed_pattern(self) -> re.Pattern[str]:
        """Those names, and the right ones in which they stand, which are to be passed over."""
        lengths = {len(name) for name in self.misnamed}
        right = {
            name
            for name in self._right_names
            if any(
                name[start : start + length] in self.misnamed
                for length in lengths
                for start in range(len(name) - length + 1)
            )
        }
        return re.compile(any_of((*right, *self.misnamed)))

    @cached_property
    def _right_names(self) -> frozenset[str]:
        return frozenset(name for one in self.bodies for name in (one.name, *one.others))

    def names_in(self, text: str) -> Iterator[tuple[int, str]]:
        """(start, name) of every known name that stands in the text, the longest at each place."""
        for start in range(len(text) - 1):
            if name := self.name_at(text, start):
                yield start, name

    def name_at(self, text: str, start: int) -> str:
        """The longest known name that begins there; empty where none does."""
        names = self._names_by_start.get(text[start : start + 2], ())
        return next((name for name in names if text.startswith(name, start)), "")

    def names_near(self, printed: str) -> list[str]:
        """The known names that are one edit away, or sound the same; without the name itself."""
        forms = (*sorted(near_forms(printed)), sound(printed))
        found = dict.fromkeys(name for form in forms for name in self._names_by_form.get(form, ()))
        return [name for name in found if name != printed]

    def bodies_called(self, printed: str) -> frozenset[int]:
        """The bodies that a printed name may mean: by their names, the ends of them, or in short.

        管委会 and 区住建局 for 青澜经开区管委会 and 青澜区住房和城乡建设局.
        """
        if printed not in self._called:
            name = folded_body(printed)
            self._called[printed] = (
                self._bodies_by_name.get(name)
                or self._bodies_by_end.get(name)
                or self._bodies_in_short(name)
            )
        return self._called[printed]

    @cached_property
    def _called(self) -> dict[str, frozenset[int]]:
        return {}

    def _bodies_in_short(self, name: str) -> frozenset[int]:
        alike = self._names_of_bodies_by_first.get(name[:1], ())
        found = [self._bodies_by_name[one] for one in alike if may_abbreviate(name, one)]
        return frozenset(chain.from_iterable(found))

    @cached_property
    def _names_of_bodies_by_first(self) -> dict[str, tuple[str, ...]]:
        return _grouped(self._bodies_by_name, lambda name: name[:1])

    def called(self, post: KnownPost) -> str:
        """Body and title together, as a story prints them."""
        return f"{self.body[post.body].name}{post.title}"

    def is_called(self, body: int, printed: str) -> bool:
        """Whether a body may be printed so: by a name, the end of one, in more words or fewer."""
        if body in self.bodies_called(printed):
            return True
        name = folded_body(printed)
        known = map(folded_body, self.body[body].names)
        return any(
            name.endswith(one) or may_abbreviate(name, one) or may_abbreviate(one, name)
            for one in known
        )

    def holders(self, bodies: Collection[int] | None, title: str) -> list[KnownPost]:
        """Everybody's time in a post of that title, in one of the bodies or, for None, in any."""
        title = folded_title(title)
        if bodies is None:
            return list(self._posts_by_title.get(title, ()))
        held = (self._posts_by_body.get((body, title), ()) for body in sorted(bodies))
        return list(chain.from_iterable(held))


def _grouped(rows: Iterable, key) -> dict:
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(found) for name, found in groups.items()}
