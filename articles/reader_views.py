"""What readers do with a story: report an error in it, take its address along."""

from io import BytesIO

import segno
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import reader_reports
from articles.clients import client_address
from articles.listing import address
from articles.models import ReaderReport, Version
from articles.report_form import ReportForm
from articles.views import column

A_DAY = 24 * 3600
PASSAGE = ReaderReport._meta.get_field("passage").max_length


@never_cache
def report_error(request, pk):
    """`articles/report.html`: the form by which a reader reports an error in a live story."""
    version = _live(pk)
    form = ReportForm(
        request.POST or None,
        article=pk,
        initial={"passage": request.GET.get("passage", "")[:PASSAGE]},
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            _receive(version, request, form.cleaned_data)
        except reader_reports.TooManyReports:
            form.add_error(None, _("Too many reports came just now. Please try again in an hour."))
            status = 429
        else:
            return redirect("articles:report_received", pk)
    context = {"story": version, "form": form}
    name = _("Report an error")
    return render(request, "articles/report.html", context | column(name), status=status)


def _receive(version, request, said):
    reader_reports.receive(
        version,
        message=said["message"],
        passage=said["passage"],
        contact=said["contact"],
        sender=reader_reports.sender_of(client_address(request)),
    )


@require_safe
def report_received(request, pk):
    """`articles/report_received.html`: thanks, and what happens next."""
    context = {"story": _live(pk)}
    return render(request, "articles/report_received.html", context | column(_("Report an error")))


@require_safe
def story_code(request, pk):
    """The address of a live story as a QR code: an SVG, drawn here, for no third party to see."""
    _live(pk)
    code = segno.make(request.build_absolute_uri(address("story", pk)), error="m", micro=False)
    picture = BytesIO()
    code.save(picture, kind="svg", xmldecl=False, scale=8, border=2, light="#fff")
    return HttpResponse(
        picture.getvalue(),
        content_type="image/svg+xml",
        headers={"Cache-Control": f"public, max-age={A_DAY}"},
    )


def _live(article):
    version = Version.objects.live().filter(article=article).defer("body").first()
    if version is None:
        raise Http404
    return version
