"""The list and the form of stories."""

import json

import js_asset
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import prefetch_related_objects
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import contributions, photos, records, saves
from articles.admin import (
    autosave,
    conflicts,
    doubts,
    findings,
    history,
    inlines,
    moves,
    passage_notes,
    previews,
)
from articles.admin.corrections import CorrectionInline
from articles.admin.filters import (
    BylineFilter,
    DepartmentFilter,
    EditionDateFilter,
    OpenDoubtsFilter,
    PeriodFilter,
    ReleaseDayFilter,
    StandingFilter,
    WaitingFilter,
)
from articles.admin.form_words import words_of
from articles.admin.forms import SavedMeanwhile, VersionForm
from articles.admin.search import FullTextSearch
from articles.admin.similar import similar_stories
from articles.admin.standing import review_track, standing
from articles.admin.story_views import StoryViews
from articles.admin.wide_marks import shown_marks
from articles.body import canonical
from articles.models import Article, Assignment, Version
from articles.models.content import content_digest
from articles.readiness import lacks_of
from articles.rights import is_theirs
from people.locks import hold_links

RECORD = (
    "written_by",
    "created_at",
    "updated_at",
    "publish_at",
    "superseded_at",
    "withdrawn_at",
)

# What the words are compared by, several times on one page.
PARTS = ("credits", "mentions", "photos", "corrections", "department_links")

# Filters that ask for versions in a state, whichever number they have.
OF_VERSIONS = {
    filter.parameter_name for filter in (StandingFilter, ReleaseDayFilter, WaitingFilter)
}


@admin.register(Version)
class VersionAdmin(FullTextSearch, StoryViews, admin.ModelAdmin):
    """Stories. The form changes words; moves.py asks workflow.py to change where they stand."""

    form = VersionForm
    fieldsets = [
        (None, {"fields": ["kicker", "headline", "deck", "body"], "classes": ["words"]}),
        (
            gettext_lazy("In the paper"),
            {"fields": [("page", "position", "edition", "dated")]},
        ),
        (
            gettext_lazy("In the text"),
            {
                "fields": [
                    ("dateline", "date_as_printed", "dateline_date"),
                    ("event", "source", "credit_line"),
                ]
            },
        ),
        (
            gettext_lazy("Reprint"),
            {
                "fields": [
                    "is_reprint",
                    ("original_headline", "original_author", "responsible_editor"),
                ],
                "classes": ["collapse"],
            },
        ),
    ]
    record = (gettext_lazy("Record"), {"fields": [RECORD[:3], RECORD[3:]], "classes": ["collapse"]})
    autocomplete_fields = ["edition", "page", "event"]
    readonly_fields = [*RECORD, "body_as_read"]
    inlines = [
        inlines.DepartmentInline,
        inlines.CreditInline,
        inlines.MentionInline,
        inlines.PhotoInline,
    ]

    list_display = [
        "headline_and_version",
        "stands",
        "doubts_left",
        "filed",
        "last_change",
    ]
    list_filter = [
        WaitingFilter,
        StandingFilter,
        ReleaseDayFilter,
        OpenDoubtsFilter,
        EditionDateFilter,
        PeriodFilter,
        DepartmentFilter,
        BylineFilter,
    ]
    list_select_related = ["page", "written_by"]
    list_per_page = 50
    search_fields = ["headline"]
    search_help_text = gettext_lazy("Words of the story, 标题: 记者: 人物: -without")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    sortable_by = ["filed"]
    actions = moves.ACTIONS

    class Media:
        js = [
            "newsroom/paste.js",
            "newsroom/passages.js",
            "newsroom/admin.js",
            "newsroom/photos.js",
            "newsroom/focus.js",
            "newsroom/writing.js",
            "newsroom/findings.js",
            "newsroom/fixing.js",
            "newsroom/waiving.js",
            "newsroom/filling.js",
            "newsroom/autosave.js",
        ]
        css = {"all": ["newsroom/autosave.css", "newsroom/focus.css", "newsroom/findings.css"]}

    # Who may do what. No superuser's way around: what is released is never changed or deleted.

    def has_change_permission(self, request, obj=None):
        if obj is not None and (obj.publish_at is not None or not is_theirs(request.user, obj)):
            return False
        return super().has_change_permission(request, obj)

    # The list

    def get_queryset(self, request):
        """A list has each story once, as it stands now; one of a standing has what stands so.

        A live version that is being worked on anew is among the live ones all the same.
        """
        stories = super().get_queryset(request).with_approvals().with_open_doubts()
        if request.resolver_match.url_name != "articles_version_changelist":
            return stories.select_related("article")
        if not request.GET.keys() & OF_VERSIONS:
            stories = stories.latest_of_each_article()
        return stories.defer("body")

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def headline_and_version(self, version):
        if version.number == 1:
            return str(version)
        return format_html(
            '{} <span class="version-number">{}</span>',
            version,
            _("version %(number)s") % {"number": version.number},
        )

    @admin.display(description=gettext_lazy("where it stands"))
    def stands(self, version):
        stand = standing(version)
        return format_html('<span class="standing is-{}">{}</span>', stand.value, stand.label)

    @admin.display(description=gettext_lazy("doubts"), empty_value="")
    def doubts_left(self, version):
        if not version.open_doubts:
            return None
        return format_html('<span class="doubts">{}</span>', version.open_doubts)

    @admin.display(description=gettext_lazy("date and page"), ordering="dated")
    def filed(self, version):
        day = date_format(version.dated, "Y-m-d")
        return format_html("{}<small>{}</small>", day, version.page.label if version.page else "")

    @admin.display(description=gettext_lazy("last change"), ordering="updated_at")
    def last_change(self, version):
        moment = date_format(timezone.localtime(version.updated_at), "m-d H:i")
        return format_html("{}<small>{}</small>", moment, version.written_by or "")

    # The form

    def get_inlines(self, request, obj):
        """Words that follow released ones may say what those had wrong."""
        return [*self.inlines, CorrectionInline] if obj and obj.number > 1 else self.inlines

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return self.fieldsets
        if self.has_change_permission(request, obj):
            return [*self.fieldsets, self.record]
        words = {"fields": ["kicker", "headline", "deck", "body_as_read"], "classes": ["words"]}
        return [(None, words), *self.fieldsets[1:], self.record]

    @admin.display(description=gettext_lazy("body"))
    def body_as_read(self, version):
        return format_html('<div class="body-as-read">{}</div>', mark_safe(canonical(version.body)))

    def get_view_on_site_url(self, obj=None):
        return obj.get_absolute_url() if obj is not None and obj.is_live() else None

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.method == "POST":
            version = self.get_object(request, object_id)
            if version is not None and version.publish_at is not None:
                return self._refuse_to_save(request, version)
            if version is not None and conflicts.is_asked(request):
                page = conflicts.answer(self, request, version)
                if page is not None:
                    return page
        try:
            return super().change_view(request, object_id, form_url, extra_context)
        except SavedMeanwhile:
            version = self.get_object(request, object_id)
            page = version.publish_at is None and conflicts.answer(self, request, version)
            return page or self.change_view(request, object_id, form_url, extra_context)

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        try:
            return super().changeform_view(request, object_id, *args, **kwargs)
        except IntegrityError:
            version = self.get_object(request, object_id)
            if version is not None and version.publish_at is not None:
                # Released between the look and the save: a guard kept the released words.
                return self._refuse_to_save(request, version)
            # Somebody may have merged whom the story names: looked at again, the form says so.
            return super().changeform_view(request, object_id, *args, **kwargs)

    def _refuse_to_save(self, request, version):
        """The story was released while its editor wrote: keep their text on the screen."""
        if not super().has_change_permission(request, version):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": version,
            "title": _("Released meanwhile"),
            "written": [
                (self.opts.get_field(name).verbose_name, request.POST.get(name, ""))
                for name in ("kicker", "headline", "deck", "body")
            ],
            "can_revise": True,
        }
        return TemplateResponse(
            request, "admin/articles/version/released_meanwhile.html", context, status=409
        )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        # The editor's import map is an inline script: it needs the nonce of this response.
        context["media"] = js_asset.Media.from_media(context["media"], nonce=request.csp_nonce)
        if obj is None or self.has_change_permission(request, obj):
            form = context["adminform"].form
            formsets = [one.formset for one in context["inline_admin_formsets"]]
            form.initial["loaded_words"] = json.dumps(words_of(form, formsets))
            context.update(autosave.shown(obj))
        if obj is not None:
            context.update(self._desk(request, obj))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _desk(self, request, version):
        """What the page shows round the form: the standing, the moves, the doubts, the record."""
        may_change = request.user.has_perm("articles.change_version") and is_theirs(
            request.user, version
        )
        prefetch_related_objects([version], *PARTS)
        open_doubts, settled_doubts = doubts.shown_doubts(version, request.user)
        return {
            "standing": standing(version),
            "assignment": Assignment.objects.filter(article=version.article_id).first(),
            "moves": moves.buttons(version, request.user),
            "words_digest": content_digest(version),
            "can_settle": may_change,
            "can_restore": history.may_restore(request.user, version),
            "can_revise": may_change
            and version == version.article.versions.latest("number")
            and version.publish_at is not None,
            "open_doubts": open_doubts,
            "settled_doubts": settled_doubts,
            **findings.beside(request, version),
            "wide_marks": shown_marks(version),
            "may_change_marks": may_change and version.status == Version.Status.DRAFT,
            "lacks": lacks_of(version) if version.publish_at is None else [],
            "notes": passage_notes.open_notes(version),
            **history.changes_for(request, version),
            "preview_links": previews.open_links(request, version),
            "open_proposals": version.article.proposals.open().only("created_at"),
            "proposed_names": version.article.proposed_names.open(),
            "similar_stories": similar_stories(version),
            "stages": review_track(version),
            "decisions": list(
                version.decisions.select_related("by", "ledger_entry").order_by("-id")
            ),
            "versions": [
                (other, standing(other))
                for other in version.article.versions.with_approvals()
                .order_by("number")
                .defer("body")
            ],
        }

    # Saving

    def response_add(self, request, obj, post_url_continue=None):
        return self._on_to_submission(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self._on_to_submission(request, obj) or super().response_change(request, obj)

    def _on_to_submission(self, request, version):
        """Ctrl+Enter over unsaved words: they are saved, and the page that submits them follows."""
        if "_submit" in request.POST:
            address = reverse("admin:articles_version_move", args=[version.pk, "submit"])
            return HttpResponseRedirect(address)
        return None

    def save_model(self, request, obj, form, change):
        if not change:
            obj.article = Article.objects.create()
            obj.written_by = request.user
            obj.save()
            return
        stored = Version.objects.get(pk=obj.pk)
        form.digest_before = content_digest(stored)
        form.review_stage = contributions.stage_of(obj, request.user)
        saves.keep_what_stood(stored)
        # Only what the form knows: a move made at the same moment is not written over.
        names = [name for name in form.cleaned_data if name in form._meta.fields]
        obj.save(update_fields=[*names, "updated_at"])
        records.follow(obj, stored.body)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.instance.seal()
        if change and form.instance.digest != form.digest_before:
            contributions.record(form.instance, request.user, form.review_stage)
        saves.record(form.instance, by=request.user)
        photos.hold(form.instance)
        hold_links()
        conflicts.record(request, form.instance)
        autosave.finish(request)
