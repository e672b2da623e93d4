"""Tell in which role somebody was at an event, from what they did there."""

from collections.abc import Iterable
from dataclasses import replace

from .facts import PrintedOfficial
from .lexicon.acts import VISITS
from .lexicon.events import EVENT_ROLES, SAID_AT_TALKS, TALKS, TOUR_ROLE, TOURS

LEADING, PRESENT = "带队", "到场"
TALK = "发言"
NOT_LEADING = ("陪同", "出席")
# By these somebody leads a tour.
TOUR_ACTS = frozenset({LEADING, *(act for act, visit in VISITS.items() if visit in TOURS)})


def roles_of(acts: Iterable[str], *, is_tour: bool = False) -> tuple[str, ...]:
    """The roles 主持, 讲话, 发言, 出席, 陪同, 会见, each once; 调研 for whoever leads a tour."""
    acts = tuple(act for act in acts if not (is_tour and act == PRESENT))
    roles = dict.fromkeys(EVENT_ROLES[act] for act in acts if act in EVENT_ROLES)
    leads = is_tour and not TOUR_ACTS.isdisjoint(acts)
    if leads and not any(role in roles for role in NOT_LEADING):
        return (TOUR_ROLE, *roles)
    return tuple(roles)


def speaking_at(kind: str, officials: Iterable[PrintedOfficial]) -> tuple[PrintedOfficial, ...]:
    """The officials, with 发言 for whoever only says something where people come to talk: 座谈."""
    return tuple(
        replace(one, acts=(*one.acts, TALK)) if kind in TALKS and _only_says(one.acts) else one
        for one in officials
    )


def _only_says(acts: Iterable[str]) -> bool:
    return not SAID_AT_TALKS.isdisjoint(acts) and not roles_of(acts)
