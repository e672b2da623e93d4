"""Two entries of one post of one person, as one."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from people.models import day_in_words

# Of which a post has one or none.
SAID = ("document", "end_document", "document_order")


def as_one(kept, other):
    """The values that change in `kept` once it also says what `other` says, both as appointments.

    What somebody confirmed stays as it is: the one that nobody confirmed says only what is open.
    Of two that nobody confirmed the earlier start counts. Raises ValidationError where two that
    are confirmed contradict each other.
    """
    first, second = kept, other
    if other.is_confirmed and not kept.is_confirmed:
        first, second = other, kept
    if second.is_confirmed:
        _refuse_contradictions(first, second)
    start = _start(first, second)
    together = {
        **{name: getattr(first, name) or getattr(second, name) for name in (*SAID, "learned_from")},
        "started": start and start.earliest,
        "started_latest": start and start.latest,
        "manner": first.manner,
        "is_confirmed": first.is_confirmed,
    }
    return {name: value for name, value in together.items() if value != getattr(kept, name)}


def _start(first, second):
    days = [one.start for one in (first, second) if one.start]
    if first.is_confirmed != second.is_confirmed or len(days) < 2:
        return days[0] if days else None
    earlier, later = sorted(days, key=lambda day: day.latest)
    return earlier.narrowed_by(later)


def _refuse_contradictions(first, second):
    if first.start and second.start and first.start.contradicts(second.start):
        _refuse(first, *(day_in_words(one.start) for one in (first, second)))
    if first.manner != second.manner:
        _refuse(first, *(one.get_manner_display() for one in (first, second)))
    for name in SAID:
        said = [getattr(one, name) for one in (first, second)]
        if all(said) and said[0] != said[1]:
            _refuse(first, *said)


def _refuse(held, one, other):
    raise ValidationError(
        _("Of %(post)s both “%(one)s” and “%(other)s” are confirmed: correct one of them first.")
        % {"post": held.post, "one": one, "other": other},
        code="contradiction",
    )
