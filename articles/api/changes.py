"""What changed for readers since a moment: stories released, corrected, withdrawn, restored.

Each is told as it stands now, so whoever walks on with the last cursor holds what readers see.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from articles.models import Decision, Version

# A moment is noted before its transaction ends: whoever asked in between would miss the change.
SETTLED = timedelta(seconds=10)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Changes:
    """Articles in the order of their changes, each once; `last` is the key of the last change."""

    articles: list[int]
    last: str
    has_more: bool


def changes_since(since, key, size) -> Changes:
    """The first changes at or after the moment, or those behind the key where there is one."""
    until = timezone.now() - SETTLED
    moment, article = _read(key) if key else (min(max(since, _EPOCH), until), 0)
    released = Version.objects.came_out(until)
    decided = Decision.objects.filter(
        move__in=(Decision.Move.WITHDRAW, Decision.Move.RESTORE), decided_at__lte=until
    )
    found = sorted(
        [
            *_behind(released, "publish_at", "article_id", moment, article)[: size + 1],
            *_behind(decided, "decided_at", "version__article_id", moment, article)[: size + 1],
        ]
    )
    part = found[:size]
    return Changes(
        # Of several changes of one story the last counts.
        articles=list(dict.fromkeys(number for _at, number in reversed(part)))[::-1],
        last=_written(*part[-1]) if part else key,
        has_more=len(found) > size,
    )


def _behind(rows, moment_field, article_field, moment, article):
    behind = Q(**{f"{moment_field}__gt": moment}) | Q(
        **{moment_field: moment, f"{article_field}__gt": article}
    )
    # The second condition says nothing new; it lets the index be entered at the moment.
    rows = rows.filter(behind, **{f"{moment_field}__gte": moment})
    return (
        rows.annotate(at=F(moment_field), number_of_article=F(article_field))
        .order_by(moment_field, article_field)
        .values_list("at", "number_of_article")
    )


def _written(at, article):
    return f"{(at - _EPOCH) // _MICROSECOND}-{article}"


def _read(key):
    microseconds, article = map(int, key.split("-"))
    return _EPOCH + microseconds * _MICROSECOND, article
