"""Who saved a story last, by the admin's own record."""

from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model


def last_editor(version):
    """The name; empty where the last save was a program's or is not on record."""
    entry = (
        LogEntry.objects.filter(
            content_type=get_content_type_for_model(version), object_id=str(version.pk)
        )
        .select_related("user")
        .order_by("-action_time", "-id")
        .first()
    )
    return str(entry.user) if entry else ""
