"""Corrections: typed with the version that has it right; the list of notices due in print."""

from datetime import timedelta

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.admin.imports import OnRecord
from articles.admin.inlines import PartFormSet, PartInline
from articles.corrections import begin_notice, due_edition, may_be_due, was_read_before
from articles.models import Correction


class CorrectionFormSet(PartFormSet):
    def clean(self):
        super().clean()
        kept = (row for row in self.forms if not self._should_delete_form(row))
        if any(row.has_changed() for row in kept) and not was_read_before(self.instance):
            raise ValidationError(
                _("Readers have read no earlier version of this story: nothing is to be corrected.")
            )


class CorrectionInline(PartInline):
    """On a version that follows a released one: what that one had wrong."""

    model = Correction
    formset = CorrectionFormSet
    fields = ["wrong", "right", "remark"]
    verbose_name_plural = gettext_lazy("Corrections, for readers to see")


class DueFilter(admin.SimpleListFilter):
    title = gettext_lazy("in the paper")
    parameter_name = "due"

    def lookups(self, request, model_admin):
        return [("yes", _("still due"))]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.filter(pk__in=Correction.objects.due().values("pk"))
        return queryset


@admin.register(Correction)
class CorrectionAdmin(OnRecord):
    """Looked through here; typed on the form of the story."""

    list_display = ["what", "story", "in_the_paper"]
    list_filter = [DueFilter]
    list_select_related = ["version__page", "notice"]
    list_per_page = 50
    search_fields = ["wrong", "right", "version__headline"]
    fields = ["story", "wrong", "right", "remark", "in_the_paper"]
    readonly_fields = ["story", "in_the_paper"]
    ordering = ["-id"]
    change_form_template = "admin/articles/correction/change_form.html"

    @admin.display(description=gettext_lazy("correction"))
    def what(self, correction):
        return format_html("<del>{}</del> → <b>{}</b>", correction.wrong, correction.right)

    @admin.display(description=gettext_lazy("story"))
    def story(self, correction):
        url = reverse("admin:articles_version_change", args=[correction.version_id])
        return format_html('<a href="{}">{}</a>', url, correction.version)

    @admin.display(description=gettext_lazy("in the paper"))
    def in_the_paper(self, correction):
        if correction.notice:
            notice = correction.notice.versions.latest("number")
            url = reverse("admin:articles_version_change", args=[notice.pk])
            return format_html(
                '<a href="{}">{}</a>',
                url,
                _("notice of %(day)s") % {"day": date_format(notice.dated, "Y-m-d")},
            )
        if correction.version.publish_at is None:
            return _("after its release")
        if not may_be_due(correction):
            return _("on the web only")
        if edition := due_edition(correction):
            return _("due in the edition of %(day)s") % {"day": edition}
        return _("due; no next edition yet")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """What the page offers: the notice, or before it the edition that is to print it."""
        is_due = may_be_due(obj) and obj.notice_id is None
        edition = due_edition(obj) if is_due else None
        context |= {
            "may_begin_notice": edition is not None,
            "lacks_edition": is_due and edition is None,
            "next_day": date_format(timezone.localdate() + timedelta(days=1), "Y-m-d"),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        return [
            path(
                "<int:pk>/notice/",
                self.admin_site.admin_view(self.notice_view),
                name="articles_correction_notice",
            ),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def notice_view(self, request, pk):
        correction = get_object_or_404(Correction, pk=pk)
        if not self.has_view_permission(request, correction):
            raise PermissionDenied
        try:
            notice = begin_notice(correction, by=request.user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return HttpResponseRedirect(reverse("admin:articles_correction_change", args=[pk]))
        messages.success(request, _("The notice is drafted. Read it, then submit it for review."))
        return HttpResponseRedirect(reverse("admin:articles_version_change", args=[notice.pk]))
