"""Take out entries of the directory that were made by mistake. It can be undone (changes.py)."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import identity
from people.admin.recording import recording


@admin.action(
    description=gettext_lazy("Take out what was entered by mistake"), permissions=["change"]
)
def take_out_chosen(modeladmin, request, queryset):
    """Each on its own: what is referred to stays, and is named."""
    with recording(request):
        for entry in queryset.order_by("pk"):
            take_out(modeladmin, request, entry)


def take_out(modeladmin, request, entry):
    try:
        change = identity.take_out(entry, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return
    modeladmin.log_change(request, entry, str(change))
    messages.success(
        request,
        _("Taken out: %(name)s. It can be undone under merges and splits.")
        % {"name": change.kept_name},
    )


class TakesOut(admin.ModelAdmin):
    """Rows of its inlines are taken out where Django would delete them."""

    def save_formset(self, request, form, formset, change):
        rows = formset.save(commit=False)
        for row in formset.deleted_objects:
            take_out(self, request, row)
        for row in rows:
            row.save()
        formset.save_m2m()


class TakenOutInline(admin.StackedInline):
    """Whoever may change a row may take it out."""

    template = "admin/part.html"

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)
