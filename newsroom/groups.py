"""The groups that a newsroom starts with: who writes, who reviews at which stage, who releases."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

WRITING = [
    *(f"articles.{act}_version" for act in ("add", "change", "view")),
    *(
        f"articles.{act}_{part}"
        for part in ("credit", "mention", "photo", "versiondepartment")
        for act in ("add", "change", "delete", "view")
    ),
    *(f"articles.{act}_event" for act in ("add", "view")),
    *(
        f"articles.view_{name}"
        for name in (
            *("edition", "page", "sourcedocument", "importrun"),
            *("ledgerentry", "correction", "decision"),
        )
    ),
    *(f"people.view_{name}" for name in ("department", "official", "reporter", "post")),
    "people.view_appointment",
    "articles.view_similarpair",
]
REVIEWING = [*WRITING, "articles.send_back_version", "articles.change_similarpair"]
DIRECTORY = [
    f"people.{act}_{name}"
    for name in ("department", "departmentalias", "official", "reporter", "post", "appointment")
    for act in ("add", "change", "view")
]
GROUPS = {
    gettext_noop("Reporters"): WRITING,
    gettext_noop("First review"): [*REVIEWING, "articles.review_first"],
    gettext_noop("Second review"): [*REVIEWING, "articles.review_second"],
    gettext_noop("Final review"): [
        *REVIEWING,
        *DIRECTORY,
        "articles.review_final",
        "articles.release_version",
        "articles.withdraw_version",
        "articles.spike_version",
        "articles.change_event",
        *(f"articles.{act}_importjob" for act in ("add", "view")),
        *(f"articles.{act}_{name}" for name in ("edition", "page") for act in ("add", "change")),
    ],
}


def make_groups():
    """Create the groups that are missing, and give each the permissions named here."""
    groups = {}
    for name, permissions in GROUPS.items():
        group, is_new = Group.objects.get_or_create(name=_(name))
        if is_new:
            group.permissions.set(_permissions(permissions))
        groups[name] = group
    return groups


def _permissions(names):
    wanted = Q()
    for app, codename in (name.split(".") for name in names):
        wanted |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(wanted)
