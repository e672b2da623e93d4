"""Partial days in the forms of the admin."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from people.admin.days import PartialDateField
from people.models import Appointment, Official
from people.periods import PartialDate
from tests.articles.admin.posting import text_of
from tests.factories import make_department, make_official

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english(settings):
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


def test_field_reads_what_it_writes():
    class Form(forms.Form):
        day = PartialDateField()

    seen = PartialDate.parse("≤2023-04-04")
    assert 'value="by 2023-04-04"' in Form(initial={"day": seen}).as_p()
    assert not Form({"day": "by 2023-04-04"}, initial={"day": seen}).has_changed()
    assert Form({"day": "2023"}, initial={"day": seen}).has_changed()
    with translation.override("zh-hans"):
        page = Form(initial={"day": seen}).as_p()
    assert 'value="不晚于2023-04-04"' in page


def test_field_says_what_may_be_typed():
    with pytest.raises(ValidationError, match=r"“5月” is no day\. Type 2023, 2023-05"):
        PartialDateField().clean("5月")


def post_appointment(client, held, **answers):
    data = {"official": held.official_id, "post": held.post_id, "manner": "full"}
    data |= {"is_confirmed": "on"} | answers
    return client.post(f"/admin/people/appointment/{held.pk}/change/", data, follow=True)


def test_appointment_known_to_the_year_is_written_and_shown(admin_client):
    held = make_official(posts=[(make_department("青澜局"), "局长")]).appointments.get()

    post_appointment(admin_client, held, start="2023年", end="2024.5")

    held.refresh_from_db()
    assert (str(held.start), str(held.end)) == ("2023", "2024-05")
    assert "2023 until 2024-05" in text_of(admin_client.get("/admin/people/appointment/"))


def test_appointment_that_ends_before_it_starts_is_said_on_the_form(admin_client):
    held = make_official(posts=[(make_department("青澜局"), "局长")]).appointments.get()

    response = post_appointment(admin_client, held, start="2023", end="2022")

    assert "It must end after it starts." in text_of(response)


def test_second_holder_is_said_on_the_form(admin_client):
    bureau = make_department("青澜局")
    make_official("卞敬庭", posts=[(bureau, "局长")])
    held = make_official("罗川", posts=[(bureau, "副局长")]).appointments.get()
    head = Appointment.objects.get(official__name="卞敬庭").post

    response = post_appointment(admin_client, held, post=head.pk, start="2026")

    assert "青澜局局长 has one holder at a time, and 卞敬庭 holds it." in text_of(response)


def test_official_is_found_by_another_name(admin_client):
    official = make_official("沈砚秋")
    rows = {
        f"{name}-{count}_FORMS": 0
        for name in ("aliases", "appointments")
        for count in ("TOTAL", "INITIAL")
    }
    row = {"aliases-TOTAL_FORMS": 1, "aliases-0-name": "沈研秋", "aliases-0-kind": "former"}
    row |= {"aliases-0-official": official.pk, "aliases-0-end": "2010"}

    admin_client.post(
        f"/admin/people/official/{official.pk}/change/",
        {"name": official.name, "slug": official.slug, "is_confirmed": "on", **rows, **row},
    )

    assert [(str(one), one.time) for one in official.aliases.all()] == [("沈研秋", "until 2010")]
    found = admin_client.get("/admin/people/official/", {"q": "沈研秋"}).context["cl"].result_list
    assert list(found) == list(Official.objects.all())
