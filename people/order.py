"""The official order of leaders on a day, and the rule that puts one before another. Plain Python.

The order set by a document comes first. Else it is derived, among the leaders of one circle (those
of one place, or of one bureau with its party group): heads before deputies; of heads, the party's
before the government's; of deputies, who stands in for the head, then those with a party post,
then who has served longer, then who has fewer strokes in the surname. Source: the ordering rules
at https://www.360docs.net/doc/5a11128993.html. Papers differ where guests and hosts mix
(https://hkcd.com/content/2014-07/16/content_858377.html), so between two circles no rule decides.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, zip_longest

from people.offices import Kind, Rank
from people.periods import Period
from people.strokes import stands_before


class Rule(StrEnum):
    """Why one leader stands before another."""

    DOCUMENT = "document"
    HEAD = "head"
    PARTY_HEAD = "party_head"
    PARTY_RANK = "party_rank"
    STANDING = "standing"
    PARTY_POST = "party_post"
    SERVICE = "service"
    STROKES = "strokes"


UNDATED = Period()
GOVERNMENTS = ("政府", "管委会")


@dataclass(frozen=True, slots=True)
class Holding:
    """A post that somebody holds on the day in question.

    `circle` is `offices.circle_of` its body. `is_standing` is said of 常务, and of a deputy who is
    in charge (主持工作). `place` is that in the order which a document sets for the circle.
    """

    department: str
    circle: str
    kind: Kind
    rank: Rank
    is_standing: bool = False
    place: int | None = None
    period: Period = UNDATED


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody with all posts held on that day. `key` tells two people of one name apart."""

    name: str
    holdings: tuple[Holding, ...]
    key: Hashable = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A leader in the order, and the rule by which the next one comes after, or None."""

    leader: Leader
    rule: Rule | None


def rule_between(first: Leader, second: Leader) -> Rule | None:
    """The rule by which `first` stands before `second`.

    None where the rules put `second` first, and where they do not decide: ask with the two
    exchanged to tell these apart. That they have no circle in common decides nothing either.
    """
    for circle in sorted(_circles(first) & _circles(second)):
        decided = _rule_within(_of(first, circle), _of(second, circle), first.name, second.name)
        if decided:
            rule, is_first = decided
            is_open = rule is not Rule.DOCUMENT and _governs_elsewhere(second, circle)
            return rule if is_first and not is_open else None
    return None


def in_order(leaders: Iterable[Leader]) -> tuple[Placed, ...]:
    """The leaders as the rules put them, else as given; with the rule for each neighbouring pair.

    Nobody is put before somebody whom a rule puts first, so those whom no rule ties to others keep
    the order in which they came.
    """
    left, placed = list(leaders), []
    while left:
        first = next((one for one in left if not _has_one_before(one, left)), left[0])
        left.remove(first)
        placed.append(first)
    rules = (rule_between(one, other) for one, other in pairwise(placed))
    return tuple(Placed(leader, rule) for leader, rule in zip_longest(placed, rules))


def _has_one_before(leader, others):
    return any(rule_between(other, leader) for other in others if other is not leader)


def _circles(leader):
    return {holding.circle for holding in leader.holdings}


def _of(leader, circle):
    return [holding for holding in leader.holdings if holding.circle == circle]


def _rule_within(ours, theirs, name, other_name):
    """Of two people's posts in one circle: the rule that decides, and whether ours come first."""
    if decided := _by(Rule.DOCUMENT, _place(ours), _place(theirs)):
        return decided
    if decided := _rule_of_rank(ours, theirs):
        return decided
    if _heads(ours) and _heads(theirs):
        return _rule_of_heads(ours, theirs)
    return _rule_of_others(ours, theirs, name, other_name)


def _rule_of_rank(ours, theirs):
    """A head is set before the others of the party and government, and of the same body.

    Whoever leads there is no head by another post: a 常委 who is head of the 纪委 is a member.
    """
    heads = _heads(ours), _heads(theirs)
    if _leads(ours) and _leads(theirs):
        return (Rule.HEAD, bool(heads[0])) if any(heads) and not all(heads) else None
    for body in sorted(_bodies(ours) & _bodies(theirs)):
        rank, other_rank = (_rank(posts, body) for posts in (ours, theirs))
        if rank != other_rank:
            return Rule.HEAD, rank < other_rank
    return None


def _rule_of_heads(ours, theirs):
    kinds = [{one.kind for one in posts if one.rank is Rank.HEAD} for posts in (ours, theirs)]
    is_party, other_is_party = (Kind.PARTY in one for one in kinds)
    if is_party != other_is_party and all(one & {Kind.PARTY, Kind.GOVERNMENT} for one in kinds):
        return Rule.PARTY_HEAD, is_party
    return None


def _rule_of_others(ours, theirs, name, other_name):
    """Of two deputies, or two members, those of the party and the government or of one body."""
    ranks = _party_rank(ours), _party_rank(theirs)
    if None not in ranks and (decided := _by(Rule.PARTY_RANK, *ranks)):
        return decided
    if not _bodies(ours) & _bodies(theirs) and not (_leads(ours) and _leads(theirs)):
        return None
    standing = [_stands_in(ours, theirs), _stands_in(theirs, ours)]
    if standing[0] != standing[1]:
        return Rule.STANDING, standing[0]
    if (ranks[0] is None) != (ranks[1] is None):
        return Rule.PARTY_POST, ranks[0] is not None
    return _rule_of_equals(ours, theirs, name, other_name)


def _rule_of_equals(ours, theirs, name, other_name):
    """By length of service in the body that both lead; by strokes where it is the same."""
    for one in ours:
        for other in theirs:
            if one.department != other.department or one.rank != other.rank:
                continue
            if _starts_before(one.period, other.period):
                return Rule.SERVICE, True
            if _starts_before(other.period, one.period):
                return Rule.SERVICE, False
            if _start(one.period) == _start(other.period) and None not in _start(one.period):
                is_first = stands_before(name, other_name)
                return None if is_first is None else (Rule.STROKES, is_first)
    return None


def _by(rule, ours, theirs):
    """Lower first; nothing where they are equal or one is not set."""
    if ours is None or theirs is None or ours == theirs:
        return None
    return rule, ours < theirs


def _place(posts):
    return min((one.place for one in posts if one.place is not None), default=None)


def _rank(posts, body):
    return min(one.rank for one in posts if one.department == body)


def _party_rank(posts):
    return min((one.rank for one in posts if one.kind is Kind.PARTY), default=None)


def _leads(posts):
    """Whether one of the posts is of the party or the government."""
    return any(one.kind in (Kind.PARTY, Kind.GOVERNMENT) for one in posts)


def _heads(posts):
    """The posts of a head that count where somebody leads the party or the government."""
    leading = [one for one in posts if one.kind in (Kind.PARTY, Kind.GOVERNMENT)]
    return [one for one in leading or posts if one.rank is Rank.HEAD]


def _stands_in(ours, theirs):
    """Whether one of us stands in for the head of a body where they are deputies too."""
    return any(one.is_standing and one.department in _bodies(theirs) for one in ours)


def _governs_elsewhere(leader, circle):
    """Whether somebody heads the government of another place, and stands where that puts them."""
    return any(
        one.circle != circle
        and one.kind is Kind.GOVERNMENT
        and one.rank is Rank.HEAD
        and one.department.endswith(GOVERNMENTS)
        for one in leader.holdings
    )


def _bodies(posts):
    return {one.department for one in posts}


def _start(period):
    return period.earliest_start, period.latest_start


def _starts_before(period, other):
    return (
        period.latest_start is not None
        and other.earliest_start is not None
        and period.latest_start < other.earliest_start
    )
