"""Where pages of an import stand that tell no day: it is typed here, and no file is sent anew."""

import re
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy

from articles.admin.bringing import DayField, PlaceForm
from articles.importing.readers import Place
from articles.importing.typed_places import typed_places
from articles.models import ImportJob, JobPage, TypedPlace

PAGES_AT_A_TIME = 100
FIELD = re.compile(r"page-(?P<number>\d{1,9})-edition_date")


class DayForm(forms.Form):
    edition_date = DayField(label=gettext_lazy("The day of all others that tell none"))

    def place(self):
        return Place(self.cleaned_data["edition_date"])


@dataclass(frozen=True)
class PlacedPage:
    """A page and the form of its place."""

    page: JobPage
    form: PlaceForm


@dataclass(frozen=True)
class AskedPlaces:
    """What is asked: the pages that tell no day, `lacking` in number, and those that were placed.

    Some at a time: those beyond come once the first have their day.
    """

    lacking: int
    pages: list[PlacedPage]
    placed: list[PlacedPage]
    others: DayForm

    def typed(self):
        """The places that were typed otherwise than before, by name; None where one cannot be."""
        forms = {row.page.name: row.form for row in (*self.pages, *self.placed)}
        if self.others.is_bound:
            forms[""] = self.others
        if not all(form.is_valid() for form in forms.values()):
            return None
        return {name: form.place() for name, form in forms.items() if form.has_changed()}


def asked_places(job, data=None):
    """The forms of a job that waits, with what was typed before; None where nothing is asked.

    Of `data` that was sent, those of the pages that it is of.
    """
    if job.is_at_work:
        return None
    pages, typed = job.pages.all(), typed_places(job)
    if data is not None:
        pages = pages.filter(number__in=_numbers_in(data))
    lacking, placed = pages.filter(lacks_day=True), pages.none()
    if job.state != ImportJob.State.IMPORTED:
        names = job.typed_places.values("name")
        placed = pages.filter(lacks_day=False, is_known=False, name__in=names)
    asked = AskedPlaces(
        lacking=job.pages.filter(lacks_day=True).count(),
        pages=_forms_of(lacking, typed, data),
        placed=_forms_of(placed, typed, data),
        others=_form_of_others(typed, data),
    )
    return asked if asked.lacking or asked.placed else None


def asked_place(job, number):
    """The page of that number with its form; None where nothing is asked of it."""
    lacking = job.pages.filter(number=number, lacks_day=True)
    rows = [] if job.is_at_work else _forms_of(lacking, typed_places(job), None)
    return rows[0] if rows else None


def _numbers_in(data):
    """The numbers of the pages whose fields were sent."""
    return {int(match["number"]) for match in map(FIELD.fullmatch, data) if match}


def _forms_of(pages, typed, data):
    rows = pages.order_by("number")[:PAGES_AT_A_TIME]
    return [PlacedPage(page, _form_of(page, typed, data)) for page in rows if _has_a_name(page)]


def _has_a_name(page):
    return len(page.name) <= TypedPlace.MOST_OF_A_NAME


def _form_of(page, typed, data):
    place = typed.get(page.name, Place()).filled_by(Place(None, page.page))
    return PlaceForm(data, prefix=f"page-{page.number}", initial=_initial(place))


def _form_of_others(typed, data):
    is_sent = data is not None and "others-edition_date" in data
    place = typed.get("", Place())
    return DayForm(data if is_sent else None, prefix="others", initial=_initial(place))


def _initial(place):
    return {
        "edition_date": place.edition_date,
        "page_number": place.page_number,
        "page_name": place.page_name,
    }
