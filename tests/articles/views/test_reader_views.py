"""What readers do with a story."""

import pytest
from django.core import signing
from django.test import Client

from articles import workflow
from articles.models import ReaderReport
from tests.articles.views.pages import story_url, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(released):
    return released("云栖桥通车")


@pytest.fixture
def form(client, version, monkeypatch):
    """The address of the form and what it holds, opened a minute ago."""
    address = f"{story_url(version)}report/"
    token = client.get(address).context["form"]["token"].value()
    now = signing.time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 60)
    return address, {
        "token": token,
        "message": "应为五分钟",
        "passage": "三分钟过河",
        "website": "",
    }


def test_story_leads_to_the_form_and_leaves_no_cookie(client, version):
    response = client.get(story_url(version))

    assert f'href="{story_url(version)}report/"' in text_of(response)
    assert response.cookies == {}


def test_passage_of_the_address_is_filled_in(client, version):
    address = f"{story_url(version)}report/"
    form = client.get(address, {"passage": "三分钟<b>过河"}).context["form"]

    assert form["passage"].value() == "三分钟<b>过河"
    assert "三分钟&lt;b&gt;过河</textarea>" in text_of(
        client.get(address, {"passage": "三分钟<b>过河"})
    )
    assert (
        len(client.get(address, {"passage": "长" * 500}).context["form"]["passage"].value()) == 300
    )


def test_report_lands_on_the_desk_with_the_words_that_were_read(client, version, form):
    address, data = form

    response = client.post(address, data, follow=True)

    assert response.redirect_chain == [(f"{address}received/", 302)]
    assert "Thank you" in text_of(response)
    report = ReaderReport.objects.get()
    assert (report.version, report.passage, report.message) == (version, "三分钟过河", "应为五分钟")
    assert "127.0.0.1" not in report.sender
    assert report.sender


def test_form_is_kept_by_nobody_and_guarded_against_forgery(version, form):
    address, data = form
    strict = Client(enforce_csrf_checks=True)

    assert "no-store" in strict.get(address)["Cache-Control"]
    assert strict.post(address, data).status_code == 403
    token = strict.cookies["csrftoken"].value
    assert strict.post(address, data | {"csrfmiddlewaretoken": token}).status_code == 302


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"message": " "}, "Please say what is wrong."),
        ({"website": "https://spam.example"}, "Please leave this field empty."),
        ({"token": ""}, "open for too long"),
        ({"message": "长" * 1001}, "1000"),
    ],
)
def test_refused_report_says_why_and_keeps_what_was_typed(client, form, change, said):
    address, data = form

    response = client.post(address, data | change)

    assert response.status_code == 200
    assert said in text_of(response)
    assert "三分钟过河</textarea>" in text_of(response)
    assert not ReaderReport.objects.exists()


def test_form_that_was_open_too_long_is_renewed(client, form, monkeypatch):
    address, data = form
    now = signing.time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 2 * 24 * 3600)
    page = client.post(address, data)
    fresh = page.context["form"]["token"].value()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 2 * 24 * 3600 + 60)

    assert client.post(address, data | {"token": fresh}).status_code == 302


def test_flood_of_one_client_is_stopped(client, form):
    address, data = form
    for _ in range(5):
        client.post(address, data)

    response = client.post(address, data)

    assert response.status_code == 429
    assert "Too many reports" in text_of(response)
    assert "应为五分钟</textarea>" in text_of(response)
    assert ReaderReport.objects.count() == 5


def test_client_is_known_by_the_header_that_the_web_server_sets(client, form, settings):
    settings.CLIENT_ADDRESS = "HTTP_X_REAL_IP"
    address, data = form
    for number in range(6):
        assert (
            client.post(address, data, headers={"x-real-ip": f"192.0.2.{number}"}).status_code
            == 302
        )


@pytest.mark.parametrize("page", ["report/", "report/received/", "code.svg"])
def test_withdrawn_story_has_neither_form_nor_code(client, version, staff, page):
    workflow.perform("withdraw", version, by=staff[1][-1], note="事实有误")

    assert client.get(f"{story_url(version)}{page}").status_code == 404


def test_code_is_a_picture_drawn_here(client, version):
    response = client.get(f"{story_url(version)}code.svg")

    assert response["Content-Type"] == "image/svg+xml"
    assert response.content.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert response.cookies == {}
