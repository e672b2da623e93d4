"""Permissions by what they allow, in the language of the page: Django stores English names."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

ACTS = {
    "add": gettext_noop("add %(records)s"),
    "change": gettext_noop("change %(records)s"),
    "delete": gettext_noop("delete %(records)s"),
    "view": gettext_noop("view %(records)s"),
}


def allowed_by(permission):
    """What the permission allows: “add stories”."""
    kind = permission.content_type
    act, _line, model = permission.codename.partition("_")
    if act in ACTS and model == kind.model:
        return _(ACTS[act]) % {"records": kind.name}
    return _(permission.name)


class PermissionNames:
    """Mixed into an admin whose form has permissions to choose."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field is not None and db_field.name in ("permissions", "user_permissions"):
            field.label_from_instance = allowed_by
        return field


admin.site.unregister(Group)


@admin.register(Group)
class DutyAdmin(PermissionNames, GroupAdmin):
    """The groups of the newsroom."""
