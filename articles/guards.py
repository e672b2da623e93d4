"""Rules of the editorial workflow that the database itself holds, whatever door a change comes by.

A constraint sees one row; these rules look at several, or at a row before and after, so they are
triggers, on SQLite and PostgreSQL from one description. They are set after every `migrate` (and
lifted before it on SQLite, whose migrations rebuild tables), so a change of a rule needs no
migration of its own. A refused statement raises IntegrityError that carries the guard's name.
"""

from dataclasses import dataclass
from itertools import pairwise

from django.db import connections

from articles.models.stages import stages_here

WORDS = (
    "article_id",
    "number",
    "kicker",
    "headline",
    "deck",
    "dateline",
    "dateline_date",
    "date_as_printed",
    "body",
    "source",
    "credit_line",
    "is_reprint",
    "original_author",
    "original_headline",
    "responsible_editor",
    "dated",
    "edition_id",
    "page_id",
    "digest",
)
# The tables that hold parts of a version, and those of their columns that readers read.
PARTS = {
    "articles_credit": (
        "version_id",
        "as_printed",
        "capacity",
        "has_text",
        "has_photos",
        "position",
    ),
    "articles_mention": ("version_id", "name_as_printed", "title_as_printed", "acts", "position"),
    "articles_photo": (
        "version_id",
        "image",
        "digest",
        "caption",
        "credit",
        "alt_text",
        "position",
    ),
    "articles_correction": ("version_id", "wrong", "right", "remark", "position"),
}

# A doubt follows its paragraph when one before it is divided.
DOUBT = (
    *("kind", "quote", "document_id", "first_line", "last_line"),
    *("settled_at", "settled_by_id", "settled_note"),
)


@dataclass(frozen=True)
class Guard:
    """Refuses the event when the condition is true, or with `effect` runs that statement instead.

    Conditions and effects are SQL that both databases read. `{now}` is the database's clock, and
    `{earlier}` five minutes before it, the difference that clocks of several machines may have.
    """

    name: str
    table: str
    event: str
    condition: str
    effect: str = ""


def _changed(columns):
    return " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)


def _release_guards(stages):
    approvals = (
        "SELECT COUNT(DISTINCT d.stage) FROM articles_decision d WHERE d.version_id = NEW.id"
        " AND d.move = 'approve' AND d.review_round = NEW.review_round AND d.digest = NEW.digest"
        f" AND d.stage IN ({_listed(stages)})"
    )
    released_now = "OLD.publish_at IS NULL AND NEW.publish_at IS NOT NULL"
    update = {"table": "articles_version", "event": "UPDATE"}
    last = "d.id = (SELECT MAX(l.id) FROM articles_decision l WHERE l.version_id = NEW.id)"
    # First here and late in the alphabet: of several guards that refuse, SQLite names the last set
    # and PostgreSQL the first by name, and a missing approval says more than a missing seal.
    yield Guard(
        name="version_release_was_sealed",
        condition=f"{released_now} AND NOT EXISTS (SELECT 1 FROM articles_ledgerentry e"
        " JOIN articles_decision d ON d.id = e.decision_id WHERE d.version_id = NEW.id"
        f" AND d.move = 'release' AND d.digest = NEW.digest AND {last})",
        **update,
    )
    yield Guard(
        name="version_schedule_changes_are_sealed",
        condition="OLD.publish_at IS NOT NULL AND OLD.publish_at IS DISTINCT FROM NEW.publish_at"
        " AND NOT EXISTS (SELECT 1 FROM articles_ledgerentry e"
        " JOIN articles_decision d ON d.id = e.decision_id WHERE d.version_id = NEW.id AND d.move ="
        f" CASE WHEN NEW.publish_at IS NULL THEN 'unschedule' ELSE 'reschedule' END AND {last})",
        **update,
    )
    yield Guard(
        "version_is_not_born_released", "articles_version", "INSERT", "NEW.publish_at IS NOT NULL"
    )
    yield Guard(
        name="version_release_needs_every_approval",
        condition=f"{released_now} AND ({approvals}) < {len(stages)}",
        **update,
    )
    yield Guard(
        name="version_release_comes_from_review",
        condition=f"{released_now} AND OLD.status <> 'in_review'",
        **update,
    )
    yield Guard(
        name="version_review_round_never_falls",
        condition="NEW.review_round < OLD.review_round",
        **update,
    )
    yield Guard(
        name="version_release_needs_settled_doubts",
        condition=f"{released_now} AND EXISTS (SELECT 1 FROM articles_doubt d"
        " WHERE d.version_id = NEW.id AND d.settled_at IS NULL)",
        **update,
    )
    yield Guard(
        name="version_release_needs_reprint_particulars",
        condition=f"{released_now} AND NEW.is_reprint AND (NEW.source = '' OR NEW.original_author"
        " = '' OR NEW.original_headline = '' OR NEW.responsible_editor = '')",
        **update,
    )
    yield Guard(
        name="version_release_needs_alternative_texts",
        condition=f"{released_now} AND EXISTS (SELECT 1 FROM articles_photo p"
        " WHERE p.version_id = NEW.id AND p.alt_text = '')",
        **update,
    )
    yield Guard(
        name="version_release_is_never_backdated",
        condition="NEW.publish_at IS NOT NULL AND OLD.publish_at IS DISTINCT FROM NEW.publish_at"
        " AND (NEW.publish_at < {earlier} OR OLD.publish_at <= {now})",
        **update,
    )
    yield Guard(
        name="version_released_stays_on_record",
        condition="OLD.publish_at <= {now} AND NEW.publish_at IS NULL",
        **update,
    )
    yield Guard(
        name="version_intervals_never_overlap",
        condition="NEW.publish_at IS NOT NULL AND EXISTS (SELECT 1 FROM articles_version v"
        " WHERE v.article_id = NEW.article_id AND v.id <> NEW.id AND v.publish_at IS NOT NULL"
        " AND (NEW.superseded_at IS NULL OR NEW.superseded_at > NEW.publish_at)"
        " AND (v.superseded_at IS NULL OR v.superseded_at > v.publish_at)"
        " AND (NEW.superseded_at IS NULL OR v.publish_at < NEW.superseded_at)"
        " AND (v.superseded_at IS NULL OR v.superseded_at > NEW.publish_at))",
        **update,
    )
    yield Guard(
        name="version_superseded_stays_superseded",
        condition="OLD.superseded_at <= {now}"
        " AND OLD.superseded_at IS DISTINCT FROM NEW.superseded_at",
        **update,
    )
    yield Guard(
        name="version_withdrawal_is_decided",
        condition="OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at AND NOT EXISTS"
        " (SELECT 1 FROM articles_decision d WHERE d.version_id = NEW.id AND d.move ="
        f" CASE WHEN NEW.withdrawn_at IS NULL THEN 'restore' ELSE 'withdraw' END AND {last})",
        **update,
    )
    yield Guard(
        name="version_withdrawal_is_sealed",
        condition="OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at AND NOT EXISTS"
        " (SELECT 1 FROM articles_ledgerentry e WHERE e.decision_id ="
        " (SELECT MAX(d.id) FROM articles_decision d WHERE d.version_id = NEW.id))",
        **update,
    )


def _superseding_guards():
    """When a version ends follows from the entry that was sealed last.

    A release ends the versions before the one that it releases, which is not released yet, and
    moving it moves that end. A withdrawal before the moment ends the version itself, and lets the
    one before it go on; so does a release that is cancelled.
    """
    yield Guard(
        name="version_superseding_is_sealed",
        table="articles_version",
        event="UPDATE",
        condition="OLD.superseded_at IS DISTINCT FROM NEW.superseded_at AND NOT EXISTS"
        " (SELECT 1 FROM articles_ledgerentry e JOIN articles_decision d ON d.id = e.decision_id"
        " JOIN articles_version w ON w.id = d.version_id"
        " WHERE e.number = (SELECT MAX(l.number) FROM articles_ledgerentry l)"
        " AND w.article_id = NEW.article_id AND ("
        "(d.move = 'release' AND w.id <> NEW.id AND w.publish_at IS NULL"
        " AND NEW.superseded_at IS NOT NULL)"
        " OR (d.move = 'reschedule' AND w.id <> NEW.id AND w.publish_at > {now}"
        " AND NEW.superseded_at IS NOT NULL)"
        " OR (d.move = 'unschedule' AND w.id <> NEW.id AND w.publish_at IS NULL"
        " AND NEW.superseded_at IS NULL)"
        " OR (d.move = 'withdraw' AND w.id = NEW.id AND NEW.publish_at > {now}"
        " AND NEW.superseded_at = NEW.publish_at)"
        " OR (d.move = 'withdraw' AND w.id <> NEW.id AND w.superseded_at = w.publish_at"
        " AND NEW.superseded_at IS NULL)))",
    )


def _place_guards():
    """Of an edition or page with released stories, what is printed stays. What is empty is not."""
    for table, link, kept, filled in (
        ("articles_edition", "edition_id", ("date",), ("number",)),
        ("articles_page", "page_id", ("edition_id", "number"), ("name",)),
    ):
        refilled = " OR ".join(
            f"(COALESCE(CAST(OLD.{column} AS TEXT), '') <> ''"
            f" AND OLD.{column} IS DISTINCT FROM NEW.{column})"
            for column in filled
        )
        yield Guard(
            f"{table.removeprefix('articles_')}_of_released_stories_stays_as_printed",
            table,
            "UPDATE",
            f"({_changed(kept)} OR {refilled}) AND EXISTS (SELECT 1 FROM articles_version v"
            f" WHERE v.{link} = OLD.id AND v.publish_at IS NOT NULL)",
        )


def _word_guards():
    yield Guard(
        "version_released_words_never_change",
        "articles_version",
        "UPDATE",
        f"OLD.publish_at IS NOT NULL AND ({_changed(WORDS)})",
    )
    yield Guard(
        "version_released_is_never_deleted",
        "articles_version",
        "DELETE",
        "OLD.publish_at IS NOT NULL",
    )
    words = [column for column in WORDS if column != "digest"]
    yield Guard(
        "version_changed_words_void_the_digest",
        "articles_version",
        "UPDATE",
        f"OLD.publish_at IS NULL AND NEW.digest <> '' AND OLD.digest = NEW.digest"
        f" AND ({_changed(words)})",
        "UPDATE articles_version SET digest = '' WHERE id = NEW.id",
    )
    for table, columns in PARTS.items():
        yield from _part_guards(table, columns)
    yield Guard(
        "correction_is_of_words_released_before",
        "articles_correction",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM articles_version v JOIN articles_version e"
        " ON e.article_id = v.article_id AND e.number < v.number"
        " WHERE v.id = NEW.version_id AND e.publish_at <= {now})"
        # A story that another system exported was released there.
        " AND NOT EXISTS (SELECT 1 FROM articles_version v JOIN articles_article a"
        " ON a.id = v.article_id WHERE v.id = NEW.version_id AND a.source_id <> '')",
    )


def _part_guards(table, columns):
    short = table.removeprefix("articles_")
    rows = {
        "INSERT": ("NEW", "1 = 1"),
        "DELETE": ("OLD", "1 = 1"),
        "UPDATE": ("NEW", _changed(columns)),
    }
    for event, (row, changed) in rows.items():
        versions = f"{row}.version_id" if event != "UPDATE" else "NEW.version_id, OLD.version_id"
        released = (
            f"EXISTS (SELECT 1 FROM articles_version v WHERE v.id IN ({versions})"
            " AND v.publish_at IS NOT NULL)"
        )
        yield Guard(
            f"{short}_of_a_released_version_never_changes_on_{event.lower()}",
            table,
            event,
            f"({changed}) AND {released}",
        )
        yield Guard(
            f"{short}_change_voids_the_digest_on_{event.lower()}",
            table,
            event,
            changed,
            f"UPDATE articles_version SET digest = '' WHERE id IN ({versions}) AND digest <> ''"
            " AND publish_at IS NULL",
        )


def _listed(stages):
    return ", ".join(str(int(stage)) for stage in stages)


def _stage_before(stages):
    """SQL for the stage that comes before that of the new row; 0 before the first."""
    steps = pairwise((0, *stages))
    cases = " ".join(f"WHEN {int(stage)} THEN {int(before)}" for before, stage in steps)
    return f"CASE NEW.stage {cases} END"


def _decision_guards(stages):
    approve = "NEW.move = 'approve'"
    insert = {"table": "articles_decision", "event": "INSERT"}
    yield Guard(
        name="decision_names_who_submitted",
        condition=f"{approve} AND NOT EXISTS (SELECT 1 FROM articles_decision d"
        " WHERE d.version_id = NEW.version_id AND d.move = 'submit'"
        " AND d.review_round = NEW.review_round AND d.by_id = NEW.submitted_by_id)",
        **insert,
    )
    yield Guard(
        name="decision_stages_come_in_order",
        condition=f"{approve} AND (NEW.stage NOT IN ({_listed(stages)})"
        f" OR {_stage_before(stages)} > 0 AND NOT EXISTS (SELECT 1 FROM articles_decision d"
        " WHERE d.version_id = NEW.version_id AND d.move = 'approve' AND d.digest = NEW.digest"
        f" AND d.review_round = NEW.review_round AND d.stage = {_stage_before(stages)}))",
        **insert,
    )
    yield Guard("decision_is_never_changed", "articles_decision", "UPDATE", "1 = 1")
    yield Guard("decision_is_never_deleted", "articles_decision", "DELETE", "1 = 1")
    yield Guard(
        name="decision_writer_never_approves",
        condition=f"{approve} AND EXISTS (SELECT 1 FROM articles_version v"
        " WHERE v.id = NEW.version_id AND v.written_by_id = NEW.by_id)",
        **insert,
    )
    yield Guard(
        name="decision_contributor_never_approves",
        condition=f"{approve} AND EXISTS (SELECT 1 FROM articles_contribution c"
        " WHERE c.version_id = NEW.version_id AND c.by_id = NEW.by_id"
        " AND c.stage IS DISTINCT FROM NEW.stage)",
        **insert,
    )
    yield Guard(
        name="decision_nobody_takes_two_stages",
        condition=f"{approve} AND EXISTS (SELECT 1 FROM articles_decision d"
        " WHERE d.version_id = NEW.version_id AND d.by_id = NEW.by_id AND d.move = 'approve'"
        " AND d.stage <> NEW.stage)",
        **insert,
    )
    yield Guard(
        name="decision_approves_the_words_that_stand",
        condition=f"{approve} AND NOT EXISTS (SELECT 1 FROM articles_version v"
        " WHERE v.id = NEW.version_id AND v.digest = NEW.digest AND v.digest <> ''"
        " AND v.review_round = NEW.review_round AND v.status = 'in_review')",
        **insert,
    )


def _witness_guards():
    """What the other guards rely on: who wrote in the version, and what was in doubt."""
    yield Guard(
        "contribution_of_a_reviewer_is_made_in_review",
        "articles_contribution",
        "INSERT",
        "NEW.stage IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles_version v"
        " WHERE v.id = NEW.version_id AND v.status = 'in_review')",
    )
    yield Guard("contribution_is_never_changed", "articles_contribution", "UPDATE", "1 = 1")
    yield Guard("contribution_is_never_removed", "articles_contribution", "DELETE", "1 = 1")
    yield Guard(
        "version_writer_stays_once_decided",
        "articles_version",
        "UPDATE",
        "OLD.written_by_id IS NOT NULL AND OLD.written_by_id IS DISTINCT FROM NEW.written_by_id"
        " AND EXISTS (SELECT 1 FROM articles_decision d WHERE d.version_id = NEW.id)",
    )
    yield Guard("doubt_is_never_deleted", "articles_doubt", "DELETE", "1 = 1")
    yield Guard(
        "doubt_stays_with_its_version",
        "articles_doubt",
        "UPDATE",
        "OLD.version_id IS DISTINCT FROM NEW.version_id",
    )


def _evidence_guards():
    """What the review sheet shows: the words looked at, and what was said and settled of them."""
    yield Guard("snapshot_is_never_changed", "articles_snapshot", "UPDATE", "1 = 1")
    yield Guard("snapshot_is_never_deleted", "articles_snapshot", "DELETE", "1 = 1")
    yield Guard(
        "doubt_settled_stays_settled",
        "articles_doubt",
        "UPDATE",
        f"OLD.settled_at IS NOT NULL AND ({_changed(DOUBT)})",
    )
    said = ("version_id", "quote", "note", "by_id", "made_at")
    done = ("done_at", "done_by_id")
    yield Guard(
        "passage_note_says_what_it_said",
        "articles_passagenote",
        "UPDATE",
        f"{_changed(said)} OR (OLD.done_at IS NOT NULL AND ({_changed(done)}))",
    )
    yield Guard("passage_note_is_never_deleted", "articles_passagenote", "DELETE", "1 = 1")


def _log_guards():
    """Who did what in the admin. It goes with no account either: that is refused with it."""
    told = ("action_time", "user_id", "object_id", "object_repr", "action_flag", "change_message")
    yield Guard("log_entry_is_never_changed", "django_admin_log", "UPDATE", _changed(told))
    yield Guard("log_entry_is_never_deleted", "django_admin_log", "DELETE", "1 = 1")


def _ledger_guards():
    """The sealed record grows by one entry at its end, and nothing else happens to it."""
    insert = {"table": "articles_ledgerentry", "event": "INSERT"}
    last = "(SELECT MAX(l.number) FROM articles_ledgerentry l)"
    yield Guard(
        name="ledger_goes_on_without_a_gap",
        condition=f"NEW.number <> COALESCE({last}, 0) + 1",
        **insert,
    )
    yield Guard(
        name="ledger_entry_follows_the_last",
        condition="NEW.previous <> COALESCE((SELECT p.digest FROM articles_ledgerentry p"
        f" WHERE p.number = {last}), '')",
        **insert,
    )
    yield Guard("ledger_entry_is_never_changed", "articles_ledgerentry", "UPDATE", "1 = 1")
    yield Guard("ledger_entry_is_never_removed", "articles_ledgerentry", "DELETE", "1 = 1")


def guards():
    """Every guard, in the order in which they are set."""
    stages = stages_here()
    return [
        *_superseding_guards(),
        *_release_guards(stages),
        *_word_guards(),
        *_decision_guards(stages),
        *_witness_guards(),
        *_place_guards(),
        *_evidence_guards(),
        *_log_guards(),
        *_ledger_guards(),
    ]


def set_after_migration(using, **kwargs):
    connection = connections[using]
    with connection.cursor() as cursor:
        for guard in guards():
            for statement in _statements(guard, connection.vendor):
                cursor.execute(statement)


def lift_before_migration(using, **kwargs):
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for guard in guards():
                cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}")


def _statements(guard, vendor):
    return (_sqlite if vendor == "sqlite" else _postgresql)(guard)


def _sqlite(guard):
    condition = guard.condition.format(
        now="strftime('%Y-%m-%d %H:%M:%f', 'now')",
        earlier="strftime('%Y-%m-%d %H:%M:%f', 'now', '-5 minutes')",
    )
    moment = "AFTER" if guard.effect else "BEFORE"
    effect = guard.effect or f"SELECT RAISE(ABORT, '{guard.name}')"
    return [
        f"DROP TRIGGER IF EXISTS {guard.name}",
        f"CREATE TRIGGER {guard.name} {moment} {guard.event} ON {guard.table} FOR EACH ROW"
        f" WHEN {condition} BEGIN {effect}; END",
    ]


def _postgresql(guard):
    condition = guard.condition.format(
        now="clock_timestamp()", earlier="clock_timestamp() - interval '5 minutes'"
    )
    moment = "AFTER" if guard.effect else "BEFORE"
    effect = guard.effect or (
        f"RAISE EXCEPTION '{guard.name}' USING ERRCODE = 'check_violation',"
        f" CONSTRAINT = '{guard.name}', TABLE = '{guard.table}'"
    )
    row = "OLD" if guard.event == "DELETE" else "NEW"
    return [
        f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $guard$"
        f" BEGIN IF {condition} THEN {effect}; END IF; RETURN {row}; END $guard$",
        f"CREATE OR REPLACE TRIGGER {guard.name} {moment} {guard.event} ON {guard.table}"
        f" FOR EACH ROW EXECUTE FUNCTION {guard.name}()",
    ]
