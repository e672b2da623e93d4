"""A guard, and the triggers that hold it on SQLite and on PostgreSQL."""

from dataclasses import dataclass


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


def changed(columns):
    """SQL that is true where one of the columns is about to say something else."""
    return " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)


def listed(stages):
    """The stages as a list in SQL."""
    return ", ".join(str(int(stage)) for stage in stages)


def statements(guard, vendor):
    """The SQL that sets the guard, in place of an earlier one of its name."""
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
