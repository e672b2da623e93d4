"""What holds for every answer of the site."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponsePermanentRedirect

from articles import views
from articles.listing import address
from articles.models import Version
from articles.old_addresses import article_at


def nothing_outlasts_a_withdrawal(get_response):
    """No browser or proxy shows a page without asking again, nor keeps 404 or 410 at all.

    A story may be withdrawn, released or restored a moment later. RFC 9110 lets all of them be kept
    without being told so, proxies are set up to, and browsers keep 410 for good. An answer that
    says itself how long it is kept is left as it is.
    """

    def middleware(request):
        response = get_response(request)
        if response.status_code in (404, 410):
            response["Cache-Control"] = "no-store"
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return middleware


def addresses_are_text(get_response):
    """An address with the character NUL is refused with 400: PostgreSQL takes it in no text."""

    def middleware(request):
        if "\x00" in request.path_info or "%00" in request.META["QUERY_STRING"]:
            raise BadRequest("NUL in the address.")
        return get_response(request)

    return middleware


def old_addresses_lead_on(get_response):
    """Where nothing is, a story of an earlier site may have stood: 301 to its own address.

    One that was withdrawn answers as that address does, with 410; one that readers never knew is
    not found.
    """

    def middleware(request):
        response = get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        article = article_at(request.path, request.META["QUERY_STRING"])
        if article is None:
            return response
        if Version.objects.live().filter(article=article).exists():
            return HttpResponsePermanentRedirect(address("story", article))
        try:
            return views.story(request, article)
        except Http404:
            return response

    return middleware
