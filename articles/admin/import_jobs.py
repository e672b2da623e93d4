"""Bring files to the desk, see what would become of them, and have them imported."""

from dataclasses import dataclass, replace
from io import BytesIO

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles.admin.bringing import BringForm, rules_of_files
from articles.admin.import_findings import shown_findings
from articles.admin.import_matches import listed_matches
from articles.admin.import_pages import listed_pages
from articles.admin.import_places import asked_place, asked_places
from articles.admin.plan_doubts import may_settle, settle_from
from articles.admin.silence import progress_line, silence_of
from articles.importing import jobs, settling
from articles.importing.importer import import_pages
from articles.importing.shown import shown_page, shown_text
from articles.importing.totals import lines_of, notes_of_pages
from articles.models import Doubt, ImportJob, JobPage, Proposal

SECONDS_TO_RELOAD = 2
SECONDS_UNTIL_MISSED = 10


DISCARD = gettext_lazy("Throw the files away")
WORK_OF = {"agree": jobs.agree, "look": jobs.look_again}


@dataclass(frozen=True)
class Move:
    """What may be done with a job as it stands; one that `asks` does so on a page of its own."""

    name: str
    label: str
    is_main: bool = False
    asks: bool = False


@admin.register(ImportJob)
class ImportJobAdmin(admin.ModelAdmin):
    list_display = ["name", "state", "stories", "requested_by", "created_at"]
    list_filter = ["state"]
    list_select_related = ["requested_by"]
    search_fields = ["name"]
    show_full_result_count = False

    def get_urls(self):
        return [
            path("<int:pk>/page/<int:number>/", self._view(self.page_view), name="import_page"),
            path(
                "<int:pk>/page/<int:number>/text/", self._view(self.text_view), name="import_text"
            ),
            path(
                "<int:pk>/page/<int:number>/settle/",
                self._view(self.settle_view),
                name="import_settle",
            ),
            path("<int:pk>/findings/", self._view(self.findings_view), name="import_findings"),
            path("<int:pk>/places/", self._view(self.places_view), name="import_places"),
            path("<int:pk>/discard/", self._view(self.discard_view), name="import_discard"),
            path("<int:pk>/<slug:move>/move/", self._view(self.move_view), name="import_move"),
            *super().get_urls(),
        ]

    def _view(self, view):
        return self.admin_site.admin_view(view)

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("stories"))
    def stories(self, job):
        return job.totals.get("stories", {}).get("found", "")

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = BringForm(request.POST or None, request.FILES or None)
        if form.is_valid():
            try:
                job = jobs.bring(form.cleaned_data["files"], by=request.user, place=form.place())
            except ValidationError as error:
                form.add_error("files", error)
            else:
                if jobs.is_small(job):
                    jobs.work_on(job)
                return redirect("admin:articles_importjob_change", job.pk)
        context = {"form": form, "rules": rules_of_files(), "title": _("Import")}
        return self._render(request, "add_form", context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        job = self.get_object(request, object_id)
        if job is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        may_place = self.has_add_permission(request)
        return self._job_page(request, job, asked_places(job) if may_place else None)

    def _job_page(self, request, job, places):
        silence = silence_of(job)
        response = self._render(
            request,
            "change_form",
            {
                "title": job.name,
                "job": job,
                "places": places,
                "is_useless": job.state == ImportJob.State.PLANNED and not _has_pages(job),
                "lines": [*lines_of(job.totals), *_settled_line(job)] if job.totals else [],
                "notes": list(notes_of_pages(job.totals)),
                "progress": _progress(job),
                "progress_line": progress_line(job, silence),
                "moves": _moves(job) if self.has_add_permission(request) else [],
                "is_missed": _is_missed(job),
                "silence": silence,
                "is_resumed": job.totals.get("is_resumed"),
                "outdated": _outdated(job),
                "unplaced": _unplaced_lines(job),
                "pages": listed_pages(job, request.GET),
                "proposed": _open_proposals(job)
                if request.user.has_perm("articles.view_version")
                else 0,
                "similar": job.similar_pairs.open().count()
                if request.user.has_perm("articles.view_similarpair")
                else 0,
            },
        )
        if job.is_at_work:
            response["Refresh"] = str(SECONDS_TO_RELOAD)
        return response

    def page_view(self, request, pk, number):
        """One page as it would be imported: its source lines beside what was understood."""
        job = get_object_or_404(ImportJob, pk=pk)
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        pages, place = jobs.pages_beside(job, number)
        if place is None:
            raise Http404
        page = pages[place]
        outcome = list(import_pages(pages, is_dry_run=True, is_repeated=True))[place]
        context = {
            "job": job,
            "title": page.name,
            "number": number,
            "refusal": outcome.refusal,
            "can_settle": settling.can_settle(job) and may_settle(request.user),
            "outdated": _outdated(job),
        }
        if outcome.parsed:
            page = replace(page, settled=outcome.settled)
            context["shown"] = shown_page(page, outcome.parsed, outcome.unchanged)
        else:
            context["text"] = shown_text(jobs.text_of(job, number))
            if self.has_add_permission(request):
                context["place"] = asked_place(job, number)
        if outcome.report:
            context["matches"] = listed_matches(outcome.report.matches)
            context["notes"] = outcome.report.notes
            context["report"] = outcome.report
        return self._render(request, "page", context)

    def text_view(self, request, pk, number):
        """All the text of a page, however long, as it stands."""
        page = get_object_or_404(JobPage.objects.select_related("job"), job=pk, number=number)
        if not self.has_view_permission(request, page.job):
            raise PermissionDenied
        text = jobs.text_of(page.job, number)
        return FileResponse(
            BytesIO(text.encode()),
            filename=f"{page.name}.txt",
            content_type="text/plain; charset=utf-8",
        )

    def findings_view(self, request, pk):
        """What verification finds in the stories that the import brought."""
        job = get_object_or_404(ImportJob, pk=pk)
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        context = {"job": job, "title": _("Verification"), **shown_findings(job, request.GET)}
        return self._render(request, "findings", context)

    def settle_view(self, request, pk, number):
        """Settle a doubt of the plan, or open it again, and go on to the next one."""
        return require_POST(self._settle)(request, pk, number)

    def _settle(self, request, pk, number):
        page = get_object_or_404(JobPage.objects.select_related("job"), job=pk, number=number)
        if not may_settle(request.user):
            raise PermissionDenied
        try:
            settle_from(request.POST, page, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        place = slugify(request.POST.get("place", ""))
        return redirect(f"{reverse('admin:import_page', args=[pk, number])}#doubt-{place}")

    def places_view(self, request, pk):
        """Take the days that were typed for pages without one, and look through the files so."""
        return require_POST(self._place)(request, pk)

    def _place(self, request, pk):
        job = get_object_or_404(ImportJob, pk=pk)
        if not self.has_add_permission(request):
            raise PermissionDenied
        # A page that was opened before the last look would take back what others typed since.
        is_seen = job.started_at and request.POST.get("seen") == job.started_at.isoformat()
        asked = asked_places(job, request.POST) if is_seen else None
        typed = asked and asked.typed()
        if asked and typed is None:
            return self._job_page(request, job, asked)
        if asked and not typed:
            messages.error(request, _("Type a day first."))
        elif not (asked and jobs.place_pages(job, typed)):
            messages.error(request, _("The import has gone on meanwhile."))
        elif jobs.is_small(job):
            jobs.work_on(job)
        return redirect("admin:articles_importjob_change", job.pk)

    def move_view(self, request, pk, move):
        return require_POST(self._move)(request, pk, move)

    def _move(self, request, pk, move):
        job = get_object_or_404(ImportJob, pk=pk)
        if not self.has_add_permission(request):
            raise PermissionDenied
        if move not in {possible.name for possible in _moves(job) if not possible.asks}:
            messages.error(request, _("The import has gone on meanwhile."))
        elif move == "stop":
            jobs.stop(job)
        elif WORK_OF[move](job) and jobs.is_small(job):
            jobs.work_on(job)
        return redirect("admin:articles_importjob_change", job.pk)

    def discard_view(self, request, pk):
        """Ask whether the files shall go, and throw them away once somebody has said so."""
        job = get_object_or_404(ImportJob, pk=pk)
        if not self.has_add_permission(request):
            raise PermissionDenied
        if job.is_at_work:
            messages.error(request, _("The import is at work. Stop it first."))
            return redirect("admin:articles_importjob_change", job.pk)
        if request.method != "POST":
            context = {"job": job, "title": DISCARD, "settled": job.settled_doubts.count()}
            return self._render(request, "discard", context)
        jobs.discard(job)
        messages.success(request, _("The files were thrown away. What was imported stays."))
        return redirect("admin:articles_importjob_changelist")

    def _render(self, request, template, context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return render(request, f"admin/articles/importjob/{template}.html", context)


def _moves(job):
    if job.is_at_work:
        return [Move("stop", _("Stop"))]
    has_begun = job.import_began_at is not None
    # Totals are stored every second: one stopped before the first was usable all the same.
    usable = _has_pages(job) or (has_begun and not job.totals)
    to_do = usable and job.state != ImportJob.State.IMPORTED
    is_outdated = settling.is_outdated(job)
    was_cut_off = job.state in (ImportJob.State.STOPPED, ImportJob.State.FAILED)
    moves = []
    if is_outdated or was_cut_off:
        is_main = is_outdated or not usable
        moves.append(Move("look", _("Look through the files again"), is_main=is_main))
    if to_do and not (is_outdated and settling.unplaced(job).exists()):
        label = _("Go on importing") if was_cut_off and has_begun else _("Import")
        moves.append(Move("agree", label, is_main=not is_outdated))
    return [*sorted(moves, key=lambda move: not move.is_main), Move("discard", DISCARD, asks=True)]


def _has_pages(job):
    """Whether a page was found that can be imported."""
    return job.totals.get("pages", 0) > job.totals.get("refused", 0)


def _outdated(job):
    return settling.OUTDATED if settling.is_outdated(job) else ""


def _unplaced_lines(job):
    """Each settled doubt whose page is not known, in words; while it may still be found, none."""
    if settling.is_outdated(job):
        return []
    return [
        " · ".join(
            filter(
                None,
                (
                    str(Doubt.Kind(row.kind).label),
                    row.get_paragraphs_display() if row.paragraphs else "",
                    row.settled_note,
                    str(row.settled_by),
                ),
            )
        )
        for row in settling.unplaced(job).select_related("settled_by")
    ]


def _settled_line(job):
    decided = job.totals.get("decided", 0)
    if count := job.settled_doubts.count() + decided:
        line = ngettext(
            "%(count)d doubt is settled already.", "%(count)d doubts are settled already.", count
        )
        held = _("Decided in the stories that the archive holds: %(decided)d.") if decided else ""
        yield " ".join(filter(None, (line, held))) % {"count": count, "decided": decided}
    if unapplied := job.totals.get("unapplied"):
        yield ngettext(
            "%(count)d of them was not applied: the story was in already, and has the doubt no "
            "longer, settled otherwise, or out of reach of whoever settled it. Look at it there.",
            "%(count)d of them were not applied: the stories were in already, and have the doubt "
            "no longer, settled otherwise, or out of reach of whoever settled it. Look at them "
            "there.",
            unapplied,
        ) % {"count": unapplied}


def _open_proposals(job):
    """How many proposals of its files wait; a story that is kept makes one."""
    if job.state != ImportJob.State.IMPORTED or not job.totals.get("stories", {}).get("kept"):
        return 0
    return Proposal.objects.open().of_import(job).count()


def _progress(job):
    """How far the work at hand is in percent; None where that is not known."""
    if not job.files or not job.totals or job.state not in jobs.WORK.values():
        return None
    return min(100, round(100 * job.totals["pages"] / job.files))


def _is_missed(job):
    """Whether a job waits for a worker that does not come."""
    waits = job.state in (ImportJob.State.TO_PLAN, ImportJob.State.TO_IMPORT)
    since = job.alive_at or job.created_at
    return waits and (timezone.now() - since).total_seconds() > SECONDS_UNTIL_MISSED
