"""The check of a printed edition: its errors are noted, its rate of errors is worked out."""

from django import forms
from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.error_rate import LIMIT
from articles.models import Edition, Page, PrintedError, QualityCheck
from articles.quality import characters_of, printed_in, rate_of


class CheckForm(forms.ModelForm):
    class Meta:
        error_messages = {
            "edition": {
                "unique": gettext_lazy("This edition has a check already: note its errors there.")
            }
        }

    def clean_edition(self):
        """Of two people who check one edition at once the second waits, and is told so."""
        edition = self.cleaned_data["edition"]
        return Edition.objects.select_for_update().get(pk=edition.pk)


class ErrorInline(admin.StackedInline):
    """Whoever may change the check may change and take out its errors."""

    model = PrintedError
    template = "admin/part.html"
    fields = ["printed", "right", "kind", "where", "page", "story", "times", "weight"]
    extra = 0

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def get_formset(self, request, obj=None, **kwargs):
        self.check = obj
        return super().get_formset(request, obj, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """The pages of this edition, and its stories, read once for all rows."""
        edition = self.check and self.check.edition_id
        if db_field.name == "page":
            kwargs["queryset"] = Page.objects.filter(edition=edition).order_by("number")
        else:
            kwargs["queryset"] = printed_in(edition).defer("body")
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "page":
            field.label_from_instance = lambda page: page.label
        field.choices = list(field.choices)
        return field

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Pages and stories are chosen here, not made."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if hasattr(field.widget, "can_add_related"):
            field.widget.can_add_related = False
        return field


@admin.register(QualityCheck)
class QualityCheckAdmin(admin.ModelAdmin):
    form = CheckForm
    list_display = ["edition", "errors", "characters", "in_ten_thousand", "passes", "checked_by"]
    list_select_related = ["edition", "checked_by"]
    list_per_page = 50
    date_hierarchy = "edition__date"
    search_fields = ["edition__date", "edition__number"]
    search_help_text = gettext_lazy("A date, such as 2026-11-16 or 2026-11, or an issue number")
    show_full_result_count = False
    autocomplete_fields = ["edition"]
    inlines = [ErrorInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("errors")

    def get_fields(self, request, check=None):
        return ["edition", "characters", "remark", *(["result", "checked"] if check else [])]

    def get_readonly_fields(self, request, check=None):
        return ["edition", "result", "checked"] if check else []

    def get_inlines(self, request, check):
        """An edition is chosen first: its pages and stories are what errors stand in."""
        return self.inlines if check else []

    def save_model(self, request, check, form, change):
        check.checked_by = request.user
        check.characters = check.characters or characters_of(check.edition) or None
        super().save_model(request, check, form, change)

    def response_add(self, request, check, post_url_continue=None):
        """To the errors, whichever button was pressed."""
        return HttpResponseRedirect(reverse("admin:articles_qualitycheck_change", args=[check.pk]))

    @admin.display(description=gettext_lazy("errors"))
    def errors(self, check):
        return rate_of(check).errors.normalize()

    @admin.display(description=gettext_lazy("in 10,000 characters"))
    def in_ten_thousand(self, check):
        return rate_of(check).in_ten_thousand

    @admin.display(description=gettext_lazy("passes"), boolean=True)
    def passes(self, check):
        return rate_of(check).passes

    @admin.display(description=gettext_lazy("result"))
    def result(self, check):
        return sentence_of(check)

    @admin.display(description=gettext_lazy("checked"))
    def checked(self, check):
        return f"{check.checked_by or ''} {timezone.localtime(check.checked_at):%Y-%m-%d}"


def sentence_of(check):
    """What a check came to."""
    found = rate_of(check)
    if found.in_ten_thousand is None:
        return _("No characters are checked yet: type how many the pages hold.")
    told = {
        "errors": f"{found.errors.normalize():f}",
        "characters": found.characters,
        "rate": found.in_ten_thousand,
        "limit": LIMIT,
    }
    if found.passes:
        return (
            _(
                "%(errors)s errors in %(characters)d characters: %(rate)s in 10,000, which passes "
                "(at most %(limit)s)."
            )
            % told
        )
    return (
        _(
            "%(errors)s errors in %(characters)d characters: %(rate)s in 10,000, which does not "
            "pass (at most %(limit)s)."
        )
        % told
    )
