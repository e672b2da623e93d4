"""A post with one holder is held by one person at a time."""

from articles.guards.guard import Guard, changed

# Whether the first of two appointments surely starts before the other ends: people/periods.py.
STARTS_BEFORE_THE_END = (
    "(CASE WHEN {one}.started_latest IS NULL"
    " THEN {one}.ended_latest IS NULL AND {other}.ended_latest IS NULL"
    " ELSE {other}.ended_latest IS NULL OR {one}.started_latest < {other}.ended END)"
)


def post_guards():
    """A post with one holder has no two at once, as far as confirmed days say so."""
    overlap = " AND ".join(
        STARTS_BEFORE_THE_END.format(one=one, other=other)
        for one, other in (("NEW", "a"), ("a", "NEW"))
    )
    held = "started_latest", "ended", "ended_latest", "is_confirmed", "official_id", "post_id"
    # A new row has no number yet on SQLite; no other is this one then.
    for event, is_changed in (
        ("INSERT", "1 = 1"),
        ("UPDATE", f"a.id <> NEW.id AND ({changed(held)})"),
    ):
        yield Guard(
            f"appointment_overlaps_no_other_on_{event.lower()}",
            "people_appointment",
            event,
            "NEW.is_confirmed AND EXISTS (SELECT 1 FROM people_appointment a"
            " JOIN people_post p ON p.id = a.post_id"
            " WHERE a.post_id = NEW.post_id AND p.holders = 'one' AND a.is_confirmed"
            f" AND a.official_id <> NEW.official_id AND {overlap} AND {is_changed})",
        )
    overlap = " AND ".join(
        STARTS_BEFORE_THE_END.format(one=one, other=other)
        for one, other in (("b", "a"), ("a", "b"))
    )
    yield Guard(
        "post_with_one_holder_has_no_two",
        "people_post",
        "UPDATE",
        "NEW.holders = 'one' AND OLD.holders <> 'one' AND EXISTS (SELECT 1"
        " FROM people_appointment a JOIN people_appointment b ON b.post_id = a.post_id"
        " WHERE a.post_id = NEW.id AND a.is_confirmed AND b.is_confirmed"
        f" AND a.official_id <> b.official_id AND {overlap})",
    )
