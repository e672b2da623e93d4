from datetime import date

from django.urls import include, path, re_path, register_converter

from articles import (
    calendar_views,
    edition_views,
    feeds,
    picture_views,
    reader_views,
    search_views,
    sitemaps,
    views,
)
from articles.renditions import FORMS, STEPS


class Digits:
    """A number of exactly `width` digits, so that each day has one address."""

    width = 0

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{int(value):0{self.width}}"


class FourDigits(Digits):
    width = 4
    regex = "[0-9]{4}"


class TwoDigits(Digits):
    width = 2
    regex = "[0-9]{2}"


class Number:
    """The number of a record, as written without leading zeros and as databases can hold it."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class Day:
    """A day as ISO 8601 writes it, 2023-04-04."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value):
        return date.fromisoformat(value)

    def to_url(self, value):
        return value.isoformat()


class FeedForm:
    """The form of a feed, as its address ends."""

    regex = "atom|rss"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class Digest:
    """SHA-256 in hexadecimal."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class Step:
    """A width in which pictures are made, in pixels."""

    regex = "|".join(map(str, STEPS))

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class PictureForm(FeedForm):
    """A format in which pictures are made, as the address ends."""

    regex = "|".join(FORMS)


class ExportForm(FeedForm):
    """The form of an export, as its address ends."""

    regex = "jsonl|epaper"


register_converter(FourDigits, "yyyy")
register_converter(TwoDigits, "nn")
register_converter(Number, "number")
register_converter(Day, "day")
register_converter(FeedForm, "form")
register_converter(Digest, "digest")
register_converter(Step, "step")
register_converter(PictureForm, "picture_form")
register_converter(ExportForm, "export")

app_name = "articles"
urlpatterns = [
    path("", views.home, name="home"),
    path("<yyyy:year>/", views.year, name="year"),
    path("<yyyy:year>/<nn:month>/", views.month, name="month"),
    path("<yyyy:year>/<nn:month>/<nn:day>/", views.day, name="day"),
    path("on-this-day/", edition_views.on_this_day, name="on_this_day"),
    path("editions/", edition_views.editions, name="editions"),
    path("editions/latest/", edition_views.latest, name="latest"),
    path("editions/<yyyy:year>/", edition_views.editions, name="editions_of_year"),
    path("editions/<day:day>/", edition_views.edition, name="edition"),
    path("editions/<day:day>/<str:number>/", edition_views.page, name="page"),
    path("editions/<day:day>/<export:form>.zip", edition_views.export, name="export"),
    path("search/", search_views.search_page, name="search"),
    path("search/suggest/", search_views.suggest, name="suggest"),
    path("stories/", views.stories, name="stories"),
    path("stories/<number:pk>/", views.story, name="story"),
    path("stories/<number:pk>/code.svg", reader_views.story_code, name="story_code"),
    path("stories/<number:pk>/report/", reader_views.report_error, name="report_error"),
    path(
        "stories/<number:pk>/report/received/", reader_views.report_received, name="report_received"
    ),
    path("events/", views.events, name="events"),
    path("events/<number:pk>/", views.event, name="event"),
    path("events/<yyyy:year>/<nn:month>/", calendar_views.month, name="events_of_month"),
    path("events/calendar.ics", calendar_views.calendar_file, name="calendar"),
    *(
        path(f"{of}s/<slug:slug>/{rest}", view, {"of": of}, name=name)
        for of in calendar_views.OWNERS
        for rest, view, name in (
            ("events/", calendar_views.latest_month, f"latest_events_of_{of}"),
            ("events/<yyyy:year>/<nn:month>/", calendar_views.month, f"events_of_{of}"),
            ("calendar.ics", calendar_views.calendar_file, f"calendar_of_{of}"),
        )
    ),
    path("preview/<str:token>/", views.preview, name="preview"),
    path(
        "media/renditions/<digest:digest>/<step:step>.<picture_form:form>",
        picture_views.rendition,
        name="rendition",
    ),
    re_path(r"^media/(?P<name>scans/[\w./-]+)$", edition_views.scan, name="scan"),
    re_path(r"^media/(?P<name>[\w./-]+)$", picture_views.picture, name="picture"),
    path("corrections/", views.corrections, name="corrections"),
    path("departments/", views.departments, name="departments"),
    path("departments/<slug:slug>/", views.department, name="department"),
    path("officials/", views.officials, name="officials"),
    path("officials/<slug:slug>/", views.official, name="official"),
    path("reporters/<slug:slug>/", views.reporter, name="reporter"),
    path("stories/feed.<form:form>", feeds.stories, name="stories_feed"),
    path("editions/<day:day>/feed.<form:form>", feeds.edition, name="edition_feed"),
    path("editions/<day:day>/<str:number>/feed.<form:form>", feeds.page, name="page_feed"),
    path("events/<slug:kind>/feed.<form:form>", feeds.kind, name="kind_feed"),
    path("departments/<slug:slug>/feed.<form:form>", feeds.department, name="department_feed"),
    path("officials/<slug:slug>/feed.<form:form>", feeds.official, name="official_feed"),
    path("reporters/<slug:slug>/feed.<form:form>", feeds.reporter, name="reporter_feed"),
    path("api/", include("articles.api.urls")),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("opensearch.xml", sitemaps.opensearch, name="opensearch"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/news.xml", sitemaps.news, name="news_sitemap"),
    path("sitemaps/sections.xml", sitemaps.sections, name="sections_sitemap"),
    path("sitemaps/<yyyy:year>-<nn:month>.xml", sitemaps.month, name="month_sitemap"),
]
