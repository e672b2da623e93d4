import pytest

from articles import breaks, workflow
from articles.models import Proposal, Version
from tests.articles.admin.posting import change_url, form_data, messages, text_of
from tests.articles.admin.proposing import (
    AFTER,
    BEFORE,
    LIST,
    TAKE_EDITION,
    as_ticked,
    is_open,
    url,
)
from tests.factories import (
    make_proposal,
    make_released,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db


def asked(response):
    return (
        [row[0] for row in response.context["ready"]],
        [(row[0], row[2]) for row in response.context["held_back"]],
    )


def chosen(response):
    return {"chosen": [f"{row[0].pk}:{row[2]}" for row in response.context["ready"]]}


def test_edition_is_taken_at_once_but_for_what_wants_a_look(client, editor):
    draft = make_proposal(make_version("草稿"), body=AFTER)
    released = make_proposal(make_released("已发"), body=AFTER)
    edited_version = make_version("改过")
    client.post(change_url(edited_version), form_data(edited_version, headline="编辑改过"))
    edited = make_proposal(edited_version, body=AFTER)
    reviewed_version = make_version("在审")
    workflow.perform("submit", reviewed_version, by=make_writer())
    reviewed = make_proposal(reviewed_version, body=AFTER)
    twice = make_version("两回")
    older, newer = make_proposal(twice, body="<p>旧读</p>"), make_proposal(twice, body=AFTER)
    make_proposal(make_version("别的一天", dated="2026-11-17"), body=AFTER)

    page = client.get(TAKE_EDITION, {"day": "2026-11-16"})

    ready, held_back = asked(page)
    assert ready == [draft, released, newer]
    assert [one for one, _ in held_back] == [edited, reviewed, older]
    assert "Its words were edited here" in dict(held_back)[edited]
    assert "2 drafts would be written over." in text_of(page)
    assert "1 released story would get a new version" in text_of(page)

    response = client.post(TAKE_EDITION, chosen(page), follow=True)

    assert messages(response) == [
        "Taken: 3 stories. 1 is a new version, to be reviewed.",
    ]
    assert [is_open(one) for one in (draft, released, newer)] == [False] * 3
    assert [is_open(one) for one in (edited, reviewed)] == [True] * 2
    assert Version.objects.get(headline="编辑改过").body != AFTER


def test_story_whose_paragraphs_an_editor_joined_is_held_back(client, editor):
    version = make_version(body=BEFORE)
    doubt = version.doubts.create(kind="doubtful_break", quote="环湖步道建成开放。", break_at=5)
    breaks.decide(doubt, "one", by=editor)
    proposal = make_proposal(version, body=AFTER)

    ready, held_back = asked(client.get(TAKE_EDITION, {"day": "2026-11-16"}))

    assert (ready, [one for one, _ in held_back]) == ([], [proposal])
    assert client.get(url("change", proposal)).context["is_edited"]


def test_story_whose_proposal_was_only_taken_is_not_held_back(client, editor):
    version = make_version(body=BEFORE)
    proposal = make_proposal(version, body=AFTER)
    client.post(url("take", proposal), as_ticked(client.get(url("change", proposal))))
    later = make_proposal(version, body=BEFORE)

    assert asked(client.get(TAKE_EDITION, {"day": "2026-11-16"})) == ([later], [])


def test_words_of_an_older_file_than_the_one_accepted_are_held_back(client, editor):
    version = make_version("旧读")
    older, newer = make_proposal(version, body=BEFORE), make_proposal(version, body=AFTER)
    Proposal.objects.filter(pk=newer.pk).update(
        settled_at="2026-11-20T08:00Z", settled_by=editor, was_taken=True
    )

    page = client.get(TAKE_EDITION, {"day": "2026-11-16"})

    ready, ((held, reason),) = asked(page)
    assert (ready, held) == ([], older)
    assert "accepted" in reason
    shown = client.get(url("change", older))
    assert as_ticked(shown)["chosen"] == []
    assert "kept: of a newer file" in text_of(shown)
    assert "which was accepted on" in text_of(shown)


def test_chosen_ones_are_asked_about_before_they_are_taken(client, editor):
    first, second = make_proposal(body=AFTER), make_proposal(body=AFTER)

    page = client.post(LIST, {"action": "take_chosen", "_selected_action": [first.pk]})

    assert asked(page) == ([first], [])
    assert is_open(first)
    client.post(TAKE_EDITION, chosen(page))
    assert (is_open(first), is_open(second)) == (False, True)


def test_one_changed_between_look_and_taking_is_named(client, editor):
    version = make_version("刚改")
    proposal = make_proposal(version, body=AFTER)
    other = make_proposal(make_version("没动"), body=AFTER)
    page = client.get(TAKE_EDITION, {"day": "2026-11-16"})
    version.deck = "刚添的副题"
    version.save()

    response = client.post(TAKE_EDITION, chosen(page), follow=True)

    assert messages(response) == [
        "Taken: 1 story.",
        "The words have changed since you opened the page. Compare them again, then decide. 刚改",
    ]
    assert (is_open(proposal), is_open(other)) == (True, False)


@pytest.mark.parametrize("value", [[], ["x"], ["x:y"], ["9" * 30 + ":y"]])
def test_nothing_chosen_takes_nothing(client, editor, value):
    proposal = make_proposal(body=AFTER)

    response = client.post(TAKE_EDITION, {"chosen": value}, follow=True)

    assert messages(response) == ["Nothing was chosen."]
    assert is_open(proposal)


@pytest.mark.parametrize("count", [2, 12])
def test_queries_of_the_summary_do_not_grow(client, editor, count, django_assert_num_queries):
    for number in range(count):
        make_proposal(make_version(f"{number}稿"), body=AFTER)
    client.get(TAKE_EDITION, {"day": "2026-11-16"})

    with django_assert_num_queries(11):
        client.get(TAKE_EDITION, {"day": "2026-11-16"})


def test_filters_of_the_list_are_kept_on_the_way(client, editor):
    proposal = make_proposal(body=AFTER)
    kept = "?_changelist_filters=day%3D2026-11-16"

    asked_page = client.get(f"{TAKE_EDITION}{kept}&day=2026-11-16")
    page = client.get(url("change", proposal) + kept)
    response = client.post(url("leave", proposal) + kept)

    assert f'href="{url("change", proposal)}{kept}"' in text_of(asked_page)
    assert f'action="{url("take", proposal)}{kept}"' in text_of(page)
    assert response.url == f"{LIST}?day=2026-11-16"


def test_story_of_which_a_break_was_decided_otherwise_is_held_back(client, editor):
    version = make_version(body="<p>环湖步道建成</p><p>开放。</p>")
    doubt = version.doubts.create(kind="doubtful_break", quote="环湖步道建成开放。", break_at=6)
    workflow.settle_doubt(doubt, by=make_writer(), note="两段")
    proposal = make_proposal(version, body="<p>环湖步道建成开放。</p>")

    page = client.get(TAKE_EDITION, {"day": "2026-11-16"})
    one = client.get(url("change", proposal))

    reason = "What is proposed has not got a break of its paragraphs as somebody decided it."
    assert asked(page) == ([], [(proposal, f"{reason} Compare the two on its own page.")])
    assert as_ticked(one)["chosen"] == []
    assert "<q>环湖步道建成|开放。</q> two paragraphs" in text_of(one)
