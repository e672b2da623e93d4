"""The work list of names that no official has been found for."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import unlinked
from articles.models import Mention, ProposedName
from people.models import Official


class SettleForm(forms.Form):
    """Whom the ticked mentions of one name and title mean. No official stands for a new one."""

    name = forms.CharField(max_length=60)
    title = forms.CharField(max_length=200, required=False)
    choice = forms.CharField(max_length=20)
    note = forms.CharField(max_length=200, required=False)
    mentions = forms.TypedMultipleChoiceField(coerce=int, required=False)
    whole = forms.BooleanField(required=False)

    def __init__(self, data):
        super().__init__(data)
        self.fields["mentions"].choices = [(pk, pk) for pk in data.getlist("mentions")]

    def clean_choice(self):
        choice = self.cleaned_data["choice"]
        if choice == "new":
            return None
        official = Official.objects.filter(pk=choice).first() if choice.isdecimal() else None
        if official is None:
            raise ValidationError(_("That official is gone meanwhile."))
        return official

    def chosen(self):
        found = unlinked.unlinked_of(self.cleaned_data["name"], self.cleaned_data["title"])
        if self.cleaned_data["whole"]:
            return found
        return found.filter(pk__in=self.cleaned_data["mentions"])


@admin.register(Mention)
class MentionAdmin(admin.ModelAdmin):
    """Mentions are edited with their story; here stands whom the unlinked ones could mean."""

    show_full_result_count = False

    def get_urls(self):
        view = self.admin_site.admin_view(self.changelist_view)
        return [path("", view, name="articles_mention_changelist")]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("people.change_official")

    has_view_permission = has_change_permission

    def has_module_permission(self, request):
        return self.has_change_permission(request)

    def changelist_view(self, request, extra_context=None):
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            self._settle(request)
            return HttpResponseRedirect(request.get_full_path())
        name = request.GET.get("q", "").strip()
        start = request.GET.get("from", "")
        start = int(start) if start.isdecimal() and len(start) < 8 else 0
        found, has_more = unlinked.groups(name=name, start=start)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Whom do these names mean?"),
            "opts": self.opts,
            "groups": found,
            "proposed": ProposedName.objects.open().count(),
            "name": name,
            "more": _address(q=name, **{"from": start + unlinked.GROUPS}) if has_more else "",
            "first": _address(q=name) if start else "",
        }
        return TemplateResponse(request, "admin/articles/mention/unlinked.html", context)

    def _settle(self, request):
        form = SettleForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Choose whom the name means."))
            return
        official = form.cleaned_data["choice"]
        if official is None and not request.user.has_perm("people.add_official"):
            raise PermissionDenied
        try:
            change = unlinked.settle(
                form.chosen(),
                by=request.user,
                official=official,
                name=form.cleaned_data["name"],
                note=form.cleaned_data["note"],
            )
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return
        messages.success(
            request,
            ngettext(
                "%(name)s is linked in %(count)s story.",
                "%(name)s is linked in %(count)s stories.",
                change.moved,
            )
            % {"name": change.kept_name, "count": change.moved},
        )


def _address(**asked):
    return (
        reverse("admin:articles_mention_changelist")
        + "?"
        + urlencode({key: value for key, value in asked.items() if value})
    )
