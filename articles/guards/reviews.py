"""Who approves what, in which order, and what tells who wrote in a version."""

from itertools import pairwise

from articles.guards.guard import Guard, listed


def decision_guards(stages):
    approve = "NEW.move = 'approve'"
    insert = {"table": "articles_decision", "event": "INSERT"}
    yield Guard(
        name="decision_names_who_submitted",
        condition=f"{approve} AND NOT EXISTS (SELECT 1 FROM articles_decision d"
        " WHERE d.version_id = NEW.version_id AND d.move = 'submit'"
        " AND d.review_round = NEW.review_round AND d.by_id = NEW.submitted_by_id)",
        **insert,
    )
    yield Guard(
        name="decision_stages_come_in_order",
        condition=f"{approve} AND (NEW.stage NOT IN ({listed(stages)})"
        f" OR {_stage_before(stages)} > 0 AND NOT EXISTS (SELECT 1 FROM articles_decision d"
        " WHERE d.version_id = NEW.version_id AND d.move = 'approve' AND d.digest = NEW.digest"
        f" AND d.review_round = NEW.review_round AND d.stage = {_stage_before(stages)}))",
        **insert,
    )
    yield Guard("decision_is_never_changed", "articles_decision", "UPDATE", "1 = 1")
    yield Guard("decision_is_never_deleted", "articles_decision", "DELETE", "1 = 1")
    yield Guard(
        name="decision_writer_never_approves",
        condition=f"{approve} AND EXISTS (SELECT 1 FROM articles_version v"
        " WHERE v.id = NEW.version_id AND v.written_by_id = NEW.by_id)",
        **insert,
    )
    yield Guard(
        name="decision_contributor_never_approves",
        condition=f"{approve} AND EXISTS (SELECT 1 FROM articles_contribution c"
        " WHERE c.version_id = NEW.version_id AND c.by_id = NEW.by_id"
        " AND c.stage IS DISTINCT FROM NEW.stage)",
        **insert,
    )
    yield Guard(
        name="decision_nobody_takes_two_stages",
        condition=f"{approve} AND EXISTS (SELECT 1 FROM articles_decision d"
        " WHERE d.version_id = NEW.version_id AND d.by_id = NEW.by_id AND d.move = 'approve'"
        " AND d.stage <> NEW.stage)",
        **insert,
    )
    yield Guard(
        name="decision_approves_the_words_that_stand",
        condition=f"{approve} AND NOT EXISTS (SELECT 1 FROM articles_version v"
        " WHERE v.id = NEW.version_id AND v.digest = NEW.digest AND v.digest <> ''"
        " AND v.review_round = NEW.review_round AND v.status = 'in_review')",
        **insert,
    )


def _stage_before(stages):
    """SQL for the stage that comes before that of the new row; 0 before the first."""
    steps = pairwise((0, *stages))
    cases = " ".join(f"WHEN {int(stage)} THEN {int(before)}" for before, stage in steps)
    return f"CASE NEW.stage {cases} END"


def witness_guards():
    """What the other guards rely on: who wrote in the version, and what was in doubt."""
    yield Guard(
        "contribution_of_a_reviewer_is_made_in_review",
        "articles_contribution",
        "INSERT",
        "NEW.stage IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles_version v"
        " WHERE v.id = NEW.version_id AND v.status = 'in_review')",
    )
    yield Guard("contribution_is_never_changed", "articles_contribution", "UPDATE", "1 = 1")
    yield Guard("contribution_is_never_removed", "articles_contribution", "DELETE", "1 = 1")
    yield Guard(
        "version_writer_stays_once_decided",
        "articles_version",
        "UPDATE",
        "OLD.written_by_id IS NOT NULL AND OLD.written_by_id IS DISTINCT FROM NEW.written_by_id"
        " AND EXISTS (SELECT 1 FROM articles_decision d WHERE d.version_id = NEW.id)",
    )
    yield Guard("doubt_is_never_deleted", "articles_doubt", "DELETE", "1 = 1")
    yield Guard(
        "doubt_stays_with_its_version",
        "articles_doubt",
        "UPDATE",
        "OLD.version_id IS DISTINCT FROM NEW.version_id",
    )
