"""The directory of bodies, officials and reporters, and the accounts of the newsroom."""

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.models import (
    Appointment,
    Department,
    DepartmentAlias,
    Official,
    Post,
    Reporter,
    User,
)


@admin.action(description=_("Confirm"), permissions=["change"])
def confirm(modeladmin, request, queryset):
    """Somebody checked what the importer had learned."""
    count = 0
    for entry in queryset.filter(is_confirmed=False):
        entry.is_confirmed = True
        entry.save(update_fields=["is_confirmed"])
        modeladmin.log_change(request, entry, [{"changed": {"fields": [str(_("confirmed"))]}}])
        count += 1
    messages.success(
        request,
        ngettext("%(count)s entry confirmed.", "%(count)s entries confirmed.", count)
        % {"count": count},
    )


class Directory(admin.ModelAdmin):
    """Every account of the newsroom may look up the directory; changing it needs a permission."""

    show_full_result_count = False

    def has_view_permission(self, request, obj=None):
        return self.admin_site.has_permission(request)


class Learned(Directory):
    """Entries that an import may have added: they wait for somebody to confirm them."""

    actions = [confirm]


class AliasInline(admin.TabularInline):
    model = DepartmentAlias
    extra = 0


class PostInline(admin.TabularInline):
    model = Post
    fields = ["title", "position"]
    extra = 0
    show_change_link = True


class AppointmentInline(admin.TabularInline):
    model = Appointment
    fields = ["post", "started", "ended", "is_confirmed", "learned_from"]
    autocomplete_fields = ["post"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("post__department", "official")


@admin.register(Department)
class DepartmentAdmin(Learned):
    list_display = ["name", "parent", "position", "is_confirmed"]
    list_filter = ["is_confirmed"]
    list_select_related = ["parent"]
    search_fields = ["name", "aliases__name"]
    fields = ["name", ("parent", "position"), "description", ("slug", "is_confirmed")]
    autocomplete_fields = ["parent"]
    inlines = [AliasInline, PostInline]


@admin.register(Official)
class OfficialAdmin(Learned):
    list_display = ["name", "posts_held", "note", "is_confirmed"]
    list_filter = ["is_confirmed"]
    search_fields = ["name", "posts__title", "posts__department__name"]
    fields = ["name", "note", ("slug", "is_confirmed")]
    inlines = [AppointmentInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("appointments__post__department")

    @admin.display(description=_("posts"))
    def posts_held(self, official):
        return "、".join(str(held.post) for held in official.appointments.all() if not held.ended)


@admin.register(Reporter)
class ReporterAdmin(Learned):
    list_display = ["name", "department", "is_confirmed"]
    list_filter = ["is_confirmed"]
    list_select_related = ["department"]
    search_fields = ["name"]
    fields = ["name", "department", ("slug", "is_confirmed")]
    autocomplete_fields = ["department"]


@admin.register(Post)
class PostAdmin(Directory):
    list_display = ["title", "department", "position"]
    list_select_related = ["department"]
    search_fields = ["title", "department__name", "department__aliases__name"]
    autocomplete_fields = ["department"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("department")


@admin.register(Appointment)
class AppointmentAdmin(Learned):
    list_display = ["official", "post", "started", "ended", "is_confirmed", "learned_from"]
    list_filter = ["is_confirmed"]
    list_select_related = ["official", "post__department"]
    search_fields = ["official__name", "post__title", "post__department__name"]
    autocomplete_fields = ["official", "post"]
