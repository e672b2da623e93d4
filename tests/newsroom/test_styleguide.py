"""The style guide is drawn by the templates that readers get, and only where DEBUG is on."""

import pytest

from newsroom.styleguide import styleguide

pytestmark = pytest.mark.django_db


def test_guide_draws_every_component_from_its_samples(rf):
    request = rf.get("/styleguide/")
    page = styleguide(request).content.decode()

    for drawn in (
        *('class="story-head"', 'class="corrections"', 'class="reprint"', 'class="tools"'),
        *(
            'class="persons"',
            'class="related"',
            'class="cards"',
            'class="chips"',
            'class="calendar"',
        ),
        *('class="events-by-day"', 'class="drawn-month"', 'class="activity-table"'),
        *('class="problem"', 'class="notice"', 'class="by-date"', 'class="walk"'),
    ):
        assert drawn in page, drawn


def test_guide_is_not_served_to_readers(client):
    assert client.get("/styleguide/").status_code == 404
