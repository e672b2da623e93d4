"""The output figures of a month on a page and as an Excel workbook, for the monthly 绩效."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.workbook import Sheet, workbook
from articles.figures import figures_of


def figures_view(admin, request):
    if not admin.has_view_permission(request):
        raise PermissionDenied
    month = _month_in(request.GET.get("month", ""))
    figures = figures_of(month)
    if "excel" in request.GET:
        return _excel(figures)
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": _("Output figures"),
        "figures": figures,
        "month": f"{month:%Y-%m}",
        "before": f"{figures.first - timedelta(days=1):%Y-%m}",
        "after": f"{figures.last + timedelta(days=1):%Y-%m}",
        "most": max((one.stories for one in figures.departments), default=0),
    }
    return TemplateResponse(request, "admin/articles/figures.html", context)


def _month_in(text):
    """The first day of the month that the address names; of this month where it names none."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return timezone.localdate().replace(day=1)


def _excel(figures):
    name, characters = _("name"), _("characters")
    return workbook(
        f"output-{figures.first:%Y-%m}",
        Sheet(
            _("By reporter"),
            [name, _("capacity"), _("stories written"), characters, _("stories with photos")],
            [
                (one.name, one.capacity, one.stories, one.characters, one.photographed)
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
    )
