"""The groups that `migrate` makes: in the newsroom's language, once each."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.utils import translation

from newsroom.groups import GROUPS, make_groups
from people.models import StartingGroup
from tests.factories import make_user

pytestmark = pytest.mark.django_db
CHINESE = {"记者", "编辑", "初审", "复审", "终审", "签发", "档案整理", "管理员"}


@pytest.fixture(autouse=True)
def _chinese_newsroom(settings):
    settings.LANGUAGE_CODE = "zh-hans"


@pytest.fixture
def no_groups():
    StartingGroup.objects.all().delete()
    Group.objects.all().delete()


def names():
    return sorted(Group.objects.values_list("name", flat=True))


@pytest.mark.usefixtures("no_groups")
def test_migrate_makes_groups_in_the_language_of_the_newsroom():
    call_command("migrate", verbosity=0)

    assert set(names()) == CHINESE


@pytest.mark.usefixtures("no_groups")
@pytest.mark.parametrize("language", ["en", "zh-hans", None])
def test_another_active_language_makes_no_second_groups(language):
    call_command("migrate", verbosity=0)
    with translation.override(language):
        groups = make_groups()

    assert set(names()) == CHINESE
    assert groups["Reporters"].name == "记者"


@pytest.mark.usefixtures("no_groups")
def test_groups_made_in_english_by_an_earlier_release_are_renamed():
    editors = Group.objects.create(name="Editors")
    call_command("migrate", verbosity=0)

    editors.refresh_from_db()
    assert editors.name == "编辑"
    assert set(names()) == CHINESE


@pytest.mark.usefixtures("no_groups")
def test_doubled_groups_become_one_with_the_members_of_both():
    english, chinese = (Group.objects.create(name=name) for name in ("Reporters", "记者"))
    members = [make_user(), make_user()]
    for group, member in zip((english, chinese), members, strict=True):
        member.groups.add(group)
    call_command("migrate", verbosity=0)

    assert set(names()) == CHINESE
    assert [list(member.groups.all()) for member in members] == [[chinese], [chinese]]


@pytest.mark.usefixtures("no_groups")
def test_doubled_groups_of_other_rights_both_stay():
    english, chinese = (Group.objects.create(name=name) for name in ("Reporters", "记者"))
    for group in (english, chinese):
        make_user().groups.add(group)
    english.permissions.set(Permission.objects.filter(codename="release_version"))
    call_command("migrate", verbosity=0)

    assert set(names()) == {*CHINESE, "Reporters"}


@pytest.mark.usefixtures("no_groups")
def test_group_that_the_newsroom_renamed_is_known_again():
    call_command("migrate", verbosity=0)
    Group.objects.filter(name="记者").update(name="采访部")
    call_command("migrate", verbosity=0)

    assert len(names()) == len(GROUPS)
    assert make_groups()["Reporters"].name == "采访部"


def test_group_gets_what_a_later_release_brings():
    starting = StartingGroup.objects.get(name="Reporters")
    brought = Permission.objects.get(codename="add_assignment")
    starting.group.permissions.remove(brought)
    starting.given.remove(brought)
    call_command("migrate", verbosity=0)

    assert brought in starting.group.permissions.all()


def test_what_the_newsroom_took_away_is_not_given_again():
    reporters = StartingGroup.objects.get(name="Reporters").group
    taken = Permission.objects.get(codename="add_assignment")
    reporters.permissions.remove(taken)
    call_command("migrate", verbosity=0)

    assert taken not in reporters.permissions.all()
