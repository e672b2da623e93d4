"""The history of a story: who saved what, compared by the word, any of it restored."""

import pytest
from django.urls import reverse

from articles import workflow
from articles.models import Mention, Version
from articles.revisions import begin_version
from tests.articles.admin.posting import change_url, form_data, messages, text_of
from tests.factories import (
    make_department,
    make_official,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db
OLD, NEW = "<p>步道全长3公里。</p><p>记者写的一段。</p>", "<p>编辑换掉了全文。</p>"


def url(version, name):
    return reverse(f"admin:articles_version_{name}", args=[version.pk])


def save(client, user, version, **words):
    client.force_login(user)
    version.refresh_from_db()
    client.post(change_url(version), form_data(version, **words))
    version.refresh_from_db()


@pytest.fixture
def writer():
    return make_writer(username="xiaolin")


@pytest.fixture
def replaced(client, writer):
    """A draft whose paragraph an editor replaced, without a conflict."""
    version = make_version(written_by=writer)
    save(client, writer, version, body=OLD)
    save(client, make_writer(), version, body=NEW)
    return version


def test_words_that_an_editor_replaced_are_listed_compared_and_restored(client, replaced):
    first, written, rewritten = replaced.saves.all()
    page = text_of(client.get(url(replaced, "history")))
    for save_row in (written, rewritten):
        assert str(save_row.by) in page
    assert f'value="s{written.pk}"' in page

    compared = client.get(
        url(replaced, "compare"), {"from": f"s{first.pk}", "to": f"s{written.pk}"}
    ).content.decode()
    assert "记者写的一段" in compared

    response = client.post(url(replaced, "restore"), {"key": f"s{written.pk}"}, follow=True)

    replaced.refresh_from_db()
    assert (replaced.body, replaced.number, replaced.status) == (OLD, 1, "draft")
    assert "has these words again" in messages(response)[0]
    assert replaced.saves.last().is_restoration
    assert "earlier words restored" in text_of(client.get(url(replaced, "history")))


def test_departments_of_then_are_compared_and_restored(client, writer):
    then, now = make_department("园林局"), make_department("湖畔街道")
    version = make_version(written_by=writer, departments=[then])
    workflow.perform("submit", version, by=writer)
    decision = workflow.perform("send_back", version, by=make_reviewers()[0], note="单位不对")
    version.refresh_from_db()
    row = {"department_links-0-DELETE": "on", "department_links-1-department": now.pk}
    more = {"department_links-TOTAL_FORMS": 2, "department_links-1-version": version.pk}
    links = {"department_links-0-department": then.pk, **row, **more}
    save(client, writer, version, **links)
    assert list(version.departments.all()) == [now]

    key = {"from": f"d{decision.pk}"}
    shown = text_of(client.get(url(version, "compare"), key))
    assert "园林局" in shown
    assert "湖畔街道" in shown
    client.post(url(version, "restore"), {"key": key["from"]})

    assert list(version.departments.all()) == [then]


def test_missing_part_of_restored_words_is_told(client, replaced):
    save_row = replaced.saves.all()[1]
    save_row.content[13] = [["0" * 64, "步道", "", "湖边步道"]]
    save_row.save()

    response = client.post(url(replaced, "restore"), {"key": f"s{save_row.pk}"}, follow=True)

    replaced.refresh_from_db()
    assert replaced.body == OLD
    assert "“步道”" in messages(response)[-1]


def test_history_takes_the_same_queries_however_long_it_is(
    client, replaced, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        client.get(url(replaced, "history"))
    for number in range(6):
        save(client, make_writer(), replaced, body=f"<p>第{number}次改写。</p>")
    with django_assert_max_num_queries(12):
        client.get(url(replaced, "history"))


def test_restored_words_bring_their_rows_with_their_links(client, writer):
    official = make_official("沈砚秋", posts=[(make_department(), "局长")])
    version = make_version(written_by=writer, officials=[official])
    Mention.objects.get().posts.set(official.appointments.values_list("post", flat=True))
    released = release(version, staff=(writer, make_reviewers()))
    draft = begin_version(released, by=writer)
    draft.mentions.all().delete()
    draft.seal()
    client.force_login(writer)

    client.post(url(draft, "restore"), {"key": "v1"})

    mention = draft.mentions.get()
    assert (mention.official, mention.posts.count()) == (official, 1)


def test_earlier_save_of_a_released_story_is_restored_as_a_new_version(client, replaced, writer):
    key = f"s{replaced.saves.all()[1].pk}"
    released = release(replaced, staff=(writer, make_reviewers()))
    client.force_login(writer)

    client.post(url(released, "restore"), {"key": key})

    draft = Version.objects.latest("pk")
    assert (draft.number, draft.body, draft.status) == (2, OLD, "draft")
    released.refresh_from_db()
    assert released.body == NEW


def test_nothing_is_restored_under_the_eyes_of_reviewers(client, replaced, writer):
    workflow.perform("submit", replaced, by=writer)
    client.force_login(writer)
    client.post(url(replaced, "restore"), {"key": f"s{replaced.saves.first().pk}"})

    replaced.refresh_from_db()
    assert (replaced.body, replaced.status) == (NEW, "in_review")


def test_old_version_offers_its_own_words_on_its_page(client, writer):
    staff = writer, make_reviewers()
    first = make_released(staff=staff)
    second = begin_version(first, by=writer)
    release(second, staff=staff)
    client.force_login(writer)

    assert url(first, "restore") in client.get(change_url(first)).content.decode()


def test_save_of_another_story_is_neither_shown_nor_restored(client, replaced):
    other = make_version()
    key = f"s{replaced.saves.first().pk}"

    assert client.get(url(other, "compare"), {"from": key}).status_code == 404
    assert client.post(url(other, "restore"), {"key": key}).status_code == 404


def test_who_may_not_change_stories_restores_nothing(client, replaced):
    client.force_login(make_user(permissions=("view_version",)))

    key = f"s{replaced.saves.all()[1].pk}"
    assert client.post(url(replaced, "restore"), {"key": key}).status_code == 403
    assert "Restore" not in text_of(client.get(url(replaced, "history")))
