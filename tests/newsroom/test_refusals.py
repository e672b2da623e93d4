"""A refusal says in the paper's language what to do, and that nothing typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.articles.admin.posting import change_url, text_of
from tests.factories import make_user, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_chinese(settings):
    settings.LANGUAGE_CODE = "zh-hans"
    with translation.override("zh-hans"):
        yield


def test_page_with_an_old_token_is_told_to_go_back():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user(is_superuser=True))

    response = client.post(change_url(make_version()), {"headline": "改"})

    assert response.status_code == 403
    assert "返回" in text_of(response)
    assert "data-back" in text_of(response)


def test_refused_right_is_told_with_its_reason(client):
    client.force_login(make_user(permissions=("view_version",)))

    response = client.get(reverse("admin:articles_version_add"))

    assert response.status_code == 403
    assert "没有" in text_of(response)
