"""The sealed record: what readers were given or denied, each entry chained to the last.

An entry's digest is the SHA-256 of its number, the digest before it and its content, a line each.
Whoever changes, adds or removes an entry afterwards breaks every digest that follows, and whoever
notes the last digest elsewhere can tell that none was made anew. `verify` proves the chain, and
what readers can read against it.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC

from django.db import connection, transaction
from django.utils.translation import gettext as _

from articles.models import LedgerEntry, Version
from articles.models.content import content_of, digest_of_content

BATCH = 500
PARTS = ("credits", "mentions", "photos", "corrections")


@dataclass(frozen=True)
class Failure:
    """The first thing that does not fit: `entry` is its number, or None where one is missing."""

    entry: int | None
    reason: str


@dataclass(frozen=True)
class Verified:
    """How far the record was proved, the digest of the last entry, and what failed if anything."""

    entries: int
    versions: int
    digest: str
    failure: Failure | None = None


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


def verify(progress=lambda entries: None):
    """Prove the whole record, oldest entry first, then every released version against it.

    Stops at the first failure. `progress` is told how many entries have been proved.
    """
    entries, digest, released = 0, "", {}
    for entry in LedgerEntry.objects.select_related("decision").iterator(chunk_size=BATCH):
        if reason := _fault(entry, entries + 1, digest):
            return Verified(entries, 0, digest, Failure(entry.number, reason))
        entries, digest = entry.number, entry.digest
        content = json.loads(entry.content)
        if content["move"] == "unschedule":
            released.pop(entry.decision.version_id, None)
        else:
            released[entry.decision.version_id] = (
                entry.number,
                content["digest"],
                content["publish_at"],
                content["move"] == "withdraw",
            )
        if entries % BATCH == 0:
            progress(entries)
    versions = 0
    for version in _released_versions():
        if failure := _unlike(version, released.pop(version.pk, None)):
            return Verified(entries, versions, digest, failure)
        versions += 1
    for pk, (number, *_sealed) in released.items():
        reason = _("Story %(pk)s was released by this entry and is not there.") % {"pk": pk}
        return Verified(entries, versions, digest, Failure(number, reason))
    return Verified(entries, versions, digest)


def _take_turns():
    """One appends at a time. SQLite has one writer anyway; PostgreSQL is told."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE articles_ledgerentry IN SHARE ROW EXCLUSIVE MODE")


def _content(decision, publish_at):
    version = decision.version
    return json.dumps(
        {
            "move": decision.move,
            "article": version.article_id,
            "version": version.number,
            "digest": decision.digest,
            "publish_at": _moment(publish_at),
            "by": decision.by.username,
            "note": decision.note,
            "decided_at": _moment(decision.decided_at),
            "words": content_of(version),
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def _moment(moment):
    return moment.astimezone(UTC).isoformat() if moment else ""


def _fault(entry, number, previous):
    """What is wrong with an entry that should have this number and follow that digest."""
    if entry.number != number:
        return _("Entry %(number)s is missing.") % {"number": number}
    if entry.previous != previous:
        return _("It does not follow the entry before it.")
    if entry.digest != digest_of_entry(entry.number, entry.previous, entry.content):
        return _("Its content is not what was sealed.")
    content = json.loads(entry.content)
    if content["digest"] != digest_of_content(content["words"]):
        return _("Its words are not those that were decided on.")
    decision = entry.decision
    if (content["move"], content["digest"], content["note"]) != (
        decision.move,
        decision.digest,
        decision.note,
    ):
        return _("The record of review says something else.")
    return ""


def _released_versions():
    return (
        Version.objects.filter(publish_at__isnull=False)
        .order_by("pk")
        .prefetch_related(*PARTS)
        .iterator(chunk_size=BATCH)
    )


def _unlike(version, sealed):
    """Where a released version is not what the record last says of it."""
    if sealed is None:
        reason = _("Story %(pk)s, “%(headline)s”, is released without an entry.")
        return Failure(None, reason % {"pk": version.pk, "headline": version.headline})
    number, digest, publish_at, is_withdrawn = sealed
    if digest_of_content(content_of(version)) != digest:
        reason = _("The words of story %(pk)s, “%(headline)s”, are not those of this entry.")
    elif _moment(version.publish_at) != publish_at:
        reason = _("The release of story %(pk)s, “%(headline)s”, is at another moment.")
    elif (version.withdrawn_at is not None) != is_withdrawn:
        reason = _("Story %(pk)s, “%(headline)s”, is withdrawn or restored without an entry.")
    else:
        return None
    return Failure(number, reason % {"pk": version.pk, "headline": version.headline})
