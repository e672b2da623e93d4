"""The groups that a newsroom starts with: who writes, who reviews at which stage, who releases."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

WRITING = [
    *(f"articles.{act}_version" for act in ("add", "change", "view")),
    *(
        f"articles.{act}_{part}"
        for part in ("credit", "mention", "photo", "versiondepartment")
        for act in ("add", "change", "delete", "view")
    ),
    *(f"articles.{act}_{name}" for name in ("event", "eventhost") for act in ("add", "view")),
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
HOLDING = ["articles.change_event", "articles.change_eventhost", "articles.delete_eventhost"]
EDITING = [
    *WRITING,
    "articles.send_back_version",
    "articles.spike_version",
    *HOLDING,
    "articles.change_similarpair",
    *(f"articles.{act}_{name}" for name in ("edition", "page") for act in ("add", "change")),
]
ARCHIVING = [
    *WRITING,
    *DIRECTORY,
    "articles.change_similarpair",
    *HOLDING,
    *(f"articles.{act}_importjob" for act in ("add", "view")),
    *(f"articles.{act}_{name}" for name in ("edition", "page") for act in ("add", "change")),
]
GROUPS = {
    gettext_noop("Reporters"): WRITING,
    gettext_noop("Editors"): EDITING,
    gettext_noop("First review"): [*REVIEWING, "articles.review_first"],
    gettext_noop("Second review"): [*REVIEWING, "articles.review_second"],
    gettext_noop("Final review"): [*REVIEWING, *DIRECTORY, "articles.review_final"],
    gettext_noop("Publishers"): [
        *EDITING,
        *DIRECTORY,
        "articles.release_version",
        "articles.withdraw_version",
    ],
    gettext_noop("Archivists"): ARCHIVING,
    gettext_noop("Administrators"): [
        *(f"people.{act}_user" for act in ("add", "change", "view")),
        "people.assign_duties",
        "articles.view_version",
        "articles.view_ledgerentry",
        "articles.view_decision",
        "admin.view_logentry",
    ],
}


def make_groups(**kwargs):
    """Create the groups that are missing, named in the newsroom's language, with their permissions.

    Called after every `migrate`, once the permissions are there. A newsroom's own changes of a
    group stay.
    """
    groups = {}
    for name, permissions in GROUPS.items():
        # `migrate` runs without a language, and once named the groups in English.
        with translation.override(settings.LANGUAGE_CODE):
            local = _(name)
        if not Group.objects.filter(name=local).exists():
            Group.objects.filter(name=name).update(name=local)
        group, is_new = Group.objects.get_or_create(name=local)
        if is_new:
            group.permissions.set(_permissions(permissions))
        groups[name] = group
    return groups


def _permissions(names):
    wanted = Q()
    for app, codename in (name.split(".") for name in names):
        wanted |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(wanted)
