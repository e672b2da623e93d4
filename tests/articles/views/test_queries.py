"""As many queries for thirty stories as for three."""

import pytest

from tests.articles.views.pages import (
    DAY,
    linked,
    story_url,
)
from tests.factories import (
    make_page,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("/", 6),
        ("/2023/", 3),
        ("/2023/04/", 7),
        ("/2023/04/03/", 9),
        ("/on-this-day/", 1),
        ("/editions/", 3),
        ("/editions/2023-04-03/", 7),
        ("/editions/2023-04-03/01/", 8),
        ("/stories/", 4),
        ("/events/", 3),
        ("/events/{event}/", 8),
        ("/departments/", 2),
        ("/departments/qing-lan-jing-kai-qu-jian-she-ju/", 9),
        ("/officials/", 2),
        ("/officials/shen-yan-qiu/", 10),
        ("/reporters/su-wei-yang/", 6),
    ],
)
def test_queries_do_not_grow_with_stories(
    client, released, django_assert_num_queries, page, queries
):
    version, _pages = linked(released)
    page = page.format(event=version.event_id)

    def add(number):
        for _ in range(number):
            released(
                dated=DAY,
                page=version.page,
                edition=version.edition,
                event=version.event,
                departments=version.departments.all(),
                officials=[mention.official for mention in version.mentions.all()],
                reporters=[credit.reporter for credit in version.credits.all()],
            )

    add(2)
    with django_assert_num_queries(queries):
        client.get(page)
    add(27)
    with django_assert_num_queries(queries):
        client.get(page)


def test_queries_of_a_story_do_not_grow_with_its_page(client, released, django_assert_num_queries):
    page = make_page(DAY)
    first = released(dated=DAY, page=page, edition=page.edition)
    with django_assert_num_queries(8):
        client.get(story_url(first))
    for _ in range(5):
        released(dated=DAY, page=page, edition=page.edition)
    with django_assert_num_queries(8):
        client.get(story_url(first))
