import pytest

from articles import workflow
from articles.models import Correction, Photo
from articles.readiness import lacks_of
from articles.revisions import begin_version
from tests.articles.admin.posting import change_url
from tests.factories import (
    make_department,
    make_page,
    make_released,
    make_reporter,
    make_reviewers,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db


def add_photo(version, **kwargs):
    Photo.objects.create(version=version, image="photos/x.jpg", width=1, height=1, **kwargs)


def texts(version):
    return [(lack.text, lack.blocks) for lack in lacks_of(version)]


def test_whole_story_lacks_nothing():
    version = make_version(
        reporters=[make_reporter()], departments=[make_department()], page=make_page()
    )
    add_photo(version, alt_text="湖边", credit="苏未央")

    assert lacks_of(version) == []


def test_draft_says_what_it_lacks_what_blocks_first(settings):
    version = make_version(headline="", body="", is_reprint=True)
    add_photo(version)

    assert [blocks for _text, blocks in texts(version)] == [True] * 4 + [False] * 4
    assert texts(version)[0] == ("It has no headline.", True)


def test_correction_whose_wrong_words_still_stand_is_told():
    staff = make_writer(), make_reviewers()
    draft = begin_version(make_released(body="<p>步道全长3公里。</p>", staff=staff), by=staff[0])
    Correction.objects.create(version=draft, wrong="3公里", right="13公里")
    told = ("“3公里” is to be corrected, and still stands in the story.", False)

    assert told in texts(draft)
    draft.body = "<p>步道全长13公里。</p>"
    assert told not in texts(draft)


def test_photo_without_alternative_text_is_not_released():
    version = make_version()
    add_photo(version)

    with pytest.raises(workflow.MoveRefused):
        release(version, staff=(make_writer(), make_reviewers()))


def test_form_says_what_is_missing_and_saves_the_draft(client):
    writer = make_writer()
    client.force_login(writer)
    version = make_version()

    assert 'class="desk lacks"' in client.get(change_url(version)).content.decode()
