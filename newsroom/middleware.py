"""What holds for every answer of the site."""


def absence_is_never_kept(get_response):
    """No browser or proxy keeps 404 or 410: a story may be released or restored a moment later.

    RFC 9110 lets both be kept without being told so, and browsers keep 410 for good.
    """

    def middleware(request):
        response = get_response(request)
        if response.status_code in (404, 410):
            response["Cache-Control"] = "no-store"
        return response

    return middleware
