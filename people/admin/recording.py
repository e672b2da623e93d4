"""Keep what an editor's act changes in what is known, and lead to the stories that it touches."""

from contextlib import contextmanager, nullcontext

from django.contrib import admin, messages
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from people.known import recorded
from people.locks import lock_directory


@contextmanager
def recording(request):
    """Around what writes the directory: the record is in the transaction of what it tells.

    The directory is read before and after, so pages that only ask stay outside. It is locked before
    any of its rows, so that nothing is told that an import writes meanwhile.
    """
    with transaction.atomic():
        lock_directory()
        with recorded(request.user) as changes:
            yield
    for change in changes:
        address = reverse("admin:people_directorychange_change", args=[change.pk])
        messages.info(
            request,
            format_html(
                '{} <a href="{}">{}</a>',
                _("What is known of %(subject)s has changed.") % {"subject": change.subject},
                address,
                _("See the stories of which verification now says something else"),
            ),
        )


class Recorded(admin.ModelAdmin):
    """Its form writes the directory when it is sent."""

    def changeform_view(self, request, *args, **kwargs):
        with recording(request) if request.method == "POST" else nullcontext():
            return super().changeform_view(request, *args, **kwargs)
