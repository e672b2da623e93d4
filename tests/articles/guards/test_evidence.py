"""What the review sheet shows is never changed or deleted, by whatever door."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles import snapshots, workflow
from articles.models import Doubt, PassageNote, Waiver
from tests.factories import make_version, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def evidence():
    writer = make_writer()
    version = make_version(written_by=writer)
    snapshots.take(version)
    doubt = Doubt.objects.create(version=version, kind=Doubt.Kind.UNFINISHED)
    workflow.settle_doubt(doubt, by=writer, note="与原报核对无误")
    PassageNote.objects.create(
        version=version, note="请核实", by=writer, done_at=timezone.now(), done_by=writer
    )
    Waiver.objects.create(
        version=version,
        rule="word",
        words="村长",
        sentence="村长到会。",
        reason="引用原话",
        by=writer,
        taken_back_at=timezone.now(),
        taken_back_by=writer,
    )


@pytest.mark.usefixtures("evidence")
@pytest.mark.parametrize(
    ("guard", "statement"),
    [
        ("snapshot_is_never_changed", "UPDATE articles_snapshot SET content = '[]'"),
        ("snapshot_is_never_deleted", "DELETE FROM articles_snapshot"),
        ("doubt_settled_stays_settled", "UPDATE articles_doubt SET settled_note = '改写'"),
        (
            "doubt_settled_stays_settled",
            "UPDATE articles_doubt SET settled_at = NULL, settled_by_id = NULL",
        ),
        ("passage_note_says_what_it_said", "UPDATE articles_passagenote SET note = '改写'"),
        (
            "passage_note_says_what_it_said",
            "UPDATE articles_passagenote SET done_at = NULL, done_by_id = NULL",
        ),
        ("passage_note_is_never_deleted", "DELETE FROM articles_passagenote"),
        ("waiver_says_what_it_said", "UPDATE articles_waiver SET reason = '改写'"),
        (
            "waiver_says_what_it_said",
            "UPDATE articles_waiver SET taken_back_at = NULL, taken_back_by_id = NULL",
        ),
        ("waiver_is_never_deleted", "DELETE FROM articles_waiver"),
    ],
)
def test_database_refuses_to_touch_evidence(guard, statement):
    with (
        pytest.raises(IntegrityError, match=guard),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.usefixtures("evidence")
def test_open_note_can_be_seen_to():
    note = PassageNote.objects.create(
        version=make_version(), note="请核实", by=make_writer(username="另一人")
    )
    note.done_at, note.done_by = timezone.now(), note.by
    note.save()

    assert PassageNote.objects.filter(done_at__isnull=False).count() == 2
