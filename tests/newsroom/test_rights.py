"""Every role, every move, every door: what a group allows is what each door allows."""

import datetime
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from articles import workflow
from articles.models import Version, WorkingDraft
from articles.models.content import content_digest
from newsroom.groups import GROUPS, make_groups
from people.models import User
from tests.articles.admin.posting import move_url
from tests.factories import (
    make_department,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db
ROLES = list(GROUPS)
# Who may make which move, in the order of the groups. An approval is named by its stage.
ALLOWED = {
    "submit": {
        "Reporters",
        "Editors",
        "First review",
        "Second review",
        "Final review",
        "Publishers",
        "Archivists",
    },
    "approve 1": {"First review"},
    "approve 2": {"Second review"},
    "approve 3": {"Final review"},
    "send_back": {"Editors", "First review", "Second review", "Final review", "Publishers"},
    "release": {"Publishers"},
    "reschedule": {"Publishers"},
    "unschedule": {"Publishers"},
    "withdraw": {"Publishers"},
    "restore": {"Publishers"},
    "spike": {"Editors", "Publishers"},
    "unspike": {"Editors", "Publishers"},
}
CASES = [(role, move, role in allowed) for move, allowed in ALLOWED.items() for role in ROLES]


def member_of(role, **kwargs):
    make_groups()
    user = make_user(**kwargs)
    user.groups.add(Group.objects.get(name=_name(role)))
    return User.objects.get(pk=user.pk)


def _name(role):
    return gettext(role)


def story_for(move):
    """A story at the point where the move is due."""
    name, _space, stage = move.partition(" ")
    reviewers = make_reviewers()
    if name in ("reschedule", "unschedule"):
        tomorrow = timezone.now() + datetime.timedelta(days=1)
        return make_released(at=tomorrow, staff=(make_writer(), reviewers))
    if name in ("withdraw", "restore"):
        version = make_released()
        if name == "restore":
            publisher = make_user(permissions=["withdraw_version"])
            workflow.perform("withdraw", version, by=publisher, note="撤稿")
        return Version.objects.get(pk=version.pk)
    version = make_version()
    if name in ("approve", "send_back", "release"):
        workflow.perform("submit", version, by=make_writer())
        approvals = int(stage) - 1 if stage else 3 if name == "release" else 0
        for reviewer in reviewers[:approvals]:
            workflow.perform("approve", version, by=reviewer)
    if name == "unspike":
        workflow.perform("spike", version, by=make_user(permissions=["spike_version"]), note="不用")
    return Version.objects.get(pk=version.pk)


def was_made(version, move, by):
    return version.decisions.filter(move=move.split(" ")[0], by=by).exists()


@pytest.mark.parametrize(("role", "move", "allowed"), CASES)
def test_workflow_and_buttons_allow_what_the_group_allows(role, move, allowed):
    user, version = member_of(role), story_for(move)

    name = move.split(" ")[0]
    offered = [row.name for row in workflow.possible_moves(version, user)]
    assert (name in offered) is allowed
    try:
        workflow.perform(name, version, by=user, note="理由")
    except PermissionDenied:
        assert not allowed
    assert was_made(version, move, user) is allowed


@pytest.mark.parametrize(("role", "move", "allowed"), CASES)
def test_admin_allows_what_the_group_allows(client, role, move, allowed):
    user, version = member_of(role), story_for(move)
    client.force_login(user)

    client.post(
        move_url(version, move.split(" ")[0]),
        {"digest": content_digest(version), "note": "理由", "confirmed": "1"},
    )

    assert was_made(version, move, user) is allowed


@pytest.mark.parametrize(
    ("role", "move", "allowed"), [case for case in CASES if case[1] in ("submit", "release")]
)
def test_bulk_action_allows_what_the_group_allows(client, role, move, allowed):
    user, version = member_of(role), story_for(move)
    client.force_login(user)

    client.post(
        reverse("admin:articles_version_changelist"),
        {"action": f"{move}_chosen", "_selected_action": [version.pk]},
    )

    assert was_made(version, move, user) is allowed


@pytest.mark.parametrize("move", ALLOWED)
def test_account_of_another_department_moves_nothing(client, move):
    user, version = member_of("Publishers"), story_for(move)
    for role in ("First review", "Second review", "Final review"):
        user.groups.add(Group.objects.get(name=_name(role)))
    user.departments.add(make_department())
    client.force_login(User.objects.get(pk=user.pk))

    client.post(
        move_url(version, move.split(" ")[0]),
        {"digest": content_digest(version), "note": "理由", "confirmed": "1"},
    )

    assert not was_made(version, move, user)
    assert workflow.possible_moves(version, User.objects.get(pk=user.pk)) == []


def test_account_works_on_stories_of_its_departments_and_its_own():
    department = make_department()
    user = member_of("Reporters")
    user.departments.add(department)
    user = User.objects.get(pk=user.pk)

    workflow.perform("submit", make_version(departments=[department]), by=user)
    workflow.perform("submit", make_version(written_by=user), by=user)
    with pytest.raises(PermissionDenied, match="departments"):
        workflow.perform("submit", make_version(departments=[make_department()]), by=user)


def test_story_of_another_department_is_read_and_not_changed(client):
    user, version = member_of("Editors"), make_version()
    user.departments.add(make_department())
    client.force_login(User.objects.get(pk=user.pk))
    address = reverse("admin:articles_version_change", args=[version.pk])

    assert client.get(address).status_code == 200
    assert client.post(address, {"headline": "改"}).status_code == 403


def test_words_of_another_departments_story_are_not_kept(client):
    user, version = member_of("Editors"), make_version()
    user.departments.add(make_department())
    client.force_login(user)
    message = {"token": str(uuid4()), "version": version.pk, "user": user.pk, "words": []}

    response = client.post(
        reverse("admin:articles_version_beat"), message, content_type="application/json"
    )

    assert response.status_code == 403
    assert not WorkingDraft.objects.exists()


def test_groups_are_there_after_migrate_and_keep_the_changes_of_a_newsroom():
    group = Group.objects.get(name=_name("Reporters"))
    group.permissions.clear()

    make_groups()

    assert not group.permissions.exists()
    assert Group.objects.get(name=_name("Administrators")).permissions.filter(
        codename="view_logentry"
    )


def test_administrator_puts_accounts_into_groups_and_makes_no_superuser(client):
    administrator, account = member_of("Administrators"), make_user()
    client.force_login(administrator)
    address = reverse("admin:people_user_change", args=[account.pk])
    group = Group.objects.get(name=_name("Reporters"))

    client.post(
        address,
        {
            "username": account.username,
            "is_active": "on",
            "is_staff": "on",
            "groups": [group.pk],
            "is_superuser": "on",
        },
    )

    account.refresh_from_db()
    assert list(account.groups.all()) == [group]
    assert not account.is_superuser
