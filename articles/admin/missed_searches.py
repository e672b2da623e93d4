"""What readers looked for in vain: names to add to the directory, stories to write."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from articles.admin.imports import OnRecord
from articles.models import MissedSearch


@admin.register(MissedSearch)
class MissedSearchAdmin(OnRecord):
    list_display = ["words", "times", "last_on", "again"]
    list_filter = ["last_on"]
    list_display_links = None
    list_per_page = 50
    search_fields = ["words"]

    @admin.display(description=_("search again"))
    def again(self, missed):
        address = f"{reverse('articles:search')}?{urlencode({'q': missed.words})}"
        return format_html('<a href="{}">{}</a>', address, _("search again"))
