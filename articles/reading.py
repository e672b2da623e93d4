"""One story as readers read it: its parts, and who made it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.db.models import BigIntegerField, Count, DateField, DateTimeField, Exists, OuterRef
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.known import public_appointments
from articles.length import length_of
from articles.listing import address, address_of_page, summary_of, text_of
from articles.models import (
    Correction,
    Credit,
    Event,
    Mention,
    Page,
    Photo,
    Version,
    VersionDepartment,
)
from articles.placing import Laid, Stretch, laid_out
from articles.prepared import prepared
from articles.related import related_stories
from articles.shown_pictures import PICTURE, Picture, picture_of
from people.offices import as_held


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, with the page of whom it means, if that is known."""

    text: str
    url: str = ""
    role: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Person(Name):
    """Somebody named: `role` is the title as printed, `now` today's posts where they differ."""

    now: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as readers see it."""

    wrong: str
    right: str
    remark: str
    at: datetime

    @property
    def text(self):
        return _("“%(wrong)s” should read “%(right)s”. %(remark)s") % {
            "wrong": self.wrong,
            "right": self.right,
            "remark": self.remark,
        }


# What is usual of adults who read news on a screen, silently: 300 to 500.
CHARACTERS_A_MINUTE = 400

# What `Reading` takes of a version.
STORY_FIELDS = [
    *("id", "article_id", "number", "kicker", "headline", "deck", "dateline", "body", "source"),
    *("credit_line", "is_reprint", "original_author", "original_headline", "responsible_editor"),
    *("article__source_id", "dated", "publish_at", "page_id", "page__number", "page__name"),
    "page__edition__date",
    *("event_id", "event__kind", "event__name", "event__date", "event__place"),
]


@prepared(article=BigIntegerField(), now=DateTimeField())
def live_story(article, now):
    """The live version of an article, as `Reading` takes it."""
    live = Version.objects.live(now).filter(article=article).with_first_release(now)
    return live.values_list(*STORY_FIELDS, "first_release")


def unreleased_story(version):
    """A version of whatever standing, as `Reading` takes it: for previews."""
    versions = Version.objects.filter(pk=version).with_first_release()
    return versions.values_list(*STORY_FIELDS, "first_release", named=True).get()


@prepared(version=BigIntegerField())
def _credits(version):
    return Credit.objects.filter(version=version).values_list(
        "as_printed", "capacity", "has_text", "has_photos", "reporter__slug"
    )


@prepared(version=BigIntegerField())
def _mentions(version):
    mentions = Mention.objects.filter(version=version).annotate(printed_posts=Count("posts"))
    mentions = mentions.order_by("position", "id")  # a query that counts has no order by itself
    return mentions.values_list(
        *("name_as_printed", "title_as_printed", "acts"),
        *("official_id", "official__slug", "printed_posts"),
    )


@prepared(version=BigIntegerField(), day=DateField(), now=DateTimeField())
def _posts_today(version, day, now):
    """The posts that the officials named hold today, each with whether the story prints it."""
    printed = Mention.objects.filter(
        version=version, official=OuterRef("official"), posts=OuterRef("post")
    )
    held = public_appointments(now).current(day).filter(official__mentions__version=version)
    held = held.annotate(is_printed=Exists(printed))
    return held.order_by("post__department__position", "post__position", "id").values_list(
        *("official_id", "post__department__name", "post__title", "manner", "is_printed")
    )


@prepared(version=BigIntegerField())
def _departments(version):
    links = VersionDepartment.objects.filter(version=version)
    return links.values_list("department__name", "department__slug", "department_id")


@prepared(version=BigIntegerField())
def _photos(version):
    return Photo.objects.filter(version=version).values_list(*PICTURE)


@prepared(article=BigIntegerField(), now=DateTimeField())
def _corrections(article, now):
    corrections = Correction.objects.public(now).filter(version__article=article)
    return corrections.order_by("-version__publish_at", "position", "id").values_list(
        "wrong", "right", "remark", "version__publish_at"
    )


@prepared(page=BigIntegerField(), now=DateTimeField())
def _stories_of_page(page, now):
    stories = Version.objects.live(now).filter(page=page).in_page_order()
    return stories.values_list("article_id", "headline")


class Reading:
    """A version, as a row of `live_story`, with all its parts, each read in one query.

    `token` is that of the preview link by which it is read.
    """

    def __init__(self, version, token=""):
        self.version, self.token = version, token

    @cached_property
    def credits(self):
        found = _credits(version=self.version.id)
        shares_work = any(credit.has_photos for credit in found)
        return [
            Name(
                text=credit.as_printed,
                url=_address("reporter", credit.reporter__slug),
                role=Credit.Capacity(credit.capacity).label,
                detail=_contribution(credit) if shares_work else "",
            )
            for credit in found
        ]

    @cached_property
    def corrections(self):
        """What earlier versions had wrong, the latest first.

        A first version corrects nothing, but for that of a story released in another system.
        """
        if self.version.number == 1 and not self.version.article__source_id:
            return []
        return [
            Corrected(row.wrong, row.right, row.remark, timezone.localtime(row.version__publish_at))
            for row in _corrections(article=self.version.article_id, now=timezone.now())
        ]

    @cached_property
    def officials(self):
        return [
            Person(
                row.name_as_printed,
                _address("official", row.official__slug),
                role=row.title_as_printed,
                detail=row.acts,
                now=self._post_now(row),
            )
            for row in self._mentions
        ]

    @cached_property
    def _mentions(self):
        return _mentions(version=self.version.id)

    @cached_property
    def _posts_today(self):
        """The posts of today of each official who is named, by key."""
        held = defaultdict(list)
        if any(row.official_id for row in self._mentions):
            today = timezone.localdate()
            for official, *post in _posts_today(
                version=self.version.id, day=today, now=timezone.now()
            ):
                held[official].append(post)
        return held

    def _post_now(self, mention):
        """What somebody is today, where it is other than the story prints; else ""."""
        held = self._posts_today[mention.official_id]
        is_as_printed = len(held) == mention.printed_posts
        if is_as_printed and all(is_printed for *_, is_printed in held):
            return ""
        return "、".join(f"{body}{as_held(title, manner)}" for body, title, manner, *_ in held)

    @cached_property
    def departments(self):
        return [
            Name(row.department__name, _address("department", row.department__slug))
            for row in self._departments
        ]

    @cached_property
    def _departments(self):
        return _departments(version=self.version.id)

    @cached_property
    def related(self):
        """Other stories of its event, people, bodies and words, the closest first."""
        officials = [row.official_id for row in self._mentions if row.official_id]
        bodies = [row.department_id for row in self._departments]
        return related_stories(self.version, officials, bodies)

    @cached_property
    def length(self):
        """The number of 字 of the body."""
        return length_of(text_of(self.version.body))

    @property
    def minutes(self):
        """How long an adult reads, in whole minutes, at CHARACTERS_A_MINUTE."""
        return max(1, round(self.length / CHARACTERS_A_MINUTE))

    @cached_property
    def pictures(self) -> list[Picture]:
        query = f"?preview={self.token}" if self.token else ""
        return [picture_of(*photo, query=query) for photo in _photos(version=self.version.id)]

    @cached_property
    def page(self):
        """The printed page, as a name whose text is its label; None for stories of the web only."""
        number, name = self.version.page__number, self.version.page__name
        if not number:
            return None
        url = address_of_page(self.version.page__edition__date, number)
        return Name(Page(number=number, name=name).label, url)

    @cached_property
    def event(self):
        story = self.version
        if not story.event_id:
            return None
        event = Event(
            kind=story.event__kind,
            name=story.event__name,
            date=story.event__date,
            place=story.event__place,
        )
        return Name(str(event), address("event", story.event_id))

    @cached_property
    def neighbours(self):
        """The stories before and after this one on its printed page, as names."""
        if not self.version.page_id or not self.version.publish_at:
            return None, None
        before, own, after = None, False, None
        for article, headline in _stories_of_page(page=self.version.page_id, now=timezone.now()):
            name = Name(headline, address("story", article))
            if own:
                after = name
                break
            own = article == self.version.article_id
            before = before if own else name
        return before, after

    @property
    def released(self):
        """When readers first had the story, as government sites print it: YYYY-MM-DD HH:MM."""
        return _minute(self.version.first_release)

    @property
    def released_iso(self):
        return _iso(self.version.first_release)

    @property
    def modified(self):
        """When these words were released, in the same form; "" where they are the first."""
        return _minute(self.version.publish_at) if self.is_modified else ""

    @property
    def modified_iso(self):
        return _iso(self.version.publish_at)

    @property
    def is_modified(self):
        return self.version.publish_at not in (None, self.version.first_release)

    @property
    def source(self):
        return self.version.source or settings.PAPER_NAME

    @property
    def summary(self):
        return self.version.deck or summary_of(self.version.body[:400])

    @property
    def authors(self):
        return "、".join(credit.text for credit in self.credits)

    @property
    def keywords(self):
        names = [*self.departments, *self.officials]
        return ",".join(dict.fromkeys(name.text for name in names))

    @cached_property
    def laid(self):
        """The body with its pictures where they belong: see placing.py."""
        return laid_with_dateline(self.version.body, self.version.dateline, self.pictures)


def _minute(moment):
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""


def _iso(moment):
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""


def body_with_dateline(body, dateline):
    """The body with the dateline run in. It was sanitised when it was written."""
    if not dateline:
        return mark_safe(body)
    dateline = format_html('<span class="dateline">{}</span>', dateline)
    if body.startswith("<p>"):
        return mark_safe(f"<p>{dateline}{body[3:]}")
    return mark_safe(f"<p>{dateline}</p>{body}")


def laid_with_dateline(body, dateline, pictures):
    """The body with the dateline run in, and the pictures where they belong in it."""
    laid = laid_out(body, pictures)
    first, *others = laid.stretches
    return Laid(
        laid.before,
        [
            Stretch(body_with_dateline(first.html, dateline), first.pictures),
            *(Stretch(mark_safe(other.html), other.pictures) for other in others),
        ],
        laid.behind,
    )


def _address(page, slug):
    return address(page, slug) if slug else ""


def _contribution(credit):
    if credit.has_text and credit.has_photos:
        return _("words and pictures")
    return _("pictures") if credit.has_photos else _("words")


@prepared(official=BigIntegerField(), versions=[BigIntegerField()])
def _acts(official, versions):
    mentions = Mention.objects.filter(official=official, version__pk__in=versions)
    return mentions.values_list("version_id", "title_as_printed", "acts")


def what_they_did(official, versions):
    """The official's title as printed and their acts, by version."""
    return {
        version: " · ".join(filter(None, (title, acts)))
        for version, title, acts in _acts(official=official.pk, versions=versions)
    }
