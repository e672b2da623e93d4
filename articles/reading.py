"""One story as readers read it: its parts, who made it, and what machines are told of it."""

import json
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.listing import Picture, address, picture_of, summary_of
from articles.models import Credit, Version


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, with the page of whom it means, if that is known."""

    text: str
    url: str = ""
    role: str = ""
    detail: str = ""


class Reading:
    """A version with all its parts, each read in one query."""

    def __init__(self, version):
        self.version = version

    @cached_property
    def credits(self):
        found = list(self.version.credits.select_related("reporter"))
        shares_work = any(credit.has_photos for credit in found)
        return [
            Name(
                text=credit.as_printed,
                url=address("reporter", credit.reporter.slug) if credit.reporter else "",
                role=credit.get_capacity_display(),
                detail=_contribution(credit) if shares_work else "",
            )
            for credit in found
        ]

    @cached_property
    def officials(self):
        return [
            Name(
                text=mention.name_as_printed,
                url=address("official", mention.official.slug) if mention.official else "",
                role=mention.title_as_printed,
                detail=mention.acts,
            )
            for mention in self.version.mentions.select_related("official")
        ]

    @cached_property
    def departments(self):
        links = self.version.department_links.values_list("department__name", "department__slug")
        return [Name(name, address("department", slug)) for name, slug in links]

    @cached_property
    def pictures(self) -> list[Picture]:
        return [
            picture_of(*fields)
            for fields in self.version.photos.values_list(
                "image", "width", "height", "alt_text", "caption", "credit"
            )
        ]

    @cached_property
    def neighbours(self):
        """The stories before and after this one on its printed page, as names."""
        if not self.version.page_id:
            return None, None
        stories = Version.objects.live().filter(page=self.version.page_id).in_page_order()
        before, own, after = None, False, None
        for article, headline in stories.values_list("article_id", "headline"):
            name = Name(headline, address("story", article))
            if own:
                after = name
                break
            own = article == self.version.article_id
            before = before if own else name
        return before, after

    @property
    def released(self):
        """The moment of release as government sites print it: YYYY-MM-DD HH:MM."""
        return f"{timezone.localtime(self.version.publish_at):%Y-%m-%d %H:%M}"

    @property
    def released_iso(self):
        return timezone.localtime(self.version.publish_at).isoformat(timespec="seconds")

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

    @property
    def body(self):
        """The body with the dateline run in. It was sanitised when it was written."""
        body = self.version.body
        if not self.version.dateline:
            return mark_safe(body)
        dateline = format_html('<span class="dateline">{}</span>', self.version.dateline)
        if body.startswith("<p>"):
            return mark_safe(f"<p>{dateline}{body[3:]}")
        return mark_safe(f"<p>{dateline}</p>{body}")

    def linked_data(self, absolute):
        """The story as schema.org's NewsArticle, safe inside a script element.

        `absolute` makes an address of this site a full one.
        """
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": self.version.headline,
            "description": self.summary,
            "datePublished": self.released_iso,
            "inLanguage": "zh-Hans",
            "mainEntityOfPage": absolute(address("story", self.version.article_id)),
            "image": [absolute(picture.url) for picture in self.pictures],
            "author": [
                {"@type": "Person", "name": credit.text}
                | ({"url": absolute(credit.url)} if credit.url else {})
                for credit in self.credits
            ],
            "publisher": {
                "@type": "NewsMediaOrganization",
                "name": settings.PAPER_NAME,
                "url": absolute("/"),
            },
        }
        text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
        return mark_safe(text.translate(_SCRIPT_ESCAPES))


# What could end the script element, or begin another, as JSON spells it.
_SCRIPT_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def _contribution(credit: Credit):
    if credit.has_text and credit.has_photos:
        return _("words and pictures")
    return _("pictures") if credit.has_photos else _("words")
