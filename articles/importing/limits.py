"""Whatever is longer than its field is refused, with its line: nothing is cut off."""

from django.utils.translation import gettext as _

from articles.importing.refusals import ImportRefused, refusal
from articles.models import (
    Article,
    Correction,
    Credit,
    Event,
    EventHost,
    Mention,
    Page,
    Photo,
    Version,
)
from articles.parsing.facts import ToldStory
from people.models import Department, Post


def check_lengths(page, parsed):
    """Raises ImportRefused for the first text of the page that does not fit."""
    if len(page.page_number) > Page._meta.get_field("number").max_length:
        raise refusal(page.name, _("the page number %s is too long.") % page.page_number)
    for name, text in zip(("source_system", "source_id"), page.source or (), strict=False):
        if len(text) > Article._meta.get_field(name).max_length:
            raise refusal(page.name, _("the value of %(key)s is too long.") % {"key": name})
    for story in parsed.stories:
        for model, field, text, line in _printed(story):
            limit = model._meta.get_field(field).max_length
            if len(text) > limit:
                raise ImportRefused(
                    _(
                        "%(path)s, line %(line)d: %(field)s has more than %(limit)d characters: "
                        "%(text)s… Divide it, or correct the heading marks."
                    )
                    % {
                        "path": page.name,
                        "line": line,
                        "field": model._meta.get_field(field).verbose_name,
                        "limit": limit,
                        "text": text[:20],
                    }
                )


def _printed(story):
    """What the story printed, with the field that will hold it, and its line."""
    first = story.headline.source.first_line
    for part in ("kicker", "headline", "deck"):
        yield Version, part, getattr(story.headline, part), first
    if story.dateline:
        yield Version, "dateline", story.dateline.marker, first
        yield Version, "date_as_printed", story.dateline.text, first
    yield Version, "credit_line", "　".join(story.credits), first
    for byline in story.bylines:
        yield Credit, "as_printed", byline.name, byline.source.first_line
    for person in story.persons:
        yield Mention, "name_as_printed", person.name, first
    for official in (*story.officials, *story.proposed, *story.doubted):
        yield Mention, "name_as_printed", official.name, first
        yield Mention, "title_as_printed", official.title, first
        yield Mention, "acts", "、".join(official.acts), first
        for post in official.posts:
            yield Post, "title", post.title, first
            yield Department, "name", post.department, first
    for department in story.departments:
        yield Department, "name", department, first
    if story.event:
        yield Event, "name", story.event.name, first
        yield Event, "place", story.event.place, first
        for host in story.event.hosts:
            yield EventHost, "name_as_printed", host.name, first
    for photo in story.photos:
        yield Photo, "caption", photo.caption, photo.source.first_line
        yield Photo, "credit", photo.credit, photo.source.first_line
    if isinstance(story, ToldStory):
        yield from _told(story, first)


def _told(story, first):
    for name, value in story.particulars:
        if isinstance(value, str):
            yield Version, name, value, first
    for text in story.alternatives:
        yield Photo, "alt_text", text, first
    for correction in story.corrections:
        for name, text in zip(("wrong", "right", "remark"), correction, strict=True):
            yield Correction, name, text, first
