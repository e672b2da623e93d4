"""A story's history on the desk: two versions compared, one restored, the sheet of its reviews."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.admin.contents import Comparison, compared
from articles.admin.standing import review_track, standing
from articles.body import canonical
from articles.length import length_of
from articles.models import Decision, Snapshot
from articles.models.content import content_of, digest_of_content
from articles.revisions import RevisionUnderWay, restore_version
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


def compare(request, version, context):
    """Two versions of the story, or a decision's words and those that stand, side by side."""
    before, before_name = _content(version, request.GET.get("from", ""))
    after, after_name = _content(version, request.GET.get("to", f"v{version.number}"))
    return TemplateResponse(
        request,
        "admin/articles/version/compare.html",
        {
            **context,
            "title": _("Compare"),
            "comparison": compared(before, after),
            "before_name": before_name,
            "after_name": after_name,
            "others": version.article.versions.order_by("number").defer("body"),
        },
    )


def _content(version, key):
    """The content that a key names: v2 is the second version, d17 what decision 17 was about."""
    kind, number = key[:1], key[1:]
    if kind == "v" and number.isdecimal():
        found = version.article.versions.filter(number=number).first()
        if found:
            return content_of(found), _("version %(number)s") % {"number": found.number}
    if kind == "d" and number.isdecimal():
        decision = Decision.objects.filter(version__article=version.article_id, pk=number).first()
        snapshot = decision and snapshot_of(decision)
        if snapshot:
            return snapshot.content, f"{decision} · {decision.decided_at:%m-%d %H:%M}"
    raise Http404


def restore(request, version):
    """The draft that has the words of an earlier version, or the one that is under way."""
    try:
        draft = restore_version(version, by=request.user)
    except RevisionUnderWay as refused:
        messages.warning(request, refused.message)
        return refused.version
    messages.success(
        request,
        _("Version %(number)s has the words of version %(old)s. Readers see it once released.")
        % {"number": draft.number, "old": version.number},
    )
    return draft


def review_sheet(request, version, context):
    """审稿单: who decided what and when, what had changed, what was noted and settled."""
    contents = dict(Snapshot.objects.filter(version=version).values_list("digest", "content"))
    lines, last = [], None
    for decision in version.decisions.select_related("by").order_by("id"):
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
            "doubts": version.doubts.filter(settled_at__isnull=False).select_related("settled_by"),
        },
    )
