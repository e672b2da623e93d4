"""The sample paper goes the whole way, however many reviews the newsroom has."""

import pytest
from django.core.management import call_command

from articles import proving
from articles.admin.standing import standing, standings
from articles.models import Decision, Version
from articles.placing import part_texts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("number", "stages"), [(2, {1, 3}), (3, {1, 2, 3})])
def test_sample_is_released_and_some_of_it_waits_at_each_stage(
    number, stages, review_stages, settings, capsys
):
    review_stages(number)
    settings.DEBUG = True
    call_command("make_demo")

    assert Version.objects.live().exists()
    assert set(Decision.objects.filter(move="approve").values_list("stage", flat=True)) == stages
    found = {standing(version) for version in Version.objects.with_approvals()}
    waiting = {one for one in standings() if one.value in ("first", "second", "final")}
    assert len(waiting) == number
    assert waiting <= found
    assert proving.verify().failure is None


def test_sample_has_photos_where_their_paragraphs_speak_of_them(settings, capsys):
    settings.DEBUG = True
    call_command("make_demo")

    story = Version.objects.live().get(headline__contains="小天鹅")
    parts = part_texts(story.body)
    placed = [
        (photo.caption, parts[photo.placed_after - 1])
        for photo in story.photos.filter(placed_after__gt=0)
    ]
    (sluice, on_water), (lights, on_light) = placed
    assert ("闸口" in sluice, "闸口" in on_water) == (True, True)
    assert ("路灯" in lights, "路灯" in on_light) == (True, True)
