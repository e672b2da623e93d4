"""A form that is saved and closed: no late message brings its words back."""

import json
import uuid

import pytest
from django.urls import reverse

from articles.models import WorkingDraft
from tests.articles.admin.posting import change_url, form_data
from tests.factories import make_version

pytestmark = pytest.mark.django_db


def test_message_that_comes_after_the_save_and_the_leaving_keeps_nothing(client, editor):
    version, token = make_version(), str(uuid.uuid4())
    client.post(change_url(version), form_data(version, draft_token=token))
    client.post(reverse("admin:articles_version_leave"), {"token": token})

    late = {"token": token, "user": editor.pk, "version": version.pk, "words": [["deck", "晚到"]]}
    answer = client.post(
        reverse("admin:articles_version_beat"), json.dumps(late), content_type="application/json"
    )

    assert answer.json() == {"state": "finished"}
    assert not WorkingDraft.objects.kept().exists()
