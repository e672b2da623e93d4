"""Large type is chosen by a button and stays chosen."""

import pytest

pytestmark = pytest.mark.django_db
ADDRESS = "/large-type/"


def is_large(page):
    return '<html lang="zh-Hans" class="large">' in page.content.decode()


def test_large_type_is_chosen_stays_chosen_and_is_given_up(client):
    assert not is_large(client.get("/"))

    response = client.post(ADDRESS, {"size": "large", "next": "/stories/?since=2023-04-03"})

    assert (response.status_code, response.url) == (302, "/stories/?since=2023-04-03")
    assert is_large(client.get("/"))
    assert is_large(client.get("/nothing/"))
    client.post(ADDRESS, {"size": "", "next": "/"})
    assert not is_large(client.get("/"))


def test_button_leads_back_to_its_page(client):
    page = client.get("/stories/?since=2023-04-03&x=<").content.decode()

    assert 'name="next" value="/stories/?since=2023-04-03&amp;x=' in page


def test_nobody_is_sent_to_another_site(client):
    assert client.post(ADDRESS, {"size": "large", "next": "https://elsewhere.example/"}).url == "/"
    assert client.get(ADDRESS).status_code == 405


def test_who_keeps_a_page_keeps_one_for_each_size(client):
    assert "Cookie" in client.get("/")["Vary"]
    assert "Cookie" not in client.get("/robots.txt").get("Vary", "")
