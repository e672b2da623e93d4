import pytest
from django.urls import reverse

from articles.models import PreviewLink
from tests.articles.admin.posting import change_url
from tests.factories import make_released, make_user, make_version

pytestmark = pytest.mark.django_db


def test_link_is_made_shown_and_ended(client, editor):
    version = make_version()
    client.post(reverse("admin:articles_version_make_preview", args=[version.pk]))
    link = PreviewLink.objects.get()
    address = reverse("articles:preview", args=[link.token])
    assert address in client.get(change_url(version)).content.decode()

    client.post(reverse("admin:articles_version_end_preview", args=[version.pk, link.pk]))

    assert address not in client.get(change_url(version)).content.decode()
    assert client.get(address).status_code == 404


def test_who_only_looks_makes_no_link(client):
    version = make_version()
    client.force_login(make_user(permissions=["view_version"]))

    response = client.post(reverse("admin:articles_version_make_preview", args=[version.pk]))

    assert response.status_code == 403
    assert not PreviewLink.objects.exists()


def test_released_story_needs_no_link(client, editor):
    version = make_released()
    client.post(reverse("admin:articles_version_make_preview", args=[version.pk]))

    assert not PreviewLink.objects.exists()
