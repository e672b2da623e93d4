"""Whether somebody who asks again has the answer already: for feeds and the API."""

from datetime import timedelta
from hashlib import sha256

from django.db.models import Max
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from articles.models import LedgerEntry, Version


def last_change():
    """When what readers can read last changed, anywhere on the site; None while nothing has.

    It changes by an entry of the sealed record, or where a moment of release comes.
    """
    sealed = LedgerEntry.objects.order_by("-number").values_list("sealed_at", flat=True).first()
    came = Version.objects.came_out().order_by().aggregate(at=Max("publish_at"))["at"]
    return max(filter(None, (sealed, came)), default=None)


def conditional(request, response, changed=None):
    """The response, or 304 to whoever has exactly this one.

    Its ETag is a digest of its text, so what was withdrawn is never confirmed. `changed` is when
    it last could have changed, where that is known. A date counts whole seconds: none is given
    while the second of the last change may not be over.
    """
    last_modified = None
    if changed and timezone.now() - changed > timedelta(seconds=2):
        last_modified = int(changed.timestamp())
        response["Last-Modified"] = http_date(last_modified)
    etag = quote_etag(sha256(response.content).hexdigest()[:32])
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"
    return get_conditional_response(
        request, etag=etag, last_modified=last_modified, response=response
    )
