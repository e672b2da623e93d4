import datetime
import io
import re

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles import workflow
from articles.models import Doubt, Version
from articles.models.content import content_digest
from tests.articles.admin.posting import change_url, form_data, text_of
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_released,
    make_reporter,
    make_reviewers,
    make_version,
)

pytestmark = pytest.mark.django_db
LIST = "admin:articles_version_changelist"
ADD = "admin:articles_version_add"


def listed(response):
    return [version.headline for version in response.context["cl"].result_list]


# The list


def test_list_shows_the_latest_version_with_its_standing_and_doubts(client, editor):
    version = make_version(headline="湖边新步道", written_by=editor)
    Doubt.objects.create(version=version, kind=Doubt.Kind.UNFINISHED)

    page = text_of(client.get(reverse(LIST)))

    assert '<span class="standing is-draft">draft</span>' in page
    assert '<span class="doubts">1</span>' in page


def test_list_has_one_row_for_a_story_with_two_versions(client, editor):
    released = make_released(headline="旧题")
    make_version(headline="新题", article=released.article)

    assert listed(client.get(reverse(LIST))) == ["新题"]


@pytest.mark.parametrize(
    ("moves", "wanted"),
    [
        (0, "draft"),
        (1, "first"),
        (2, "second"),
        (3, "final"),
        (4, "ready"),
        (5, "live"),
    ],
)
def test_filter_finds_a_story_where_it_stands(client, editor, moves, wanted):
    version = make_version(headline="要找的")
    reviewers = make_reviewers()
    steps = [
        ("submit", editor),
        *(("approve", reviewer) for reviewer in reviewers),
        ("release", reviewers[-1]),
    ]
    for name, person in steps[:moves]:
        workflow.perform(name, version, by=person)

    found = {
        standing: listed(client.get(reverse(LIST), {"standing": standing}))
        for standing in ("draft", "first", "second", "final", "ready", "live", "withdrawn")
    }

    assert [standing for standing, headlines in found.items() if headlines] == [wanted]


def test_words_changed_in_review_wait_for_the_first_review_again(client, editor):
    version = make_version()
    workflow.perform("submit", version, by=editor)
    workflow.perform("approve", version, by=make_reviewers()[0])
    Version.objects.get(pk=version.pk).save()
    version = Version.objects.get(pk=version.pk)
    version.headline = "改过的标题"
    version.save()

    assert listed(client.get(reverse(LIST), {"standing": "first"})) == ["改过的标题"]


def test_filters_by_doubts_date_and_department(client, editor):
    department = make_department("青澜局")
    doubted = make_version(headline="存疑")
    Doubt.objects.create(version=doubted, kind=Doubt.Kind.UNFINISHED)
    make_version(headline="部门", departments=[department])
    make_version(headline="旧日", dated=datetime.date(2026, 11, 15))

    def found(**query):
        return listed(client.get(reverse(LIST), query))

    assert found(doubts="open") == ["存疑"]
    assert found(day="2026-11-15") == ["旧日"]
    assert found(day="2026-13-45") == found()
    assert found(department="青澜局") == ["部门"]
    assert found(department="青澜局", doubts="open") == []
    assert found(q="旧") == ["旧日"]


@pytest.mark.parametrize("count", [5, 50])
def test_list_takes_the_same_queries_for_few_stories_and_for_many(
    client, editor, count, django_assert_num_queries
):
    page = make_page()
    for number in range(count):
        version = make_version(
            headline=f"第{number}篇", page=page, edition=page.edition, written_by=editor
        )
        Doubt.objects.create(version=version, kind=Doubt.Kind.UNFINISHED)
    client.get(reverse(LIST))

    # Session, account, two of permissions, count, rows, departments to suggest.
    with django_assert_num_queries(7):
        response = client.get(reverse(LIST))
    assert len(listed(response)) == count


def test_nobody_deletes_a_story(client, admin_client):
    version = make_version()

    assert admin_client.get(f"/admin/articles/version/{version.pk}/delete/").status_code == 403
    page = admin_client.get(reverse(LIST))
    assert "delete_selected" not in dict(page.context["action_form"].fields["action"].choices)


@pytest.mark.parametrize("model", sorted(admin.site._registry, key=lambda model: model.__name__))
def test_every_list_and_every_form_opens(admin_client, model):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    model_admin = admin.site._registry[model]

    changelist = admin_client.get(reverse(f"{name}_changelist"))
    assert changelist.status_code == 200
    assert admin_client.get(reverse(f"{name}_changelist"), {"q": "2026"}).status_code == 200
    if changelist.context.get("has_add_permission"):
        assert admin_client.get(reverse(f"{name}_add")).status_code == 200
    assert model_admin.show_full_result_count is False or model.__name__ in ("User", "Group")


# The form


def test_added_story_belongs_to_its_writer_and_the_edition_of_its_page(client, editor):
    page = make_page(datetime.date(2026, 11, 19))
    client.post(
        reverse(ADD),
        form_data(headline="新稿", body="<p>正文。</p>", page=page.pk),
    )

    version = Version.objects.get()
    assert (version.headline, version.written_by, version.number) == ("新稿", editor, 1)
    assert (version.edition, version.dated) == (page.edition, page.edition.date)
    assert version.digest == content_digest(version)


@pytest.mark.parametrize(
    "words", [{"deck": "一句副题"}, {"body": "<p>一句话。</p>"}, {"headline": "只有标题"}]
)
def test_draft_with_a_word_in_any_field_is_saved_under_today(client, editor, words):
    client.post(reverse(ADD), form_data(**words))

    version = Version.objects.get()
    assert {name: getattr(version, name) for name in words} == words
    assert (version.dated, version.page) == (timezone.localdate(), None)


def test_story_without_a_headline_is_listed_opened_and_not_submitted(client, editor):
    version = make_version(headline="")

    assert "(no headline yet)" in text_of(client.get(reverse(LIST)))
    assert "It has no headline." in text_of(client.get(change_url(version)))
    with pytest.raises(workflow.MoveRefused, match="no headline"):
        workflow.perform("submit", version, by=editor)


def test_new_form_without_a_word_is_not_saved(client, editor):
    response = client.post(reverse(ADD), form_data())

    assert "a word in any field is enough" in text_of(response)
    assert not Version.objects.exists()


def test_headline_of_a_story_in_review_is_not_taken_away(client, editor):
    version = make_version()
    workflow.perform("submit", version, by=editor)
    version.refresh_from_db()

    response = client.post(change_url(version), form_data(version, headline=""))

    assert response.context["adminform"].form.errors == {
        "headline": ["A story in review needs a headline."]
    }


def test_page_chosen_later_brings_its_date(client, editor):
    version, page = make_version(), make_page(datetime.date(2026, 11, 19))

    client.post(change_url(version), form_data(version, page=page.pk))

    version.refresh_from_db()
    assert (version.edition, version.dated) == (page.edition, page.edition.date)


def test_page_of_another_edition_is_refused(client, editor):
    page, other = make_page(), make_page(datetime.date(2026, 11, 19))

    response = client.post(
        reverse(ADD), form_data(headline="新稿", page=page.pk, edition=other.edition.pk)
    )

    assert response.context["adminform"].form.errors == {
        "page": ["This page belongs to the edition of 2026-11-16."]
    }


def test_script_in_the_body_is_not_stored(client, editor):
    client.post(
        reverse(ADD),
        form_data(
            headline="<script>alert(1)</script>",
            dated="2026-11-16",
            body='<p onclick="x()">正文<script>alert(1)</script>'
            '<a href="javascript:alert(1)">链接</a><img src=x onerror=alert(1)></p>',
        ),
    )

    version = Version.objects.get()
    assert version.body == '<p>正文<a rel="noopener">链接</a></p>'
    page = client.get(reverse(LIST)).content.decode()
    assert "<script>alert" not in page
    assert "<script>alert" not in client.get(change_url(version)).content.decode()


def test_parts_are_saved_and_sealed_with_the_words(client, editor):
    version = make_version()
    official, reporter = make_official(), make_reporter()
    department = make_department()

    client.post(
        change_url(version),
        form_data(
            version,
            **{
                "department_links-TOTAL_FORMS": 1,
                "department_links-0-department": department.pk,
                "credits-TOTAL_FORMS": 1,
                "credits-0-as_printed": "苏未央",
                "credits-0-reporter": reporter.pk,
                "credits-0-capacity": "reporter",
                "credits-0-has_text": "on",
                "credits-0-position": "0",
                "mentions-TOTAL_FORMS": 1,
                "mentions-0-name_as_printed": "沈砚秋",
                "mentions-0-official": official.pk,
                "mentions-0-position": "0",
            },
        ),
    )

    stored = Version.objects.get(pk=version.pk)
    assert list(stored.departments.all()) == [department]
    assert stored.credits.get().reporter == reporter
    assert stored.mentions.get().official == official
    assert stored.digest == content_digest(stored) != version.digest


def test_uploaded_picture_is_encoded_anew(client, editor):
    version = make_version()
    out = io.BytesIO()
    Image.new("RGB", (40, 30)).save(out, "PNG")

    client.post(
        change_url(version),
        form_data(
            version,
            **{
                "photos-TOTAL_FORMS": 1,
                "photos-0-image": SimpleUploadedFile("图.png", out.getvalue()),
                "photos-0-position": "0",
            },
        ),
    )

    photo = version.photos.get()
    assert photo.image.name == f"photos/{photo.digest[:2]}/{photo.digest}.jpg"
    assert 'class="thumbnail"' in client.get(change_url(version)).content.decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"no picture at all", "not a picture"), (None, "more than 0 million pixels")],
)
def test_upload_that_is_no_fit_picture_is_refused_in_a_sentence(
    client, editor, settings, content, sentence
):
    settings.PHOTO_MAX_PIXELS = 500
    version = make_version()
    if content is None:
        out = io.BytesIO()
        Image.new("RGB", (40, 30)).save(out, "PNG")
        content = out.getvalue()

    response = client.post(
        change_url(version),
        form_data(
            version,
            headline="一并改的标题",
            **{
                "photos-TOTAL_FORMS": 1,
                "photos-0-image": SimpleUploadedFile("图.jpg", content),
                "photos-0-position": "0",
            },
        ),
    )

    assert sentence in text_of(response)
    assert Version.objects.get(pk=version.pk).headline == version.headline


# The policy of the page


def test_inline_script_carries_the_nonce_of_the_policy(client, editor):
    response = client.get(reverse(ADD))

    policy = response["Content-Security-Policy"]
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    page = text_of(response)
    assert re.findall(r"<script[^>]*importmap[^>]*>", page) == [
        f'<script type="importmap" nonce="{nonce}">'
    ]
    assert "unsafe" not in policy
    assert "<script>" not in page
    assert " style=" not in page


# Who wrote in it


def saved(client, version, by, **changes):
    client.force_login(by)
    response = client.post(change_url(version), form_data(version, **changes))
    assert response.status_code == 302
    return Version.objects.get(pk=version.pk)


def test_whoever_saves_other_words_of_a_draft_does_not_approve_it(client, editor):
    reviewers = make_reviewers()
    version = make_version(written_by=editor)
    version = saved(client, version, reviewers[0], headline="改写过的标题")
    version = saved(client, version, reviewers[1])
    workflow.perform("submit", version, by=editor)

    with pytest.raises(workflow.MoveRefused, match="Nobody approves what they wrote"):
        workflow.perform("approve", version, by=reviewers[0])
    workflow.perform("approve", version, by=make_reviewers()[0])
    # To save without a change is not to write.
    workflow.perform("approve", version, by=reviewers[1])


def test_reviewer_approves_at_their_own_stage_what_they_corrected(client, editor):
    reviewers = make_reviewers()
    version = make_version(written_by=editor)
    workflow.perform("submit", version, by=editor)
    workflow.perform("approve", version, by=reviewers[0])
    for words in ("<p>第一处改正。</p>", "<p>又改了一处。</p>"):
        version = saved(client, Version.objects.get(pk=version.pk), reviewers[1], body=words)

    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    assert workflow.next_stage(version) is None


@pytest.mark.parametrize("count", [1, 4])
def test_form_names_the_posts_of_an_official_in_the_same_queries_for_few_and_for_many(
    client, editor, count, django_assert_num_queries
):
    posts = [(make_department(), "局长") for _ in range(count)]
    version = make_version(officials=[make_official(posts=posts)])
    mention = version.mentions.get()
    mention.posts.set(mention.official.posts.all())
    client.get(change_url(version))

    with django_assert_num_queries(38):
        response = client.get(change_url(version))
    assert all(department.name in text_of(response) for department, _title in posts)
