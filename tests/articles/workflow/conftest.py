import pytest

from tests.factories import make_reviewers, make_writer


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def reviewers():
    return make_reviewers()
