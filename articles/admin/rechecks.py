"""Changes of the directory, each with the stories of which verification says something else."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from articles.admin.findings import ShownFinding
from articles.admin.imports import OnRecord
from articles.rechecking import recheck
from articles.verification.words import UnreadableWords
from people.known import lines_of
from people.models import DirectoryChange, IdentityChange


@admin.register(DirectoryChange)
class DirectoryChangeAdmin(OnRecord):
    """For whoever may change an entry of the directory."""

    list_display = ["subject", "at", "by"]
    list_select_related = ["by"]
    search_fields = ["subject"]
    date_hierarchy = "at"

    def get_queryset(self, request):
        return super().get_queryset(request).defer("before", "after")

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("people.view_directorychange") or any(
            request.user.has_perm(f"people.change_{about}") for about in IdentityChange.About.values
        )

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        change = get_object_or_404(DirectoryChange, pk=object_id if object_id.isdecimal() else None)
        context = {
            **self.admin_site.each_context(request),
            "title": change.subject,
            "opts": self.opts,
            "change": change,
            "before": list(lines_of(change.before)),
            "after": list(lines_of(change.after)),
        }
        try:
            look = recheck(change, request.GET)
        except UnreadableWords as refused:
            context["refused"] = str(refused)
        else:
            context |= {"look": look, "stories": [_shown(one) for one in look.changed]}
        return TemplateResponse(request, "admin/people/directorychange/stories.html", context)


def _shown(one):
    return {
        "version": one.version,
        "new": [ShownFinding(found) for found in one.new],
        "gone": [ShownFinding(found) for found in one.gone],
    }
