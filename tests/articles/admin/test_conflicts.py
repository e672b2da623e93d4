"""Two editors in one story: the second is told, and nothing is written over unseen."""

import pytest

from articles import workflow
from articles.models import Version
from tests.articles.admin.posting import change_url, form_data, text_of
from tests.factories import (
    make_reviewers,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db


def test_second_editor_is_told_and_loses_nothing(client, editor):
    version = make_version()
    opened = form_data(version)
    other = make_writer(first_name="晚照")
    client.force_login(other)
    client.post(change_url(version), {**opened, "headline": "他人的标题"})
    client.force_login(editor)

    response = client.post(change_url(version), {**opened, "headline": "自己的标题"})

    form = response.context["adminform"].form
    assert form.non_field_errors()[0].startswith("林晚照 saved this story at")
    assert 'value="自己的标题"' in text_of(response)
    assert "<h3>他人的标题</h3>" in text_of(response)
    assert Version.objects.get(pk=version.pk).headline == "他人的标题"


def test_second_editor_sees_every_field_that_the_first_changed(client, editor):
    version = make_version(dateline="本报讯")
    opened = form_data(version)
    stored = Version.objects.get(pk=version.pk)
    stored.dateline, stored.source = "本报综合", "云汀发布"
    stored.save()

    response = client.post(
        change_url(version), {**opened, "deck": "自己的副题", "dateline": "本报讯"}
    )

    shown = response.context["adminform"].form.stored_differences
    assert [(theirs, ours) for _, theirs, ours in shown][:3] == [
        ("", "自己的副题"),
        ("本报综合", "本报讯"),
        ("云汀发布", ""),
    ]


def test_second_editor_sees_what_the_first_stored_where_their_own_does_not_pass(client, editor):
    version = make_version()
    opened = form_data(version)
    stored = Version.objects.get(pk=version.pk)
    stored.dateline_date = stored.dated
    stored.save()

    response = client.post(change_url(version), {**opened, "dateline_date": "三月"})

    shown = response.context["adminform"].form.stored_differences
    assert (str(stored.dated), "三月") in [(theirs, ours) for _, theirs, ours in shown]


def test_second_editor_saves_once_both_texts_were_seen(client, editor):
    version = make_version()
    opened = form_data(version)
    Version.objects.get(pk=version.pk).save()
    told = client.post(change_url(version), {**opened, "headline": "自己的标题"})

    token = told.context["adminform"].form["loaded_at"].value()
    client.post(change_url(version), {**opened, "headline": "自己的标题", "loaded_at": token})

    assert Version.objects.get(pk=version.pk).headline == "自己的标题"


def test_move_made_while_an_editor_writes_is_not_written_over(client, editor):
    version = make_version()
    opened = form_data(version)
    reviewer = make_reviewers()[0]
    workflow.perform("submit", version, by=editor)
    workflow.perform("approve", version, by=reviewer)

    client.post(change_url(version), {**opened, "headline": "新题"})

    stored = Version.objects.get(pk=version.pk)
    assert (stored.status, stored.headline) == ("in_review", version.headline)
