"""A story as ninjs 3.1, the news item of the IPTC in JSON. schema.py says what each field means.

`absolute` makes an address of this site a full one.
"""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.api.stories import Story, Withdrawn
from articles.body import plain_text
from articles.length import length_of
from articles.listing import address, summary_of
from articles.models import Event
from articles.placing import Stretch
from articles.reading import laid_with_dateline

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
LANGUAGE = "zh-Hans"


def item(story: Story, absolute):
    """A live story; what it does not have is left out."""
    row = story.row
    uri = absolute(address("story", row.article_id))
    return _without_empty(
        {
            "standard": STANDARD,
            "uri": uri,
            "type": "text",
            "representationType": "full",
            "version": str(row.number),
            "firstCreated": moment(row.first_release),
            "versionCreated": moment(row.publish_at),
            "pubStatus": "usable",
            "language": LANGUAGE,
            "title": row.headline,
            "headlines": _valued(main=row.headline, kicker=row.kicker, deck=row.deck),
            "by": "、".join(credit.as_printed for credit in story.credits),
            "infoSources": _sources(story, absolute),
            "descriptions": _valued(summary=row.deck or summary_of(row.body[:400]))
            + _corrections(story),
            "bodies": [
                {
                    "role": "main",
                    "contentType": "text/html",
                    "charCount": length_of(plain_text(row.body)),
                    "value": _body(story),
                }
            ],
            "people": [_person(mention, absolute) for mention in story.mentions],
            "organisations": [
                {"name": name, "rel": "about", "uri": absolute(address("department", slug))}
                for _version, name, slug in story.departments
            ],
            "places": [{"name": row.event__place, "rel": "event"}] if row.event__place else [],
            "events": _events(row, absolute),
            "subjects": [{"name": row.page__name, "rel": "section"}] if row.page__name else [],
            "altIds": _other_ids(row),
            "associations": [
                _picture(photo, number, absolute) for number, photo in enumerate(story.photos, 1)
            ],
            "renditions": [{"name": "web", "href": uri, "contentType": "text/html"}],
            "copyrightHolder": row.source or settings.PAPER_NAME,
            "usageTerms": settings.USAGE_TERMS,
        }
    )


def withdrawn_item(story: Withdrawn, absolute):
    """A story that was taken back, without a word of it."""
    return _without_empty(
        {
            "standard": STANDARD,
            "uri": absolute(address("story", story.article)),
            "type": "text",
            "version": str(story.number),
            "versionCreated": moment(story.at),
            "pubStatus": "canceled",
            "edNote": story.note,
        }
    )


def moment(at):
    """An ISO 8601 moment of the site's time zone, to the second."""
    return timezone.localtime(at).isoformat(timespec="seconds")


def _body(story):
    """The text, where an editor placed a picture with an empty figure by the name of that."""
    row, names = story.row, {}
    for number, photo in enumerate(story.photos, start=1):
        names[id(photo)] = _picture_name(number)
    laid = laid_with_dateline(row.body, row.dateline, story.photos)
    stretches = [
        Stretch("", [photo for photo in laid.before if photo.placed_after is not None]),
        *laid.stretches,
    ]
    return "".join(
        stretch.html
        + "".join(f'<figure id="{names[id(photo)]}"></figure>' for photo in stretch.pictures)
        for stretch in stretches
    )


def _picture_name(number):
    return f"photo-{number}"


def _sources(story, absolute):
    """Who wrote and photographed; of a story from elsewhere also whom it comes from."""
    people = [
        {
            "name": credit.as_printed,
            "role": credit.capacity,
            "literal": ("文" if credit.has_text else "") + ("图" if credit.has_photos else ""),
            "uri": _entry("reporter", credit.reporter__slug, absolute),
        }
        for credit in story.credits
    ]
    row = story.row
    others = [
        {"name": row.source, "role": "source"},
        {"name": row.original_author, "role": "original author"},
        {"name": row.responsible_editor, "role": "responsible editor"},
        {"name": row.credit_line, "role": "credit line"},
    ]
    return [_without_empty(source) for source in (*people, *others) if source["name"]]


def _person(mention, absolute):
    return _without_empty(
        {
            "name": mention.name_as_printed,
            "rel": mention.acts or "mentioned",
            "literal": f"{mention.title_as_printed}{mention.name_as_printed}",
            "uri": _entry("official", mention.official__slug, absolute),
        }
    )


def _events(row, absolute):
    if not row.event_id:
        return []
    event = Event(
        kind=row.event__kind, name=row.event__name, date=row.event__date, place=row.event__place
    )
    return [
        {
            "id": str(row.event_id),
            "name": str(event),
            "rel": "covered",
            "uri": absolute(address("event", row.event_id)),
            "literal": row.event__kind,
        }
    ]


def _corrections(story):
    return [
        {
            "role": "correction",
            "value": (
                _("%(day)s: “%(wrong)s” should read “%(right)s”. %(remark)s")
                % {
                    "day": timezone.localdate(at).isoformat(),
                    "wrong": wrong,
                    "right": right,
                    "remark": remark,
                }
            ).strip(),
        }
        for _article, wrong, right, remark, at in story.corrections
    ]


def _other_ids(row):
    """The story's number, its day and place in the paper, its number in the system it came from."""
    ids = {
        "number": str(row.article_id),
        "dated": row.dated.isoformat(),
        "edition": row.edition__date.isoformat() if row.edition__date else "",
        "issue": str(row.edition__number or ""),
        "page": row.page__number or "",
        f"source {row.article__source_system}".strip(): row.article__source_id,
        "original headline": row.original_headline,
    }
    return [{"role": role, "value": value} for role, value in ids.items() if value]


def _picture(photo, number, absolute):
    """A photo as an item of its own, whose address is that of its file."""
    href = absolute(address("picture", photo.image))
    return _without_empty(
        {
            "name": _picture_name(number),
            "rel": "picture",
            "uri": href,
            "type": "picture",
            "by": photo.credit,
            "descriptions": _valued(caption=photo.caption, alt=photo.alt_text),
            "renditions": [
                {
                    "name": "full",
                    "href": href,
                    "contentType": "image/jpeg",
                    "width": photo.width,
                    "height": photo.height,
                }
            ],
        }
    )


def _valued(**texts):
    return [{"role": role, "value": value} for role, value in texts.items() if value]


def _entry(page, slug, absolute):
    return absolute(address(page, slug)) if slug else ""


def _without_empty(item):
    return {name: value for name, value in item.items() if value not in ("", [], None)}
