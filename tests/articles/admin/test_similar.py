import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.admin.similar import compare_url
from articles.models import SimilarPair
from tests.articles.admin.posting import change_url, messages, text_of
from tests.articles.copies import body_of, cut, story_text
from tests.factories import make_page, make_user, make_version

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_similarpair_changelist")
Decision = SimilarPair.Decision


def make_pair(seed=1, share=88):
    page = make_page()
    first = make_version(
        headline=f"头一篇{seed}", body=body_of(story_text(seed)), page=page, edition=page.edition
    )
    second = make_version(headline=f"又一篇{seed}", body=body_of(cut(story_text(seed), 0.3, "end")))
    return SimilarPair.objects.create(first=first.article, second=second.article, share=share)


@pytest.fixture
def pair():
    return make_pair()


@pytest.fixture
def reviewer(client):
    user = make_user(
        permissions=["view_similarpair", "change_similarpair", "view_version", "change_version"]
    )
    client.force_login(user)
    return user


def decide_url(pair):
    return reverse("admin:articles_similarpair_decide", args=[pair.pk])


def test_list_shows_both_stories(client, reviewer, pair):
    text = text_of(client.get(LIST))

    assert "头一篇1<small>2026-11-16 · Page 01：要闻</small>" in text
    assert "又一篇1<small>2026-11-16</small>" in text
    assert "88%" in text


def test_list_takes_the_same_queries_for_many_pairs(
    client, reviewer, pair, django_assert_num_queries
):
    with django_assert_num_queries(10):
        client.get(LIST)
    for seed in range(2, 8):
        make_pair(seed)

    with django_assert_num_queries(10):
        client.get(LIST)


def test_list_is_of_open_pairs_unless_others_are_asked_for(client, reviewer, pair):
    client.post(decide_url(pair), {"decision": "not_same"})

    def shown(query):
        return list(client.get(LIST, query).context["cl"].queryset)

    assert shown({}) == []
    assert shown({"decision": "not_same"}) == [pair]
    assert shown({"decision": "all"}) == [pair]


def test_texts_stand_side_by_side_with_what_differs_marked(client, reviewer, pair):
    response = client.get(compare_url(pair))

    longer, shorter = response.context["sides"]
    assert any(not run.is_shared for paragraph in longer.paragraphs for run in paragraph)
    assert all(run.is_shared for paragraph in shorter.paragraphs for run in paragraph)
    assert f"<mark>{story_text(1)[-1]}</mark>" in text_of(response)
    assert response.context["of_shorter"] == 100


def test_words_of_stories_are_escaped(client, reviewer):
    bodies = ("<p>步道全长&lt;b&gt;3公里。</p>", "<p>步道全长3公里。</p>")
    first, second = (make_version(headline="<i>题</i>", body=body).article for body in bodies)
    pair = SimilarPair.objects.create(first=first, second=second, share=90)

    content = client.get(compare_url(pair)).content.decode()

    assert "&lt;b&gt;" in content
    assert "<i>题" not in content + client.get(LIST).content.decode()


def test_deciding_is_recorded_and_leads_to_the_next_pair(client, reviewer, pair):
    following = make_pair(2, share=75)

    response = client.post(decide_url(pair), {"decision": "same"}, follow=True)

    pair.refresh_from_db()
    assert (pair.decision, pair.decided_by) == (Decision.SAME, reviewer)
    assert response.redirect_chain[-1][0] == compare_url(following)
    assert messages(response) == ["The pair is decided: same story."]
    assert LogEntry.objects.get().user == reviewer


def test_last_decision_leads_back_to_the_list(client, reviewer, pair):
    response = client.post(decide_url(pair), {"decision": "not_same"})

    assert response["Location"] == LIST


@pytest.mark.parametrize("action", ["decide_same", "decide_not_same"])
def test_many_are_decided_at_once(client, reviewer, action):
    pairs = [make_pair(seed) for seed in (1, 2, 3)]

    response = client.post(
        LIST, {"action": action, "_selected_action": [one.pk for one in pairs[:2]]}, follow=True
    )

    decision = Decision(action.removeprefix("decide_"))
    assert messages(response) == [f"{decision.label}: 2 pairs."]
    assert SimilarPair.objects.filter(decision=decision, decided_by=reviewer).count() == 2
    assert SimilarPair.objects.open().get() == pairs[2]


def test_same_story_is_linked_from_both_forms(client, reviewer, pair):
    client.post(decide_url(pair), {"decision": "same"})
    first, second = (article.versions.get() for article in (pair.first, pair.second))

    for here, there in ((first, second), (second, first)):
        text = text_of(client.get(change_url(here)))
        assert f'<a href="{change_url(there)}">{there.headline}</a>' in text
        assert "same story" in text


def test_open_pair_is_announced_on_the_form_and_another_story_is_not(client, reviewer, pair):
    story = pair.first.versions.get()
    assert "to be decided" in text_of(client.get(change_url(story)))

    client.post(decide_url(pair), {"decision": "not_same"})

    assert client.get(change_url(story)).context["similar_stories"] == []


def test_who_only_looks_decides_nothing(client, pair):
    client.force_login(make_user(permissions=["view_similarpair"]))

    response = client.get(compare_url(pair))
    assert response.status_code == 200
    assert response.context["may_decide"] is False
    assert client.post(decide_url(pair), {"decision": "same"}).status_code == 403
    client.post(LIST, {"action": "decide_same", "_selected_action": [pair.pk]})
    pair.refresh_from_db()
    assert pair.is_open


def test_stranger_sees_nothing(client, pair):
    client.force_login(make_user(permissions=["view_version"]))

    assert client.get(LIST).status_code == 403
    assert client.get(compare_url(pair)).status_code == 403
    assert client.post(decide_url(pair), {"decision": "same"}).status_code == 403


@pytest.mark.parametrize("posted", [{}, {"decision": "merge"}])
def test_unknown_decision_is_not_found(client, reviewer, pair, posted):
    assert client.post(decide_url(pair), posted).status_code == 404
    assert client.get(decide_url(pair)).status_code == 405


def test_pair_that_is_gone_is_not_found(client, reviewer):
    url = reverse("admin:articles_similarpair_change", args=[4711])

    assert client.get(url).status_code == 404
