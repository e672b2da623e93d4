import pytest

from articles import workflow
from articles.models import Version
from tests.factories import make_released, make_reviewers, make_version, make_writer

pytestmark = pytest.mark.django_db


def test_story_is_live_once_three_people_approved_and_it_is_released():
    version = make_released()

    assert list(Version.objects.live()) == [version]
    assert list(version.decisions.values_list("move", "stage")) == [
        ("submit", None),
        ("approve", 1),
        ("approve", 2),
        ("approve", 3),
        ("release", None),
    ]


def test_release_refused_before_the_final_review():
    version, writer, reviewers = make_version(), make_writer(), make_reviewers()
    workflow.perform("submit", version, by=writer)
    workflow.perform("approve", version, by=reviewers[0])

    with pytest.raises(workflow.MoveRefused, match="exactly these words"):
        workflow.perform("release", version, by=reviewers[2])
    assert not Version.objects.live().exists()
