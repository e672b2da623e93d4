"""What is on record stays: the review sheet, the log, the sealed record."""

from articles.guards.guard import Guard, changed

# A doubt follows its paragraph when one before it is divided.
DOUBT = (
    *("kind", "quote", "document_id", "first_line", "last_line"),
    *("settled_at", "settled_by_id", "settled_note"),
)


def evidence_guards():
    """What the review sheet shows: the words looked at, and what was said and settled of them."""
    yield Guard("snapshot_is_never_changed", "articles_snapshot", "UPDATE", "1 = 1")
    yield Guard("snapshot_is_never_deleted", "articles_snapshot", "DELETE", "1 = 1")
    yield Guard(
        "doubt_settled_stays_settled",
        "articles_doubt",
        "UPDATE",
        f"OLD.settled_at IS NOT NULL AND ({changed(DOUBT)})",
    )
    said = ("version_id", "quote", "note", "by_id", "made_at")
    done = ("done_at", "done_by_id")
    yield Guard(
        "passage_note_says_what_it_said",
        "articles_passagenote",
        "UPDATE",
        f"{changed(said)} OR (OLD.done_at IS NOT NULL AND ({changed(done)}))",
    )
    yield Guard("passage_note_is_never_deleted", "articles_passagenote", "DELETE", "1 = 1")
    waived = ("version_id", "rule", "words", "sentence", "reason", "by_id", "made_at")
    taken_back = ("taken_back_at", "taken_back_by_id")
    yield Guard(
        "waiver_says_what_it_said",
        "articles_waiver",
        "UPDATE",
        f"{changed(waived)} OR (OLD.taken_back_at IS NOT NULL AND ({changed(taken_back)}))",
    )
    yield Guard("waiver_is_never_deleted", "articles_waiver", "DELETE", "1 = 1")


def log_guards():
    """Who did what in the admin. It goes with no account either: that is refused with it."""
    told = ("action_time", "user_id", "object_id", "object_repr", "action_flag", "change_message")
    yield Guard("log_entry_is_never_changed", "django_admin_log", "UPDATE", changed(told))
    yield Guard("log_entry_is_never_deleted", "django_admin_log", "DELETE", "1 = 1")


def ledger_guards():
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
