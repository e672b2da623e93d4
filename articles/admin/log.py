"""The log on the desk: who did what, filtered by person, story, kind, department and day."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import log
from articles.admin.imports import OnRecord
from articles.admin.workbook import Sheet, workbook
from articles.models import Decision
from people.models import Department, User

SHOWN = 50
EXPORTED = 10_000
EDITS = [
    ("added", gettext_lazy("add")),
    ("changed", gettext_lazy("change")),
    ("deleted", gettext_lazy("delete")),
]


class LogForm(forms.Form):
    """What of the log is asked for."""

    by = forms.ModelChoiceField(User.objects.none(), label=gettext_lazy("who"), required=False)
    story = forms.CharField(label=gettext_lazy("story"), required=False, max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("what"), required=False)
    department = forms.ModelChoiceField(
        Department.objects.order_by("position", "name"),
        label=gettext_lazy("department"),
        required=False,
    )
    first = forms.DateField(
        label=gettext_lazy("from"), required=False, widget=forms.DateInput({"type": "date"})
    )
    last = forms.DateField(
        label=gettext_lazy("to"), required=False, widget=forms.DateInput({"type": "date"})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["by"].queryset = User.objects.filter(is_staff=True).order_by("username")
        self.fields["kind"].choices = [
            ("", "---------"),
            (_("decisions"), Decision.Move.choices),
            (_("changes at the desk"), EDITS),
        ]

    def asked(self):
        """What was asked; what cannot be read leaves nothing out."""
        self.is_valid()
        return log.Asked(**{name: value for name, value in self.cleaned_data.items() if value})


@admin.register(LogEntry)
class LogAdmin(OnRecord):
    """Moves and changes in one list. What is filtered is what an export holds."""

    def has_view_permission(self, request, obj=None):
        return log.sees_everything(request.user) or request.user.has_perm("articles.view_decision")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = LogForm(request.GET)
        asked = form.asked()
        if "excel" in request.GET:
            found = log.lines(asked, request.user, EXPORTED + 1)
            if len(found) <= EXPORTED:
                return _exported(found)
            messages.error(
                request,
                _("These are more than %(most)s entries. Filter them, then export.")
                % {"most": EXPORTED},
            )
        before = _moment(request.GET.get("before", ""))
        found = log.lines(asked, request.user, SHOWN + 1, before)
        return TemplateResponse(
            request,
            "admin/articles/log/log.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "title": _("Log"),
                "form": form,
                "lines": [(line, _address(line.record)) for line in found[:SHOWN]],
                "is_of_own_stories": not log.sees_everything(request.user),
                "query": _without(request.GET, "before", "excel"),
                "before": found[SHOWN - 1].at.isoformat() if len(found) > SHOWN else "",
            },
        )


def _address(record):
    if isinstance(record, Decision):
        return reverse("admin:articles_version_change", args=[record.version_id])
    return record.get_admin_url() if not record.is_deletion() else None


def _without(query, *names):
    query = query.copy()
    for name in names:
        query.pop(name, None)
    return query.urlencode()


def _exported(lines):
    rows = [(f"{timezone.localtime(line.at):%Y-%m-%d %H:%M:%S}", *_words(line)) for line in lines]
    heads = [_("when"), _("who"), _("what"), _("story"), _("note or change"), _("digest")]
    return workbook(f"log-{timezone.localdate()}", Sheet(_("Log"), heads, rows))


def _words(line):
    return line.who, line.what, line.about, line.detail, getattr(line.record, "digest", "")


def _moment(text):
    try:
        return parse_datetime(text)
    except ValueError:  # A moment that no calendar has.
        return None
