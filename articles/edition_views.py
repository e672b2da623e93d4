"""The public site's papers: the calendar of editions, an edition, a page of it, earlier years."""

from datetime import date

from django.http import Http404, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import archive, papers, scans
from articles.exporting.files import FORMATS, zipped
from articles.views import column, send_kept


def editions(request, year=None):
    """`articles/editions.html`: the papers of a year as a calendar; of the newest year without."""
    years = papers.years_of_editions()
    if year is None:
        year = years[0] if years else timezone.localdate().year
    elif year not in years:
        raise Http404
    days = papers.days_of_editions(*archive.stretch(year))
    context = {
        "year": year,
        "years": years,
        "months": [(month, date(year, month, 1), days.get(month, ())) for month in range(1, 13)],
        "total": sum(map(len, days.values())),
    }
    return render(request, "articles/editions.html", context | column(_("Papers")))


def latest(request):
    """To the newest paper; to the calendar, which says that there is none, before the first."""
    newest = papers.newest_edition()
    response = redirect(newest or "articles:editions")
    response["Cache-Control"] = "no-cache"
    return response


def edition(request, day):
    """`articles/edition.html`: the whole paper of a day, page by page."""
    paper = papers.paper_of(day)
    if paper is None:
        raise Http404
    return render(request, "articles/edition.html", {"paper": paper} | column(_("Papers")))


def page(request, day, number):
    """`articles/edition_page.html`: one page of a paper. One that is missing is said to be."""
    paper = papers.paper_at_page(day, number)
    found = paper and paper.page(number)
    if paper is None or not (found or number in paper.missing):
        raise Http404
    before, after = paper.beside(number)
    context = {"paper": paper, "page": found, "number": number, "before": before, "after": after}
    return render(
        request,
        "articles/edition_page.html",
        context | column(_("Papers")),
        status=200 if found else 404,
    )


@require_safe
def export(request, day, form):
    """The stories of a day's paper with their pictures, as a ZIP archive in that form."""
    if papers.paper_of(day) is None:
        raise Http404
    response = StreamingHttpResponse(zipped(FORMATS[form](day)), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{day}-{form}.zip"'
    response["Cache-Control"] = "no-store"
    return response


def on_this_day(request):
    """`articles/on_this_day.html`: what the paper printed on this day of earlier years."""
    today = timezone.localdate()
    context = {"today": today, "earlier": archive.earlier_years(today)}
    return render(request, "articles/on_this_day.html", context | column(_("On this day")))


@require_safe
def scan(request, name):
    """The picture of a printed page, or its PDF, while all stories of the page are live."""
    response = send_kept(
        request,
        name,
        content_type=scans.content_type(name),
        is_public=scans.is_public(name),
        may_see=lambda: scans.may_see(name, request.user),
    )
    if name.startswith(scans.ORIGINALS):
        response["Content-Disposition"] = "attachment"
    return response
