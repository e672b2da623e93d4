import pytest
from django.urls import reverse

from articles.suggestions import suggestions
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


def test_department_is_found_by_its_alias():
    department = make_department("青澜区教育体育局")
    DepartmentAlias.objects.create(department=department, name="青澜区教育局")

    _officials, (body,) = suggestions(BODY)
    assert body.pk == department.pk


def test_answer_is_for_editors_only(client):
    address = reverse("admin:articles_version_suggest")
    client.force_login(make_user())
    assert client.post(address, {"body": BODY}).status_code == 403

    client.force_login(make_writer())
    assert client.post(address, {"body": BODY}).json()["officials"][0]["name"] == "沈砚秋"


def test_queries_do_not_grow_with_the_text(django_assert_num_queries):
    with django_assert_num_queries(2):
        suggestions(BODY * 20)
