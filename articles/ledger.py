"""The sealed record: what readers were given or denied, each entry chained to the last.

An entry's digest is the SHA-256 of its number, the digest before it and its content, a line each.
Whoever changes, adds or removes an entry afterwards breaks every digest that follows, and whoever
notes the last digest elsewhere can tell that none was made anew. proving.py proves the chain, and
what readers can read against it.
"""

import hashlib
import json
from datetime import UTC

from django.db import connection, transaction

from articles.models import LedgerEntry
from articles.models.content import content_of

# What an entry holds has grown. The first format names the edition and the page by their keys
# only, in the words; since the second, `place` says what the paper printed.
FORMAT = 2


def append(decision, publish_at):
    """Seal what a decision gives to readers or takes from them. Call it before the change itself.

    `publish_at` is the moment from which the version is released; None where it no longer is.
    """
    with transaction.atomic():
        _take_turns()
        last = LedgerEntry.objects.order_by("number").last()
        return LedgerEntry.objects.create(**next_entry(last, decision, publish_at))


def next_entry(last, decision, publish_at):
    """The fields of the entry that follows `last`, or of the first one where that is None."""
    number, previous = (last.number + 1, last.digest) if last else (1, "")
    content = _content(decision, publish_at)
    return {
        "number": number,
        "decision": decision,
        "content": content,
        "previous": previous,
        "digest": digest_of_entry(number, previous, content),
    }


def digest_of_entry(number, previous, content):
    return hashlib.sha256(f"{number}\n{previous}\n{content}".encode()).hexdigest()


def _take_turns():
    """One appends at a time. SQLite has one writer anyway; PostgreSQL is told."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE articles_ledgerentry IN SHARE ROW EXCLUSIVE MODE")


def _content(decision, publish_at):
    version = decision.version
    return json.dumps(
        {
            "format": FORMAT,
            "move": decision.move,
            "article": version.article_id,
            "version": version.number,
            "digest": decision.digest,
            "publish_at": _moment(publish_at),
            "by": decision.by.username,
            "note": decision.note,
            "note_to_readers": decision.note_to_readers,
            "decided_at": _moment(decision.decided_at),
            "place": place_of(version),
            "words": content_of(version),
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def place_of(version):
    """Where the paper prints a version, in what stands on the paper."""
    edition, page = version.edition, version.page
    return {
        "edition": str(edition.date) if edition else "",
        "issue": edition.number if edition else None,
        "page": page.number if page else "",
        "section": page.name if page else "",
    }


def _moment(at):
    return at.astimezone(UTC).isoformat() if at else ""
