import pytest

from articles.models import Proposal
from tests.articles.admin.posting import text_of
from tests.articles.admin.proposing import AFTER, BEFORE, LIST, TAKE_EDITION
from tests.factories import (
    make_page,
    make_proposal,
    make_version,
)

pytestmark = pytest.mark.django_db


def headlines(response):
    return [str(proposal) for proposal in response.context["cl"].result_list]


# The list


def test_list_shows_the_open_ones_and_how_much_they_differ(client, editor):
    version = make_version("一稿", page=make_page(), body=BEFORE)
    make_proposal(version, body=AFTER, deck="副题")
    settled = make_proposal(make_version("二稿"))
    Proposal.objects.filter(pk=settled.pk).update(settled_at="2026-11-20T08:00Z", settled_by=editor)

    response = client.get(LIST)

    assert headlines(response) == ["一稿"]
    assert "deck、2 paragraphs · −0 +3" in text_of(response)
    assert f"2026-11-16<small>{version.page.label}</small>" in text_of(response)
    assert headlines(client.get(LIST, {"settled": "left"})) == ["二稿"]
    assert headlines(client.get(LIST, {"settled": "taken"})) == []
    assert headlines(client.get(LIST, {"settled": "all"})) == ["二稿", "一稿"]


@pytest.mark.parametrize("word", ["步道", "编辑改过"])
def test_list_finds_headlines_proposed_and_standing(client, editor, word):
    version = make_version("编辑改过的标题")
    make_proposal(version, headline="步道建成")
    make_proposal(make_version("别的"))

    assert headlines(client.get(LIST, {"q": word})) == ["步道建成"]


def test_list_narrows_to_an_edition(client, editor):
    make_proposal(make_version("一稿", dated="2026-11-17"))
    make_proposal(make_version("二稿"))

    response = client.get(LIST, {"day": "2026-11-17"})

    assert headlines(response) == ["一稿"]
    assert f"{TAKE_EDITION}?_changelist_filters=day%3D2026-11-17&day=2026-11-17" in text_of(
        response
    )
    assert headlines(client.get(LIST, {"day": "2026-13-99"})) == ["二稿", "一稿"]


@pytest.mark.parametrize("count", [2, 20])
def test_queries_of_the_list_do_not_grow(client, editor, count, django_assert_num_queries):
    page = make_page()
    for number in range(count):
        make_proposal(make_version(f"{number}稿", page=page), body=AFTER)
    client.get(LIST)

    with django_assert_num_queries(7):
        client.get(LIST)


def test_what_differs_only_in_form_or_not_at_all_is_said(client, editor):
    version = make_version(body="<p>开<strong>头</strong>。</p>")
    make_proposal(version, body="<p>开头。</p>")
    make_proposal(version)

    shown = text_of(client.get(LIST))

    assert "the same words in another form" in shown
    assert "the same words<" in shown
