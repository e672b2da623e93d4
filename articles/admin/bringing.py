"""The forms that bring files to the desk, and what their page says of each before it is sent."""

import datetime

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.importing.readers import BESIDE, ENDINGS, OF_ANY_SIZE, Place, typed_page
from articles.importing.sources import latest_day
from articles.parsing.documents import UNREADABLE

MEGABYTE = 2**20
# As of names of files. A browser takes a year that is typed as 98 for one of the first century.
EARLIEST = datetime.date(1800, 1, 1)


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """One file or more; cleans to the list of them.

    An empty one is brought with the others: it is refused by its name as any page is.
    """

    widget = SeveralFilesInput

    def __init__(self, **options):
        super().__init__(allow_empty_file=True, **options)

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(SeveralFilesField, self).clean(file, initial) for file in files]


class DayInput(forms.DateInput):
    """Filled in as a browser takes it, whatever the language."""

    input_type = "date"

    def __init__(self):
        super().__init__(attrs={"min": EARLIEST.isoformat()}, format="%Y-%m-%d")


class DayField(forms.DateField):
    """The day of an edition, or nothing."""

    widget = DayInput

    def __init__(self, **options):
        late = gettext_lazy("This lies more than a month ahead. Look whether the year is right.")
        validators = [MinValueValidator(EARLIEST), MaxValueValidator(latest_day, late)]
        super().__init__(required=False, validators=validators, **options)


class PlaceForm(forms.Form):
    edition_date = DayField(label=gettext_lazy("Edition"))
    page_number = forms.CharField(label=gettext_lazy("Page number"), required=False, max_length=8)
    page_name = forms.CharField(label=gettext_lazy("Section"), required=False, max_length=40)

    def place(self):
        return Place(
            self.cleaned_data["edition_date"],
            typed_page(self.cleaned_data["page_number"]),
            self.cleaned_data["page_name"].strip(),
        )


class BringForm(PlaceForm):
    files = SeveralFilesField(
        label=gettext_lazy("Files"),
        help_text=gettext_lazy(
            "Text, Markdown, Word, PDF, e-paper HTML, JSON Lines, or a ZIP archive of them. Drop "
            "them here, or choose them."
        ),
    )
    edition_date = DayField(
        label=gettext_lazy("Edition"),
        help_text=gettext_lazy(
            "Where neither the files nor their names tell the day. Of a single file it is believed "
            "before all."
        ),
    )
    page_number = forms.CharField(
        label=gettext_lazy("Page number"),
        required=False,
        max_length=8,
        help_text=gettext_lazy(
            "Where neither the files nor their names tell the page. Of a single file it is "
            "believed before all."
        ),
    )


def rules_of_files():
    """What bringing.js holds each chosen file against, by its name and size."""
    limit = f"{settings.IMPORT_MAX_BYTES / MEGABYTE:g}"
    return {
        "endings": [*ENDINGS, *sorted(BESIDE)],
        "largest": settings.IMPORT_MAX_BYTES,
        "ofAnySize": OF_ANY_SIZE,
        "most": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "sentences": {
            "empty": _(UNREADABLE["empty"]),
            "tooLarge": _(UNREADABLE["too_large"]).format(detail=limit),
            "unknown": _(UNREADABLE["unknown_format"]),
            "unreadable": _("This cannot be read. A folder is brought as a ZIP archive of it."),
            "sameName": _("Two of the files have the same name. Rename one of them."),
            "tooMany": _("More than {count} files. Bring a ZIP archive of them.").format(
                count=settings.DATA_UPLOAD_MAX_NUMBER_FILES
            ),
            "chosen": _("Files: {count} ({size})."),
            "refused": _("Cannot be imported: {count}."),
            "takeOut": _("Take out {name}"),
        },
    }
