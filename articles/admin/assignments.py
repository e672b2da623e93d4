"""The list of stories to be written: pitched, decided on, begun, and how far each is."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles import assignments
from articles.admin.forms import MomentInput
from articles.admin.standing import standing
from articles.models import Assignment, Version

Status = Assignment.Status


class StateFilter(admin.SimpleListFilter):
    """What still has to be done, unless the rest is asked for."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("mine", _("mine to write")),
            ("pitched", _("to be decided")),
            ("unbegun", _("to be written")),
            ("overdue", _("overdue")),
            ("begun", _("begun")),
            ("declined", _("declined")),
        ]

    def queryset(self, request, queryset):
        unbegun = queryset & Assignment.objects.unbegun()
        return {
            "mine": lambda: unbegun.filter(writers=request.user),
            "pitched": lambda: queryset & Assignment.objects.pitches(),
            "unbegun": lambda: unbegun,
            "overdue": lambda: unbegun.filter(due_at__lt=timezone.now()),
            "begun": lambda: queryset.filter(article__isnull=False),
            "declined": lambda: queryset.filter(status=Status.DECLINED),
        }.get(self.value(), lambda: queryset)()


@admin.register(Assignment)
class AssignmentAdmin(admin.ModelAdmin):
    list_display = ["headline", "who_writes", "day", "due_at", "how_far"]
    list_filter = [StateFilter, "day"]
    list_per_page = 50
    search_fields = ["headline", "brief"]
    search_help_text = gettext_lazy("Words of the working headline or the brief.")
    show_full_result_count = False
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
        accounts = db_field.related_model.objects.filter(is_active=True, is_staff=True)
        kwargs |= {"queryset": accounts, "widget": forms.CheckboxSelectMultiple}
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
        newest = Version.objects.with_approvals().order_by("number").defer("body")
        return (
            super()
            .get_queryset(request)
            .select_related("pitched_by", "decided_by")
            .prefetch_related("writers", Prefetch("article__versions", queryset=newest))
        )

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return super().has_change_permission(request, obj) and assignments.may_change(
            request.user, obj
        )

    @admin.display(description=gettext_lazy("who writes"))
    def who_writes(self, assignment):
        return "、".join(str(writer) for writer in assignment.writers.all()) or "—"

    @admin.display(description=gettext_lazy("where it stands"))
    def how_far(self, assignment):
        """The decision, or where the story stands that came of it, with the way to the story."""
        version = newest_version(assignment)
        if version:
            address = reverse("admin:articles_version_change", args=[version.pk])
            return format_html('<a href="{}">{}</a>', address, standing(version).label)
        if assignment.status != Status.ACCEPTED:
            return assignment.get_status_display()
        is_late = assignment.due_at and assignment.due_at < timezone.now()
        return format_html("<strong>{}</strong>", _("overdue")) if is_late else _("to be written")

    # Pitching, deciding, beginning

    def save_model(self, request, assignment, form, change):
        if not change:
            assignments.propose(assignment, by=request.user)
        super().save_model(request, assignment, form, change)

    def save_related(self, request, form, formsets, change):
        """Whoever pitches a story would write it, unless somebody else is named."""
        super().save_related(request, form, formsets, change)
        pitched = form.instance.status == Status.PITCHED
        if not change and pitched and not form.instance.writers.exists():
            form.instance.writers.add(request.user)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            is_decider = assignments.may_decide(request.user) and obj.article_id is None
            context |= {
                "version": newest_version(obj),
                "how_far": self.how_far(obj),
                "may_accept": is_decider and obj.status != Status.ACCEPTED,
                "may_decline": is_decider and obj.status != Status.DECLINED,
                "may_begin": assignments.may_begin(request.user, obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/decide/", view(self.decide_view), name="articles_assignment_decide"),
            path("<int:pk>/begin/", view(self.begin_view), name="articles_assignment_begin"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def decide_view(self, request, pk):
        assignment = get_object_or_404(Assignment, pk=pk)
        accepts, note = "accept" in request.POST, request.POST.get("note", "")[:300]
        try:
            decided = assignments.decide(assignment, accepts, by=request.user, note=note)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            done = f"{decided.get_status_display()}：{decided}"
            self.log_change(request, decided, f"{done} {decided.note}".strip())
            messages.success(request, done)
        return HttpResponseRedirect(reverse("admin:articles_assignment_change", args=[pk]))

    @method_decorator(require_POST)
    def begin_view(self, request, pk):
        assignment = get_object_or_404(Assignment, pk=pk)
        if not self.has_view_permission(request, assignment):
            raise PermissionDenied
        try:
            draft = assignments.begin(assignment, by=request.user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return HttpResponseRedirect(reverse("admin:articles_assignment_change", args=[pk]))
        self.log_change(request, assignment, _("The story is begun."))
        messages.success(request, _("The story is begun. Its brief stands beside it."))
        return HttpResponseRedirect(reverse("admin:articles_version_change", args=[draft.pk]))


def newest_version(assignment):
    """The newest version of the story that came of it, or None."""
    versions = list(assignment.article.versions.all()) if assignment.article else []
    return versions[-1] if versions else None
