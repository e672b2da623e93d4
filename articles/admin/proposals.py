"""What later imports read otherwise: the list, the page of one, and a whole edition at once.

articles/proposals.py settles them; each is logged with the proposal and with the story.
"""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, Max, OuterRef, Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.dateparse import parse_date
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles import proposals
from articles.admin.differences import difference, how_much
from articles.admin.filters import EditionDateFilter
from articles.admin.imports import OnRecord
from articles.admin.proposal_filters import ImportFilter, SettledFilter
from articles.admin.standing import standing
from articles.importing.changes import PART_OF
from articles.models import Contribution, Proposal, Version
from articles.models.content import content_digest

MOST_AT_ONCE = 300


class ProposalNotTaken(Exception):
    """The sentence for the editor."""


class StoryDateFilter(EditionDateFilter):
    def queryset(self, request, queryset):
        day = _day(self.value())
        return _of_edition(queryset, day) if day else queryset


@admin.register(Proposal)
class ProposalAdmin(OnRecord):
    list_display = ["__str__", "filed", "differs", "stands", "made"]
    list_filter = [SettledFilter, StoryDateFilter, ImportFilter]
    search_fields = ["words__headline", "article__versions__headline"]
    search_help_text = gettext_lazy("Words of the headline")
    sortable_by = []
    show_facets = admin.ShowFacets.NEVER
    actions = ["take_chosen"]

    # Who may look and who may settle: as with the story itself.

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.view_version") or self.has_take_permission(request)

    def has_take_permission(self, request):
        return request.user.has_perm("articles.change_version")

    # The list

    def get_queryset(self, request):
        latest = Version.objects.latest_of_each_article().with_approvals().select_related("page")
        return (
            super()
            .get_queryset(request)
            .select_related("article__imported_facts", "settled_by")
            .prefetch_related(Prefetch("article__versions", latest, to_attr="latest"))
        )

    def changelist_view(self, request, extra_context=None):
        day = _day(request.GET.get(StoryDateFilter.parameter_name))
        context = {"day": day if self.has_take_permission(request) else None}
        return super().changelist_view(request, context | (extra_context or {}))

    @admin.display(description=gettext_lazy("date and page"))
    def filed(self, proposal):
        version = _version(proposal)
        page = version.page.label if version.page else ""
        return format_html("{}<small>{}</small>", date_format(version.dated, "Y-m-d"), page)

    @admin.display(description=gettext_lazy("what differs"))
    def differs(self, proposal):
        return how_much(_version(proposal), proposal)

    @admin.display(description=gettext_lazy("where it stands"))
    def stands(self, proposal):
        stand = standing(_version(proposal))
        return format_html('<span class="standing is-{}">{}</span>', stand.value, stand.label)

    @admin.display(description=gettext_lazy("made"))
    def made(self, proposal):
        day = date_format(proposal.created_at, "Y-m-d")
        return format_html("{}<small>{}</small>", day, _outcome(proposal))

    @admin.action(description=gettext_lazy("Take…"), permissions=["take"])
    def take_chosen(self, request, queryset):
        return self._ask(request, queryset)

    # One proposal

    def change_view(self, request, object_id, form_url="", extra_context=None):
        proposal = self.get_object(request, object_id)
        if proposal is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, proposal):
            raise PermissionDenied
        version = _version(proposal)
        is_edited = version.pk in edited_here([version])
        return self._render(
            request,
            "change_form",
            {
                "title": _("Import proposal"),
                "proposal": proposal,
                "version": version,
                "standing": standing(version),
                "difference": difference(version, proposal, is_edited),
                "digest": content_digest(version),
                "outcome": _outcome(proposal),
                "is_edited": is_edited,
                "newer": proposals.newer_taken(proposal),
                "undone": proposals.undone_breaks(version, proposal),
                "why_not": proposals.why_not_taken(version),
                "can_settle": proposal.is_open and self.has_take_permission(request),
                "open_doubts": version.doubts.open().count(),
                "others": proposal.article.proposals.open().exclude(pk=proposal.pk).defer("record"),
            },
        )

    def get_urls(self):
        def at(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=name)

        return [
            at("take/", self.take_edition_view, "articles_proposal_take_edition"),
            at("<int:pk>/take/", self.take_view, "articles_proposal_take"),
            at("<int:pk>/leave/", self.leave_view, "articles_proposal_leave"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def take_view(self, request, pk):
        proposal = get_object_or_404(Proposal, pk=pk)
        try:
            version = self._take(
                request, proposal, request.POST.get("digest", ""), _chosen(request.POST)
            )
        except ProposalNotTaken as refused:
            messages.error(request, str(refused))
            return self._to(request, "change", proposal.pk)
        messages.success(
            request,
            format_html(
                '<a href="{}">{}</a>',
                reverse("admin:articles_version_change", args=[version.pk]),
                _("Taken: %(story)s, version %(number)s")
                % {"story": version.headline, "number": version.number},
            ),
        )
        return self._to(request, "changelist")

    @method_decorator(require_POST)
    def leave_view(self, request, pk):
        proposal = get_object_or_404(Proposal, pk=pk)
        try:
            proposals.leave(proposal, by=request.user)
        except PermissionDenied as refused:
            messages.error(request, str(refused))
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            self.log_change(request, proposal, _("Left as it stands."))
            messages.success(request, _("Left as it stands: %(story)s") % {"story": proposal})
        return self._to(request, "changelist")

    # Several at once

    def take_edition_view(self, request):
        """Ask about all open proposals of an edition; a POST takes those that were chosen."""
        if not self.has_take_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            self._take_each(request, request.POST.getlist("chosen"))
            return self._to(request, "changelist")
        day = _day(request.GET.get(StoryDateFilter.parameter_name))
        if day is None:
            return self._to(request, "changelist")
        return self._ask(request, _of_edition(self.get_queryset(request), day), day)

    def _ask(self, request, queryset, day=None):
        """The page that says what would be taken and what would not, before anything is."""
        chosen = list(queryset.open().order_by("pk")[: MOST_AT_ONCE + 1])
        ready, held_back = _sorted_out(chosen[:MOST_AT_ONCE])
        new_versions = sum(version.publish_at is not None for _one, version, _digest in ready)
        return self._render(
            request,
            "take",
            {
                "title": _("Take import proposals"),
                "day": day,
                "ready": [
                    (one, version, digest, standing(version), how_much(version, one))
                    for one, version, digest in ready
                ],
                "held_back": held_back,
                "drafts": len(ready) - new_versions,
                "new_versions": new_versions,
                "most": MOST_AT_ONCE if len(chosen) > MOST_AT_ONCE else None,
            },
        )

    def _take_each(self, request, chosen):
        """Take each on its own; one message for what was taken, one for each reason why not."""
        seen = dict(value.split(":", 1) for value in chosen if ":" in value)
        found = Proposal.objects.filter(
            pk__in=[pk for pk in seen if pk.isdecimal() and len(pk) < 19]
        )
        taken, refusals = [], {}
        for proposal in found.order_by("pk"):
            try:
                taken.append(self._take(request, proposal, seen[str(proposal.pk)]))
            except ProposalNotTaken as refused:
                refusals.setdefault(str(refused), []).append(str(proposal))
        begun = sum(version.number > 1 for version in taken)
        if taken:
            counted = ngettext("Taken: %(count)d story.", "Taken: %(count)d stories.", len(taken))
            sentences = [counted % {"count": len(taken)}]
            if begun:
                later = ngettext(
                    "%(count)d is a new version, to be reviewed.",
                    "%(count)d are new versions, to be reviewed.",
                    begun,
                )
                sentences.append(later % {"count": begun})
            messages.success(request, " ".join(sentences))
        for reason, stories in refusals.items():
            messages.error(request, f"{reason} {'、'.join(stories)}")
        if not found:
            messages.warning(request, _("Nothing was chosen."))

    def _take(self, request, proposal, digest, chosen=None):
        try:
            version = proposals.take(proposal, request.user, digest, chosen)
        except PermissionDenied as refused:
            raise ProposalNotTaken(str(refused)) from refused
        except ValidationError as refused:
            raise ProposalNotTaken(" ".join(refused.messages)) from refused
        self.log_change(request, proposal, _("Taken."))
        # In plain words: what the form of a story logs is a list of fields (see edited_here).
        self.log_change(request, version, _("Took what a later import read."))
        return version

    def _render(self, request, template, context):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "preserved_filters": self.get_preserved_filters(request),
            **context,
        }
        return TemplateResponse(request, f"admin/articles/proposal/{template}.html", context)

    def _to(self, request, view, *args):
        kept = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        url = reverse(f"admin:articles_proposal_{view}", args=args)
        return HttpResponseRedirect(add_preserved_filters(kept, url))


def edited_here(versions):
    """The primary keys of those versions whose words an editor changed in the admin.

    A version after the first is one too: somebody began it to say something else. Who did no more
    than take a proposal edited nothing.
    """
    logged = LogEntry.objects.filter(
        content_type=get_content_type_for_model(Version),
        object_id__in=[str(version.pk) for version in versions],
        action_flag=CHANGE,
        change_message__startswith="[{",
    ).values_list("object_id", flat=True)
    taken = Proposal.objects.filter(
        article__imported_facts__isnull=False,
        article=OuterRef("version__article"),
        was_taken=True,
        settled_by=OuterRef("by"),
    )
    written = Contribution.objects.filter(~Exists(taken), version__in=versions)
    return {
        *map(int, logged),
        *written.order_by().values_list("version", flat=True),
        *(version.pk for version in versions if version.number > 1),
    }


def _sorted_out(chosen):
    """(ready, held back): proposals with version and digest, and those to look at one by one."""
    versions = [_version(proposal) for proposal in chosen]
    edited, undoing = edited_here(versions), proposals.undoing(chosen, versions)
    newest = dict(
        Proposal.objects.open()
        .filter(article__in=[proposal.article_id for proposal in chosen])
        .order_by()
        .values_list("article")
        .annotate(Max("pk"))
    )
    listed = Proposal.objects.filter(pk__in=[proposal.pk for proposal in chosen])
    overtaken = set(listed.overtaken().order_by().values_list("pk", flat=True))
    ready, held_back = [], []
    for proposal in chosen:
        version = _version(proposal)
        reason = proposals.why_not_taken(version)
        if newest.get(proposal.article_id) != proposal.pk:
            reason = _("A later import of this story proposes something else.")
        elif proposal.pk in overtaken and not reason:
            reason = proposals.OVERTAKEN
        elif proposal.pk in undoing and not reason:
            reason = proposals.UNDOES
        elif version.pk in edited and not reason:
            reason = _("Its words were edited here. Compare the two on its own page.")
        if reason:
            held_back.append((proposal, version, reason))
        else:
            ready.append((proposal, version, version.digest or content_digest(version)))
    return ready, held_back


def _version(proposal):
    (version,) = proposal.article.latest
    return version


def _chosen(posted):
    """The names of the ticked changes; of one part only, where its own button was pressed."""
    chosen = set(posted.getlist("chosen"))
    part = posted.get("part")
    return {name for name in chosen if part in (None, _part_of(name))}


def _part_of(name):
    return "words" if name.startswith(proposals.ROW) else PART_OF.get(name.split(":")[0])


def _of_edition(queryset, day):
    return queryset.filter(Exists(Version.objects.filter(article=OuterRef("article"), dated=day)))


def _day(value):
    try:
        return parse_date(value or "")
    except ValueError:  # A day that no month has.
        return None


def _outcome(proposal):
    if proposal.is_open:
        return ""
    sentence = _("taken by %(who)s") if proposal.was_taken else _("left as it stood by %(who)s")
    return sentence % {"who": proposal.settled_by}
