"""Tell in which role somebody was at an event, from what they did there."""

from collections.abc import Iterable

from .lexicon.acts import VISITS
from .lexicon.events import EVENT_ROLES, TOUR_ROLE, TOURS

LEADING = "带队"
NOT_LEADING = ("陪同", "出席")
# By these somebody leads a tour.
TOUR_ACTS = frozenset({LEADING, *(act for act, visit in VISITS.items() if visit in TOURS)})


def roles_of(acts: Iterable[str], *, is_tour: bool = False) -> tuple[str, ...]:
    """The roles 主持, 讲话, 发言, 出席, 陪同, 会见, each once; 调研 for whoever leads a tour."""
    acts = tuple(acts)
    roles = dict.fromkeys(EVENT_ROLES[act] for act in acts if act in EVENT_ROLES)
    leads = is_tour and not TOUR_ACTS.isdisjoint(acts)
    if leads and not any(role in roles for role in NOT_LEADING):
        return (TOUR_ROLE, *roles)
    return tuple(roles)
