"""Nothing is ever deleted through the admin, of whatever model and by whomever."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.urls import reverse

from people.models import User
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_reporter,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def root(rf):
    request = rf.get("/admin/")
    request.user = make_user(is_superuser=True)
    return request


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_superuser_may_delete_nothing(model, root):
    model_admin = admin.site._registry[model]

    assert not model_admin.has_delete_permission(root)
    assert "delete_selected" not in model_admin.get_actions(root)


@pytest.fixture
def rows():
    official = make_official(posts=[(make_department(), "局长")])
    page = make_page()
    return [
        make_version(page=page),
        *(page.edition, official, make_reporter(), make_department()),
        *(make_user(), Group.objects.create(name="夜班")),
        official.appointments.get(),
        official.posts.get(),
    ]


def test_post_to_any_delete_address_is_refused(rows, admin_client):
    for row in rows:
        meta = row._meta
        url = reverse(f"admin:{meta.app_label}_{meta.model_name}_delete", args=[row.pk])

        assert admin_client.post(url, {"post": "yes"}).status_code == 403, meta.label
        assert type(row).objects.filter(pk=row.pk).exists()


def test_rows_of_an_edition_offer_no_deletion(root):
    model_admin = next(
        a for m, a in admin.site._registry.items() if m._meta.label == "articles.Edition"
    )

    assert not any(inline.can_delete for inline in model_admin.get_inline_instances(root))


def test_what_an_account_did_is_never_lost_with_it():
    user = make_user()
    LogEntry.objects.log_actions(user.pk, [make_user()], 2, "改了电话")

    with pytest.raises(IntegrityError, match="log_entry_is_never_deleted"), transaction.atomic():
        user.delete()
    with pytest.raises(IntegrityError, match="log_entry_is_never_changed"), transaction.atomic():
        LogEntry.objects.update(user=make_user())
    assert LogEntry.objects.get().user == user


def test_chosen_accounts_are_deactivated(admin_client, admin_user):
    leaving = make_user()
    chosen = {"action": "deactivate", "_selected_action": [leaving.pk, admin_user.pk]}
    admin_client.post(reverse("admin:people_user_changelist"), chosen)

    assert set(User.objects.filter(is_active=True)) == {admin_user}
    assert LogEntry.objects.get().object_id == str(leaving.pk)
