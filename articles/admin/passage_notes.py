"""Notes of reviewers on passages: written beside the text, ticked off by whoever sees to them."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import PassageNote


class PassageNoteForm(forms.ModelForm):
    class Meta:
        model = PassageNote
        fields = ["quote", "note"]

    def clean_quote(self):
        quote = self.cleaned_data["quote"].strip()
        if not _stands(quote, self.instance.version):
            raise forms.ValidationError(
                _("These words do not stand in the story as it is stored. Select them in the text.")
            )
        return quote


def open_notes(version):
    """The notes that nobody has seen to; each `stands` while the words that it is about do."""
    notes = list(version.passage_notes.filter(done_at__isnull=True).select_related("by"))
    for note in notes:
        note.stands = _stands(note.quote, version)
    return notes


def _stands(quote, version):
    return any(quote in text for text in (version.kicker, version.headline, version.deck)) or (
        quote in version.text
    )


def add(request, version):
    """Keep the note, or say why not."""
    form = PassageNoteForm(request.POST, instance=PassageNote(version=version, by=request.user))
    if form.is_valid():
        form.save()
        messages.success(request, _("The note stands beside the text."))
    else:
        messages.error(request, " ".join(" ".join(errors) for errors in form.errors.values()))


def tick_off(request, version, pk):
    note = get_object_or_404(PassageNote, pk=pk, version=version)
    if note.done_at is None:
        note.done_at, note.done_by = timezone.now(), request.user
        note.save(update_fields=["done_at", "done_by"])
