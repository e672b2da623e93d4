"""What the import of one edition taught the directory, to be confirmed as a whole or in part."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles.learned import by_person, shown_in
from people.admin.confirming import confirm_entries, tell_confirmed
from people.admin.recording import recording
from people.learned import dismiss, dismissed_in, learned_in, merge_proposed
from people.models import Appointment, Department
from people.stories import WAYS


class LearnedHere(admin.ModelAdmin):
    """An edition, with a page of what was learned from it."""

    change_form_template = "admin/articles/edition/change_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.learned_view)
        return [
            path("<int:pk>/learned/", view, name="articles_edition_learned"),
            *super().get_urls(),
        ]

    def learned_view(self, request, pk):
        edition = get_object_or_404(self.model, pk=pk)
        if not self.has_view_or_change_permission(request, edition):
            raise PermissionDenied
        if request.method == "POST":
            if {"dismiss", "propose"} & request.POST.keys():
                _dismiss(request, edition)
            else:
                with recording(request):
                    _confirm_ticked(request, edition)
            address = reverse("admin:articles_edition_learned", args=[pk])
            return HttpResponseRedirect(address)
        found = [
            (model._meta, groups, _may_confirm(request, model))
            for model, groups in by_person(shown_in(edition)).items()
            if groups
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Learned from the edition of %(date)s") % {"date": edition.date},
            "opts": self.opts,
            "original": edition,
            "found": found,
            "may_confirm": any(_may_confirm(request, model) for model in (*WAYS, Appointment)),
            "dismissed": dismissed_in(edition),
            "may_appoint": _may_confirm(request, Appointment),
            "may_dismiss": _may_confirm(request, Department),
        }
        return TemplateResponse(request, "admin/articles/edition/learned.html", context)


def _may_confirm(request, model):
    return request.user.has_perm(f"people.change_{model._meta.model_name}")


def _confirm_ticked(request, edition):
    """Only what this edition taught: a key of anything else is left out."""
    count = 0
    found = learned_in(edition)
    merged = _merge_ticked(request, [one.entry for one in found[Department]])
    for model, entries in found.items():
        ticked = set(request.POST.getlist(model._meta.model_name)) - merged
        chosen = [one.entry.pk for one in entries if str(one.entry.pk) in ticked]
        if chosen and not _may_confirm(request, model):
            raise PermissionDenied
        if chosen:
            count += confirm_entries(request, model.objects.filter(pk__in=chosen))
    tell_confirmed(request, count)


def _dismiss(request, edition):
    """Dismiss one body that this edition taught, or propose one again that was dismissed."""
    if not _may_confirm(request, Department):
        raise PermissionDenied
    is_dismissed = "dismiss" in request.POST
    found = learned_in(edition)[Department] if is_dismissed else dismissed_in(edition)
    chosen = request.POST["dismiss" if is_dismissed else "propose"]
    keys = [one.entry.pk for one in found if str(one.entry.pk) == chosen]
    bodies = dismiss(Department.objects.filter(pk__in=keys), is_dismissed=is_dismissed)
    done = _("dismissed") if is_dismissed else _("proposed again")
    LogEntry.objects.log_actions(
        request.user.pk, bodies, CHANGE, change_message=[{"changed": {"fields": [done]}}]
    )
    text = (
        _("%(body)s is dismissed: no import proposes it again.")
        if is_dismissed
        else _("%(body)s is proposed again.")
    )
    for body in bodies:
        messages.success(request, text % {"body": body})


def _merge_ticked(request, bodies):
    """Make other names of bodies their aliases: the keys that are there no more, as posted."""
    ticked = set(request.POST.getlist("same"))
    chosen = [body for body in bodies if str(body.pk) in ticked]
    if chosen and not _may_confirm(request, Department):
        raise PermissionDenied
    keys = {str(body.pk) for body in chosen}
    try:
        changes = merge_proposed(chosen, request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return keys
    for change in changes:
        text = _("%(other)s is now an alias of %(kept)s.")
        messages.success(request, text % {"other": change.other_name, "kept": change.kept_name})
    return keys
