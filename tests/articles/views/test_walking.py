"""Long lists, walked part by part."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from articles.models import Event
from tests.articles.views.pages import (
    DAY,
    headlines,
)

pytestmark = pytest.mark.django_db


def test_list_is_walked_to_its_end_and_back(client, released):
    made = [released(f"第{n}条", dated=DAY - datetime.timedelta(days=n // 3)) for n in range(45)]
    expected = [v.headline for v in sorted(made, key=lambda v: (v.dated, v.pk), reverse=True)]

    parts, address = [], "/stories/"
    while address:
        stories = client.get(address).context["stories"]
        parts.append([card.headline for card in stories.cards])
        address = stories.older_url and f"/stories/{stories.older_url}"

    assert parts == [expected[:20], expected[20:40], expected[40:]]
    back = client.get(f"/stories/{stories.newer_url}").context["stories"]
    assert [card.headline for card in back.cards] == expected[20:40]
    first = client.get(f"/stories/{back.newer_url}").context["stories"]
    assert ([card.headline for card in first.cards], first.newer_url) == (expected[:20], "")


def test_list_keeps_its_filters_while_it_is_walked(client, released):
    for n in range(21):
        released(f"第{n}条", dated=DAY)

    stories = client.get("/stories/", {"since": "2023-01-01"}).context["stories"]

    assert parse_qs(urlsplit(stories.older_url).query)["since"] == ["2023-01-01"]


@pytest.mark.parametrize("key", ["x", "2023-02-30-1", "2023-04-03-", "2023-04-03-1e9"])
def test_unreadable_key_begins_at_the_beginning(client, released, key):
    released("云栖桥通车")

    assert headlines(client.get("/stories/", {"before": key})) == ["云栖桥通车"]
    assert headlines(client.get("/stories/", {"after": key})) == ["云栖桥通车"]


def test_events_are_walked_past_those_without_a_date(client, released):
    dates = [DAY - datetime.timedelta(days=n) for n in range(12)] + [None] * 12
    for number, date in enumerate(dates):
        released(event=Event.objects.create(kind="forum", name=f"论坛{number}", date=date))

    def names(response):
        return [covered.event.name for covered in response.context["events"]]

    first = client.get("/events/")
    second = client.get("/events/" + first.context["older_url"])
    back = client.get("/events/" + second.context["newer_url"])

    dated = [f"论坛{n}" for n in range(12)]
    undated = [f"论坛{n}" for n in range(23, 11, -1)]
    assert names(first) == dated + undated[:8]
    assert names(second) == undated[8:]
    assert names(back) == names(first)
