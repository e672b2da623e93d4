import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import translation

from people.admin.permissions import allowed_by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("codename", "says"),
    [
        ("add_version", "新建稿件"),
        ("view_official", "查看领导"),
        ("release_version", "可签发稿件"),
    ],
)
def test_permission_says_what_it_allows(codename, says):
    with translation.override("zh-hans"):
        assert allowed_by(Permission.objects.get(codename=codename)) == says


def test_form_of_a_group_offers_them_so(admin_client, settings):
    settings.LANGUAGE_CODE = "zh-hans"
    assert "可签发稿件" in admin_client.get(reverse("admin:auth_group_add")).content.decode()
