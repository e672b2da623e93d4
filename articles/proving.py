"""Prove the sealed record, and what readers can read against it.

The entries are replayed in their order: what each did to the intervals of its article is what
workflow.py does. Then every released version is compared with where the replay left it, and the
stored pictures with the digests that are part of the sealed words.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from articles.ledger import digest_of_entry, place_of
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
    """How far the record was proved, the digest of the last entry, and what failed if anything.

    `damaged` names every picture whose file is missing or is not the one that was sealed.
    """

    entries: int
    versions: int
    digest: str
    failure: Failure | None = None
    pictures: int = 0
    damaged: tuple[str, ...] = ()


@dataclass
class Sealed:
    """What the record last says of a version."""

    entry: int
    digest: str
    place: dict | None
    publish_at: datetime
    superseded_at: datetime | None = None
    is_withdrawn: bool = False

    def is_open(self, at):
        """Whether it has come and is not superseded at that moment."""
        return self.publish_at <= at and (self.superseded_at is None or self.superseded_at > at)


def verify(progress=lambda entries: None, *, pictures=True):
    """Prove the whole record, oldest entry first, then every released version against it.

    Stops at the first failure. `progress` is told how many entries have been proved. The files of
    pictures are read last, unless they are left out.
    """
    entries, digest, articles = 0, "", {}
    for entry in LedgerEntry.objects.select_related("decision").iterator(chunk_size=BATCH):
        if reason := _fault(entry, entries + 1, digest):
            return Verified(entries, 0, digest, Failure(entry.number, reason))
        entries, digest = entry.number, entry.digest
        _replay(articles, entry)
        if entries % BATCH == 0:
            progress(entries)
    versions, files = 0, {}
    for version in _released_versions():
        sealed = articles.get(version.article_id, {}).pop(version.pk, None)
        if failure := _unlike(version, sealed):
            return Verified(entries, versions, digest, failure)
        versions += 1
        for photo in version.photos.all():
            files[photo.image.name] = photo.digest
    for sealed_versions in articles.values():
        for pk, sealed in sealed_versions.items():
            reason = _("Story %(pk)s was released by this entry and is not there.") % {"pk": pk}
            return Verified(entries, versions, digest, Failure(sealed.entry, reason))
    if not pictures:
        return Verified(entries, versions, digest)
    damaged = tuple(filter(None, (_damage(name, files[name]) for name in sorted(files))))
    return Verified(entries, versions, digest, None, len(files), damaged)


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
    told = ("move", "digest", "note", "note_to_readers")
    if any(content.get(name, "") != getattr(decision, name) for name in told):
        return _("The record of review says something else.")
    return ""


def _replay(articles, entry):
    """What an entry did to the versions of its article, as workflow.py does it."""
    content = json.loads(entry.content)
    versions = articles.setdefault(content["article"], {})
    pk, decided_at = entry.decision.version_id, datetime.fromisoformat(content["decided_at"])
    others = [sealed for key, sealed in versions.items() if key != pk]
    if content["move"] == "release":
        publish_at = datetime.fromisoformat(content["publish_at"])
        for other in others:
            if other.publish_at > decided_at:
                other.superseded_at = other.publish_at
            elif other.is_open(decided_at):
                other.superseded_at = publish_at
        versions[pk] = Sealed(entry.number, content["digest"], content.get("place"), publish_at)
        return
    sealed = versions[pk]
    if content["move"] in ("reschedule", "unschedule"):
        moment = content["publish_at"] and datetime.fromisoformat(content["publish_at"])
        for other in others:
            if other.is_open(decided_at):
                other.superseded_at = moment or None
        if moment:
            sealed.entry, sealed.publish_at = entry.number, moment
        else:
            del versions[pk]
        return
    sealed.entry, sealed.is_withdrawn = entry.number, content["move"] == "withdraw"
    if sealed.is_withdrawn and sealed.publish_at > decided_at:
        sealed.superseded_at = sealed.publish_at
        for other in others:
            if other.is_open(decided_at):
                other.superseded_at = None


def _released_versions():
    return (
        Version.objects.filter(publish_at__isnull=False)
        .select_related("edition", "page")
        .order_by("pk")
        .prefetch_related(*PARTS)
        .iterator(chunk_size=BATCH)
    )


def _unlike(version, sealed):
    """Where a released version is not what the record last says of it."""
    if sealed is None:
        reason = _("Story %(pk)s, “%(headline)s”, is released without an entry.")
        return Failure(None, reason % {"pk": version.pk, "headline": version.headline})
    if digest_of_content(content_of(version)) != sealed.digest:
        reason = _("The words of story %(pk)s, “%(headline)s”, are not those of this entry.")
    elif version.publish_at != sealed.publish_at:
        reason = _("The release of story %(pk)s, “%(headline)s”, is at another moment.")
    elif (version.withdrawn_at is not None) != sealed.is_withdrawn:
        reason = _("Story %(pk)s, “%(headline)s”, is withdrawn or restored without an entry.")
    elif version.superseded_at != sealed.superseded_at:
        reason = _("Story %(pk)s, “%(headline)s”, ends or goes on without an entry that says so.")
    elif not _is_in_place(version, sealed.place):
        reason = _("The edition or page of story %(pk)s, “%(headline)s”, was changed since.")
    else:
        return None
    return Failure(sealed.entry, reason % {"pk": version.pk, "headline": version.headline})


def _is_in_place(version, sealed):
    """Whether the paper says what it said. What was empty may have been filled in since."""
    now = place_of(version)
    return sealed is None or all(now[name] == value for name, value in sealed.items() if value)


def _damage(name, digest):
    """What is wrong with the file of a picture, in a sentence that names it, or nothing."""
    try:
        with default_storage.open(name) as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return _("The picture %(name)s is missing.") % {"name": name}
    if found != digest:
        return _("The picture %(name)s is not the one that was sealed.") % {"name": name}
    return ""
