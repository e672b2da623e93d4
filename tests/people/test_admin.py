import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import translation

from people.models import Appointment, Department, Reporter, User
from tests.factories import make_department, make_official, make_reporter, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english(settings):
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


def url(model, page="changelist", *args):
    return reverse(f"admin:people_{model}_{page}", args=args)


@pytest.mark.parametrize("make", [make_department, make_official, make_reporter])
def test_what_an_import_learned_is_found_and_confirmed(admin_client, make):
    learned, known = make(name="新见", is_confirmed=False), make(name="旧识")
    model = learned._meta.model_name
    listed = admin_client.get(url(model), {"is_confirmed__exact": 0}).context["cl"].result_list
    assert list(listed) == [learned]

    response = admin_client.post(
        url(model),
        {"action": "confirm", "_selected_action": [learned.pk, known.pk]},
        follow=True,
    )

    learned.refresh_from_db()
    assert learned.is_confirmed
    confirmed, *told = map(str, response.context["messages"])
    assert confirmed == "1 entry confirmed."
    # Of reporters verification knows nothing.
    assert len(told) == (not isinstance(learned, Reporter))
    assert LogEntry.objects.get().object_id == str(learned.pk)


def test_learned_appointment_is_confirmed(admin_client):
    make_official(posts=[(make_department(), "局长")])
    Appointment.objects.update(is_confirmed=False)
    chosen = Appointment.objects.get().pk

    admin_client.post(url("appointment"), {"action": "confirm", "_selected_action": [chosen]})

    assert Appointment.objects.get().is_confirmed


def test_new_official_is_not_given_a_post_that_another_holds(admin_client):
    held = make_official("沈砚秋", posts=[(make_department("青澜局"), "局长")]).appointments.get()
    data = {"name": "罗川", "is_confirmed": "on"}
    for prefix, number in (("aliases", 0), ("appointments", 1)):
        data |= {f"{prefix}-TOTAL_FORMS": number, f"{prefix}-INITIAL_FORMS": 0}
    row = {"post": held.post_id, "start": "2026", "manner": "full", "is_confirmed": "on"}
    data |= {f"appointments-0-{name}": value for name, value in row.items()}

    page = admin_client.post(url("official", "add"), data).content.decode()

    assert "青澜局局长 has one holder at a time, and 沈砚秋 holds it." in page
    assert Appointment.objects.get() == held


def test_everybody_looks_up_and_nobody_changes_without_permission(client):
    client.force_login(make_user())
    department = make_department()

    lookup = reverse("admin:autocomplete") + (
        "?app_label=people&model_name=department&field_name=parent&term=青澜"
    )
    assert [row["text"] for row in client.get(lookup).json()["results"]] == [department.name]
    change = client.post(url("department", "change", department.pk), {"name": "改名"})
    assert change.status_code == 403
    confirm = {"action": "confirm", "_selected_action": [department.pk]}
    Department.objects.update(is_confirmed=False)
    client.post(url("department"), confirm)
    assert not Department.objects.get().is_confirmed


def test_department_is_found_by_its_alias(admin_client):
    department = make_department("青澜经开区应急管理局")
    department.aliases.create(name="区应急局")

    found = admin_client.get(url("department"), {"q": "区应急局"}).context["cl"].result_list

    assert list(found) == [department]


def test_post_held_is_shown_beside_the_official(admin_client):
    make_official("沈砚秋", posts=[(make_department("青澜局"), "局长")])

    assert "青澜局局长" in admin_client.get(url("official")).content.decode()


def test_account_that_keeps_accounts_gives_itself_no_powers(client):
    keeper = make_user(permissions=["view_user", "change_user"])
    client.force_login(keeper)

    client.post(
        url("user", "change", keeper.pk),
        {"username": keeper.username, "last_name": "林", "is_active": "on", "is_superuser": "on"},
    )

    keeper = User.objects.get(pk=keeper.pk)
    assert (keeper.last_name, keeper.is_superuser) == ("林", False)


def test_account_that_keeps_accounts_cannot_take_over_a_superuser(client):
    root = make_user(is_superuser=True)
    client.force_login(make_user(permissions=("change_user", "view_user", "delete_user")))

    taken = client.post(
        f"/admin/people/user/{root.pk}/password/",
        {"password1": "Qinglan-2026", "password2": "Qinglan-2026", "usable_password": "true"},
    )
    deleted = client.post(url("user", "delete", root.pk), {"post": "yes"})

    root.refresh_from_db()
    assert (taken.status_code, deleted.status_code) == (403, 403)
    assert root.check_password("secret")


@pytest.mark.parametrize("count", [3, 30])
def test_lists_take_the_same_queries_for_few_and_for_many(
    admin_client, count, django_assert_num_queries
):
    for number in range(count):
        make_official(f"某{number}", posts=[(make_department(), "局长")])
    admin_client.get(url("official"))

    # Session, account, count, rows, appointments, their posts with bodies.
    with django_assert_num_queries(7):
        admin_client.get(url("official"))


def test_what_an_import_proposed_of_a_body_is_shown_until_it_is_confirmed(admin_client):
    whole, parent = make_department("云岭区住房和城乡建设局"), make_department("云岭区公安局")
    office = make_department(
        "云岭区公安局刑警大队", is_confirmed=False, parent=parent, parent_rule="office"
    )
    short = make_department("云岭区住建局", is_confirmed=False, same_as=whole, same_rule="short")

    def form(body):
        return admin_client.get(url("department", "change", body.pk)).content.decode()

    assert "an office printed after the name of its body" in form(office)
    assert "the full name with characters left out" in form(short)
    Department.objects.update(is_confirmed=True)
    assert "an office printed after the name of its body" not in form(office)


def test_parent_that_a_person_chose_stands_by_no_rule(admin_client):
    parent, other = make_department("云岭区公安局"), make_department("云岭区政府")
    office = make_department(
        "云岭区公安局刑警大队", is_confirmed=False, parent=parent, parent_rule="office"
    )
    rows = {
        f"{name}-{count}_FORMS": 0
        for name in ("aliases", "posts")
        for count in ("TOTAL", "INITIAL")
    }

    admin_client.post(
        url("department", "change", office.pk),
        {"name": office.name, "parent": other.pk, "position": 100, "slug": office.slug, **rows},
    )

    office.refresh_from_db()
    assert (office.parent, office.parent_rule) == (other, "")
