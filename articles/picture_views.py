"""Pictures, for whoever may see them now. The web server never answers for one by itself."""

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from articles import photos, renditions


@require_safe
@sensitive_variables("token")
def picture(request, name):
    """The picture stored under this name, to whoever may read a story that shows it."""
    return send_kept(
        request,
        name,
        content_type="image/jpeg",
        is_public=photos.is_public(name),
        may_see=lambda: photos.may_see(name, request.user, request.GET.get("preview", "")),
    )


@require_safe
@sensitive_variables("token")
def rendition(request, digest, step, form):
    """A picture in one width and format, to whoever may see the picture; made when first asked."""
    name = photos.path_of(digest)
    return send_kept(
        request,
        renditions.path_of(digest, step, form),
        content_type=renditions.FORMS[form].content_type,
        is_public=photos.is_public(name),
        may_see=lambda: photos.may_see(name, request.user, request.GET.get("preview", "")),
        ensure=lambda: renditions.ensure(name, digest, step, form),
    )


def send_kept(request, name, *, content_type, is_public, may_see, ensure=lambda: None):
    """A stored file: to everybody while it is public, else to whoever may see it.

    What is public is kept by browsers, and asked for anew each time: withdrawn, it is gone at once.
    `ensure` makes a file that is made on demand, once it is clear that it is to be sent.
    """
    if is_public:
        kept, tag = "public, no-cache", quote_etag(name)
        response = get_conditional_response(request, etag=tag) or _file(name, content_type, ensure)
        response["ETag"] = tag
    elif may_see():
        kept, response = "private, no-store", _file(name, content_type, ensure)
    else:
        raise Http404
    response["Cache-Control"] = kept
    return response


def _file(name, content_type, ensure):
    """The file itself, or the word to the web server in front to send it."""
    try:
        ensure()
    except FileNotFoundError:
        raise Http404 from None
    if settings.PICTURES_BEHIND:
        return HttpResponse(
            content_type=content_type,
            headers={"X-Accel-Redirect": f"{settings.PICTURES_BEHIND}{name}"},
        )
    try:
        return FileResponse(default_storage.open(name), content_type=content_type)
    except FileNotFoundError:
        raise Http404 from None
