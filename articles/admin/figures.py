"""The output figures of some months on a page and as an Excel workbook, for the monthly 绩效."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.workbook import Sheet, workbook
from articles.error_rate import together
from articles.figures import figures_of, month_of
from articles.quality import rates_between

LONGEST_YEARS = 3
YEARS = range(1800, 2200)


def figures_view(admin, request):
    if not admin.has_view_permission(request):
        raise PermissionDenied
    figures = figures_of(*_months_in(request.GET))
    checks = rates_between(figures.first, figures.last)
    if "excel" in request.GET:
        return _excel(figures, checks)
    stories = reverse("admin:articles_version_changelist")
    period = f"standing=live&since={figures.first:%Y-%m-%d}&until={figures.last:%Y-%m-%d}"
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": _("Output figures"),
        "figures": figures,
        "checks": checks,
        "checks_together": together(found for _check, found in checks),
        "stories": f"{stories}?{period}",
        "every_story": f"{stories}?standing=live",
        "month": f"{figures.first:%Y-%m}",
        "until": f"{figures.last:%Y-%m}",
        **_ways(figures),
        "most": {
            "month": _most(figures.months),
            "department": _most(figures.departments),
            "reporter": max(
                (max(one.stories, one.photographed) for one in figures.reporters), default=0
            ),
        },
    }
    return TemplateResponse(request, "admin/articles/figures.html", context)


def _months_in(query):
    """The months that the address names, as their first days; this month where it names none."""
    first = _month_in(query.get("month", "")) or timezone.localdate().replace(day=1)
    until = _month_in(query.get("until", "")) or first
    first, until = sorted([first, until])
    earliest = until.replace(year=until.year - LONGEST_YEARS)
    return max(first, earliest), until


def _month_in(text):
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return month if month.year in YEARS else None


def _ways(figures):
    """The addresses of the months before and after, of the same number, and of the whole year."""
    count = len(figures.months)
    before = [figures.first]
    after = [figures.last]
    for _month in range(count):
        before.append(month_of(before[-1] - timedelta(days=1))[0])
        after.append(month_of(after[-1] + timedelta(days=1))[1])
    return {
        "before": _query(before[-1], before[0] - timedelta(days=1)),
        "after": _query(figures.last + timedelta(days=1), after[-1]),
        "year": figures.last.year,
        "whole_year": _query(date(figures.last.year, 1, 1), date(figures.last.year, 12, 31)),
    }


def _query(first, last):
    return f"?month={first:%Y-%m}&until={last:%Y-%m}"


def _most(rows):
    return max((one.stories for one in rows), default=0)


def _excel(figures, checks):
    name, characters = _("name"), _("characters")
    return workbook(
        f"output-{figures.first:%Y-%m}-{figures.last:%Y-%m}",
        Sheet(
            _("By month"),
            [_("Month"), _("stories"), characters],
            [(f"{one.first:%Y-%m}", one.stories, one.characters) for one in figures.months],
        ),
        Sheet(
            _("By reporter"),
            [name, _("capacity"), _("stories written"), characters, _("stories with photos")],
            [
                (one.name, str(one.capacity.label), one.stories, one.characters, one.photographed)
                for one in figures.reporters
            ],
        ),
        Sheet(
            _("By department"),
            [name, _("stories"), characters],
            [(one.name, one.stories, one.characters) for one in figures.departments],
        ),
        Sheet(
            _("Story by story"),
            [
                *(_("date"), _("page"), _("headline"), _("byline"), _("departments")),
                *(characters, _("photos")),
            ],
            [
                (s.dated, s.page, s.headline, s.bylines, s.departments, s.characters, s.photos)
                for s in figures.stories
            ],
        ),
        Sheet(
            _("Errors in print"),
            [_("edition"), _("errors"), characters, _("in 10,000 characters")],
            [
                (str(check), found.errors, found.characters or "", found.in_ten_thousand)
                for check, found in checks
            ],
        ),
    )
