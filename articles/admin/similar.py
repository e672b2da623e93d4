"""Stories that look like one, for a person to decide: the list of pairs, the two side by side."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.http import require_POST

from articles.duplicates import decide
from articles.models import Article, SimilarPair, Version
from articles.similarity import Run, overlap, runs, shingles

Decision = SimilarPair.Decision


@dataclass(frozen=True)
class Side:
    """One story of a pair as the page shows it: its paragraphs in runs, shared or its own."""

    version: Version
    paragraphs: list[list[Run]]


class DecisionFilter(admin.SimpleListFilter):
    """Open pairs unless others are asked for: the list is a list of work."""

    title = pgettext_lazy("similar stories", "decision")
    parameter_name = "decision"

    def lookups(self, request, model_admin):
        return [*Decision.choices, ("all", _("all"))]

    def choices(self, changelist):
        chosen = self.value() or Decision.OPEN
        for value, label in self.lookup_choices:
            yield {
                "selected": value == chosen,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": label,
            }

    def queryset(self, request, queryset):
        if self.value() == "all":
            return queryset
        chosen = self.value() if self.value() in Decision.values else Decision.OPEN
        return queryset.filter(decision=chosen)


@admin.action(description=gettext_lazy("Same story"), permissions=["change"])
def decide_same(modeladmin, request, queryset):
    _decide_each(modeladmin, request, queryset, Decision.SAME)


@admin.action(description=gettext_lazy("Not the same"), permissions=["change"])
def decide_not_same(modeladmin, request, queryset):
    _decide_each(modeladmin, request, queryset, Decision.NOT_SAME)


def _decide_each(modeladmin, request, queryset, decision):
    pairs = list(queryset)
    for pair in pairs:
        modeladmin.decide(request, pair, decision)
    messages.success(
        request,
        ngettext("%(decision)s: %(count)s pair.", "%(decision)s: %(count)s pairs.", len(pairs))
        % {"decision": decision.label, "count": len(pairs)},
    )


@admin.register(SimilarPair)
class SimilarPairAdmin(admin.ModelAdmin):
    list_display = ["shown_share", "first_story", "second_story", "decision", "found_at"]
    list_display_links = ["shown_share"]
    list_filter = [DecisionFilter]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    sortable_by = ["shown_share", "found_at"]
    ordering = ["-share", "-id"]
    actions = [decide_same, decide_not_same]

    def lookup_allowed(self, lookup, value, request):
        return lookup == "found_by" or super().lookup_allowed(lookup, value, request)

    def has_add_permission(self, request):
        return False

    # The list

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related(*with_latest())

    @admin.display(description=gettext_lazy("share"), ordering="share")
    def shown_share(self, pair):
        return format_html(
            '{}%<span class="visually-hidden"> {}</span>', pair.share, _("side by side")
        )

    @admin.display(description=gettext_lazy("first story"))
    def first_story(self, pair):
        return _placed(latest(pair.first))

    @admin.display(description=gettext_lazy("second story"))
    def second_story(self, pair):
        return _placed(latest(pair.second))

    # The two side by side

    def get_urls(self):
        return [
            path(
                "<int:pk>/decide/",
                self.admin_site.admin_view(self.decide_view),
                name="articles_similarpair_decide",
            ),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        pair = self.get_object(request, object_id)
        if pair is None:
            raise Http404
        if not self.has_view_permission(request, pair):
            raise PermissionDenied
        first, second = (
            article.versions.latest_of_each_article().select_related("page").get()
            for article in (pair.first, pair.second)
        )
        measured = overlap(shingles(first.text), shingles(second.text))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": pair,
            "title": _("Similar stories"),
            "sides": [_side(first, second), _side(second, first)],
            "days_apart": abs((first.dated - second.dated).days),
            "of_shorter": round(measured.containment * 100),
            "of_both": round(measured.jaccard * 100),
            "may_decide": self.has_change_permission(request, pair),
            "choices": [one for one in Decision if one != pair.decision],
        }
        return TemplateResponse(request, "admin/articles/similarpair/compare.html", context)

    @method_decorator(require_POST)
    def decide_view(self, request, pk):
        pair = get_object_or_404(SimilarPair, pk=pk)
        if not self.has_change_permission(request, pair):
            raise PermissionDenied
        if request.POST.get("decision") not in Decision.values:
            raise Http404
        was_open = pair.is_open
        decision = Decision(request.POST["decision"])
        self.decide(request, pair, decision)
        messages.success(
            request,
            _("The pair is decided: %(decision)s.") % {"decision": decision.label},
        )
        following = SimilarPair.objects.open().first() if was_open else pair
        return HttpResponseRedirect(
            compare_url(following)
            if following
            else reverse("admin:articles_similarpair_changelist")
        )

    def decide(self, request, pair, decision):
        decide(pair, decision, by=request.user)
        self.log_change(request, pair, [{"changed": {"fields": [str(decision.label)]}}])


def similar_stories(version):
    """The pairs of a story for its form: (pair, latest version of the other story)."""
    pairs = (
        SimilarPair.objects.of(version.article_id)
        .exclude(decision=Decision.NOT_SAME)
        .prefetch_related(*with_latest())
    )
    return [
        (pair, latest(pair.second if pair.first_id == version.article_id else pair.first))
        for pair in pairs
    ]


def compare_url(pair):
    return reverse("admin:articles_similarpair_change", args=[pair.pk])


def with_latest():
    """Prefetches the latest version of both stories of a pair: `latest` reads it."""
    versions = (
        Version.objects.latest_of_each_article()
        .select_related("page")
        .defer("body")
        .order_by("article_id")
    )
    return [
        Prefetch(name, queryset=Article.objects.prefetch_related(Prefetch("versions", versions)))
        for name in ("first", "second")
    ]


def latest(article):
    return article.versions.all()[0]


def _side(version, other):
    return Side(version, runs(version.paragraphs, other.paragraphs))


def _placed(version):
    page = f" · {version.page.label}" if version.page else ""
    return format_html(
        "{}<small>{}{}</small>", version.headline, date_format(version.dated, "Y-m-d"), page
    )
