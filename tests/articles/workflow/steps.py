"""Stories on their way, and the moves that somebody has with them."""

from articles import workflow
from articles.models import Version
from tests.factories import make_version


def moves(version, by):
    return [move.name for move in workflow.possible_moves(Version.objects.get(pk=version.pk), by)]


def submitted(writer, **kwargs):
    version = make_version(**kwargs)
    workflow.perform("submit", version, by=writer)
    return Version.objects.get(pk=version.pk)


def approved(writer, reviewers, **kwargs):
    version = submitted(writer, **kwargs)
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    return version
