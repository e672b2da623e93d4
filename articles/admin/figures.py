"""The output figures of a month on a page and as an Excel workbook, for the monthly 绩效."""

from datetime import date, timedelta
from io import BytesIO

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from articles.figures import figures_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet would take for a formula, at the beginning of a cell.
FORMULA = ("=", "+", "-", "@")


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
    book = Workbook()
    book.remove(book.active)
    reporters = [
        (one.name, one.capacity, one.stories, one.characters, one.photographed)
        for one in figures.reporters
    ]
    departments = [(one.name, one.stories, one.characters) for one in figures.departments]
    stories = [
        (s.dated, s.page, s.headline, s.bylines, s.departments, s.characters, s.photos)
        for s in figures.stories
    ]
    name, characters = _("name"), _("characters")
    _sheet(
        book,
        _("By reporter"),
        [name, _("capacity"), _("stories written"), characters, _("stories with photos")],
        reporters,
    )
    _sheet(book, _("By department"), [name, _("stories"), characters], departments)
    _sheet(
        book,
        _("Story by story"),
        [
            _("date"),
            _("page"),
            _("headline"),
            _("byline"),
            _("departments"),
            characters,
            _("photos"),
        ],
        stories,
    )
    content = BytesIO()
    book.save(content)
    return HttpResponse(
        content.getvalue(),
        content_type=EXCEL,
        headers={
            "Content-Disposition": f'attachment; filename="output-{figures.first:%Y-%m}.xlsx"'
        },
    )


def _sheet(book, title, heads, rows):
    sheet = book.create_sheet(title)
    sheet.append(heads)
    for row in rows:
        sheet.append([_harmless(value) for value in row])
    for number, head in enumerate(heads, start=1):
        sheet.cell(1, number).font = Font(bold=True)
        longest = max([len(str(row[number - 1])) for row in rows] + [len(head)])
        sheet.column_dimensions[get_column_letter(number)].width = min(60, 2 * longest + 2)
    sheet.freeze_panes = "A2"


def _harmless(value):
    """Words of a story stay words in a spreadsheet, whatever they begin with."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
