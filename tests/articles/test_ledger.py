"""The sealed record: what is appended, what the database refuses, and what `verify` names."""

import datetime
import json

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from articles import ledger, photos, proving, workflow
from articles.guards import guards, set_after_migration
from articles.models import Edition, LedgerEntry, Page, Version
from articles.revisions import begin_version
from tests.articles.test_photos import encoded
from tests.factories import (
    make_page,
    make_released,
    make_reviewers,
    make_version,
    make_writer,
    release,
)

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
    assert proving.verify() == proving.Verified(3, 1, entries[2].digest)


def test_scheduled_release_cancelled_before_its_moment_is_proved(staff):
    story = make_released(staff=staff, at=timezone.now() + datetime.timedelta(days=1))
    workflow.perform("withdraw", story, by=staff[1][2], note="推迟")

    assert proving.verify().failure is None


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

    assert proving.verify().failure.entry == 2
    with pytest.raises(CommandError, match="2"):
        call_command("verify_ledger")


def test_removed_entry_is_named(staff, tamper):
    for headline in ("一号稿", "二号稿", "三号稿"):
        make_released(headline=headline, staff=staff)
    tamper("DELETE FROM articles_ledgerentry WHERE number = 2")

    assert proving.verify().failure.entry == 3


def test_entry_cut_from_the_end_is_missed(staff, tamper):
    make_released(headline="一号稿", staff=staff)
    last = make_released(headline="二号稿", staff=staff)
    tamper("DELETE FROM articles_ledgerentry WHERE number = 2")

    failure = proving.verify().failure
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

    assert proving.verify().failure.entry == 1


def test_version_ended_by_hand_is_refused(story):
    with pytest.raises(IntegrityError, match="version_superseding_is_sealed"), transaction.atomic():
        Version.objects.update(superseded_at=timezone.now())


def test_version_that_was_withdrawn_is_not_cancelled_by_hand(story, staff):
    workflow.perform("withdraw", story, by=staff[1][2], note="人名有误")

    with pytest.raises(IntegrityError, match="version_superseding_is_sealed"), transaction.atomic():
        Version.objects.update(superseded_at=F("publish_at"))


def test_end_behind_the_back_of_the_record_is_named(story, tamper):
    tamper("UPDATE articles_version SET superseded_at = '2036-01-01 00:00:00+00'")

    assert proving.verify().failure.entry == 1


def test_versions_released_scheduled_cancelled_and_released_again_are_proved(story, staff):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    for number, at in enumerate((None, tomorrow, tomorrow, None)):
        draft = begin_version(story, by=staff[0])
        draft.headline = f"柳汐公园环湖步道加长{number}"
        draft.save()
        release(draft, staff=staff, at=at)
        if number == 1:
            workflow.perform("withdraw", draft, by=staff[1][2], note="推迟")

    assert proving.verify().failure is None
    assert Version.objects.live().count() == 1


@pytest.fixture
def printed(staff):
    page = make_page()
    Edition.objects.update(number=1207)
    return make_released(page=page, edition=page.edition, staff=staff)


def test_entry_holds_the_place_in_the_paper(printed):
    content = json.loads(LedgerEntry.objects.get().content)

    assert content["format"] == 2
    place = {"edition": "2026-11-16", "issue": 1207, "page": "01", "section": "要闻"}
    assert content["place"] == place


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_edition SET date = '2026-11-17'",
        "UPDATE articles_edition SET number = 1208",
        "UPDATE articles_page SET number = '02'",
        "UPDATE articles_page SET name = '综合'",
    ],
)
def test_place_in_the_paper_stays_as_printed(printed, statement, tamper):
    with (
        pytest.raises(IntegrityError, match="stays_as_printed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    tamper(statement)
    assert proving.verify().failure.entry == 1


def test_missing_number_and_section_are_filled_in_later(staff):
    page = make_page(name="")
    make_released(page=page, edition=page.edition, staff=staff)
    Edition.objects.update(number=1207)
    Page.objects.update(name="要闻")

    assert proving.verify().failure is None


def test_entry_of_the_first_format_is_proved_as_it_was_written(staff, monkeypatch):
    """Entries from before the place was sealed go on to be what they are."""
    content = ledger._content

    def first_format(decision, publish_at):
        told = json.loads(content(decision, publish_at))
        for name in ("format", "place", "note_to_readers"):
            del told[name]
        return json.dumps(told, ensure_ascii=False, sort_keys=True)

    monkeypatch.setattr(ledger, "_content", first_format)
    page = make_page()
    story = make_released(page=page, edition=page.edition, staff=staff)
    monkeypatch.undo()
    workflow.perform("withdraw", story, by=staff[1][2], note="人名有误")

    assert proving.verify().failure is None


@pytest.fixture
def pictured(staff, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    version = make_version()
    photos.attach(version, encoded(), alt_text="环湖步道")
    release(version, staff=staff)
    return version.photos.get().image.name


def test_missing_and_altered_pictures_are_named(pictured, capsys):
    call_command("verify_ledger")
    assert "1 pictures are those that were sealed" in capsys.readouterr().out

    with default_storage.open(pictured, "wb") as file:
        file.write(b"another picture")
    with pytest.raises(CommandError, match=f"{pictured} is not the one"):
        call_command("verify_ledger")

    default_storage.delete(pictured)
    with pytest.raises(CommandError, match=f"{pictured} is missing"):
        call_command("verify_ledger")
    call_command("verify_ledger", skip_pictures=True)
    assert "left out" in capsys.readouterr().out


def test_removed_story_is_named(story, tamper):
    tamper("UPDATE articles_version SET publish_at = NULL, status = 'in_review'")

    assert proving.verify().failure.entry == 1


def test_verifying_takes_as_many_queries_for_many_stories(staff, django_assert_num_queries, story):
    for number in range(5):
        make_released(headline=f"{number}号稿", staff=staff)

    with django_assert_num_queries(6):
        assert proving.verify().versions == 6


def test_command_says_what_is_proved(story, capsys):
    call_command("verify_ledger")

    assert LedgerEntry.objects.get().digest in capsys.readouterr().out


def test_revision_is_sealed_beside_the_first(story, staff):
    draft = begin_version(story, by=staff[0])
    draft.headline = "柳汐公园环湖步道加长"
    draft.save()
    release(draft, staff=staff)

    assert proving.verify().versions == 2
    assert [json.loads(e.content)["version"] for e in LedgerEntry.objects.all()] == [1, 2]


def test_schedule_that_was_cancelled_and_stands_again_by_hand_is_found(staff, tamper):
    story = make_released(staff=staff, at=timezone.now() + datetime.timedelta(days=1))
    workflow.perform("unschedule", story, by=staff[1][2])
    assert proving.verify().failure is None

    tamper(
        "UPDATE articles_version SET status = 'released', publish_at = '2027-01-01 00:00:00+00:00'"
    )
    assert "released without an entry" in proving.verify().failure.reason


def test_schedule_that_was_moved_otherwise_than_sealed_is_found(staff, tamper):
    story = make_released(staff=staff, at=timezone.now() + datetime.timedelta(days=1))
    moment = timezone.now() + datetime.timedelta(days=2)
    workflow.perform("reschedule", story, by=staff[1][2], at=moment)

    tamper("UPDATE articles_version SET publish_at = '2027-01-01 00:00:00+00:00'")
    assert "another moment" in proving.verify().failure.reason
