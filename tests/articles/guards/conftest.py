import pytest

from articles import workflow
from articles.models import Version
from tests.factories import make_reviewers, make_version, make_writer


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def reviewers():
    return make_reviewers()


@pytest.fixture
def submitted(writer):
    version = make_version(written_by=writer)
    workflow.perform("submit", version, by=writer)
    return Version.objects.get(pk=version.pk)


@pytest.fixture
def approved(submitted, reviewers):
    for reviewer in reviewers:
        workflow.perform("approve", submitted, by=reviewer)
    return submitted
