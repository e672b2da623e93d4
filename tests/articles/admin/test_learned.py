import datetime
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import Mention
from people.learned import confirm
from people.models import Appointment, Department, DirectoryChange, Official, Reporter
from tests.articles.admin.posting import messages, text_of
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_reporter,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 16)
MODELS = (Department, Official, Reporter, Appointment)


@pytest.fixture
def edition():
    """An edition whose story taught one entry of each kind, and a body that only a post names."""
    page = make_page(DAY)
    bureau, school = make_department(is_confirmed=False), make_department(is_confirmed=False)
    official = make_official(posts=[(school, "校长")], is_confirmed=False)
    held = official.appointments.get()
    Appointment.objects.update(is_confirmed=False, learned_from="2026-11-16 01 01.md")
    version = make_version(
        edition=page.edition,
        page=page,
        departments=[bureau],
        officials=[official],
        reporters=[make_reporter(is_confirmed=False)],
    )
    version.mentions.get().posts.add(held.post)
    return page.edition


def url(edition):
    return reverse("admin:articles_edition_learned", args=[edition.pk])


def ticked(response):
    shown = {
        meta.model_name: [one for group in groups for one in group.entries]
        for meta, groups, _may in response.context["found"]
    }
    held = [one for official in shown.get("official", ()) for one in official.held]
    shown["appointment"] = [*shown.get("appointment", ()), *held]
    return {name: [one.entry.pk for one in found] for name, found in shown.items()}


def waiting():
    return [model.objects.filter(is_confirmed=False).count() for model in MODELS]


def test_whole_edition_is_confirmed_at_once(admin_client, edition):
    page = admin_client.get(url(edition))

    response = admin_client.post(url(edition), ticked(page), follow=True)

    assert waiting() == [0, 0, 0, 0]
    confirmed, known = messages(response)
    assert confirmed == "5 entries confirmed."
    assert "/admin/people/directorychange/" in known
    assert "Nothing waits to be confirmed." in text_of(response)
    assert LogEntry.objects.count() == 5


def test_what_is_known_by_it_is_recorded(admin_client, edition):
    admin_client.post(url(edition), ticked(admin_client.get(url(edition))))

    assert DirectoryChange.objects.get().after["officials"]


def test_what_is_not_ticked_goes_on_waiting(admin_client, edition):
    chosen = ticked(admin_client.get(url(edition)))

    admin_client.post(url(edition), {"official": chosen["official"]})

    assert waiting() == [2, 0, 1, 1]


@pytest.mark.parametrize(("left", "name"), [("official", "沈砚秋"), ("department", "学校")])
def test_appointment_waits_for_its_official_and_its_body(admin_client, edition, left, name):
    held = Appointment.objects.get()
    Official.objects.update(name="沈砚秋")
    Department.objects.filter(pk=held.post.department_id).update(name="学校")
    chosen = ticked(admin_client.get(url(edition)))
    del chosen[left]

    response = admin_client.post(url(edition), chosen, follow=True)

    assert not Appointment.objects.get().is_confirmed
    assert messages(response)[0] == f"沈砚秋 · 学校校长 goes on waiting: confirm {name} first."


def test_page_says_as_what_an_official_was_learned(admin_client, edition):
    Mention.objects.update(title_as_printed="实验学校校长")

    assert "实验学校校长" in text_of(admin_client.get(url(edition)))


def test_only_what_is_sure_is_ticked(admin_client, edition):
    Department.objects.filter(pk=Appointment.objects.get().post.department_id).update(
        is_confirmed=True
    )
    text = text_of(admin_client.get(url(edition)))

    assert [name for name in ("official", "department", "reporter") if _is_ticked(text, name)] == [
        "official"
    ]
    assert "In doubt: in one story only" in text


def _is_ticked(text, name):
    (box,) = re.findall(f'<input type="checkbox" name="{name}"[^>]*>', text)
    return box.endswith(" checked>")


def test_page_shows_the_words_around_each(admin_client, edition):
    Official.objects.update(name="环湖步道")
    Mention.objects.update(name_as_printed="环湖步道")

    text = text_of(admin_client.get(url(edition)))

    assert "11月15日，柳汐公园<mark>环湖步道</mark>建成开放。" in text


def test_page_says_where_each_was_learned(admin_client, edition):
    text = text_of(admin_client.get(url(edition)))

    # Once for a post and for who holds it.
    assert text.count("柳汐公园新添环湖步道") == 4


def test_post_of_somebody_known_stands_with_its_story(admin_client, edition):
    Official.objects.update(is_confirmed=True)

    text = text_of(admin_client.get(url(edition)))

    assert "2026-11-16 01 01.md" in text
    assert text.count("柳汐公园新添环湖步道") == 4


def test_dismissed_body_is_proposed_no_more(admin_client, edition):
    held = Appointment.objects.get()
    body = held.post.department

    response = admin_client.post(url(edition), {"dismiss": body.pk}, follow=True)

    assert messages(response) == [f"{body} is dismissed: no import proposes it again."]
    shown = ticked(response)
    assert body.pk not in shown["department"]
    assert shown["appointment"] == []
    assert [one.entry for one in response.context["dismissed"]] == [body]
    (entry,) = LogEntry.objects.all()
    assert (entry.object_id, entry.get_change_message()) == (str(body.pk), "Changed dismissed.")


def test_dismissed_body_may_be_proposed_again(admin_client, edition):
    body = Appointment.objects.get().post.department
    admin_client.post(url(edition), {"dismiss": body.pk})

    response = admin_client.post(url(edition), {"propose": body.pk}, follow=True)

    assert messages(response)[-1] == f"{body} is proposed again."
    assert body.pk in ticked(response)["department"]
    assert LogEntry.objects.count() == 2


def test_dismissed_body_is_not_proposed_by_another_edition(admin_client, edition):
    body = Department.objects.filter(posts=None).get()
    admin_client.post(url(edition), {"dismiss": body.pk})
    later = make_page(DAY + datetime.timedelta(days=1))
    make_version(edition=later.edition, departments=[body])

    response = admin_client.get(url(later.edition))

    assert response.context["found"] == response.context["dismissed"] == []


def test_only_a_body_of_this_edition_is_dismissed(admin_client, edition):
    other = make_department(is_confirmed=False)

    admin_client.post(url(edition), {"dismiss": other.pk})

    assert not Department.objects.filter(is_dismissed=True).exists()


def test_dismissing_needs_the_permission_to_change_bodies(client, edition):
    body = Appointment.objects.get().post.department
    client.force_login(make_user(permissions=("view_edition",)))

    assert client.post(url(edition), {"dismiss": body.pk}).status_code == 403
    assert ">Dismiss</button>" not in text_of(client.get(url(edition)))


def test_confirmed_body_is_dismissed_no_more(admin_client, edition):
    Department.objects.update(is_dismissed=True)

    confirm(Department.objects.all())

    assert not Department.objects.filter(is_dismissed=True).exists()


def test_what_an_earlier_edition_taught_is_left_to_that_one(admin_client, edition):
    later = make_page(DAY + datetime.timedelta(days=1))
    make_version(edition=later.edition, officials=[Official.objects.get()])

    response = admin_client.get(url(later.edition))
    admin_client.post(url(later.edition), {"official": Official.objects.get().pk})

    assert response.context["found"] == []
    assert waiting() == [2, 1, 1, 1]


def test_confirming_needs_the_permission_to_change_the_entries(client, edition):
    client.force_login(make_user(permissions=("view_edition",)))
    assert "Confirm what is ticked" not in text_of(client.get(url(edition)))

    refused = client.post(url(edition), {"official": Official.objects.get().pk})

    assert (refused.status_code, waiting()) == (403, [2, 1, 1, 1])


def test_edition_leads_there(admin_client, edition):
    form = admin_client.get(reverse("admin:articles_edition_change", args=[edition.pk]))

    assert url(edition) in text_of(form)


@pytest.mark.parametrize("count", [1, 20])
def test_page_takes_the_same_queries_for_few_and_for_many(
    admin_client, edition, count, django_assert_max_num_queries
):
    version = Mention.objects.get().version
    for number in range(count):
        official = make_official(f"某{number}", is_confirmed=False)
        Mention.objects.create(version=version, name_as_printed=official.name, official=official)

    with django_assert_max_num_queries(30):
        admin_client.get(url(edition))


@pytest.fixture
def proposals():
    """An edition that named an office of a body, and a body by what may be its short name."""
    page = make_page(DAY)
    whole = make_department("云岭区住房和城乡建设局")
    parent = make_department("云岭区公安局", is_confirmed=False)
    office = make_department(
        "云岭区公安局刑警大队", is_confirmed=False, parent=parent, parent_rule="office"
    )
    short = make_department("云岭区住建局", is_confirmed=False, same_as=whole, same_rule="short")
    make_version(edition=page.edition, page=page, departments=[office, short])
    return page.edition, whole, office, short


def test_page_shows_what_the_name_of_a_body_says_of_others(admin_client, proposals):
    edition, _whole, office, short = proposals
    response = admin_client.get(url(edition))
    text = text_of(response)

    assert "Under 云岭区公安局: an office printed after the name of its body" in text
    assert "Make it an alias of 云岭区住房和城乡建设局" in text
    # The parent was learned here too, from the story that names its office.
    groups = response.context["found"][0][1]
    assert {one.entry.name for group in groups for one in group.entries} == {
        "云岭区公安局",
        office.name,
        short.name,
    }


def test_another_name_becomes_an_alias_when_somebody_agrees(admin_client, proposals):
    edition, whole, office, short = proposals

    response = admin_client.post(
        url(edition), {"same": short.pk, "department": [office.pk, short.pk]}, follow=True
    )

    assert [alias.name for alias in whole.aliases.all()] == ["云岭区住建局"]
    assert not Department.objects.filter(pk=short.pk).exists()
    assert whole.versions.count() == 1
    assert Department.objects.get(pk=office.pk).is_confirmed
    assert "云岭区住建局 is now an alias of 云岭区住房和城乡建设局." in messages(response)


def test_alias_needs_the_permission_to_change_bodies(client, proposals):
    edition, _whole, _office, short = proposals
    client.force_login(make_user(permissions=("view_edition",)))

    assert client.post(url(edition), {"same": short.pk}).status_code == 403
    assert Department.objects.filter(pk=short.pk).exists()
