"""The activities of a year, drawn as SVG: a mark on each day, its form by the kind of event."""

from calendar import Calendar

from django import template
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from articles.models import Event

register = template.Library()
_calendar = Calendar()

# One form for each kind, in a square of 16 units: no kind is told by its colour alone.
MARKS = {
    Event.Kind.MEETING: "M2 2h12v12H2z",
    Event.Kind.TOUR: "M8 1.5 15.2 14H.8z",
    Event.Kind.FORUM: "M8 .5 15.5 8 8 15.5.5 8z",
    Event.Kind.CEREMONY: "m8 .3 2.3 5 5.4.6-4 3.7 1.1 5.4L8 12.3 3.2 15l1.1-5.4-4-3.7 5.4-.6z",
    Event.Kind.TRAINING: "M6 1h4v5h5v4h-5v5H6v-5H1V6h5z",
    Event.Kind.ACTIVITY: "M8 1a7 7 0 1 0 .01 0zm0 4a3 3 0 1 1-.01 0z",
}
CELL, MARK = 20, 16
# Where the small marks of a day stand: two beside each other, up to four kinds in its quarters.
HALVES = ((1, 5.5), (10, 5.5))
QUARTERS = ((1, 1), (10, 1), (1, 10), (10, 10))


@register.simple_tag
def kind_mark(kind):
    """The mark of a kind, beside its name in a legend."""
    return format_html(
        '<svg class="kind-mark" viewBox="0 0 {0} {0}" aria-hidden="true">{1}</svg>',
        MARK,
        _mark(kind, 0, 0, 1),
    )


@register.simple_tag
def drawn_month(first, days, label):
    """A month from Monday on, as a picture of that name. `days` maps days to activities."""
    weeks = _calendar.monthdayscalendar(first.year, first.month)
    drawn = "".join(
        _day(first.replace(day=number), days, CELL * column, CELL * row)
        for row, week in enumerate(weeks)
        for column, number in enumerate(week)
        if number
    )
    return mark_safe(
        f'<svg class="drawn-month" viewBox="0 0 {CELL * 7} {CELL * 6}" role="img"'
        f' aria-label="{escape(label)}">{drawn}</svg>'
    )


def _day(day, days, x, y):
    activities = days.get(day)
    if not activities:
        return f'<circle class="no-mark" cx="{x + CELL / 2:g}" cy="{y + CELL / 2:g}" r="1.5"/>'
    kinds = list(dict.fromkeys(activity.event.kind for activity in activities))
    if len(kinds) == 1:
        marks = _mark(kinds[0], x + 2, y + 2, 1)
    else:
        places = HALVES if len(kinds) == 2 else QUARTERS
        marks = "".join(
            _mark(kind, x + right, y + down, 0.55)
            for kind, (right, down) in zip(kinds, places, strict=False)
        )
    told = "\n".join(
        [date_format(day, "MONTH_DAY_FORMAT"), *(_in_words(activity) for activity in activities)]
    )
    return f"<g><title>{escape(told)}</title>{marks}</g>"


def _mark(kind, x, y, scale):
    return format_html(
        '<path class="mark-{}" transform="translate({} {}) scale({})" d="{}"/>',
        kind,
        x,
        y,
        scale,
        MARKS[kind],
    )


def _in_words(activity):
    words = [activity.event.get_kind_display(), activity.name, activity.in_roles]
    return " ".join(filter(None, words))
