"""The directory of bodies, officials and reporters."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.admin import leaders, splitting
from people.admin.confirming import Learned, confirm
from people.admin.days import ShowsTime
from people.admin.merging import merge_chosen
from people.admin.recording import Recorded
from people.admin.taking_out import TakenOutInline, TakesOut, take_out_chosen
from people.models import (
    Appointment,
    Department,
    DepartmentAlias,
    Official,
    OfficialAlias,
    Post,
    Reporter,
)
from people.periods import Covers


class Directory(Recorded, TakesOut):
    """Every account of the newsroom may look up the directory; changing it needs a permission."""

    show_full_result_count = False

    def has_view_permission(self, request, obj=None):
        return self.admin_site.has_permission(request)


class Entries(Learned, Directory):
    """Whoever has a page of their own: learned by imports, confirmed and merged by people."""

    actions = [confirm, merge_chosen, take_out_chosen]
    readonly_fields = ["where_learned"]

    def get_fields(self, request, obj=None):
        """Where an entry was learned is asked until somebody confirms it."""
        fields = list(super().get_fields(request, obj))
        return [*fields, "where_learned"] if obj and not obj.is_confirmed else fields


class AliasInline(ShowsTime, TakenOutInline):
    model = DepartmentAlias
    fields = ["name", "kind", "start", "end"]
    extra = 0


class OfficialAliasInline(ShowsTime, TakenOutInline):
    """A part of the official: whoever may change one, may say other names."""

    model = OfficialAlias
    fields = ["name", "kind", "start", "end"]
    extra = 0

    def has_add_permission(self, request, obj=None):
        return request.user.has_perm("people.change_official")

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("people.change_official")

    def has_view_permission(self, request, obj=None):
        return True


class PostInline(admin.StackedInline):
    model = Post
    template = "admin/part.html"
    fields = ["title", "kind", "rank", "holders", "position"]
    extra = 0
    can_delete = False
    show_change_link = True


class AppointmentInline(ShowsTime, TakenOutInline):
    model = Appointment
    fields = ["post", "start", "end", "manner", "is_confirmed", "learned_from"]
    autocomplete_fields = ["post"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("post__department", "official")


@admin.register(Department)
class DepartmentAdmin(Entries):
    list_display = ["name", "parent", "position", "is_confirmed", "where_learned"]
    list_filter = ["is_confirmed", "is_dismissed"]
    list_select_related = ["parent"]
    search_fields = ["name", "aliases__name"]
    fields = ["name", ("parent", "position"), "description", ("slug", "is_confirmed")]
    autocomplete_fields = ["parent"]
    readonly_fields = ["where_learned", "parent_rule", "same_as", "same_rule", "is_dismissed"]
    inlines = [AliasInline, PostInline]

    def get_fields(self, request, obj=None):
        """What an import proposed of a body is shown until somebody confirms it."""
        fields = super().get_fields(request, obj)
        if obj is None or obj.is_confirmed:
            return fields
        told = ("parent_rule", "same_rule", "is_dismissed")
        rules = [name for name in told if getattr(obj, name)]
        return [*fields, *rules, *(["same_as"] if obj.same_as_id else [])]

    def save_model(self, request, obj, form, change):
        """The parent that a person chose stands by no rule."""
        if "parent" in form.changed_data:
            obj.parent_rule = ""
        if obj.is_confirmed:
            obj.is_dismissed = False
        super().save_model(request, obj, form, change)


@admin.register(Official)
class OfficialAdmin(Entries):
    list_display = ["name", "posts_held", "note", "is_confirmed", "where_learned"]
    list_filter = ["is_confirmed"]
    search_fields = ["name", "aliases__name", "posts__title", "posts__department__name"]
    fields = ["name", "note", ("slug", "is_confirmed")]
    inlines = [OfficialAliasInline, AppointmentInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("appointments__post__department")

    def get_urls(self):
        split = self.admin_site.admin_view(self.split_view)
        return [path("<int:pk>/split/", split, name="people_official_split"), *super().get_urls()]

    def split_view(self, request, pk):
        official = get_object_or_404(Official, pk=pk)
        if not self.has_change_permission(request, official):
            raise PermissionDenied
        return splitting.answer(request, self, official)

    @admin.display(description=_("posts"))
    def posts_held(self, official):
        today = timezone.localdate()
        held = official.appointments.all()
        return "、".join(str(one.post) for one in held if one.period.covers(today) != Covers.NO)


@admin.register(Reporter)
class ReporterAdmin(Entries):
    list_display = ["name", "department", "is_confirmed", "where_learned"]
    list_filter = ["is_confirmed"]
    list_select_related = ["department"]
    search_fields = ["name"]
    fields = ["name", "department", ("slug", "is_confirmed")]
    autocomplete_fields = ["department"]


@admin.register(Post)
class PostAdmin(Directory):
    actions = [take_out_chosen]
    list_display = ["title", "department", "kind", "rank", "holders", "position"]
    list_filter = ["kind", "rank", "holders"]
    list_select_related = ["department"]
    fields = ["department", "title", ("kind", "rank", "holders"), "position"]
    search_fields = ["title", "department__name", "department__aliases__name"]
    autocomplete_fields = ["department"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("department")


@admin.register(Appointment)
class AppointmentAdmin(ShowsTime, Learned, Directory):
    actions = [confirm, take_out_chosen]
    list_display = ["official", "post", "time", "manner", "is_confirmed", "learned_from"]
    list_filter = ["is_confirmed", "manner"]
    list_select_related = ["official", "post__department"]
    search_fields = ["official__name", "post__title", "post__department__name"]
    autocomplete_fields = ["official", "post"]
    fields = [
        ("official", "post"),
        ("start", "end"),
        ("manner", "document_order"),
        ("document", "end_document"),
        ("is_confirmed", "learned_from"),
    ]

    def get_urls(self):
        change = self.admin_site.admin_view(self.change_of_leaders_view)
        return [
            path("change-of-leaders/", change, name="people_change_of_leaders"),
            *super().get_urls(),
        ]

    def change_of_leaders_view(self, request):
        if not leaders.may_enter(request.user):
            raise PermissionDenied
        return leaders.answer(request, self)

    @admin.display(description=_("time"), ordering="started_latest")
    def time(self, appointment):
        return appointment.time
