"""What an archivist should know of a page that was planned, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.importing.events import BY_NAME, BY_PLACE
from articles.parsing.lexicon.titles import GOVERNMENT

SAME_EVENTS = {
    BY_NAME: gettext_lazy("Same event as another story's (kind, day and name): %(headline)s"),
    BY_PLACE: gettext_lazy("Same event as another story's (kind, day and place): %(headline)s"),
}
COMPLETED = gettext_lazy("%(printed)s is %(whole)s, by what the story says of places: %(headline)s")
HEAD_OF_NO_NAMED_PLACE = gettext_lazy(
    "%(printed)s is taken for %(whole)s, as the story does not say of which place: %(headline)s"
)
WITHOUT_PLACE = gettext_lazy(
    "%(printed)s is kept as printed, as the story does not say for certain whose it is: "
    "%(headline)s"
)


def notes_of(page, plan):
    """Of stories kept, known again, on two pages; of events that two share, bodies completed."""
    yield from _notes_of_kept(plan)
    yield from _notes_of_recognised(page, plan)
    yield from _notes_of_parts(plan)
    yield from _notes_of_events(plan)
    yield from _notes_of_bodies(plan)


def _notes_of_kept(plan):
    return [
        _("Kept as it stands, the file says something else: %(headline)s")
        % {"headline": kept.story.headline.headline}
        for kept in plan.kept
    ]


def _notes_of_recognised(page, plan):
    for one in plan.recognised:
        named = {"headline": one.story.headline.headline, "held": one.held.headline}
        if not one.is_unchanged and named["headline"] != named["held"]:
            yield _("The same story, with another headline: %(headline)s (held: %(held)s)") % named
        if page.page_number and one.held.page_number not in ("", page.page_number):
            yield _(
                "The same file was page %(page)s before, and the story stays there: %(headline)s"
            ) % (named | {"page": one.held.page_number})


def _notes_of_parts(plan):
    for whole in plan.firsts:
        yield _("The rest stands on page %(page)s, and both are one story: %(headline)s") % {
            "page": whole.pages[1].page_number,
            "headline": whole.story.headline.headline,
        }
    for whole in plan.rests:
        yield _("The rest of a story on page %(page)s, and one with it: %(headline)s") % {
            "page": whole.pages[0].page_number,
            "headline": whole.story.headline.headline,
        }
    for story in plan.torn:
        yield _(
            "One part of a story on two pages, and it says something else than before. Import both "
            "pages together, and it is proposed: %(headline)s"
        ) % {"headline": story.headline.headline}


def _notes_of_events(plan):
    return [
        SAME_EVENTS[planned.event.reason] % {"headline": planned.story.headline.headline}
        for planned in plan.create
        if planned.event and planned.event.reason in SAME_EVENTS
    ]


def _notes_of_bodies(plan):
    for planned in plan.create:
        for body in planned.story.completed:
            yield _sentence_on(body) % {
                "printed": body.printed,
                "whole": body.whole,
                "headline": planned.story.headline.headline,
            }


def _sentence_on(body):
    if not body.whole:
        return WITHOUT_PLACE
    is_unnamed = body.whole == f"{body.printed[-2:-1]}{GOVERNMENT}{body.printed}"
    return HEAD_OF_NO_NAMED_PLACE if is_unnamed else COMPLETED
