"""Pieces of the public pages that templates alone would say slowly."""

from calendar import Calendar
from functools import cache, lru_cache
from html import escape
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, pgettext_lazy

register = template.Library()
_calendar = Calendar()
_weekdays = [
    pgettext_lazy("head of a calendar", "Mon"),
    pgettext_lazy("head of a calendar", "Tue"),
    pgettext_lazy("head of a calendar", "Wed"),
    pgettext_lazy("head of a calendar", "Thu"),
    pgettext_lazy("head of a calendar", "Fri"),
    pgettext_lazy("head of a calendar", "Sat"),
    pgettext_lazy("head of a calendar", "Sun"),
]


@register.filter
def phrases(headline):
    """A headline whose phrases, which print parts by spaces, stay whole where a line ends."""
    if " " not in headline and "\u3000" not in headline:
        return headline
    parts = (f"<span>{conditional_escape(part)}</span>" for part in headline.split())
    return mark_safe(" ".join(parts))


def _kept(render):
    """The function with its cache; while templates are worked on, without."""
    return render.__wrapped__ if settings.DEBUG else render


# What an address may ask of a page; anything else is a stranger's mark: where one came from.
ASKED = (
    *("since", "until", "department", "official", "reporter", "event"),
    *("after", "before", "page", "name", "from"),
)


@register.simple_tag(takes_context=True)
def canonical(context):
    """The one address of the page: with what it was asked, in a fixed order, and nothing else."""
    request = context["request"]
    asked = {name: value for name in ASKED if (value := request.GET.get(name, "").strip())}
    address = request.build_absolute_uri(request.path)
    return f"{address}?{urlencode(asked)}" if asked else address


@register.simple_tag
def feed_links(view, title, *key):
    """By these a browser or a feed reader finds the feed of a page."""
    return format_html_join(
        "\n",
        '<link rel="alternate" type="application/{}+xml" title="{}" href="{}">',
        ((form, title, reverse(view, args=[*key, form])) for form in ("atom", "rss")),
    )


@register.simple_tag
def navigation():
    """`includes/navigation.html`, which says the same on every page, rendered once a year."""
    return _kept(_navigation)(get_language(), timezone.localdate().year)


@cache
def _navigation(language, year):
    return render_to_string("includes/navigation.html", {"year": year})


@register.simple_tag
def story_cards(cards, level):
    """Cards as a list, their headlines as headings of that level.

    Written here because a page shows dozens: as a template this took most of a page's time.
    """
    return mark_safe(f'<ol class="cards">{"".join(_card(card, level) for card in cards)}</ol>')


def _card(card, level):
    url = escape(card.url)
    picture = card.picture and (
        f'<a class="card-picture" href="{url}" tabindex="-1" aria-hidden="true">'
        f'<img src="{escape(card.picture.url)}" width="{card.picture.width}"'
        f' height="{card.picture.height}" alt="" loading="lazy" decoding="async"></a>'
    )
    note = card.note and f'<p class="card-note">{escape(card.note)}</p>'
    return (
        f'<li class="card{" has-picture" if picture else ""}">{picture or ""}'
        f'<div class="card-words"><h{level} class="card-headline">'
        f'<a href="{url}">{conditional_escape(phrases(card.headline))}</a></h{level}>{note}'
        f'<p class="card-deck">{escape(card.deck or card.summary)}</p>'
        f'<p class="card-meta"><time>{card.dated.isoformat()}</time>'
        + "".join(f' <a href="{escape(url)}">{escape(name)}</a>' for name, url in card.departments)
        + "</p></div></li>"
    )


@register.simple_tag
def story_links(stories):
    """Stories, as (address, headline) or (address, headline, date), as a list of links."""
    return mark_safe(f"<ul>{''.join(_link(*story) for story in stories)}</ul>")


def _link(url, headline, day=""):
    day = day and f" <time>{day}</time>"
    return f'<li><a href="{escape(url)}">{escape(headline)}</a>{day}</li>'


@register.simple_tag
def filter_form(asked):
    """The form of a `StoryFilter`. On most pages nobody has filled it in: such a one is kept."""
    if asked.is_active:
        return render_to_string("includes/filter_form.html", {"filter": asked})
    options = asked.department_options if "department" in asked.filters else ""
    return _kept(_empty_form)(get_language(), tuple(asked.filters), tuple(asked.kinds), options)


@lru_cache(maxsize=64)
def _empty_form(language, filters, kinds, department_options):
    empty = {"filters": filters, "kinds": kinds, "department_options": department_options}
    return render_to_string("includes/filter_form.html", {"filter": empty})


@cache
def _calendar_head(language):
    return format_html_join("", '<th scope="col">{}</th>', ((name,) for name in _weekdays))


@register.simple_tag
def month_calendar(year, month, days):
    """A month as a table from Monday to Sunday; those of `days` link to their papers."""
    base = reverse("articles:month", args=[year, month])
    cells = {0: "<td></td>"} | {
        day: f'<td><a href="{base}{day:02}/">{day}</a></td>' if day in days else f"<td>{day}</td>"
        for day in range(1, 32)
    }
    weeks = "".join(
        f"<tr>{''.join(cells[day] for day in week)}</tr>"
        for week in _calendar.monthdayscalendar(year, month)
    )
    head = f"<thead><tr>{_calendar_head(get_language())}</tr></thead>"
    return mark_safe(f'<table class="calendar">{head}<tbody>{weeks}</tbody></table>')
