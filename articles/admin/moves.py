"""The moves of the workflow as buttons, as a page that asks for a note, and as bulk actions.

Each is a POST of its own that saves nothing else, and names the digest of the words that the person
had before them: when the words have changed since, the move is refused. In bulk one may submit, and
release what is approved word for word; nobody approves from a list what they have not read.
"""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import waiving, workflow
from articles.admin import history, passage_notes
from articles.admin.findings import stopping
from articles.admin.forms import MoveForm
from articles.admin.standing import Standing, review_track, with_standing
from articles.body import canonical
from articles.corrections import due_in
from articles.readiness import lacks_of

# Moves that readers notice, or that need a reason: asked once more, on a page of their own.
CONFIRMED = {
    *("release", "reschedule", "unschedule", "withdraw", "restore"),
    *("send_back", "spike"),
}


# What verification found stops these at once; before the others it is told.
AT_ONCE = {"release", "reschedule"}
STOPPED = {"submit", "approve", *AT_ONCE}


def buttons(version, user):
    """The moves that this person may make now, with whether a page asks once more."""
    moves = workflow.possible_moves(version, by=user)
    return [{"move": move, "asks": move.name in CONFIRMED} for move in moves]


def is_asked_once_saved(request, version, name):
    """Whether this is the submission of a story that was saved for it a moment ago."""
    return name == "submit" and any(
        move.name == name for move in workflow.possible_moves(version, by=request.user)
    )


def answer(request, version, name, context):
    """Handle the POST of a move: the page that asks, or None once the move was made or refused.

    A GET asks, for words that were saved a moment ago.
    """
    move = workflow.MOVES[name]
    asks = name in CONFIRMED or "ask" in request.POST or request.method == "GET"
    is_answer = not asks or "confirmed" in request.POST
    form = MoveForm(
        request.POST if is_answer else None, initial=_initial(request, version), move=move
    )
    if is_answer and form.is_valid():
        make(request, version, move, **form.cleaned_data)
        return None
    if asks:
        return TemplateResponse(
            request,
            "admin/articles/version/move.html",
            {
                **context,
                **history.changes_for(request, version),
                "form": form,
                "move": move,
                "title": move.label,
                "lacks": lacks_of(version) if name in ("submit", "release") else (),
                "stopping": stopping(version) if name in STOPPED else (),
                "let_stand": waiving.let_stand(version) if name in STOPPED else (),
                "stops_at_once": name in AT_ONCE,
                "stages": review_track(version),
                "body": mark_safe(canonical(version.body)),
                "open_doubts": version.doubts.open().count(),
                "notes": passage_notes.open_notes(version),
                "due_corrections": due_in(version.edition)
                if name == "release" and version.edition
                else (),
                "scheduled": _another(version, Standing.SCHEDULED) if name == "withdraw" else None,
                "withdrawn": _another(version, Standing.WITHDRAWN) if name == "release" else None,
            },
        )
    messages.error(request, " ".join(" ".join(errors) for errors in form.errors.values()))
    return None


def _another(version, standing):
    """The version of the same story that stands so and has not been overtaken; None without one."""
    others = version.article.versions.exclude(pk=version.pk).filter(superseded_at=None)
    return with_standing(others, standing).first()


def make(request, version, move, **answer):
    """Make the move over the words that the person saw, and tell how it went."""
    try:
        workflow.perform(move.name, version, by=request.user, **answer)
    except PermissionDenied as refused:
        messages.error(request, str(refused) or _("Your account may not make this move."))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(
            request,
            _("Done: %(move)s · %(story)s") % {"move": move.label, "story": version},
        )
        if move.name == "approve" and (found := waiving.what_stops(version)):
            messages.warning(
                request,
                _("It cannot be released so yet. %(why)s") % {"why": waiving.refusal_of(found)},
            )


def _initial(request, version):
    return {
        "note": request.POST.get("note", ""),
        "digest": request.POST.get("digest", "") if request.method == "POST" else version.digest,
        "at": version.publish_at,
    }


def _perform_each(request, queryset, name):
    """One move for every chosen story, each on its own; one message for every refusal."""
    made = 0
    for version in queryset.order_by("dated", "id"):
        try:
            workflow.perform(name, version, by=request.user)
        except PermissionDenied as refused:
            reason = str(refused) or _("Your account may not make this move.")
        except ValidationError as refused:
            reason = " ".join(refused.messages)
        else:
            made += 1
            continue
        messages.error(request, f"{version}：{reason}")
    if made:
        label = workflow.MOVES[name].label
        messages.success(
            request,
            ngettext("%(move)s: %(count)s story.", "%(move)s: %(count)s stories.", made)
            % {"move": label, "count": made},
        )


@admin.action(description=gettext_lazy("Submit for review"))
def submit_chosen(modeladmin, request, queryset):
    _perform_each(request, queryset, "submit")


@admin.action(description=gettext_lazy("Release now"))
def release_chosen(modeladmin, request, queryset):
    _perform_each(request, queryset, "release")


ACTIONS = [submit_chosen, release_chosen]
