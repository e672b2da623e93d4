"""What is released, when it ends, and that each such change was sealed."""

from articles.guards.guard import Guard, listed


def superseding_guards():
    """When a version ends follows from the entry that was sealed last.

    A release ends the versions before the one that it releases, which is not released yet, and
    moving it moves that end. A withdrawal before the moment ends the version itself, and lets the
    one before it go on; so does a release that is cancelled.
    """
    yield Guard(
        name="version_superseding_is_sealed",
        table="articles_version",
        event="UPDATE",
        condition="OLD.superseded_at IS DISTINCT FROM NEW.superseded_at AND NOT EXISTS"
        " (SELECT 1 FROM articles_ledgerentry e JOIN articles_decision d ON d.id = e.decision_id"
        " JOIN articles_version w ON w.id = d.version_id"
        " WHERE e.number = (SELECT MAX(l.number) FROM articles_ledgerentry l)"
        " AND w.article_id = NEW.article_id AND ("
        "(d.move = 'release' AND w.id <> NEW.id AND w.publish_at IS NULL"
        " AND NEW.superseded_at IS NOT NULL)"
        " OR (d.move = 'reschedule' AND w.id <> NEW.id AND w.publish_at > {now}"
        " AND NEW.superseded_at IS NOT NULL)"
        " OR (d.move = 'unschedule' AND w.id <> NEW.id AND w.publish_at IS NULL"
        " AND NEW.superseded_at IS NULL)"
        " OR (d.move = 'withdraw' AND w.id = NEW.id AND NEW.publish_at > {now}"
        " AND NEW.superseded_at = NEW.publish_at)"
        " OR (d.move = 'withdraw' AND w.id <> NEW.id AND w.superseded_at = w.publish_at"
        " AND NEW.superseded_at IS NULL)))",
    )


def release_guards(stages):
    approvals = (
        "SELECT COUNT(DISTINCT d.stage) FROM articles_decision d WHERE d.version_id = NEW.id"
        " AND d.move = 'approve' AND d.review_round = NEW.review_round AND d.digest = NEW.digest"
        f" AND d.stage IN ({listed(stages)})"
    )
    released_now = "OLD.publish_at IS NULL AND NEW.publish_at IS NOT NULL"
    update = {"table": "articles_version", "event": "UPDATE"}
    last = "d.id = (SELECT MAX(l.id) FROM articles_decision l WHERE l.version_id = NEW.id)"
    # First here and late in the alphabet: of several guards that refuse, SQLite names the last set
    # and PostgreSQL the first by name, and a missing approval says more than a missing seal.
    yield Guard(
        name="version_release_was_sealed",
        condition=f"{released_now} AND NOT EXISTS (SELECT 1 FROM articles_ledgerentry e"
        " JOIN articles_decision d ON d.id = e.decision_id WHERE d.version_id = NEW.id"
        f" AND d.move = 'release' AND d.digest = NEW.digest AND {last})",
        **update,
    )
    yield Guard(
        name="version_schedule_changes_are_sealed",
        condition="OLD.publish_at IS NOT NULL AND OLD.publish_at IS DISTINCT FROM NEW.publish_at"
        " AND NOT EXISTS (SELECT 1 FROM articles_ledgerentry e"
        " JOIN articles_decision d ON d.id = e.decision_id WHERE d.version_id = NEW.id AND d.move ="
        f" CASE WHEN NEW.publish_at IS NULL THEN 'unschedule' ELSE 'reschedule' END AND {last})",
        **update,
    )
    yield Guard(
        "version_is_not_born_released", "articles_version", "INSERT", "NEW.publish_at IS NOT NULL"
    )
    yield Guard(
        name="version_release_needs_every_approval",
        condition=f"{released_now} AND ({approvals}) < {len(stages)}",
        **update,
    )
    yield Guard(
        name="version_release_comes_from_review",
        condition=f"{released_now} AND OLD.status <> 'in_review'",
        **update,
    )
    yield Guard(
        name="version_review_round_never_falls",
        condition="NEW.review_round < OLD.review_round",
        **update,
    )
    yield Guard(
        name="version_release_needs_settled_doubts",
        condition=f"{released_now} AND EXISTS (SELECT 1 FROM articles_doubt d"
        " WHERE d.version_id = NEW.id AND d.settled_at IS NULL)",
        **update,
    )
    yield Guard(
        name="version_release_needs_reprint_particulars",
        condition=f"{released_now} AND NEW.is_reprint AND (NEW.source = '' OR NEW.original_author"
        " = '' OR NEW.original_headline = '' OR NEW.responsible_editor = '')",
        **update,
    )
    yield Guard(
        name="version_release_needs_alternative_texts",
        condition=f"{released_now} AND EXISTS (SELECT 1 FROM articles_photo p"
        " WHERE p.version_id = NEW.id AND p.alt_text = '')",
        **update,
    )
    yield Guard(
        name="version_release_is_never_backdated",
        condition="NEW.publish_at IS NOT NULL AND OLD.publish_at IS DISTINCT FROM NEW.publish_at"
        " AND (NEW.publish_at < {earlier} OR OLD.publish_at <= {now})",
        **update,
    )
    yield Guard(
        name="version_released_stays_on_record",
        condition="OLD.publish_at <= {now} AND NEW.publish_at IS NULL",
        **update,
    )
    yield Guard(
        name="version_intervals_never_overlap",
        condition="NEW.publish_at IS NOT NULL AND EXISTS (SELECT 1 FROM articles_version v"
        " WHERE v.article_id = NEW.article_id AND v.id <> NEW.id AND v.publish_at IS NOT NULL"
        " AND (NEW.superseded_at IS NULL OR NEW.superseded_at > NEW.publish_at)"
        " AND (v.superseded_at IS NULL OR v.superseded_at > v.publish_at)"
        " AND (NEW.superseded_at IS NULL OR v.publish_at < NEW.superseded_at)"
        " AND (v.superseded_at IS NULL OR v.superseded_at > NEW.publish_at))",
        **update,
    )
    yield Guard(
        name="version_superseded_stays_superseded",
        condition="OLD.superseded_at <= {now}"
        " AND OLD.superseded_at IS DISTINCT FROM NEW.superseded_at",
        **update,
    )
    yield Guard(
        name="version_withdrawal_is_decided",
        condition="OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at AND NOT EXISTS"
        " (SELECT 1 FROM articles_decision d WHERE d.version_id = NEW.id AND d.move ="
        f" CASE WHEN NEW.withdrawn_at IS NULL THEN 'restore' ELSE 'withdraw' END AND {last})",
        **update,
    )
    yield Guard(
        name="version_withdrawal_is_sealed",
        condition="OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at AND NOT EXISTS"
        " (SELECT 1 FROM articles_ledgerentry e WHERE e.decision_id ="
        " (SELECT MAX(d.id) FROM articles_decision d WHERE d.version_id = NEW.id))",
        **update,
    )
