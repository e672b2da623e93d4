"""The form by which a reader reports an error."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import ReaderReport
from articles.reader_reports import UnusableToken, check_token, token_for


class ReportForm(forms.Form):
    """Needs no script. `website` is a trap: people do not see it, programs fill it in."""

    passage = forms.CharField(
        label=_("The passage"),
        help_text=_("As the story has it. You may leave it empty."),
        required=False,
        max_length=ReaderReport._meta.get_field("passage").max_length,
        widget=forms.Textarea({"rows": 3}),
    )
    message = forms.CharField(
        label=_("What is wrong, and what is right?"),
        max_length=ReaderReport._meta.get_field("message").max_length,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Please say what is wrong.")},
    )
    contact = forms.CharField(
        label=_("Telephone or e-mail (optional)"),
        help_text=_("Only for questions about this report; erased a month after it is settled."),
        required=False,
        max_length=ReaderReport._meta.get_field("contact").max_length,
        widget=forms.TextInput({"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}),
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, **kwargs)
        self.article = article
        self.fields["token"].initial = token_for(article)

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Please leave this field empty."))
        return ""

    def clean(self):
        try:
            check_token(self.cleaned_data.get("token", ""), self.article)
        except UnusableToken as unusable:
            # What was typed stays, with a new token where the old one is of no more use.
            self.data = self.data.copy()
            self.data["token"] = token_for(self.article)
            raise forms.ValidationError(unusable.messages) from None
        return self.cleaned_data
