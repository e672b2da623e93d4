import pytest
from django.conf import settings

from articles import guards


@pytest.fixture(scope="session", autouse=True)
def var_folder():
    """A fresh clone has no folder for databases, pictures and collected files yet."""
    for folder in (settings.MEDIA_ROOT, settings.STATIC_ROOT):
        folder.mkdir(parents=True, exist_ok=True)


@pytest.fixture
def review_stages(settings, db):
    """Make the newsroom one of so many reviews."""

    def review_stages(number):
        settings.REVIEW_STAGES = number
        guards.set_after_migration(using="default")

    return review_stages


@pytest.fixture
def committed_db(transactional_db):
    """A database in which changes are committed, so that several connections see them.

    It is emptied afterwards, which the guards would refuse where that is done row by row.
    """
    yield
    guards.lift_before_migration(using="default")
