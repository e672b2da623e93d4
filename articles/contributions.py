"""Who wrote words of a version. A writer does not approve it; a reviewer may correct what they
review, and then approves it at their own stage only: the stages of others see the corrections."""

from articles.approvals import next_stage, submitted_by
from articles.models import Contribution


def record(version, by, stage=None):
    """Note that this person changed the words: at the stage that they review, or as a writer."""
    Contribution.objects.get_or_create(version=version, by=by, stage=stage)


def stage_of(version, by):
    """The stage at which a change by this person is a reviewer's; None where it is a writer's.

    Ask before the change is stored: the change itself makes another stage due.
    """
    if version.status != version.Status.IN_REVIEW or _wrote(version, by):
        return None
    approved = version.decisions.filter(move="approve", by=by).values_list("stage", flat=True)
    corrected = version.contributions.filter(by=by).values_list("stage", flat=True)
    if begun := [*approved, *corrected]:
        return begun[0]
    due = next_stage(version)
    return due if due and by.has_perm(due.permission) else None


def keeps_from(version, stage, by):
    """Whether what this person wrote in the version keeps them from approving at that stage."""
    return version.contributions.filter(by=by).exclude(stage=stage).exists()


def _wrote(version, by):
    return (
        version.written_by_id == by.pk
        or submitted_by(version) == by
        or version.contributions.filter(by=by, stage=None).exists()
    )
