"""Days known in part, typed in one field: 2023, 2023-05, 2023年5月, 2023-05-31."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import day_in_words
from people.periods import PartialDate

EXAMPLES = gettext_lazy("2023, 2023-05, 2023年5月 or 2023-05-31, as far as it is known.")


class PartialDateField(forms.Field):
    """Gives a `PartialDate`, or None where nothing is typed."""

    widget = forms.TextInput

    def widget_attrs(self, widget):
        return {"class": "day", "placeholder": "2023-05-31", "maxlength": 30, "autocomplete": "off"}

    def prepare_value(self, value):
        return day_in_words(value) if isinstance(value, PartialDate) else value

    def to_python(self, value):
        if value in self.empty_values or not value.strip():
            return None
        try:
            return PartialDate.parse(value)
        except ValueError:
            raise ValidationError(
                _("“%(text)s” is no day. Type %(examples)s") % {"text": value, "examples": EXAMPLES}
            ) from None


class TimedForm(forms.ModelForm):
    """Of a `Timed` row: its start and its end as one field each."""

    start = PartialDateField(label=gettext_lazy("from"), required=False)
    end = PartialDateField(label=gettext_lazy("until"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("start", "end"):
            self.initial.setdefault(name, getattr(self.instance, name))

    def clean(self):
        cleaned = super().clean()
        for name in ("start", "end"):
            if name in self.cleaned_data:
                setattr(self.instance, name, self.cleaned_data[name])
        return cleaned

    def _post_clean(self):
        """The constraints of the days are checked too, though their columns are no fields here."""
        super()._post_clean()
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except ValidationError as refused:
                self.add_error(None, refused.messages)


class ShowsTime:
    """Mixed into an admin or inline of a `TimedForm`: the two days for those who only look."""

    form = TimedForm

    @admin.display(description=gettext_lazy("from"))
    def start(self, row):
        return day_in_words(row.start) if row.start else ""

    @admin.display(description=gettext_lazy("until"))
    def end(self, row):
        return day_in_words(row.end) if row.end else ""
