"""Rules of the editorial workflow that the database itself holds, whatever door a change comes by.

A constraint sees one row; these rules look at several, or at a row before and after, so they are
triggers, on SQLite and PostgreSQL from one description. They are set after every `migrate` (and
lifted before it on SQLite, whose migrations rebuild tables), so a change of a rule needs no
migration of its own. A refused statement raises IntegrityError that carries the guard's name.
"""

from django.db import connections

from articles.guards.evidence import evidence_guards, ledger_guards, log_guards
from articles.guards.guard import statements
from articles.guards.posts import post_guards
from articles.guards.release import release_guards, superseding_guards
from articles.guards.reviews import decision_guards, witness_guards
from articles.guards.words import place_guards, word_guards
from articles.models.stages import stages_here


def guards():
    """Every guard, in the order in which they are set."""
    stages = stages_here()
    return [
        *superseding_guards(),
        *release_guards(stages),
        *word_guards(),
        *decision_guards(stages),
        *witness_guards(),
        *place_guards(),
        *evidence_guards(),
        *log_guards(),
        *ledger_guards(),
        *post_guards(),
    ]


def set_after_migration(using, **kwargs):
    connection = connections[using]
    with connection.cursor() as cursor:
        for guard in guards():
            for statement in statements(guard, connection.vendor):
                cursor.execute(statement)


def lift_before_migration(using, **kwargs):
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for guard in guards():
                cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}")
