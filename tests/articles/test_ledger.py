"""The sealed record: what is appended, what the database refuses, and what `verify` names."""

import datetime
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles import ledger, workflow
from articles.guards import guards, set_after_migration
from articles.models import LedgerEntry, Version
from articles.revisions import begin_version
from tests.factories import make_released, make_reviewers, make_version, make_writer, release

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return make_writer(), make_reviewers()


@pytest.fixture
def story(staff):
    return make_released(headline="柳汐公园新添环湖步道", staff=staff)


@pytest.fixture
def tamper():
    """Change rows as one would who holds the database itself: with its guards lifted."""

    table = "" if connection.vendor == "sqlite" else " ON {}"

    def statement(sql):
        with connection.cursor() as cursor:
            for guard in guards():
                cursor.execute(f"DROP TRIGGER {guard.name}" + table.format(guard.table))
            cursor.execute(sql)
        set_after_migration(using="default")

    return statement


def test_release_withdrawal_and_restoration_are_chained(story, staff):
    final = staff[1][2]
    workflow.perform("withdraw", story, by=final, note="人名有误")
    workflow.perform("restore", story, by=final, note="核实无误")

    entries = list(LedgerEntry.objects.all())
    contents = [json.loads(entry.content) for entry in entries]
    assert [entry.number for entry in entries] == [1, 2, 3]
    assert [content["move"] for content in contents] == ["release", "withdraw", "restore"]
    assert contents[1]["note"] == "人名有误"
    assert "柳汐公园新添环湖步道" in contents[0]["words"]
    assert [entry.previous for entry in entries] == ["", entries[0].digest, entries[1].digest]
    assert ledger.verify() == ledger.Verified(3, 1, entries[2].digest)


def test_scheduled_release_cancelled_before_its_moment_is_proved(staff):
    story = make_released(staff=staff, at=timezone.now() + datetime.timedelta(days=1))
    workflow.perform("withdraw", story, by=staff[1][2], note="推迟")

    assert ledger.verify().failure is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_ledgerentry SET content = '{}'",
        "UPDATE articles_ledgerentry SET sealed_at = '2001-01-01 00:00:00+00'",
        "DELETE FROM articles_ledgerentry",
        "INSERT INTO articles_ledgerentry"
        " (number, decision_id, content, previous, digest, sealed_at)"
        " SELECT number + 2, decision_id + 1000, content, digest, digest, sealed_at"
        " FROM articles_ledgerentry",
        "INSERT INTO articles_ledgerentry"
        " (number, decision_id, content, previous, digest, sealed_at)"
        " SELECT number + 1, decision_id + 1000, content, 'x', digest, sealed_at"
        " FROM articles_ledgerentry",
    ],
)
def test_database_refuses_to_touch_the_record(story, statement):
    with (
        pytest.raises(IntegrityError, match="ledger_"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_release_without_an_entry_is_refused(staff):
    version = make_version()
    workflow.perform("submit", version, by=staff[0])
    for reviewer in staff[1]:
        workflow.perform("approve", version, by=reviewer)

    with pytest.raises(IntegrityError, match="version_release_was_sealed"), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(status="released", publish_at=timezone.now())


def test_changed_byte_in_any_entry_is_named(staff, tamper):
    for headline in ("一号稿", "二号稿", "三号稿"):
        make_released(headline=headline, staff=staff)
    tamper(
        "UPDATE articles_ledgerentry SET content = REPLACE(content, '二号稿', '二號稿')"
        " WHERE number = 2"
    )

    assert ledger.verify().failure.entry == 2
    with pytest.raises(CommandError, match="2"):
        call_command("verify_ledger")


def test_removed_entry_is_named(staff, tamper):
    for headline in ("一号稿", "二号稿", "三号稿"):
        make_released(headline=headline, staff=staff)
    tamper("DELETE FROM articles_ledgerentry WHERE number = 2")

    assert ledger.verify().failure.entry == 3


def test_entry_cut_from_the_end_is_missed(staff, tamper):
    make_released(headline="一号稿", staff=staff)
    last = make_released(headline="二号稿", staff=staff)
    tamper("DELETE FROM articles_ledgerentry WHERE number = 2")

    failure = ledger.verify().failure
    assert failure.entry is None
    assert str(last.pk) in failure.reason
    assert "二号稿" in failure.reason


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_version SET body = REPLACE(body, '3公里', '5公里')",
        "UPDATE articles_version SET publish_at = '2001-01-01 00:00:00+00'",
        "UPDATE articles_version SET withdrawn_at = publish_at",
        "UPDATE articles_decision SET note = '改写' WHERE move = 'release'",
    ],
)
def test_live_story_unlike_the_record_is_named(story, tamper, statement):
    tamper(statement)

    assert ledger.verify().failure.entry == 1


def test_removed_story_is_named(story, tamper):
    tamper("UPDATE articles_version SET publish_at = NULL, status = 'in_review'")

    assert ledger.verify().failure.entry == 1


def test_verifying_takes_as_many_queries_for_many_stories(staff, django_assert_num_queries, story):
    for number in range(5):
        make_released(headline=f"{number}号稿", staff=staff)

    with django_assert_num_queries(6):
        assert ledger.verify().versions == 6


def test_command_says_what_is_proved(story, capsys):
    call_command("verify_ledger")

    assert LedgerEntry.objects.get().digest in capsys.readouterr().out


def test_revision_is_sealed_beside_the_first(story, staff):
    draft = begin_version(story, by=staff[0])
    draft.headline = "柳汐公园环湖步道加长"
    draft.save()
    release(draft, staff=staff)

    assert ledger.verify().versions == 2
    assert [json.loads(e.content)["version"] for e in LedgerEntry.objects.all()] == [1, 2]


def test_schedule_that_was_cancelled_and_stands_again_by_hand_is_found(staff, tamper):
    story = make_released(staff=staff, at=timezone.now() + datetime.timedelta(days=1))
    workflow.perform("unschedule", story, by=staff[1][2])
    assert ledger.verify().failure is None

    tamper(
        "UPDATE articles_version SET status = 'released', publish_at = '2027-01-01 00:00:00+00:00'"
    )
    assert "released without an entry" in ledger.verify().failure.reason


def test_schedule_that_was_moved_otherwise_than_sealed_is_found(staff, tamper):
    story = make_released(staff=staff, at=timezone.now() + datetime.timedelta(days=1))
    moment = timezone.now() + datetime.timedelta(days=2)
    workflow.perform("reschedule", story, by=staff[1][2], at=moment)

    tamper("UPDATE articles_version SET publish_at = '2027-01-01 00:00:00+00:00'")
    assert "another moment" in ledger.verify().failure.reason
