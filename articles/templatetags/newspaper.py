"""Pieces of the public pages that templates alone would say slowly."""

import re
from calendar import Calendar
from datetime import date
from functools import cache, lru_cache
from html import escape
from itertools import accumulate, pairwise
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, ngettext, pgettext_lazy

from articles.shown_pictures import picture_html
from articles.words import words_of

register = template.Library()
SHADES = 4
# How wide the picture of a card is, and the widest step that one is made in.
CARD_SIZES, CARD_STEP = "auto, (min-width: 44rem) 18rem, 6.5rem", 640
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
@lru_cache(maxsize=20_000)
def phrases(headline):
    """A headline that breaks only between its words; what print parts by spaces stays together.

    For an element of class `phrased`. Kept, because lists show the same headlines to everybody.
    """
    parts = _with_breaks(headline)
    if len(parts) < 2:
        return mark_safe("".join(parts))
    return mark_safe(" ".join(f"<span>{part}</span>" for part in parts))


@lru_cache(maxsize=5_000)
def phrased_text(text):
    """Running text that breaks between its words and at its spaces: for an element `phrased`."""
    return mark_safe(" ".join(_with_breaks(text)))


def _with_breaks(text):
    """Each part between spaces, with a place to break between its words."""
    return ["<wbr>".join(escape(word) for word in words_of(part)) for part in text.split()]


@register.simple_tag
def pieces(marked):
    """A text in pieces, its hits in <mark>."""
    return format_html_join(
        "",
        "{}{}{}",
        (
            (mark_safe("<mark>"), piece.text, mark_safe("</mark>"))
            if piece.is_hit
            else ("", piece.text, "")
            for piece in marked
        ),
    )


@register.simple_tag
def phrased_pieces(marked):
    """A headline in pieces, its hits in <mark>, that breaks only between its words."""
    breaks = _breaks_of("".join(piece.text for piece in marked))
    parts, place = [], 0
    for piece in marked:
        end = place + len(piece.text)
        cuts = [place, *(cut for cut in breaks if place < cut < end), end]
        words = (escape(piece.text[one - place : two - place]) for one, two in pairwise(cuts))
        text = "<wbr>".join(words)
        text = f"<mark>{text}</mark>" if piece.is_hit else text
        parts.append(f"<wbr>{text}" if place in breaks else text)
        place = end
    return mark_safe("".join(parts))


def _breaks_of(headline):
    """The places in a headline where a word begins that is not the first of its part."""
    breaks = []
    for part in re.finditer(r"\S+", headline):
        lengths = [len(word) for word in words_of(part[0])[:-1]]
        breaks += accumulate(lengths, initial=part.start())
        breaks.remove(part.start())
    return breaks


def _kept(render):
    """The function with its cache; while templates are worked on, without."""
    return render.__wrapped__ if settings.DEBUG else render


# What an address may ask of a page; anything else is a stranger's mark: where one came from.
ASKED = (
    *("since", "until", "department", "official", "reporter", "event"),
    *("after", "before", "page", "name", "from", "q", "order", "part", "printed_page"),
    "year",
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


# The entry of the navigation that a page belongs to, by the name of its address.
ENTRIES = {
    "home": ("home",),
    "latest": ("edition", "page", "editions", "editions_of_year"),
    "stories": ("stories", "story"),
    "departments": ("departments", "department", "events_of_department"),
    "officials": ("officials", "official", "events_of_official"),
    "events": ("events", "event", "events_of_month"),
    "year": ("year", "month", "day", "on_this_day"),
    "search": ("search",),
}
ENTRY_OF = {name: entry for entry, names in ENTRIES.items() for name in names}


@register.simple_tag(takes_context=True)
def navigation(context):
    """`includes/navigation.html` with the entry of this page marked, rendered once a year."""
    match = context["request"].resolver_match
    entry = ENTRY_OF.get(match.url_name if match else "", "")
    return _kept(_navigation)(get_language(), timezone.localdate().year, entry)


@cache
def _navigation(language, year, entry):
    return render_to_string("includes/navigation.html", {"year": year, "entry": entry})


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
        f"{picture_html(card.picture, CARD_SIZES, most=CARD_STEP, alt='')}</a>"
    )
    note = card.note and f'<p class="card-note">{escape(card.note)}</p>'
    return (
        f'<li class="card{" has-picture" if picture else ""}">{picture or ""}'
        f'<div class="card-words"><h{level} class="card-headline phrased">'
        f'<a href="{url}">{phrases(card.headline)}</a></h{level}>{note}'
        f'<p class="card-deck phrased">{phrased_text(card.deck or card.summary)}</p>'
        f'<p class="card-meta"><time>{card.dated.isoformat()}</time>'
        + "".join(f' <a href="{escape(url)}">{escape(name)}</a>' for name, url in card.departments)
        + "</p></div></li>"
    )


@register.simple_tag
def photo(picture, sizes, is_first=False, alt=None):
    """A picture in the widths and formats that browsers choose from: see `picture_html`."""
    return picture_html(picture, sizes, is_first=is_first, alt=alt)


@register.simple_tag
def story_links(stories):
    """Stories, as (address, headline) or (address, headline, date), as a list of links."""
    links = "".join(_link(*story) for story in stories)
    return mark_safe(f'<ul class="phrased">{links}</ul>')


def _link(url, headline, day=""):
    day = day and f" <time>{day}</time>"
    return f'<li><a href="{escape(url)}">{phrases(headline)}</a>{day}</li>'


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


@register.simple_tag
def weekdays():
    """The cells of a calendar's head, from Monday to Sunday."""
    return _calendar_head(get_language())


@cache
def _calendar_head(language):
    return format_html_join("", '<th scope="col">{}</th>', ((name,) for name in _weekdays))


@register.simple_tag
def month_calendar(year, month, stories, busiest=0):
    """A month as a table: each day with stories leads to them, shaded by how many there are.

    `stories` maps days to their number; the darkest shade is that of the `busiest` day of all.
    """
    base = reverse("articles:month", args=[year, month])
    busiest = busiest or max(stories.values(), default=0)
    return _calendar_table(
        year,
        month,
        {
            day: f'<td><a class="heat-{_shade(number, busiest)}" href="{base}{day:02}/">{day}'
            f'<span class="unseen"> {escape(_stories_in_words(number))}</span></a></td>'
            for day, number in stories.items()
        },
    )


@register.simple_tag
def month_total(stories):
    """The stories of a month in words."""
    return _stories_in_words(sum(stories.values()))


@register.simple_tag
def edition_calendar(year, month, days):
    """A month as a table: the days on which a paper came out lead to it."""
    return _calendar_table(
        year,
        month,
        {
            day: f'<td><a href="{reverse("articles:edition", args=[date(year, month, day)])}">'
            f"{day}</a></td>"
            for day in days
        },
    )


def _shade(number, busiest):
    """1 to SHADES, in equal steps up to the busiest day."""
    return -(-number * SHADES // busiest)


def _stories_in_words(number):
    return ngettext("%(count)d story", "%(count)d stories", number) % {"count": number}


def _calendar_table(year, month, linked):
    """A month from Monday to Sunday, with the cells given for some of its days."""
    cells = {0: "<td></td>"} | {day: f"<td>{day}</td>" for day in range(1, 32)} | linked
    weeks = "".join(
        f"<tr>{''.join(cells[day] for day in week)}</tr>"
        for week in _calendar.monthdayscalendar(year, month)
    )
    head = f"<thead><tr>{_calendar_head(get_language())}</tr></thead>"
    return mark_safe(f'<table class="calendar">{head}<tbody>{weeks}</tbody></table>')


@register.filter
def subheads(html, level):
    """A sanitised body with its subheads as headings of that level: one below its headline's."""
    return mark_safe(html.replace("<h3>", f"<h{level}>").replace("</h3>", f"</h{level}>"))
