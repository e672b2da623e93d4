"""What an editor types into a story, and the checks that look at more than one field."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Version

# The fields that make a new form worth keeping.
WORDS = frozenset(
    field.name
    for field in Version._meta.fields
    if isinstance(field, models.CharField | models.TextField | models.ForeignKey)
) | {"dateline_date", "dated"}


class SavedMeanwhile(Exception):
    """Somebody saved the story after this form was opened: conflicts.py brings the two together."""


class VersionForm(forms.ModelForm):
    """A story's words. Saved only over the words that its editor had before them."""

    loaded_at = forms.CharField(required=False, widget=forms.HiddenInput)
    # What the form held when it was opened, for a merge with what was stored meanwhile.
    loaded_words = forms.CharField(required=False, widget=forms.HiddenInput)
    # The name of this open form: see articles/models/working_draft.py.
    draft_token = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Version
        fields = [
            "kicker",
            "headline",
            "deck",
            "body",
            "dateline",
            "date_as_printed",
            "dateline_date",
            "page",
            "edition",
            "position",
            "dated",
            "event",
            "source",
            "credit_line",
            "is_reprint",
            "original_author",
            "original_headline",
            "responsible_editor",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["draft_token"] = str(uuid.uuid4())
        if self.instance.pk:
            self.initial["loaded_at"] = self.instance.updated_at.isoformat()
        for name in ("dated", "edition", "position"):
            if name in self.fields:
                self.fields[name].required = False
        if "dated" in self.fields:
            self.fields["dated"].help_text = gettext_lazy(
                "The day of the edition; for a story without one, today."
            )
        if "page" in self.fields:
            self.fields["page"].help_text = gettext_lazy("The edition follows from the page.")

    @cached_property
    def changed_data(self):
        """The words that changed: what the form posts for its own bookkeeping is none."""
        return [name for name in super().changed_data if name in self._meta.fields]

    def clean(self):
        cleaned = super().clean()
        cleaned["position"] = cleaned.get("position") or 0
        self._place_in_edition(cleaned)
        self._check_headline(cleaned)
        if self.instance.pk:
            self._check_nobody_saved_meanwhile(cleaned)
        elif not self._says_anything(cleaned):
            raise ValidationError(_("Nothing is written yet: a word in any field is enough."))
        return cleaned

    def _place_in_edition(self, cleaned):
        """One choice of page says the edition and the date; contradictions are refused.

        Without any of them a draft is filed under today, until it gets its page.
        """
        page, edition = cleaned.get("page"), cleaned.get("edition")
        if page and not edition and "edition" not in self.errors:
            edition = cleaned["edition"] = page.edition
        if page and edition and page.edition_id != edition.pk:
            self.add_error("page", _("This page belongs to the edition of %s.") % page.edition)
        if "dated" in self.errors:
            return
        dated = cleaned.get("dated")
        if edition and dated and dated != edition.date and "dated" in self.changed_data:
            self.add_error("dated", _("The edition is of %s. Leave this empty.") % edition)
        elif edition:
            cleaned["dated"] = edition.date
        elif not dated:
            cleaned["dated"] = timezone.localdate()

    def _check_headline(self, cleaned):
        is_draft = self.instance.status in (Version.Status.DRAFT, Version.Status.SPIKED)
        if not (is_draft or cleaned.get("headline") or "headline" in self.errors):
            self.add_error("headline", _("A story in review needs a headline."))

    def _says_anything(self, cleaned):
        parts = (self.data[name] for name in self.data if name.endswith("-TOTAL_FORMS"))
        return any(text not in ("", "0") for text in parts) or any(
            cleaned.get(name) or name in self.errors for name in self.changed_data if name in WORDS
        )

    def _check_nobody_saved_meanwhile(self, cleaned):
        """Lock the row until the save, and compare it with what the editor had opened."""
        stored = Version.objects.select_for_update().get(pk=self.instance.pk)
        if cleaned.get("loaded_at") != stored.updated_at.isoformat():
            raise SavedMeanwhile


class MomentInput(forms.DateTimeInput):
    """A day and a time in one field of the browser's own."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class MoveForm(forms.Form):
    """What goes with a move: why, from when, and the words that the person had before them."""

    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    at = forms.DateTimeField(
        label=gettext_lazy("Release at"),
        required=False,
        help_text=gettext_lazy("Empty: now. A later moment: readers see the story from then on."),
        widget=MomentInput,
    )
    note_to_readers = forms.CharField(
        label=gettext_lazy("Note to readers"),
        required=False,
        max_length=500,
        help_text=gettext_lazy(
            "Shown at the address of the story, with the date. May stay empty; the note above is "
            "never shown to readers."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    digest = forms.CharField(
        widget=forms.HiddenInput,
        error_messages={
            "required": gettext_lazy(
                "The words have changed since you opened the page. Read them again, then decide."
            )
        },
    )

    def __init__(self, *args, move, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].required = move.needs_note
        if move.needs_note:
            self.fields["note"].help_text = gettext_lazy("Says why. It goes on record.")
        if move.name not in ("release", "reschedule"):
            del self.fields["at"]
        if move.name != "withdraw":
            del self.fields["note_to_readers"]

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at and at < timezone.now():
            raise ValidationError(_("This moment has passed. Leave it empty to release now."))
        return at
