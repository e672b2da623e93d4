"""Keep the index of full-text search in step with the versions, in their transactions."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import SearchEntry, Version
from articles.models.content import content_of, digest_of_content, named
from articles.search.backends import backend
from articles.search.entries import Entry, entry_of

# Versions that are read and written at once.
BATCH = 500
PARTS = ("credits", "mentions", "photos", "corrections")


def put(entries: Iterable[Entry]):
    """Write the entries of versions instead of what the index had of them."""
    entries = {entry.version: entry for entry in entries}
    held = SearchEntry.objects.filter(version__in=list(entries))
    for pk, key, digest in held.values_list("pk", "key", "digest"):
        if (entries[pk].key, entries[pk].digest) == (key, digest):
            del entries[pk]
    if entries:
        take_out(entries)
        add(list(entries.values()))


def add(entries: list[Entry]):
    """Write the entries of versions that the index does not have."""
    backend().add(entries)


def take_out(versions: Iterable[int]):
    """Forget versions."""
    backend().take_out(list(versions))


def entry_for(version, content=None):
    """The entry of a version as it stands; `content` where it is known already."""
    content = content or content_of(version)
    return entry_of(version.pk, digest_of_content(content), named(content))


def put_version(sender, version, content, **kwargs):
    """Receives `words_written`: index the version with the words that were just written."""
    put([entry_for(version, content)])


def clear():
    """Forget all versions."""
    backend().clear()


@contextmanager
def emptied():
    """Forget all versions, and add many more quickly than beside the searches of a site."""
    with backend().in_bulk():
        clear()
        yield


def is_whole():
    """Whether nothing is left out that searches need to be quick."""
    return backend().is_whole()


def mend():
    """Make what a rebuild left out that was killed while it went."""
    backend().mend()


def rebuild(after=0) -> Iterator[int]:
    """Write the entries of all versions anew, in batches; yields the last version of each.

    Each batch is a transaction: searches go on meanwhile, and a rebuild that was stopped goes on
    `after` the last version of a batch that was done.
    """
    while True:
        with transaction.atomic():
            rows = (
                Version.objects.filter(pk__gt=after).order_by("pk").select_for_update(of=("self",))
            )
            versions = list(rows.prefetch_related(*PARTS)[:BATCH])
            take_out(version.pk for version in versions)
            add(list(map(entry_for, versions)))
        if not versions:
            return
        after = versions[-1].pk
        yield after


def faults() -> Iterator[tuple[int, str]]:
    """(version, what is wrong) for each version whose entry is missing, old or left over."""
    after = 0
    while True:
        rows = Version.objects.filter(pk__gt=after).order_by("pk").prefetch_related(*PARTS)
        versions = list(rows[:BATCH])
        if not versions:
            break
        held = SearchEntry.objects.in_bulk([version.pk for version in versions])
        for version in versions:
            if reason := _fault(entry_for(version), held.get(version.pk)):
                yield version.pk, reason
        after = versions[-1].pk
    yield from backend().faults()


def _fault(entry, held):
    if held is None:
        return _("it is not indexed")
    if (held.key, held.digest, held.text) != (entry.key, entry.digest, entry.text):
        return _("other words are indexed")
    return ""
