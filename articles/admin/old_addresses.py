"""Addresses of earlier sites: looked through here, read from a file by `import_addresses`."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.imports import OnRecord
from articles.models import OldAddress


@admin.register(OldAddress)
class OldAddressAdmin(OnRecord):
    list_display = ["address", "story"]
    list_per_page = 50
    search_fields = ["address"]
    fields = ["address", "story"]
    readonly_fields = ["story"]

    @admin.display(description=_("story"))
    def story(self, old):
        url = reverse("articles:story", args=[old.article_id])
        return format_html('<a href="{0}">{0}</a>', url)
