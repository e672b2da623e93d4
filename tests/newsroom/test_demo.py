"""The sample paper goes the whole way, however many reviews the newsroom has."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import proving
from articles.admin.standing import standing, standings
from articles.models import Decision, Version
from articles.placing import part_texts
from articles.verifying import findings_of
from articles.waiving import what_stops

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


def test_draft_of_today_has_the_title_of_yesterday_and_nothing_else_is_found(settings, capsys):
    settings.DEBUG = True
    for _again in range(2):
        call_command("make_demo")

    draft = Version.objects.get(dated=timezone.localdate())
    (found,) = what_stops(draft)
    assert (found.rule, found.printed, found.suggestion) == (
        "title_past",
        "青澜经开区经济发展局局长",
        "青澜经开区管委会副主任",
    )
    assert not any(findings_of(version) for version in Version.objects.exclude(pk=draft.pk))
