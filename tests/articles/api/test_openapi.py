"""The description of the interface, for programs and for people."""

import pytest
from openapi_spec_validator import validate

from tests.articles.api.test_stories import get
from tests.articles.views.pages import text_of

pytestmark = pytest.mark.django_db


def test_document_is_valid_and_names_every_address(client, full_story):
    document = get(client, "/api/v1/openapi.json")
    validate(document)
    assert document["info"]["title"] == "青澜新报"
    for path, operations in document["paths"].items():
        address = path.format(number=full_story.article_id, date=full_story.dated)
        assert get(client, address), path
        for parameter in operations["get"]["parameters"]:
            assert parameter["description"], parameter["name"]
    (about,) = [
        parameter
        for parameter in document["paths"]["/api/v1/stories/"]["get"]["parameters"]
        if parameter["name"] == "changed_since"
    ]
    assert about["schema"] == {"type": "string", "format": "date-time"}


def test_page_explains_every_parameter_and_field(client, full_story):
    page = text_of(client.get("/api/"))
    for name in ("changed_since", "event_kind", "headlines[].value", "infoSources[].literal"):
        assert f"<code>{name}</code>" in page
    assert "/api/v1/editions/{date}/" in page
    assert client.get("/api/").cookies == {}


def test_unknown_address_is_answered_in_the_same_form(client):
    assert get(client, "/api/v2/", status=404)["detail"].endswith("/api/.")
    assert get(client, "/api/v1/editions/2023-02-30/", status=404)["status"] == 404
