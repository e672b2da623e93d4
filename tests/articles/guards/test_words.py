"""Words of what was released, and of what was approved, refused to change unseen."""

import datetime

import pytest
from django.db import connection
from django.utils import timezone

from articles import photos, workflow
from articles.models import Credit, Mention, Version
from tests.articles.guards.refusing import refused
from tests.articles.test_photos import encoded
from tests.factories import make_released, make_version, release

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("change", [{"headline": "换一个标题"}, {"body": "<p>换一段话。</p>"}])
def test_release_refused_when_words_changed_by_update_after_approval(approved, change):
    Version.objects.filter(pk=approved.pk).update(**change)

    with refused("version_release_needs_every_approval"):
        Version.objects.filter(pk=approved.pk).update(status="released", publish_at=timezone.now())


def test_release_refused_when_a_comma_changed_after_approval(approved, reviewers):
    approved.body = approved.body.replace("，", "、")
    approved.save()

    with pytest.raises(workflow.MoveRefused):
        workflow.perform("release", approved, by=reviewers[2])


def test_release_allowed_when_the_comma_is_changed_back(approved, reviewers):
    before = approved.body
    for body in (before.replace("，", "、"), before):
        approved.body = body
        approved.save()
    workflow.perform("release", approved, by=reviewers[2])

    assert list(Version.objects.live()) == [approved]


@pytest.mark.parametrize(
    "add",
    [
        lambda version: Credit.objects.create(version=version, as_printed="苏未央"),
        lambda version: Mention.objects.create(version=version, name_as_printed="沈砚秋"),
    ],
)
def test_release_refused_when_a_name_was_added_after_approval(approved, add):
    add(approved)

    with refused("version_release_needs_every_approval"):
        Version.objects.filter(pk=approved.pk).update(status="released", publish_at=timezone.now())


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "换一个标题"},
        {"body": "<p>换一段话。</p>"},
        {"dated": datetime.date(2003, 1, 1)},
        {"digest": "0" * 64},
    ],
)
def test_released_words_refused_to_change(change):
    version = make_released()

    with refused("version_released_words_never_change"):
        Version.objects.filter(pk=version.pk).update(**change)


def test_photo_of_a_released_story_stays_where_it_stands(staff, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    version = make_version()
    photos.attach(version, encoded(), alt_text="桥", placed_after=1)
    release(version, staff=staff)

    with refused("photo_of_a_released_version_never_changes_on_update"):
        version.photos.update(placed_after=2)


def test_released_credits_refused_to_change(reviewers, writer):
    version = make_version()
    Credit.objects.create(version=version, as_printed="苏未央")
    workflow.perform("submit", version, by=writer)
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    workflow.perform("release", version, by=reviewers[2])

    with refused("credit_of_a_released_version_never_changes_on_update"):
        version.credits.update(as_printed="另一人")
    with refused("credit_of_a_released_version_never_changes_on_delete"):
        version.credits.all().delete()
    with refused("mention_of_a_released_version_never_changes_on_insert"):
        Mention.objects.create(version=version, name_as_printed="沈砚秋")


def test_released_version_refused_to_be_deleted():
    version = make_released()

    with refused("version_released_is_never_deleted"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_version WHERE id = %s", [version.pk])
