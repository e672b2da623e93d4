"""Secret preview links of a story: made and ended on its form."""

import datetime

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import PreviewLink

LASTS = datetime.timedelta(days=3)


def open_links(request, version):
    """The links of this story that still lead somewhere, each with its full address."""
    return [
        (link, request.build_absolute_uri(reverse("articles:preview", args=[link.token])))
        for link in PreviewLink.objects.open().filter(version=version).select_related("made_by")
    ]


def make(request, version):
    if version.publish_at is not None:
        messages.error(request, _("This story is released: its own address shows it in time."))
        return
    PreviewLink.objects.create(
        version=version, made_by=request.user, expires_at=timezone.now() + LASTS
    )
    messages.success(request, _("Whoever has the link below can read this story for three days."))


def end(request, version, link_pk):
    link = get_object_or_404(PreviewLink, pk=link_pk, version=version)
    link.expires_at = timezone.now()
    link.save(update_fields=["expires_at"])
    messages.success(request, _("The link leads nowhere from now on."))
