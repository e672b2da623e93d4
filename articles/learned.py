"""What an edition taught the directory: the words that say it, and what there is in doubt of it.

Sure is what two stories print, and what is of a body that is known. Whatever else there is, a
person looks at it by itself.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from articles.body import plain_text
from articles.importing.completing import is_without_place
from articles.models import Credit, Mention, Version
from people.learned import learned_in
from people.models import Appointment, Department, Official, OfficialAlias, Post, Reporter

AROUND = 24


class Doubt(TextChoices):
    """Why an entry is not surely what it says, in the order in which they are shown."""

    SAME = "same", _("may be another name of a body that is known")
    WITHOUT_PLACE = "without_place", _("a body printed without the place that it is of")
    NAMESAKE = "namesake", _("the directory holds somebody else of that name")
    HELD = "held", _("a post of one holder, and somebody else is in it")
    UNSURE_END = "unsure_end", _("the official or the body is in doubt itself")
    ONCE = "once", _("in one story only")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a story, with what stands around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What was learned, the story and the words that say it. `doubt` is empty where it is sure.

    `held` are the posts that an official was learned with: the same words say them.
    """

    entry: Any
    story: Any
    title: str
    place: str
    passage: Passage | None
    doubt: str
    held: list["Shown"] = field(default_factory=list)

    @property
    def reason(self):
        return Doubt(self.doubt).label if self.doubt else ""


@dataclass(frozen=True, slots=True)
class Group:
    """What is in doubt for one reason; what is sure has none."""

    doubt: str
    entries: list[Shown]

    @property
    def reason(self):
        return Doubt(self.doubt).label if self.doubt else ""


def shown_in(edition):
    """By model, what the stories of the edition taught, in groups: first what is sure."""
    learned = learned_in(edition)
    stories = {one.story.pk for found in learned.values() for one in found if one.story}
    prints = _Prints(edition, stories)
    doubts = _doubts(learned, prints)
    return {
        model: _grouped(prints.shown(one, doubts[model, one.entry.pk]) for one in found)
        for model, found in learned.items()
    }


def by_person(shown):
    """The same, with each appointment at its official; by itself where that one is not shown."""
    officials = {one.entry.pk: one for group in shown[Official] for one in group.entries}
    alone = []
    for one in (one for group in shown[Appointment] for one in group.entries):
        official = officials.get(one.entry.official_id)
        (official.held if official else alone).append(one)
    return shown | {Appointment: _grouped(alone)}


def _grouped(shown):
    groups = defaultdict(list)
    for one in shown:
        groups[one.doubt].append(one)
    return [Group(doubt, groups[doubt]) for doubt in ("", *Doubt.values) if doubt in groups]


class _Prints:
    """The rows that the stories of an edition print, and their texts."""

    def __init__(self, edition, stories):
        rows = Mention.objects.filter(Q(version__in=stories) | Q(version__edition=edition))
        self.mentions = list(
            rows.order_by("pk").values_list(
                *("version", "official", "title_as_printed", "name_as_printed"),
                *("posts", "posts__department", "posts__department__is_confirmed"),
            )
        )
        self.credits = {
            (version, reporter): (name, Credit.Capacity(capacity).label)
            for version, reporter, name, capacity in Credit.objects.filter(
                version__in=stories
            ).values_list("version", "reporter", "as_printed", "capacity")
        }
        self.held = {
            (official, post): version
            for version, official, _title, _name, post, *_body in reversed(self.mentions)
        }
        self.versions = Version.objects.in_bulk({*stories, *self.held.values()})

    def shown(self, one, doubt):
        story, passage = self.story_of(one), self.passage(one)
        return Shown(one.entry, story, one.title, one.place, passage, doubt)

    def story_of(self, one):
        if isinstance(one.entry, Appointment):
            return self.versions.get(self.held.get((one.entry.official_id, one.entry.post_id)))
        return one.story

    def bodies_of(self, one):
        """Whether each body is confirmed of which the story prints a post with the official."""
        return [
            is_known
            for version, official, _title, _name, post, _body, is_known in self.mentions
            if (version, official) == (one.story.pk, one.entry.pk) and post
        ]

    def passage(self, one):
        """The first place that prints it, sooner in the text; of a byline its capacity and name."""
        story = self.story_of(one)
        if story is None:
            return None
        if isinstance(one.entry, Reporter):
            name, capacity = self.credits[story.pk, one.entry.pk]
            return Passage(f"{capacity} ", name, "")
        version = self.versions[story.pk]
        headline = (version.kicker, version.headline, version.deck)
        text = "\n".join((plain_text(version.body), *headline))
        return next(filter(None, (_around(text, words) for words in self._words(one, story))), None)

    def _words(self, one, story):
        """What to look for, the surest first."""
        entry = one.entry
        if isinstance(entry, Department):
            yield entry.name
        for version, official, title, name, post, body, _is_known in self.mentions:
            if version == story.pk and (
                (isinstance(entry, Department) and body == entry.pk)
                or (isinstance(entry, Official) and official == entry.pk)
                or (isinstance(entry, Appointment) and post == entry.post_id)
            ):
                yield f"{title}{name}"
                yield name


def _around(text, words):
    start = text.find(words) if words else -1
    if start < 0:
        return None
    end = start + len(words)
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    if len(before) > AROUND:
        before = f"…{before[-AROUND:]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND]}…"
    return Passage(before, words, after)


def _doubts(learned, prints):
    """Why each is in doubt, by its model and key; an appointment is no surer than its ends."""
    found = {}
    for one in learned[Department]:
        found[Department, one.entry.pk] = _doubt_of_body(one)
    for model in (Official, Reporter):
        namesakes = _namesakes(model, learned[model])
        for one in learned[model]:
            found[model, one.entry.pk] = _doubt_of_person(one, namesakes, prints)
    taken = _taken(learned[Appointment])
    for one in learned[Appointment]:
        found[Appointment, one.entry.pk] = _doubt_of_appointment(one, taken, found)
    return found


def _doubt_of_body(one):
    body = one.entry
    if body.same_as_id:
        return Doubt.SAME
    if is_without_place(body.name):
        return Doubt.WITHOUT_PLACE
    is_of_known = body.parent_rule and body.parent and body.parent.is_confirmed
    return "" if one.is_again or is_of_known else Doubt.ONCE


def _doubt_of_person(one, namesakes, prints):
    if one.entry.name in namesakes:
        return Doubt.NAMESAKE
    bodies = prints.bodies_of(one) if isinstance(one.entry, Official) else ()
    return "" if one.is_again or (bodies and all(bodies)) else Doubt.ONCE


def _doubt_of_appointment(one, taken, doubts):
    held = one.entry
    body = held.post.department
    if (held.post_id, held.official_id) in taken:
        return Doubt.HELD
    if not (
        _is_sure(held.official, doubts.get((Official, held.official_id)))
        and _is_sure(body, doubts.get((Department, body.pk)))
    ):
        return Doubt.UNSURE_END
    return "" if one.is_again or body.is_confirmed else Doubt.ONCE


def _is_sure(entry, doubt):
    """An entry that waits, and that another edition taught, is looked at there."""
    return entry.is_confirmed or doubt == ""


def _namesakes(model, learned):
    """Which of the names several entries have."""
    names = {one.entry.name for one in learned}
    several = model.objects.filter(name__in=names).order_by().values("name")
    several = several.annotate(entries=Count("pk")).filter(entries__gt=1)
    found = several.values_list("name", flat=True)
    if model is Official:
        others = OfficialAlias.objects.filter(name__in=names).order_by()
        found = found.union(others.values_list("name", flat=True))
    return set(found)


def _taken(learned):
    """(post, official) of those in posts of one holder that somebody else has, or learned too."""
    alone = [one.entry for one in learned if one.entry.post.holders == Post.Holders.ONE]
    confirmed = Appointment.objects.filter(
        post__in={held.post_id for held in alone}, is_confirmed=True, ended_latest=None
    )
    holders = Counter(
        {
            *confirmed.values_list("post", "official"),
            *((held.post_id, held.official_id) for held in alone),
        }
    )
    of_post = Counter(post for post, _official in holders)
    return {(held.post_id, held.official_id) for held in alone if of_post[held.post_id] > 1}
