import pytest
from django.urls import reverse

from articles.suggestions import names_standing, suggestions
from people.models import DepartmentAlias
from tests.factories import make_department, make_official, make_user, make_writer

pytestmark = pytest.mark.django_db
BODY = "<p>11月15日，青澜区教育局局长沈砚秋到柳汐小学调研。</p>"


def test_official_and_department_named_in_the_text_are_suggested():
    department = make_department("青澜区教育局")
    official = make_official("沈砚秋", posts=[(department, "局长")])

    (person,), (body,) = suggestions(BODY)

    assert (person.name, person.title) == ("沈砚秋", "青澜区教育局局长")
    assert person.official == (official.pk, str(official))
    assert (body.pk, body.name) == (department.pk, "青澜区教育局")


def test_nobody_is_guessed_of_two_people_of_one_name():
    make_official("沈砚秋")
    make_official("沈砚秋", slug="shen-yanqiu-2")

    (person,), _bodies = suggestions(BODY)
    assert person.official is None


def test_what_is_sent_is_read_as_it_would_be_stored():
    department = make_department("青澜区教育局")
    make_official("沈砚秋", posts=[(department, "局长")])

    (person,), _bodies = suggestions("<P>来了</P><P>教育局<!-- > -->局长沈砚秋调研。</P>")
    assert person.title == "教育局局长"


def test_department_is_found_by_its_alias():
    department = make_department("青澜区教育体育局")
    DepartmentAlias.objects.create(department=department, name="青澜区教育局")

    _officials, (body,) = suggestions(BODY)
    assert body.pk == department.pk


def test_names_of_the_directory_are_suggested_without_a_title():
    department = make_department("青澜经开区教育体育局")
    make_department("青澜经开区")
    official = make_official("岑予安")

    (person,), (body,) = suggestions("<p>岑予安到青澜经开区教育体育局走访。</p>")

    assert (person.name, person.title, person.official) == (
        "岑予安",
        "",
        (official.pk, str(official)),
    )
    assert (body.pk, body.as_printed) == (department.pk, "青澜经开区教育体育局")
    assert person.address == official.get_absolute_url()
    assert body.address == department.get_absolute_url()


def test_page_that_readers_do_not_have_is_no_address():
    make_official("岑予安", is_confirmed=False)
    make_department("青澜区教育局", is_confirmed=False)

    (person,), (body,) = suggestions("<p>岑予安到青澜区教育局走访。</p>")
    assert (person.address, body.address) == ("", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("教育体育局", {"教育体育局"}),
        ("教育体育局与体育局", {"教育体育局", "体育局"}),
        ("没有", set()),
    ],
)
def test_name_inside_a_longer_one_does_not_stand(text, found):
    assert names_standing({"教育体育局", "体育局"}, text) == found


def test_answer_is_for_editors_only(client):
    address = reverse("admin:articles_version_suggest")
    client.force_login(make_user())
    assert client.post(address, {"body": BODY}).status_code == 403

    client.force_login(make_writer())
    assert client.post(address, {"body": BODY}).json()["officials"][0]["name"] == "沈砚秋"


def test_queries_do_not_grow_with_the_text(django_assert_num_queries):
    make_official("沈砚秋")
    make_department("青澜区教育局")
    with django_assert_num_queries(5):
        suggestions(BODY * 20)
