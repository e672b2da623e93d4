"""The work list of doubts over all editions: each with its words and its source, settled by key."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import breaks, workflow
from articles.admin.doubts import marked
from articles.models import Doubt, SourceDocument


class SettleForm(ActionForm):
    # Required by the browser and the action: the form itself would speak of the action only.
    note = forms.CharField(
        label=_("How it was settled"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"required": True}),
    )


class OpenFilter(admin.SimpleListFilter):
    """Open doubts, unless settled ones are asked for."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("settled", _("settled")), ("all", _("all"))]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [{**first, "display": _("open")}, *others]

    def queryset(self, request, queryset):
        if self.value() == "settled":
            return queryset.filter(settled_at__isnull=False)
        return queryset if self.value() == "all" else queryset.open()


@admin.register(Doubt)
class DoubtAdmin(admin.ModelAdmin):
    list_display = ["what", "in_the_source", "story"]
    list_display_links = None
    list_filter = [OpenFilter, "kind"]
    list_per_page = 25
    search_fields = ["quote", "version__headline"]
    search_help_text = _(
        "Keys: j and k walk, x ticks, o opens the story, s settles, 1 one paragraph, 2 two."
    )
    date_hierarchy = "version__dated"
    show_full_result_count = False
    action_form = SettleForm
    actions = ["settle", "make_one", "make_two"]
    ordering = ["-version__dated", "version__page__number", "version__position", "id"]

    class Media:
        js = ["newsroom/doubts.js"]

    def get_queryset(self, request):
        doubts = super().get_queryset(request).select_related("version__page")
        # Long texts stay out of the query that puts all doubts in order.
        documents = SourceDocument.objects.defer("data")
        return doubts.defer("version__body").prefetch_related(Prefetch("document", documents))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        # The list settles doubts; a form of one would let its record be written by hand.
        return obj is None and request.user.has_perm("articles.change_version")

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.view_version")

    def lookup_allowed(self, lookup, value, request):
        return lookup == "version__edition__date" or super().lookup_allowed(lookup, value, request)

    @admin.display(description=_("doubt"))
    def what(self, doubt):
        return format_html(
            "<strong>{}</strong><br><q>{}</q>", doubt.get_kind_display(), doubt.quote
        )

    @admin.display(description=_("source"))
    def in_the_source(self, doubt):
        lines = format_html_join(
            "",
            '<li value="{}">{}</li>',
            ((number, marked(line, doubt.quote)) for number, line in doubt.source_lines()),
        )
        return format_html('<ol class="source-lines">{}</ol>', lines)

    @admin.display(description=_("story"))
    def story(self, doubt):
        version = doubt.version
        return format_html(
            '<a href="{}#doubts">{}</a><br><span class="quiet">{}{}</span>',
            reverse("admin:articles_version_change", args=[version.pk]),
            version,
            version.dated,
            f" · {version.page.label}" if version.page else "",
        )

    @admin.action(description=_("Settle the chosen doubts"), permissions=["change"])
    def settle(self, request, queryset):
        if request.POST.get("note", "").strip():
            self._settle_each(request, queryset, workflow.settle_doubt)
        else:
            reason = _("Write a note that says why: it goes on record.")
            self.message_user(request, reason, messages.ERROR)

    @admin.action(description=_("Make it one paragraph"), permissions=["change"])
    def make_one(self, request, queryset):
        self._settle_each(request, queryset, partial(breaks.decide, paragraphs="one"))

    @admin.action(description=_("Make it two paragraphs"), permissions=["change"])
    def make_two(self, request, queryset):
        self._settle_each(request, queryset, partial(breaks.decide, paragraphs="two"))

    def _settle_each(self, request, queryset, settle):
        note = request.POST.get("note", "")[:300]
        settled = 0
        for doubt in queryset.open():
            try:
                settle(doubt, by=request.user, note=note)
                settled += 1
            except (PermissionDenied, ValidationError) as refused:
                reasons = getattr(refused, "messages", [str(refused)])
                self.message_user(request, f"{doubt.version}: {' '.join(reasons)}", messages.ERROR)
        self.message_user(
            request,
            ngettext("%(count)d doubt is settled.", "%(count)d doubts are settled.", settled)
            % {"count": settled},
            messages.SUCCESS,
        )
