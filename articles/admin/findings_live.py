"""What verification finds in the words of an open form as one types. Nothing is stored."""

import re

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.autosave import ADD, CHANGE
from articles.admin.findings import may_appoint, panel
from articles.body import canonical, paragraphs
from articles.models import Edition, Page, Version
from articles.verification.story import StoryText
from articles.waiving import may_waive

# Bytes of one message: some 60,000 Chinese characters.
MOST = 200_000
_CAPTION = re.compile(r"photos-\d+-caption")
_MENTION = re.compile(r"(?P<row>mentions-\d+)-name_as_printed")


class WordsForm(forms.Form):
    """The fields of a story's form that verification reads; what is no date or page counts as none.

    The names are those of the form, so that it is posted as it stands.
    """

    kicker = forms.CharField(required=False)
    headline = forms.CharField(required=False)
    deck = forms.CharField(required=False)
    body = forms.CharField(required=False)
    dateline_date = forms.DateField(required=False)
    page = forms.ModelChoiceField(Page.objects.select_related("edition"), required=False)
    edition = forms.ModelChoiceField(Edition.objects.all(), required=False)
    dated = forms.DateField(required=False)

    def story(self):
        """The story as it would be stored, its day found as the form finds it (VersionForm)."""
        self.full_clean()
        words = self.cleaned_data
        page, edition = words.get("page"), words.get("edition")
        edition = page.edition if page else edition
        return StoryText(
            headline=words.get("headline", ""),
            kicker=words.get("kicker", ""),
            deck=words.get("deck", ""),
            paragraphs=tuple(paragraphs(canonical(words.get("body", "")))),
            captions=tuple(self._captions()),
            dateline_day=words.get("dateline_date"),
            edition_day=edition.date if edition else words.get("dated") or timezone.localdate(),
            unlinked=frozenset(self._unlinked()),
        )

    def _captions(self):
        for name in self.data:
            # Of each row, for that of a new one has "__prefix__" for its number.
            if _CAPTION.fullmatch(name):
                yield self.data[name]

    def _unlinked(self):
        """As `verifying.story_of` finds them in what is stored."""
        for row in filter(None, map(_MENTION.fullmatch, self.data)):
            is_titled = self.data.get(f"{row['row']}-title_as_printed")
            if is_titled and not self.data.get(f"{row['row']}-official"):
                yield self.data[row[0]]


@require_POST
def findings_view(request):
    """The panel for the posted words, as JSON: its `status`, a sentence, and `found`, its HTML.

    So it is of words that are too long, with nothing found and 413.
    """
    if not (request.user.has_perm(CHANGE) or request.user.has_perm(ADD)):
        raise PermissionDenied
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST:
        status = _(
            "Too long to be verified as you write. Save it and read it: there it is verified."
        )
        return JsonResponse({"status": status, "found": ""}, status=413)
    version = _version(request.POST.get("version", ""))
    shown = panel(WordsForm(request.POST).story(), version)
    found = render_to_string(
        "admin/articles/version/findings_found.html",
        {
            "findings": shown,
            "original": version,
            "can_waive": version is not None and may_waive(request.user, version),
            "can_appoint": may_appoint(request.user),
            "csrf_token": get_token(request),
        },
    )
    return JsonResponse({"status": shown.status, "found": found})


def _version(key):
    """The story whose form it is; None for one that was never saved."""
    versions = Version.objects.select_related("article").defer("body")
    return versions.filter(pk=key).first() if key.isdecimal() else None
