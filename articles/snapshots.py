"""What a story said when somebody decided on it or looked at it, by the digest of its words."""

from articles.approvals import valid_approvals
from articles.models import Look, Snapshot
from articles.models.content import content_of, digest_of_content


def take(version):
    """The snapshot of the words that stand now."""
    content = content_of(version)
    snapshot, _is_new = Snapshot.objects.get_or_create(
        version=version, digest=digest_of_content(content), defaults={"content": content}
    )
    return snapshot


def look(version, user):
    """Note that the reviewer has these words before them; the other words they had last, or None.

    Looking twice at the same words still answers with the words before those.
    """
    now = take(version)
    seen, is_new = Look.objects.select_related("before", "now").get_or_create(
        version=version, user=user, defaults={"now": now}
    )
    if not is_new and seen.now_id != now.pk:
        seen.before, seen.now = seen.now, now
        seen.save(update_fields=["before", "now"])
    return seen.before


def snapshot_of(decision):
    """The words that were decided on; None where they are not kept."""
    return Snapshot.objects.filter(version=decision.version_id, digest=decision.digest).first()


def void_approvals(version):
    """Approvals of this round that no longer fit the words, with the words they were given for.

    Of those that a later approval of the same stage has not made good.
    """
    valid = set(valid_approvals(version).values_list("stage", flat=True))
    latest = {}
    approvals = version.decisions.filter(move="approve", review_round=version.review_round)
    for decision in approvals.exclude(stage__in=valid).select_related("by").order_by("id"):
        latest[decision.stage] = decision
    return [(decision, snapshot_of(decision)) for _stage, decision in sorted(latest.items())]
