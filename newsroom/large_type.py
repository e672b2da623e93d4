"""Large type (大字版): chosen by a button, kept by a cookie, with or without scripts.

Pages differ by that cookie, so every page says `Vary: Cookie`: a cache in front keeps one of each.
"""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

COOKIE, LARGE = "type", "large"
A_YEAR = 365 * 24 * 3600


def has_large_type(request):
    return request.COOKIES.get(COOKIE) == LARGE


@csrf_exempt  # All that a stranger's form could do is to enlarge somebody's type.
@require_POST
def choose(request):
    """Keep the size that was asked for, and go back to the page where it was."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    if request.POST.get("size") == LARGE:
        response.set_cookie(
            COOKIE,
            LARGE,
            max_age=A_YEAR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def pages_vary_by_type(get_response):
    """Middleware: whoever keeps a page keeps one for each size of type."""

    def middleware(request):
        response = get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
        return response

    return middleware
