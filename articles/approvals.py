"""Which approvals count for the words that stand, and which stage is due."""

from articles.models import Decision, Stage, stages_here


def valid_approvals(version):
    """The approvals that count: of this round, of exactly these words, in the order of stages."""
    return version.decisions.filter(
        move=Decision.Move.APPROVE, review_round=version.review_round, digest=version.digest
    ).order_by("stage")


def next_stage(version):
    """The stage of review that is due; None when every stage has approved these words."""
    approved = set(valid_approvals(version).values_list("stage", flat=True))
    return next((Stage(stage) for stage in stages_here() if stage not in approved), None)


def submitted_by(version):
    """Who submitted the version in this round; None while nobody has."""
    submission = (
        version.decisions.filter(move=Decision.Move.SUBMIT, review_round=version.review_round)
        .select_related("by")
        .last()
    )
    return submission.by if submission else None
