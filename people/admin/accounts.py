"""The accounts of the newsroom."""

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.admin.permissions import PermissionNames
from people.models import User


@admin.register(User)
class AccountAdmin(PermissionNames, UserAdmin):
    """Accounts. Chinese names are written surname first, so the surname stands first here."""

    list_display = ["username", "full_name", "group_names", "is_active", "is_superuser"]
    list_filter = ["groups", "is_active", "is_superuser"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": [("last_name", "first_name"), "email"]}),
        (_("Duties"), {"fields": ["is_active", "is_staff", "groups", "departments"]}),
        (
            _("Single permissions"),
            {"fields": ["is_superuser", "user_permissions"], "classes": ["collapse"]},
        ),
        (_("Dates"), {"fields": [("last_login", "date_joined")]}),
    ]
    readonly_fields = ["last_login", "date_joined"]
    autocomplete_fields = ["departments"]
    actions = ["deactivate"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request, obj=None):
        """Who keeps accounts hands out no powers; who assigns duties none but those of groups."""
        if request.user.is_superuser:
            return self.readonly_fields
        kept = [*self.readonly_fields, "is_superuser", "user_permissions"]
        if request.user.has_perm("people.assign_duties"):
            return kept
        return [*kept, "is_staff", "groups", "departments"]

    def has_change_permission(self, request, obj=None):
        """A superuser's account, its password too, is for superusers only."""
        return self._may_touch(request, obj) and super().has_change_permission(request, obj)

    @staticmethod
    def _may_touch(request, account):
        return request.user.is_superuser or not (account and account.is_superuser)

    @admin.action(description=_("Deactivate the chosen accounts"), permissions=["change"])
    def deactivate(self, request, queryset):
        """They cannot log in any more; all that they did stays under their names."""
        chosen = queryset.filter(is_active=True).exclude(pk=request.user.pk)
        accounts = [account for account in chosen if self._may_touch(request, account)]
        User.objects.filter(pk__in=[account.pk for account in accounts]).update(is_active=False)
        for account in accounts:
            self.log_change(request, account, [{"changed": {"fields": ["active"]}}])
        messages.success(
            request,
            ngettext(
                "%(count)s account deactivated. Tick “Active” on its form to let it in again.",
                "%(count)s accounts deactivated. Tick “Active” on a form to let one in again.",
                len(accounts),
            )
            % {"count": len(accounts)},
        )

    @admin.display(description=_("name"))
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description=_("groups"))
    def group_names(self, user):
        return "、".join(group.name for group in user.groups.all())
