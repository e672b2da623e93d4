import re

import pytest
from django.urls import reverse

from articles.models import Doubt, SourceDocument
from tests.articles.admin.posting import change_url, messages, text_of
from tests.factories import make_user, make_version, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def doubt():
    document = SourceDocument.objects.create(
        digest="0" * 64,
        name="01.md",
        data=b"",
        text="柳汐公园\n环湖步道建成开\n放。步道全长3公里。",
    )
    version = make_version(body="<p>开头。</p><p>环湖<strong>步道</strong>建成开放&lt;3公里。</p>")
    return Doubt.objects.create(
        version=version,
        kind=Doubt.Kind.DOUBTFUL_JOIN,
        quote="步道建成开放<3",
        paragraph=1,
        document=document,
        first_line=2,
        last_line=3,
    )


def settle_url(doubt):
    return reverse("admin:articles_version_settle", args=[doubt.version_id, doubt.pk])


def test_doubt_stands_beside_its_paragraph_and_its_source(client, doubt):
    client.force_login(make_writer())

    response = client.get(change_url(doubt.version))

    [shown] = response.context["open_doubts"]
    assert shown.text == "环湖<mark>步道建成开放&lt;3</mark>公里。"
    assert shown.lines == [(2, "环湖步道建成开"), (3, "放。步道全长3公里。")]
    assert '<li value="2">环湖步道建成开</li>' in text_of(response)


def test_doubt_finds_its_words_after_paragraphs_were_added(client, doubt):
    doubt.version.body = "<p>新添。</p>" + doubt.version.body
    doubt.version.save()
    client.force_login(make_writer())

    [shown] = client.get(change_url(doubt.version)).context["open_doubts"]

    assert "<mark>步道建成开放&lt;3</mark>" in shown.text


def test_doubt_finds_its_words_whatever_width_their_marks_have(client, doubt):
    doubt.version.body = "<p>开头。</p><p>环湖步道（新）建成，开放。</p>"
    doubt.version.save()
    Doubt.objects.update(quote="步道(新)建成,", paragraph=0)
    client.force_login(make_writer())

    [shown] = client.get(change_url(doubt.version)).context["open_doubts"]

    assert shown.text == "环湖<mark>步道（新）建成，</mark>开放。"


def test_settling_is_recorded_with_who_and_why(client, doubt):
    writer = make_writer()
    client.force_login(writer)

    response = client.post(settle_url(doubt), {"note": "对照原报无误"}, follow=True)

    doubt.refresh_from_db()
    assert (doubt.settled_by, doubt.settled_note) == (writer, "对照原报无误")
    assert messages(response) == ["The doubt is settled. Open doubts left: 0."]
    assert response.context["open_doubts"] == []


def test_doubt_is_not_settled_without_a_reason(client, doubt):
    client.force_login(make_writer())

    response = client.post(settle_url(doubt), {"note": " "}, follow=True)

    assert messages(response) == ["Write a note that says why: it goes on record."]
    assert len(response.context["open_doubts"]) == 1
    assert re.search(r'<input type="text" name="note" [^>]*required', text_of(response))


def test_settled_doubt_is_not_settled_again(client, doubt):
    client.force_login(make_writer())
    client.post(settle_url(doubt), {"note": "对照原报无误"}, follow=True)

    response = client.post(settle_url(doubt), {"note": "再看一次"}, follow=True)

    assert messages(response) == ["This doubt is already settled."]


def test_viewer_settles_nothing(client, doubt):
    client.force_login(make_user(permissions=["view_version"]))

    response = client.post(settle_url(doubt), {"note": "无权"}, follow=True)

    doubt.refresh_from_db()
    assert doubt.is_open
    assert messages(response) == ["Your account may not change stories."]


def test_doubt_of_another_story_is_not_found(client, doubt):
    client.force_login(make_writer())
    url = reverse("admin:articles_version_settle", args=[make_version().pk, doubt.pk])

    assert client.post(url).status_code == 404


def test_doubtful_join_says_its_reason(client, doubt):
    Doubt.objects.filter(pk=doubt.pk).update(break_at=4)
    doubt.version.paragraph_sources.create(
        document=doubt.document, paragraph=1, first_line=3, last_line=3, start=13, end=20,
        join_reason="the sentence is not finished", is_doubtful=True,
    )  # fmt: skip
    client.force_login(make_writer())

    page = text_of(client.get(change_url(doubt.version)))

    assert "Joined because: the sentence is not finished" in page
