"""The list of stories to be written: pitched, decided on, begun, and how far each is."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles import assignments
from articles.admin.forms import MomentInput
from articles.admin.standing import standing
from articles.models import Assignment, Version
from articles.rights import worked_for

Status = Assignment.Status


# What the list can be narrowed to: its name, and what it has for a person.
STATES = {
    "mine": (gettext_lazy("mine to write"), assignments.to_write),
    "free": (gettext_lazy("for whoever takes it"), assignments.to_take),
    "own": (gettext_lazy("my pitches"), assignments.pitches_of),
    "pitched": (
        gettext_lazy("to be decided"),
        lambda user: worked_for(user, Assignment.objects.pitches()),
    ),
    "unbegun": (
        gettext_lazy("to be written"),
        lambda user: worked_for(user, Assignment.objects.unbegun()),
    ),
    "overdue": (gettext_lazy("overdue"), lambda user: Assignment.objects.overdue()),
    "begun": (gettext_lazy("begun"), lambda user: Assignment.objects.exclude(article=None)),
    "declined": (
        gettext_lazy("declined"),
        lambda user: Assignment.objects.filter(status=Status.DECLINED),
    ),
}


class StateFilter(admin.SimpleListFilter):
    """What still has to be done, by whom, and what became of the rest."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [(state, name) for state, (name, _chosen) in STATES.items()]

    def queryset(self, request, queryset):
        if self.value() not in STATES:
            return queryset
        _name, chosen = STATES[self.value()]
        return queryset.filter(pk__in=chosen(request.user).order_by().values("pk"))


@admin.register(Assignment)
class AssignmentAdmin(admin.ModelAdmin):
    list_display = ["headline", "who_writes", "day", "due_at", "how_far"]
    list_filter = [StateFilter, "day"]
    list_per_page = 50
    search_fields = ["headline", "brief"]
    search_help_text = gettext_lazy("Words of the working headline or the brief.")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    autocomplete_fields = ["department", "event"]
    change_form_template = "admin/articles/assignment/change_form.html"
    fields = ["headline", "brief", ("day", "due_at"), "writers", "department", "event"]

    def get_fields(self, request, obj=None):
        """Who writes is for those to say who decide."""
        may_name = assignments.may_decide(request.user) or not self.has_change_permission(
            request, obj
        )
        return [name for name in self.fields if may_name or name != "writers"]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        writers = db_field.related_model.objects.with_perm("articles.add_version")
        kwargs |= {
            "queryset": writers.filter(is_staff=True).order_by("last_name", "first_name"),
            "widget": forms.CheckboxSelectMultiple,
        }
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Who writes is chosen here, not made; a moment is typed into one field."""
        if db_field.name == "due_at":
            return db_field.formfield(widget=MomentInput)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "writers":
            field.widget.can_add_related = False
        return field

    def get_queryset(self, request):
        versions = Version.objects.with_approvals().order_by("number").defer("body")
        return (
            super()
            .get_queryset(request)
            .select_related("pitched_by", "decided_by")
            .prefetch_related(
                "writers",
                Prefetch("article__versions", queryset=versions.select_related("written_by")),
            )
        )

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return super().has_change_permission(request, obj) and assignments.may_change(
            request.user, obj
        )

    @admin.display(description=gettext_lazy("who writes"))
    def who_writes(self, assignment):
        """Who is to, or where nobody was named, who did."""
        named = "、".join(map(str, assignment.writers.all()))
        version = newest_version(assignment)
        return named or (version and version.written_by) or "—"

    @admin.display(description=gettext_lazy("where it stands"))
    def how_far(self, assignment):
        """The decision, or where the story stands that came of it, with the way to the story."""
        if assignment.status != Status.ACCEPTED:
            return assignment.get_status_display()
        version, stands, is_done = newest_version(assignment), _("to be written"), False
        if version:
            address = reverse("admin:articles_version_change", args=[version.pk])
            stands = format_html('<a href="{}">{}</a>', address, standing(version).label)
            is_done = version.number > 1 or version.status != Version.Status.DRAFT
        if is_done or not assignment.is_past_due:
            return stands
        return format_html("{} <strong>{}</strong>", stands, _("overdue"))

    # Pitching, deciding, beginning

    def save_model(self, request, assignment, form, change):
        if not change:
            assignments.propose(assignment, by=request.user)
            assignment.save()
            return
        # Only what was typed: a decision made at the same moment is not written over.
        assignment.save(update_fields={*form.changed_data} - {"writers"})

    def save_related(self, request, form, formsets, change):
        """Whoever pitches a story would write it, unless somebody else is named."""
        super().save_related(request, form, formsets, change)
        pitched = form.instance.status == Status.PITCHED
        if not change and pitched and not form.instance.writers.exists():
            form.instance.writers.add(request.user)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            may_decide = (
                assignments.decides_on(request.user, obj)
                and self.has_change_permission(request, obj)
                and obj.article_id is None
            )
            context |= {
                "version": newest_version(obj),
                "how_far": self.how_far(obj),
                "may_accept": may_decide and obj.status != Status.ACCEPTED,
                "may_decline": may_decide and obj.status != Status.DECLINED,
                "may_begin": assignments.may_begin(request.user, obj),
                "may_reopen": self.has_change_permission(request, obj)
                and assignments.may_reopen(request.user, obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        begin = self.admin_site.admin_view(self.begin_view)
        return [
            path("<int:pk>/begin/", begin, name="articles_assignment_begin"),
            *super().get_urls(),
        ]

    def response_change(self, request, assignment):
        """The button that was pressed, once what was typed is saved."""
        if "_accept" in request.POST or "_decline" in request.POST:
            return self._decide(request, assignment)
        if "_begin" in request.POST:
            return self._begin(request, assignment)
        if "_reopen" in request.POST:
            return self._reopen(request, assignment)
        return super().response_change(request, assignment)

    def _decide(self, request, assignment):
        accepts, note = "_accept" in request.POST, request.POST.get("note", "")[:300]
        try:
            decided = assignments.decide(assignment, accepts, by=request.user, note=note)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            done = decided.get_status_display()
            self.log_change(request, decided, f"{done} {decided.note}".strip())
            messages.success(request, f"{done}：{decided}")
        return HttpResponseRedirect(_address(assignment))

    def _reopen(self, request, assignment):
        try:
            reopened = assignments.reopen(assignment, by=request.user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            done = _("To be written anew: its story was spiked.")
            self.log_change(request, reopened, done)
            messages.success(request, done)
        return HttpResponseRedirect(_address(assignment))

    @method_decorator(require_POST)
    def begin_view(self, request, pk):
        """For whoever writes it and may not change what it says."""
        assignment = get_object_or_404(Assignment, pk=pk)
        if not self.has_view_permission(request, assignment):
            raise PermissionDenied
        return self._begin(request, assignment)

    def _begin(self, request, assignment):
        try:
            draft = assignments.begin(assignment, by=request.user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return HttpResponseRedirect(_address(assignment))
        self.log_change(request, assignment, _("The story is begun."))
        self.log_addition(request, draft, [{"added": {}}])
        messages.success(request, _("The story is begun. Its brief stands beside it."))
        return HttpResponseRedirect(reverse("admin:articles_version_change", args=[draft.pk]))


def _address(assignment):
    return reverse("admin:articles_assignment_change", args=[assignment.pk])


def newest_version(assignment):
    """The newest version of the story that came of it, or None."""
    versions = list(assignment.article.versions.all()) if assignment.article else []
    return versions[-1] if versions else None
