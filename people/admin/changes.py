"""The log of merges, splits and links, from which each can be undone."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from people import identity, leaders
from people.admin.recording import recording
from people.models import IdentityChange


@admin.register(IdentityChange)
class IdentityChangeAdmin(admin.ModelAdmin):
    """Who keeps the directory sees the log, and may undo what is about entries they may change."""

    list_display = ["__str__", "at", "by", "moved", "unlinked", "joined", "undone_at"]
    list_filter = ["kind", "about", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["by"]
    search_fields = ["kept_name", "other_name"]
    date_hierarchy = "at"
    show_full_result_count = False
    readonly_fields = ["kept_link", "taken_out", "department", "leaders_changed"]
    change_form_template = "admin/people/identitychange/change_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).defer("rows")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("people.view_identitychange") or any(
            request.user.has_perm(f"people.change_{about}") for about in IdentityChange.About.values
        )

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def get_fields(self, request, change=None):
        done = [("at", "by"), ("undone_at", "undone_by")]
        if change and change.kind == IdentityChange.Kind.TAKE_OUT:
            return [("kind", "about"), "taken_out", *done]
        if change and change.kind == IdentityChange.Kind.LEADERS:
            return ["department", "leaders_changed", *done]
        return [
            "kind",
            ("kept_link", "other_name", "other_slug"),
            ("moved", "unlinked", "joined"),
            *done,
        ]

    @admin.display(description=gettext_lazy("what was taken out"))
    def taken_out(self, change):
        return change.kept_name

    @admin.display(description=gettext_lazy("change of leaders"))
    def leaders_changed(self, change):
        return change.other_name

    @admin.display(description=gettext_lazy("department"))
    def department(self, change):
        return self.kept_link(change)

    @admin.display(description=gettext_lazy("kept"))
    def kept_link(self, change):
        address = reverse(f"admin:people_{change.about}_change", args=[change.kept_id])
        return format_html('<a href="{}">{}</a>', address, change.kept_name)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["can_undo"] = obj.is_standing and may_undo(request.user, obj)
        if obj.kind == IdentityChange.Kind.LEADERS and obj.is_standing:
            context["since"] = leaders.stories_since(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        undo = self.admin_site.admin_view(self.undo_view)
        return [
            path("<int:pk>/undo/", undo, name="people_identitychange_undo"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def undo_view(self, request, pk):
        change = get_object_or_404(IdentityChange, pk=pk)
        if not may_undo(request.user, change):
            raise PermissionDenied
        try:
            with recording(request):
                identity.undo(change, by=request.user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(request, _("Undone: %(change)s.") % {"change": change})
        return HttpResponseRedirect(reverse("admin:people_identitychange_change", args=[pk]))


def may_undo(user, change):
    """Whoever might enter a change of leaders; else whoever may change such entries."""
    if change.kind == IdentityChange.Kind.LEADERS:
        return user.has_perms(leaders.rights(change))
    return user.has_perm(f"people.change_{change.about}")
