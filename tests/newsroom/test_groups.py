"""The groups are named in the language of the newsroom, once."""

import pytest
from django.contrib.auth.models import Group

from newsroom.groups import GROUPS, make_groups
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_group_that_an_earlier_migration_named_in_english_keeps_its_people(settings):
    settings.LANGUAGE_CODE = "zh-hans"
    Group.objects.all().delete()
    old = Group.objects.create(name="Reporters")
    reporter = make_user()
    reporter.groups.add(old)

    groups = make_groups()

    assert reporter.groups.get() == groups["Reporters"]
    assert groups["Reporters"].name == "记者"
    assert Group.objects.count() == len(GROUPS)
