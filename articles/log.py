"""Who did what: the moves of the workflow and the changes made in the admin, in one log."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk import bounds_of
from articles.models import Contribution, Decision, Version

EDITS = {"added": ADDITION, "changed": CHANGE, "deleted": DELETION}
# What a form posts for its own bookkeeping. Entries of earlier days name it.
BOOKKEEPING = {"loaded_at", "loaded_words", "draft_token"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody did. `record` is a Decision or a LogEntry."""

    at: datetime
    who: str
    what: str
    about: str
    detail: str
    record: object = field(compare=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the log is asked for; what is empty leaves nothing out.

    `story` is a part of a headline, or the key of a version for all that happened to its article.
    `kind` is a move of the workflow, or one of EDITS.
    """

    by: object = None
    story: str = ""
    kind: str = ""
    department: object = None
    first: date | None = None
    last: date | None = None


def lines(asked, viewer, most, before=None):
    """So many of the lines that the viewer may see, the newest first, from before that moment.

    Whoever may view the admin's log sees everything; anybody else, the stories that they wrote,
    moved or changed.
    """
    versions = _versions(asked, viewer)
    decisions = _in_time(_decisions(asked, versions), "decided_at", asked, before)
    entries = _in_time(_entries(asked, versions), "action_time", asked, before)
    found = [*map(_of_decision, decisions[:most]), *map(_of_entry, entries[:most])]
    return sorted(found, key=lambda line: line.at, reverse=True)[:most]


def sees_everything(viewer):
    return viewer.has_perm("admin.view_logentry")


def _versions(asked, viewer):
    """The versions that the log is narrowed to; None where it is not."""
    versions = Version.objects.all()
    if asked.story.isdecimal():
        versions = versions.filter(article__versions=asked.story)
    elif asked.story:
        versions = versions.filter(headline__icontains=asked.story)
    if asked.department:
        versions = versions.filter(department_links__department=asked.department)
    if not sees_everything(viewer):
        own = (Decision.objects.filter(by=viewer), Contribution.objects.filter(by=viewer))
        had_a_hand = [Q(pk__in=rows.values("version")) for rows in own]
        versions = versions.filter(Q(written_by=viewer) | had_a_hand[0] | had_a_hand[1])
    elif not asked.story and not asked.department:
        return None
    return versions.order_by()


def _decisions(asked, versions):
    decisions = Decision.objects.select_related("by", "version", "ledger_entry")
    decisions = decisions.defer("version__body")
    if asked.kind:
        decisions = decisions.filter(move=asked.kind)
    if asked.by:
        decisions = decisions.filter(by=asked.by)
    if versions is not None:
        decisions = decisions.filter(version__in=versions.values("pk"))
    return decisions


def _entries(asked, versions):
    entries = LogEntry.objects.select_related("user", "content_type").exclude(
        action_flag=CHANGE, change_message="[]"
    )
    if asked.kind:
        entries = entries.filter(action_flag=EDITS.get(asked.kind, 0))
    if asked.by:
        entries = entries.filter(user=asked.by)
    if versions is not None:
        keys = versions.annotate(key=Cast("pk", CharField())).values("key")
        entries = entries.filter(
            content_type=ContentType.objects.get_for_model(Version), object_id__in=keys
        )
    return entries


def _in_time(rows, moment, asked, before):
    if asked.first:
        rows = rows.filter(**{f"{moment}__gte": bounds_of(asked.first)[0]})
    if asked.last:
        rows = rows.filter(**{f"{moment}__lt": bounds_of(asked.last)[1]})
    if before:
        rows = rows.filter(**{f"{moment}__lt": before})
    # Rows are only ever added, so their keys are in the order of time, and are indexed.
    return rows.order_by("-pk")


def _of_decision(decision):
    stage = f" · {decision.get_stage_display()}" if decision.stage else ""
    return Line(
        at=decision.decided_at,
        who=str(decision.by),
        what=f"{decision.get_move_display()}{stage}",
        about=str(decision.version),
        detail="；".join(filter(None, (_scheduled(decision), decision.note))),
        record=decision,
    )


def _scheduled(decision):
    """The moment that a release was decided for, where it did not come at once."""
    entry = getattr(decision, "ledger_entry", None)
    moment = entry and entry.scheduled_for
    if not moment:
        return ""
    return _("for %(moment)s") % {"moment": f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"}


def _of_entry(entry):
    kind = entry.content_type
    about = entry.object_repr
    if kind is not None and kind.model_class() is not Version:
        about = f"{kind.name} · {about}"
    return Line(
        at=entry.action_time,
        who=str(entry.user),
        what=entry.get_action_flag_display(),
        about=about,
        detail=_detail(entry.change_message),
        record=entry,
    )


def _detail(message):
    """What was changed, in the words of the form; a message that was written by hand as it is."""
    try:
        changes = json.loads(message) if message.startswith("[") else None
    except ValueError:
        changes = None
    if changes is None:
        return message
    return "；".join(filter(None, map(_change, changes)))


def _change(change):
    ((what, told),) = change.items()
    part = " ".join(filter(None, (_named(told.get("name", "")), told.get("object", ""))))
    if what == "changed":
        names = [_named(name) for name in told.get("fields", ()) if name not in BOOKKEEPING]
        changed = "、".join(names)
        return f"{part}（{changed}）" if part and changed else part or changed
    if not part:
        return ""
    return (_("added: %s") if what == "added" else _("deleted: %s")) % part


def _named(label):
    """A label that the admin wrote down in English, as the catalogue has it."""
    if not label:
        return ""
    told = _(label)
    return told if told != label else _(label[:1].lower() + label[1:])
