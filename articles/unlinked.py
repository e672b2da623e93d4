"""Names that stories print and nobody has been found for: whom could they mean?

The importer links a name only where one official fits. The others wait here, those of one name and
one title together, each beside the officials of that name.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Exists, F, Max, OuterRef, Q, Window
from django.db.models.functions import RowNumber

from articles.models import Mention
from articles.parsing.lexicon.persons import ROLES
from people import identity
from people.locks import lock_directory
from people.models import IdentityChange, Official

GROUPS = 20
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """An official of the name, with what tells people of one name apart."""

    official: Official
    posts: list[str]
    stories: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Group:
    """All unlinked mentions of one name and one title; the newest of them are shown."""

    name: str
    title: str
    count: int
    mentions: list[Mention]
    candidates: list[Candidate]


def unlinked():
    """Mentions without an official, but those whose story links one of that name already, or the
    one that an official of that name was merged into; and but people without an office (村民), or
    without any title."""
    merged = IdentityChange.objects.retired(Official._meta.model_name)
    others = Mention.objects.filter(
        Q(name_as_printed=OuterRef("name_as_printed"))
        | Q(official__name=OuterRef("name_as_printed"))
        | Exists(
            merged.filter(
                kept_id=OuterRef("official"), other_name=OuterRef(OuterRef("name_as_printed"))
            )
        ),
        version=OuterRef("version"),
        official__isnull=False,
    )
    named = Mention.objects.filter(~Exists(others), official=None)
    return named.exclude(title_as_printed__in=("", *ROLES))


def unlinked_of(name, title):
    return unlinked().filter(name_as_printed=name, title_as_printed=title)


def groups(*, name="", start=0):
    """Some groups, the most frequent first, and whether there are more."""
    waiting = unlinked().filter(name_as_printed__contains=name) if name else unlinked()
    found = list(
        waiting.order_by()
        .values_list("name_as_printed", "title_as_printed")
        .annotate(count=Count("pk"), latest=Max("version"))
        .order_by("-count", "-latest", "name_as_printed")[start : start + GROUPS + 1]
    )
    shown = found[:GROUPS]
    mentions = _newest({(printed, title) for printed, title, *_ in shown})
    candidates = _candidates({printed for printed, *_ in shown})
    return [
        Group(
            printed,
            title,
            count,
            mentions[printed, title],
            [_candidate(official, mentions[printed, title]) for official in candidates[printed]],
        )
        for printed, title, count, _latest in shown
    ], len(found) > GROUPS


@transaction.atomic
def settle(mentions, *, by, official=None, name="", note=""):
    """Link the mentions to the official, or to a new one of the name: the change, on record."""
    lock_directory()
    if official is not None:
        return identity.link(mentions, official, by)
    return identity.link_to_new(mentions, by, name=name, note=note, posts=_places(mentions))


def _newest(keys):
    """By name and title, the newest mentions, with their stories and printed posts."""
    wanted = Q(pk=None)
    for name, title in keys:
        wanted |= Q(name_as_printed=name, title_as_printed=title)
    numbered = (
        unlinked()
        .filter(wanted)
        .annotate(
            nth=Window(
                RowNumber(),
                partition_by=["name_as_printed", "title_as_printed"],
                order_by=[F("version__dated").desc(), F("version").desc()],
            )
        )
    )
    rows = numbered.filter(nth__lte=SHOWN).select_related("version").defer("version__body")
    found = defaultdict(list)
    for mention in rows.prefetch_related("posts").order_by("nth"):
        found[mention.name_as_printed, mention.title_as_printed].append(mention)
    return found


def _candidates(names):
    officials = Official.objects.filter(name__in=names).annotate(stories=Count("mentions"))
    found = defaultdict(list)
    for official in officials.prefetch_related("appointments__post__department").order_by("pk"):
        found[official.name].append(official)
    return found


def _candidate(official, mentions):
    """`fits` where the official holds a post that the stories print, or one of the title that they
    print without its body."""
    held = list(official.appointments.all())
    printed = {post.pk for mention in mentions for post in mention.posts.all()}
    title = mentions[0].title_as_printed
    return Candidate(
        official,
        [str(appointment.post) for appointment in held],
        official.stories,
        any(
            appointment.post_id in printed or appointment.post.title == title
            for appointment in held
        ),
    )


def _places(mentions):
    """The posts that the mentions print, each with the first place that says so."""
    rows = mentions.select_related("version__page").defer("version__body").order_by("version")
    places = {}
    for mention in rows.prefetch_related("posts__department"):
        version = mention.version
        number = version.page.number if version.page else ""
        place = " ".join(filter(None, (str(version.dated), number, version.headline)))
        for post in mention.posts.all():
            places.setdefault(post, place)
    return places
