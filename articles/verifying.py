"""What verification needs of the database: the directory as a snapshot, a version as its text."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from articles.verification.check import check
from articles.verification.snapshot import (
    DatedName,
    KnownBody,
    KnownOfficial,
    KnownPost,
    Snapshot,
)
from articles.verification.story import StoryText
from articles.verification.words import SHIPPED, UnreadableWords, read_words
from people.known import known_rows
from people.models import Appointment, DepartmentAlias, Post
from people.offices import Kind, Rank, as_held
from people.periods import Period


def findings_of(version):
    """What verification says of the words of a version, by the directory as it is now."""
    return check(story_of(version), known_directory(), house_words())


def story_of(version):
    """The text of a version. Captions and mentions are a query each unless prefetched."""
    return StoryText(
        headline=version.headline,
        kicker=version.kicker,
        deck=version.deck,
        paragraphs=tuple(version.paragraphs),
        captions=tuple(photo.caption for photo in version.photos.all()),
        dateline_day=version.dateline_date,
        edition_day=version.dated,
        unlinked=frozenset(
            mention.name_as_printed
            for mention in version.mentions.all()
            if mention.official_id is None and mention.title_as_printed
        ),
    )


def known_directory():
    """The snapshot of what somebody confirmed of officials, bodies and posts, in five queries.

    The rows themselves tell whether anything changed: as long as they are the same, whoever wrote
    them, so is the snapshot, with its indexes.
    """
    return snapshot_of(known_rows())


def snapshot_of(rows):
    """The snapshot of rows as `people.known` gives them; the last two are kept."""
    return _snapshot(**rows)


def house_words():
    """The newsroom's own word list where it has one, else the one that comes with the project.

    Raises UnreadableWords. A changed file is read when the server starts again.
    """
    return read_words(Path(settings.VERIFICATION_WORDS) if settings.VERIFICATION_WORDS else SHIPPED)


def words_at_hand():
    """The house word list, or the one of the project and why that of the house cannot be read."""
    try:
        return house_words(), ""
    except UnreadableWords as refused:
        return read_words(), str(refused)


@lru_cache(maxsize=2)
def _snapshot(officials, writings, bodies, aliases, appointments):
    names, others, former = defaultdict(list), defaultdict(list), defaultdict(list)
    # Somebody may be confirmed between two queries: whose own row was not read is not known yet.
    known, known_bodies = ({row[0] for row in rows} for rows in (officials, bodies))
    for _key, official, name in writings:
        names[official].append(name)
    for _key, department, name, kind, *time in aliases:
        if kind == DepartmentAlias.Kind.FORMER:
            former[department].append(DatedName(name, Period(*time)))
        else:
            others[department].append(name)
    return Snapshot(
        tuple(KnownOfficial(pk, name, tuple(names[pk])) for pk, name in officials),
        tuple(KnownBody(pk, name, tuple(others[pk]), tuple(former[pk])) for pk, name in bodies),
        tuple(_post(*row) for row in appointments if row[1] in known and row[2] in known_bodies),
    )


def _post(_key, official, body, title, holders, kind, rank, manner, place, is_confirmed, *time):
    return KnownPost(
        official,
        body,
        as_held(title, manner),
        Period(*time),
        holders == Post.Holders.ONE if holders else None,
        Kind(kind) if kind else None,
        place,
        is_confirmed,
        Rank(rank) if rank else None,
        manner == Appointment.Manner.IN_CHARGE,
    )
