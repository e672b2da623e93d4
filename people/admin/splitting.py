"""Split an official in two: a page to tick the stories and posts that are another person's."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import identity
from people.admin.recording import recording
from people.models import Official

SHOWN = 200


class SplitForm(forms.Form):
    """Whom the ticked rows mean, and which rows those are."""

    name = forms.CharField(label=gettext_lazy("Name of the other"), max_length=100)
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Tells two people of one name apart. Readers do not see it."),
    )
    mentions = forms.TypedMultipleChoiceField(coerce=int, required=False)
    appointments = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args, official, shown, **kwargs):
        super().__init__(*args, initial={"name": official.name}, **kwargs)
        for name, rows in (("mentions", shown), ("appointments", official.appointments.all())):
            self.fields[name].choices = [(row.pk, str(row)) for row in rows]


def answer(request, modeladmin, official):
    """The page that asks, or the way to the new official once it is made."""
    title = request.GET.get("printed", "")
    mentions = official.mentions.select_related("version", "version__edition")
    mentions = mentions.defer("version__body").order_by("-version__dated", "-version")
    if "printed" in request.GET:
        mentions = mentions.filter(title_as_printed=title)
    shown = list(mentions[:SHOWN])
    form = SplitForm(request.POST or None, official=official, shown=shown)
    if form.is_valid():
        try:
            with recording(request):
                change = identity.split(official, request.user, **form.cleaned_data)
                return _to_the_new_one(request, modeladmin, official, change)
        except ValidationError as refused:
            form.add_error(None, refused)
    titles = official.mentions.order_by("title_as_printed").values_list(
        "title_as_printed", flat=True
    )
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Split %(name)s") % {"name": official},
        "opts": modeladmin.opts,
        "original": official,
        "form": form,
        "mentions": shown,
        "appointments": official.appointments.select_related("post__department"),
        "ticked": {name: set(request.POST.getlist(name)) for name in ("mentions", "appointments")},
        "titles": titles.distinct(),
        "printed": title if "printed" in request.GET else None,
        "count": mentions.count() if len(shown) == SHOWN else len(shown),
    }
    return TemplateResponse(request, "admin/people/official/split.html", context)


def _to_the_new_one(request, modeladmin, official, change):
    new = Official.objects.get(pk=change.other_id)
    modeladmin.log_change(request, official, str(change))
    modeladmin.log_addition(request, new, str(change))
    messages.success(
        request,
        _(
            "%(name)s is now two people; %(moved)s links are this one's. "
            "It can be undone under merges and splits."
        )
        % {"name": official.name, "moved": change.moved},
    )
    return HttpResponseRedirect(reverse("admin:people_official_change", args=[new.pk]))
