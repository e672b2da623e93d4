"""The groups that a newsroom starts with: who writes, who reviews at which stage, who releases."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from people.models import StartingGroup

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
    *("articles.view_similarpair", "articles.view_missedsearch"),
    *(f"articles.{act}_assignment" for act in ("add", "change", "view")),
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
    "articles.decide_assignment",
    *HOLDING,
    "articles.change_similarpair",
    *(f"articles.{act}_readerreport" for act in ("change", "view")),
    *(
        f"articles.{act}_{name}"
        for name in ("qualitycheck", "printederror")
        for act in ("add", "change", "view")
    ),
    *(f"articles.{act}_{name}" for name in ("edition", "page") for act in ("add", "change")),
]
ARCHIVING = [
    *WRITING,
    *DIRECTORY,
    "articles.change_similarpair",
    *HOLDING,
    *(f"articles.{act}_importjob" for act in ("add", "view")),
    "articles.view_oldaddress",
    *(f"articles.{act}_{name}" for name in ("edition", "page") for act in ("add", "change")),
]
GROUPS = {
    gettext_noop("Reporters"): WRITING,
    gettext_noop("Editors"): EDITING,
    gettext_noop("First review"): [*REVIEWING, "articles.review_first"],
    gettext_noop("Second review"): [*REVIEWING, "articles.review_second"],
    gettext_noop("Final review"): [
        *REVIEWING,
        *DIRECTORY,
        "articles.review_final",
        "articles.decide_assignment",
    ],
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
        "articles.view_assignment",
        "articles.view_ledgerentry",
        "articles.view_decision",
        "admin.view_logentry",
    ],
}


@transaction.atomic
def make_groups(**kwargs):
    """Create the groups that are missing; give each the permissions that are new for it.

    Called after every `migrate`, once the permissions are there. Their names are in the language
    of the newsroom, whatever language is active. A newsroom's own changes of a group stay, of its
    name and of its permissions: a `StartingGroup` remembers which one it is and what it was given.
    """
    known = {starting.name: starting for starting in StartingGroup.objects.select_related("group")}
    with translation.override(settings.LANGUAGE_CODE):
        return {
            name: _group(name, _(name), _permissions(permissions), known.get(name))
            for name, permissions in GROUPS.items()
        }


def _group(source, name, permissions, starting):
    """The group that began under this English source of its name."""
    if starting is None:
        group = _made_earlier(source, name)
        kept = group is not None
        group = group or Group.objects.create(name=name)
        starting = StartingGroup.objects.create(name=source, group=group)
        if kept:
            starting.given.set(permissions)
    new = permissions.exclude(pk__in=starting.given.all())
    starting.group.permissions.add(*new)
    starting.given.add(*new)
    return starting.group


def _made_earlier(source, name):
    """What earlier releases made, in English or in the newsroom's language: one of it, or None.

    Of two, the one with members stays, else the one in the newsroom's language. The other goes when
    nobody loses or gains a right by it.
    """
    made = sorted(
        Group.objects.filter(name__in={source, name}),
        key=lambda group: (not group.user_set.exists(), group.name != name),
    )
    if not made:
        return None
    kept, *others = made
    for other in others:
        if not other.user_set.exists() or _rights(other) == _rights(kept):
            kept.user_set.add(*other.user_set.all())
            other.delete()
    if not Group.objects.filter(name=name).exists():
        kept.name = name
        kept.save()
    return kept


def _rights(group):
    return set(group.permissions.values_list("pk", flat=True))


def _permissions(names):
    wanted = Q()
    for app, codename in (name.split(".") for name in names):
        wanted |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(wanted)
