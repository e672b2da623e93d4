"""A finding let stand with a reason, or that taken back: by a POST from the panel of a story."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import waiving
from articles.admin.findings_live import WordsForm
from articles.models import Waiver
from articles.verification_words import name_of
from articles.verifying import story_of


class WaiverForm(forms.Form):
    """Which finding, by what it is known again, and why it is none."""

    rule = forms.CharField()
    words = forms.CharField(strip=False)
    sentence = forms.CharField(strip=False)
    reason = forms.CharField(
        max_length=300,
        error_messages={"required": gettext_lazy("Say why it is no error: that goes on record.")},
    )


def waive(request, version, log):
    """Let the posted finding stand, in the words of an open form where a script sent them too."""
    form = WaiverForm(request.POST)
    if not form.is_valid():
        return _answer(request, [one for errors in form.errors.values() for one in errors])
    finding = form.cleaned_data
    reason = finding.pop("reason")
    story = WordsForm(request.POST).story() if _is_typed(request) else story_of(version)
    try:
        waiver = waiving.waive(
            version, waiving.Waived(**finding), found_in=story, by=request.user, reason=reason
        )
    except ValidationError as refused:
        return _answer(request, refused.messages)
    if waiver:
        log(request, version, _("No error here: %(waiver)s") % {"waiver": _told(waiver)})
    return _answer(request, [], _("It is on record why this is no error."))


def take_back(request, version, key, log):
    try:
        waiver = waiving.take_back(version, key, by=request.user)
    except Waiver.DoesNotExist as unknown:
        raise Http404 from unknown
    except ValidationError as refused:
        return _answer(request, refused.messages)
    if waiver:
        text = _("Taken back, no error here: %(waiver)s")
        log(request, version, text % {"waiver": _told(waiver)})
    return _answer(request, [], _("Taken back: the finding stands again."))


def _is_typed(request):
    """Whether a script sent this for the words of an open form, which stays open."""
    return "typed" in request.POST


def _answer(request, refused, done=""):
    """For a script, what was refused; else None, with the messages that the next page shows."""
    if _is_typed(request):
        return JsonResponse({"refused": " ".join(refused)})
    for sentence in refused:
        messages.error(request, sentence)
    if done:
        messages.success(request, done)
    return None


def _told(waiver):
    return f"{name_of(waiver.rule)}“{waiver.words}”：{waiver.reason}"
