"""Live stories as plain values, in the format that importing/readers/told.py reads.

A fixed number of queries for each batch. Links are told by names: whom they mean is for the
newsroom that reads them to say.
"""

from collections import defaultdict
from itertools import islice

from articles.body import from_paragraphs, paragraphs
from articles.exported_pictures import name_of
from articles.importing.readers.told import FORMAT, REPRINT
from articles.models import (
    Correction,
    Credit,
    EventHost,
    Mention,
    Photo,
    Version,
    VersionDepartment,
)
from articles.origin import own_system

BATCH = 200
WORDS = ("kicker", "headline", "deck", "dateline", "date_as_printed", "credit_line", "source")
FIELDS = (
    *("id", "article_id", "article__source_system", "article__source_id"),
    *WORDS,
    *("dateline_date", "body", "is_reprint", *REPRINT.values()),
    *("dated", "position", "edition_id", "edition__number", "page__number", "page__name"),
    *("event_id", "event__kind", "event__name", "event__date", "event__ends_on", "event__place"),
)


def days(since=None, until=None):
    """The days under which live stories are filed, the earliest first."""
    versions = Version.objects.live()
    if since:
        versions = versions.filter(dated__gte=since)
    if until:
        versions = versions.filter(dated__lte=until)
    return versions.order_by("dated").values_list("dated", flat=True).distinct()


def lines(day):
    """The live stories of a day, in the order of the print."""
    versions = Version.objects.live().filter(dated=day).in_page_order()
    keys, own = iter(list(versions.values_list("pk", flat=True))), own_system()
    while batch := list(islice(keys, BATCH)):
        parts = _Parts(batch)
        rows = Version.objects.filter(pk__in=batch).order_by().values_list(*FIELDS, named=True)
        by_key = {row.id: row for row in rows}
        for key in batch:
            yield _line(by_key[key], parts, own)


class _Parts:
    """The parts of some versions, as plain values by the key of their version."""

    def __init__(self, keys):
        self.credits = _grouped(
            Credit.objects.filter(version__in=keys).order_by("position", "id"),
            *("version_id", "as_printed", "capacity", "has_text", "has_photos"),
        )
        self.mentions = _grouped(
            Mention.objects.filter(version__in=keys).order_by("position", "id"),
            *("version_id", "id", "name_as_printed", "title_as_printed", "acts", "official_id"),
        )
        self.posts = _grouped(
            Mention.posts.through.objects.filter(mention__version__in=keys).order_by("id"),
            *("mention_id", "post__department__name", "post__title"),
        )
        self.departments = _grouped(
            VersionDepartment.objects.filter(version__in=keys).order_by("id"),
            *("version_id", "department__name"),
        )
        self.photos = _grouped(
            Photo.objects.filter(version__in=keys).order_by("position", "id"),
            *("version_id", "digest", "caption", "credit", "alt_text", "placed_after"),
        )
        articles = Version.objects.filter(pk__in=keys).values("article")
        self.corrections = _grouped(
            Correction.objects.came_out()
            .filter(version__article__in=articles)
            .order_by("version__publish_at", "position", "id"),
            *("version__article_id", "wrong", "right", "remark"),
        )
        events = Version.objects.filter(pk__in=keys).values("event")
        self.hosts = _grouped(
            EventHost.objects.filter(event__in=events).order_by("position", "id"),
            *("event_id", "name_as_printed", "role"),
        )


def _grouped(rows, key, *names):
    """The values of the rows by that of their key."""
    found = defaultdict(list)
    for first, *values in rows.values_list(key, *names):
        found[first].append(values)
    return found


def _line(row, parts, own):
    """What there is of a story; what is empty is left out."""
    number = row.article__source_id
    texts = paragraphs(row.body)
    return {"format": FORMAT} | _filled(
        {
            "source_system": row.article__source_system if number else own,
            "source_id": number or str(row.article_id),
            "date": row.dated.isoformat(),
            "issue": row.edition__number,
            "page": row.page__number,
            "page_name": row.page__name,
            "position": row.position,
        }
        | ({} if row.edition_id else {"is_printed": False})
        | {name: getattr(row, name) for name in WORDS}
        | {
            "dateline_date": row.dateline_date and row.dateline_date.isoformat(),
            "body": texts,
            "body_html": "" if row.body == _plain(texts) else row.body,
            "credits": [_credit(*values) for values in parts.credits[row.id]],
            "reprint": _reprint(row),
            "people": _people(row, parts),
            "departments": [name for (name,) in parts.departments[row.id]],
            "event": _event(row, parts),
            "photos": [_photo(*values) for values in parts.photos[row.id]],
            "corrections": [
                _filled({"wrong": wrong, "right": right, "remark": remark})
                for wrong, right, remark in parts.corrections[row.article_id]
            ],
        }
    )


def _plain(texts):
    return from_paragraphs((text, False) for text in texts)


def _credit(name, capacity, has_text, has_photos):
    return {"name": name, "capacity": capacity, "words": has_text, "pictures": has_photos}


def _reprint(row):
    if not row.is_reprint:
        return None
    return {key: getattr(row, field) for key, field in REPRINT.items()}


def _people(row, parts):
    """Those with an office first, as an import keeps them."""
    people = [
        {
            "name": name,
            "title": title,
            "acts": acts,
            "posts": [
                {"department": department, "title": title}
                for department, title in parts.posts[mention]
            ],
            "has_office": bool(official or acts or parts.posts[mention]),
        }
        for mention, name, title, acts, official in parts.mentions[row.id]
    ]
    return [_filled(one) for one in sorted(people, key=lambda one: not one["has_office"])]


def _event(row, parts):
    if not row.event_id:
        return None
    return _filled(
        {
            "kind": row.event__kind,
            "name": row.event__name,
            "date": row.event__date and row.event__date.isoformat(),
            "ends_on": row.event__ends_on and row.event__ends_on.isoformat(),
            "place": row.event__place,
            "hosts": [{"name": name, "role": role} for name, role in parts.hosts[row.event_id]],
        }
    )


def _photo(digest, caption, credit, alt_text, placed_after):
    said = {"file": name_of(digest), "caption": caption, "credit": credit, "alt_text": alt_text}
    return _filled(said) | ({} if placed_after is None else {"placed_after": placed_after})


def _filled(values):
    """Without what is empty; False says something only of `is_printed`."""
    return {
        key: value
        for key, value in values.items()
        if value or (value is False and key == "is_printed")
    }
