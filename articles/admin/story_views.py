"""What a person decides or looks at around the form of a story: each an address of its own."""

from dataclasses import asdict
from functools import partial, wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import workflow
from articles.admin import (
    autosave,
    doubts,
    history,
    moves,
    passage_notes,
    previews,
    review,
    uploads,
    waivers,
    wide_marks,
)
from articles.admin.figures import figures_view
from articles.admin.findings_live import findings_view
from articles.admin.standing import standing
from articles.revisions import RevisionUnderWay, begin_version
from articles.rights import check_theirs
from articles.suggestions import suggestions


def post_or_story(view):
    """What came by GET was asked for before its person had to sign in: back to the story."""

    @wraps(view)
    def answer(self, request, pk, **kwargs):
        if request.method != "POST":
            return self._not_done_yet(request, self._viewable(request, pk))
        return view(self, request, pk, **kwargs)

    return answer


class StoryViews:
    """Mixed into the admin of stories. A decision is a POST that saves nothing else."""

    def get_urls(self):
        def at(route, view, name):
            return path(
                f"<int:pk>/{route}",
                self.admin_site.admin_view(view),
                name=f"articles_version_{name}",
            )

        return [
            path(
                "figures/",
                self.admin_site.admin_view(partial(figures_view, self)),
                name="articles_figures",
            ),
            path(
                "pictures/",
                self.admin_site.admin_view(require_POST(uploads.upload_view)),
                name="articles_version_upload",
            ),
            path(
                "pictures/<str:digest>/",
                self.admin_site.admin_view(uploads.kept_picture_view),
                name="articles_version_kept_picture",
            ),
            path(
                "pictures/<str:digest>/original/",
                self.admin_site.admin_view(uploads.original_view),
                name="articles_version_original",
            ),
            path(
                "suggest/",
                self.admin_site.admin_view(self.suggest_view),
                name="articles_version_suggest",
            ),
            path(
                "findings/",
                self.admin_site.admin_view(findings_view),
                name="articles_version_findings",
            ),
            at("move/<str:name>/", self.move_view, "move"),
            at("doubts/<int:doubt_pk>/settle/", self.settle_view, "settle"),
            at("doubts/<int:doubt_pk>/join/", self.join_view, "join"),
            at("marks/", self.change_marks_view, "marks"),
            at("photos/<int:photo_pk>/focus/", self.focus_view, "focus"),
            at("notes/", self.add_note_view, "add_note"),
            at("notes/<int:note_pk>/done/", self.tick_off_view, "tick_off"),
            at("waivers/", self.waive_view, "waive"),
            at("waivers/<int:waiver_pk>/back/", self.take_back_view, "take_back"),
            at("previews/", self.make_preview_view, "make_preview"),
            at("previews/<int:link_pk>/end/", self.end_preview_view, "end_preview"),
            at("revise/", self.revise_view, "revise"),
            at("restore/", self.restore_view, "restore"),
            at("compare/", self.compare_view, "compare"),
            at("review/", self.review_view, "review"),
            at("sheet/", self.sheet_view, "sheet"),
            *autosave.urls(self),
            *super().get_urls(),
        ]

    def move_view(self, request, pk, name):
        version = self._viewable(request, pk)
        if name not in workflow.MOVES:
            raise Http404
        if request.method == "GET" and not moves.is_asked_once_saved(request, version, name):
            return self._not_done_yet(request, version)
        context = self._context(request, version) | {"standing": standing(version)}
        return moves.answer(request, version, name, context) or self._back_to(version)

    @post_or_story
    def settle_view(self, request, pk, doubt_pk):
        version = self._viewable(request, pk)
        doubts.settle(request, version, doubt_pk)
        return self._back_to(version, "#doubts")

    @post_or_story
    def join_view(self, request, pk, doubt_pk):
        version = self._viewable(request, pk)
        story = doubts.join(request, version, doubt_pk)
        if story:
            self.log_change(request, story, [{"changed": {"fields": ["body"]}}])
        return self._back_to(story or version, "" if story else "#doubts")

    @post_or_story
    def change_marks_view(self, request, pk):
        version = self._changeable(request, pk)
        wide_marks.change(request, version, self.log_change)
        return self._back_to(version, "#marks")

    @method_decorator(require_POST)
    def focus_view(self, request, pk, photo_pk):
        version = self._changeable(request, pk)
        return uploads.move_focus(request, version, photo_pk, self.log_change)

    @post_or_story
    def add_note_view(self, request, pk):
        version = self._changeable(request, pk)
        passage_notes.add(request, version)
        return self._back_to_panel(request, version, "#notes")

    @post_or_story
    def tick_off_view(self, request, pk, note_pk):
        version = self._changeable(request, pk)
        passage_notes.tick_off(request, version, note_pk)
        return self._back_to_panel(request, version, "#notes")

    @post_or_story
    def waive_view(self, request, pk):
        version = self._viewable(request, pk)
        answer = waivers.waive(request, version, self.log_change)
        return answer or self._back_to_panel(request, version, "#findings")

    @post_or_story
    def take_back_view(self, request, pk, waiver_pk):
        version = self._viewable(request, pk)
        answer = waivers.take_back(request, version, waiver_pk, self.log_change)
        return answer or self._back_to_panel(request, version, "#findings")

    @post_or_story
    def make_preview_view(self, request, pk):
        version = self._changeable(request, pk)
        previews.make(request, version)
        return self._back_to(version)

    @post_or_story
    def end_preview_view(self, request, pk, link_pk):
        version = self._changeable(request, pk)
        previews.end(request, version, link_pk)
        return self._back_to(version)

    @post_or_story
    def revise_view(self, request, pk):
        version = self._viewable(request, pk)
        try:
            draft = begin_version(version, by=request.user)
        except RevisionUnderWay as refused:
            messages.warning(request, refused.message)
            return self._back_to(refused.version)
        self.log_addition(request, draft, [{"added": {}}])
        messages.success(
            request,
            _("Version %(number)s begins as a copy. Readers see it once it is released.")
            % {"number": draft.number},
        )
        return self._back_to(draft)

    @post_or_story
    def restore_view(self, request, pk):
        draft = history.restore(request, self._viewable(request, pk), self.log_change)
        return self._back_to(draft)

    @method_decorator(require_POST)
    def suggest_view(self, request):
        """The officials and departments that the posted body names, as JSON."""
        if not request.user.has_perm("articles.change_version"):
            raise PermissionDenied
        officials, departments = suggestions(request.POST.get("body", ""))
        return JsonResponse(
            {
                "officials": [asdict(official) for official in officials],
                "departments": [asdict(department) for department in departments],
            }
        )

    def compare_view(self, request, pk):
        version = self._viewable(request, pk)
        return history.compare(request, version, self._context(request, version))

    def review_view(self, request, pk):
        version = self._viewable(request, pk)
        return review.page(request, version, self._context(request, version))

    def sheet_view(self, request, pk):
        version = self._viewable(request, pk)
        return history.review_sheet(request, version, self._context(request, version))

    def history_view(self, request, object_id, extra_context=None):
        version = self._viewable(request, object_id)
        return history.history(request, version, self._context(request, version))

    def _not_done_yet(self, request, version):
        messages.warning(
            request,
            _("Nothing was decided yet: you had to sign in first. What you typed stands here."),
        )
        return self._back_to(version)

    def _context(self, request, version):
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": version,
        }

    def _viewable(self, request, pk):
        version = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, version):
            raise PermissionDenied
        return version

    def _changeable(self, request, pk):
        """A story whose words this person may change, whether or not it is released by now."""
        version = self._viewable(request, pk)
        if not request.user.has_perm("articles.change_version"):
            raise PermissionDenied
        check_theirs(request.user, version)
        return version

    def _back_to_panel(self, request, version, anchor):
        """To the page from which something was posted: the form, or that for reading."""
        if "review" not in request.POST:
            return self._back_to(version, anchor)
        address = reverse("admin:articles_version_review", args=[version.pk])
        return HttpResponseRedirect(f"{address}{anchor}")

    @staticmethod
    def _back_to(version, anchor=""):
        return HttpResponseRedirect(
            reverse("admin:articles_version_change", args=[version.pk]) + anchor
        )
