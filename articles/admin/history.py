"""A story's history on the desk: what it said when, compared and restored; its review sheet."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib import messages
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles import saves, waiving
from articles.admin.contents import Comparison, compared
from articles.admin.standing import review_track, standing
from articles.body import canonical
from articles.length import length_of
from articles.models import Decision, Save, Snapshot
from articles.models.content import content_of, digest_of_content, linked_content_of
from articles.revisions import RevisionUnderWay
from articles.revisions import restore as restore_words
from articles.rights import is_theirs
from articles.snapshots import look, snapshot_of, void_approvals

REVIEWING = ("articles.review_first", "articles.review_second", "articles.review_final")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A decision, and what had changed since the one before it; None where that is not kept."""

    decision: Decision
    changes: Comparison | None


@dataclass(slots=True)
class Change:
    """What differs from words that stood before, told once: whose approvals of them it voided,
    and whether this reviewer had them at their last look. None where those words are not kept."""

    comparison: Comparison | None
    voided: list[Decision] = field(default_factory=list)
    is_since_last_look: bool = False


def changes_for(request, version):
    """For the form: what changed since this reviewer last looked, and which approvals it voided."""
    content, changes = content_of(version), {}

    def since(snapshot):
        key = snapshot and snapshot.pk
        if key not in changes:
            changes[key] = Change(snapshot and compared(snapshot.content, content))
        return changes[key]

    if version.status == version.Status.IN_REVIEW:
        for decision, snapshot in void_approvals(version):
            since(snapshot).voided.append(decision)
    if version.publish_at is None and any(map(request.user.has_perm, REVIEWING)):
        before = look(version, request.user)
        if before and before.digest != digest_of_content(content):
            since(before).is_since_last_look = True
    return {"changes": list(changes.values())}


@dataclass(frozen=True, slots=True)
class Moment:
    """What the story said once, by the key that compares and restores it; without, it is not kept.

    `what` says whose act made it so: a save, a decision, a version as it stands.
    """

    key: str
    at: datetime
    by: object
    what: str
    number: int
    note: str = ""


def history(request, version, context):
    """Who saved and decided what and when, the latest first, to compare and to restore."""
    return TemplateResponse(
        request,
        "admin/articles/version/history.html",
        {
            **context,
            "title": _("History"),
            "moments": _moments(version),
            "now": f"v{version.number}",
            "can_restore": may_restore(request.user, version),
        },
    )


def may_restore(user, version):
    """Whether the person may bring earlier words of the story back: as a draft, or into one."""
    latest = version.article.versions.latest("number")
    return (
        user.has_perm("articles.change_version")
        and is_theirs(user, latest)
        and (latest.publish_at is not None or latest.status == latest.Status.DRAFT)
    )


def _moments(version):
    saved = Save.objects.filter(version__article=version.article_id)
    decided = Decision.objects.filter(version__article=version.article_id)
    kept = set(
        Snapshot.objects.filter(version__article=version.article_id).values_list(
            "version_id", "digest"
        )
    )
    moments = [
        Moment(f"s{row.pk}", row.saved_at, row.by, _what(row), row.version.number)
        for row in saved.select_related("by", "version").defer("content", "version__body")
    ]
    moments += [
        Moment(
            f"d{row.pk}" if (row.version_id, row.digest) in kept else "",
            row.decided_at,
            row.by,
            row.get_move_display(),
            row.version.number,
            row.note,
        )
        for row in decided.select_related("by", "version").defer("version__body")
    ]
    return sorted(moments, key=lambda moment: moment.at, reverse=True)


def _what(save):
    if save.by_id is None:
        return _("as it stood before")
    return _("earlier words restored") if save.is_restoration else _("saved")


def compare(request, version, context):
    """Two moments of the story side by side: versions, saves, or the words of a decision."""
    before_key = request.GET.get("from", "")
    before, before_name = _content(version, before_key)
    after, after_name = _content(version, request.GET.get("to", f"v{version.number}"))
    return TemplateResponse(
        request,
        "admin/articles/version/compare.html",
        {
            **context,
            "title": _("Compare"),
            "comparison": compared(before, after),
            "before_name": before_name,
            "before_key": before_key,
            "after_name": after_name,
            "others": version.article.versions.order_by("number").defer("body"),
            "can_restore": may_restore(request.user, version),
        },
    )


def _content(version, key):
    """The content of a key, and its name: v2 is the second version, s5 a save, d17 a decision."""
    kind, number = key[:1], key[1:]
    if not number.isdecimal():
        raise Http404
    if kind == "v":
        found = version.article.versions.filter(number=number).first()
        if found:
            return linked_content_of(found), _("version %(number)s") % {"number": found.number}
    if kind == "s":
        save = Save.objects.filter(version__article=version.article_id, pk=number).first()
        if save:
            return save.content, f"{_what(save)} · {save.by or ''} {_moment(save.saved_at)}"
    if kind == "d":
        decision = Decision.objects.filter(version__article=version.article_id, pk=number).first()
        snapshot = decision and snapshot_of(decision)
        if snapshot:
            links = saves.links_at(decision.version, decision.decided_at)
            name = f"{decision} · {_moment(decision.decided_at)}"
            return [*snapshot.content, *links], name
    raise Http404


def _moment(at):
    return date_format(timezone.localtime(at), "m-d H:i")


def restore(request, version, log):
    """The draft that has the words of an earlier moment, or the version that is under way."""
    content, name = _content(version, request.POST.get("key", f"v{version.number}"))
    try:
        restored = restore_words(version, content, by=request.user)
    except RevisionUnderWay as refused:
        messages.warning(request, refused.message)
        return refused.version
    draft = restored.draft
    log(request, draft, _("Earlier words were restored: %(old)s.") % {"old": name})
    messages.success(
        request,
        _("Version %(number)s has these words again: %(old)s. Readers see it once released.")
        % {"number": draft.number, "old": name},
    )
    for sentence in restored.missing:
        messages.warning(request, sentence)
    return draft


def review_sheet(request, version, context):
    """审稿单: who decided what and when, what had changed, what was noted and settled."""
    contents = dict(Snapshot.objects.filter(version=version).values_list("digest", "content"))
    lines, last = [], None
    for decision in version.decisions.select_related("by", "ledger_entry").order_by("id"):
        content = contents.get(decision.digest)
        changes = compared(last, content) if last and content else None
        lines.append(SheetLine(decision, changes))
        last = content or last
    return TemplateResponse(
        request,
        "admin/articles/version/sheet.html",
        {
            **context,
            "title": _("Review sheet"),
            "standing": standing(version),
            "lines": lines,
            "body": mark_safe(canonical(version.body)),
            "stages": review_track(version),
            "length": length_of(version.text),
            "credits": version.credits.all(),
            "notes": version.passage_notes.select_related("by", "done_by"),
            "waivers": waiving.on_record(version),
            "doubts": version.doubts.filter(settled_at__isnull=False).select_related("settled_by"),
        },
    )
