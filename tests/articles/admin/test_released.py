"""A released story is read, and continued in a new version."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import transaction

from articles.admin.forms import SavedMeanwhile
from articles.models import Version
from articles.revisions import begin_version
from tests.articles.admin.posting import change_url, form_data, messages, text_of
from tests.factories import (
    make_department,
    make_official,
    make_released,
    make_reporter,
    make_user,
    make_version,
    release,
)

pytestmark = pytest.mark.django_db


def test_released_story_is_only_read(client, editor):
    version = make_released(headline="已发的标题")

    page = client.get(change_url(version))

    assert not page.context["has_change_permission"]
    assert 'name="headline"' not in text_of(page)
    assert "<p>步道全长3公里。</p>" in text_of(page)
    assert "Begin a new version" in text_of(page)


def test_released_story_is_only_read_by_superusers_too(admin_client):
    version = make_released(headline="已发的标题")

    response = admin_client.post(change_url(version), form_data(version, headline="改动"))

    assert (response.status_code, Version.objects.get().headline) == (409, "已发的标题")


def test_text_written_while_the_story_was_released_is_shown_again(client, editor):
    version = make_released()

    page = client.post(change_url(version), form_data(version, body="<p>写了很久的一段</p>"))

    assert "&lt;p&gt;写了很久的一段&lt;/p&gt;" in page.content.decode()
    assert Version.objects.get().body == version.body


def test_story_released_between_the_look_and_the_save_is_answered_the_same_way(
    client, editor, monkeypatch
):
    version = make_version()
    opened = form_data(version, headline="迟到的标题")

    def release_then_save(*args, **kwargs):
        release(version)
        with transaction.atomic():
            Version.objects.filter(pk=version.pk).update(headline="迟到的标题")

    monkeypatch.setattr(admin.ModelAdmin, "changeform_view", release_then_save)
    response = client.post(change_url(version), opened)

    assert response.status_code == 409
    assert "迟到的标题" in text_of(response)


def test_story_edited_and_released_between_the_look_and_the_save_is_answered_the_same_way(
    client, editor, monkeypatch
):
    version = make_version()
    opened = form_data(version, headline="迟到的标题")

    def release_then_compare(*args, **kwargs):
        release(version)
        raise SavedMeanwhile

    monkeypatch.setattr(admin.ModelAdmin, "changeform_view", release_then_compare)
    response = client.post(change_url(version), opened)

    assert response.status_code == 409
    assert "迟到的标题" in text_of(response)


def test_new_version_is_offered_on_the_latest_version_only(client, editor):
    first = make_released()
    second = begin_version(first, by=editor)

    assert "Begin a new version" not in text_of(client.get(change_url(first)))
    release(second)
    assert "Begin a new version" in text_of(client.get(change_url(second)))


def test_viewer_without_permission_posts_nothing(client):
    version = make_released()
    client.force_login(make_user(permissions=["view_version"]))

    assert client.post(change_url(version), form_data(version)).status_code == 403


def test_new_version_begins_as_a_copy(client, editor):
    released = make_released(
        departments=[make_department()],
        reporters=[make_reporter()],
        officials=[make_official()],
    )

    response = client.post(f"/admin/articles/version/{released.pk}/revise/", follow=True)

    draft = Version.objects.get(number=2)
    assert (draft.status, draft.written_by, draft.article) == ("draft", editor, released.article)
    assert draft.digest == released.digest
    assert response.redirect_chain[-1][0] == change_url(draft)
    assert LogEntry.objects.get(object_id=str(draft.pk)).user == editor
    assert Version.objects.get(pk=released.pk).is_live()


def test_second_new_version_leads_to_the_first(client, editor):
    released = make_released()
    revise = f"/admin/articles/version/{released.pk}/revise/"
    client.post(revise, follow=True)

    response = client.post(revise, follow=True)

    draft = Version.objects.get(number=2)
    assert response.redirect_chain[-1][0] == change_url(draft)
    assert "Version 2 of this story is under way (draft)." in messages(response)[0]
    assert Version.objects.count() == 2
