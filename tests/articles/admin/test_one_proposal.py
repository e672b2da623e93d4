import re

import pytest
from django.contrib.admin.models import LogEntry

from articles import workflow
from articles.importing.printed import remembered
from articles.models import ImportedFacts, Proposal, Version
from articles.models.content import content_digest
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
    make_reporter,
    make_user,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db


def test_page_shows_what_stands_and_what_is_proposed(client, editor):
    version = make_version("步道建成", body=BEFORE)
    proposal = make_proposal(version, headline="步道全建成", body=AFTER)

    response = client.get(url("change", proposal))

    found = response.context["difference"]
    assert [
        (part.name, str(change.label), change.before, change.after)
        for part in found.parts
        for change in part.changes
    ] == [("words", "headline", "步道建成", "步道<ins>全</ins>建成")]
    assert [(row.before, row.after, row.is_changed) for row in found.rows] == [
        ("开头。", "开头。", False),
        ("环湖步道建<del>¶\n</del>成开放。", "环湖步道建成开放<ins>了</ins>。", True),
    ]
    assert "Taking it writes what is ticked below over this draft." in text_of(response)


def test_page_shows_the_source_of_what_changed(client, editor):
    proposal = make_proposal(make_version(), body="<p>步道建成。</p>")

    found = client.get(url("change", proposal)).context["difference"]

    assert found.rows[0].lines == [
        (2, "11月15日，柳汐公园环湖步道"),
        (3, "建成开放。步道全长3公里。"),
    ]


def test_page_shows_what_is_text_as_text(client, editor):
    proposal = make_proposal(make_version(), headline="<script>甲", body="<p>&lt;script&gt;乙</p>")

    response = client.get(url("change", proposal))

    content = response.content.decode()
    assert "<ins>&lt;script&gt;甲</ins>" in content
    assert "<script>甲" not in content
    assert "<script>乙" not in content


def test_page_warns_of_form_that_would_be_lost(client, editor):
    version = make_version(body="<h3>开头</h3><p>正<strong>文</strong></p>")
    proposal = make_proposal(version, body="<p>开头</p><p>正言</p>")

    response = client.get(url("change", proposal))

    assert response.context["difference"].loses_form
    rows = response.context["difference"].rows
    assert [(row.was_subhead, row.is_subhead, row.is_changed) for row in rows] == [
        (True, False, True),
        (False, False, True),
    ]


def test_page_shows_doubts_of_what_is_proposed(client, editor):
    doubt = {"kind": "unbalanced", "quote": "“甲", "paragraph": 0, "first_line": 2, "last_line": 2}
    proposal = make_proposal(doubts=[doubt])

    (shown,) = client.get(url("change", proposal)).context["difference"].doubts

    assert (shown.quote, shown.lines) == ("“甲", [(2, "11月15日，柳汐公园环湖步道")])


def test_page_says_that_an_editor_changed_the_story(client, editor):
    version = make_version()
    proposal = make_proposal(version, body=AFTER)
    assert not client.get(url("change", proposal)).context["is_edited"]

    client.post(change_url(version), form_data(version, headline="编辑改过"))

    assert client.get(url("change", proposal)).context["is_edited"]


def test_taking_writes_the_draft_and_logs_it(client, editor):
    version = make_version(body=BEFORE)
    proposal = make_proposal(version, body=AFTER)
    ticked = as_ticked(client.get(url("change", proposal)))

    response = client.post(url("take", proposal), ticked, follow=True)

    assert Version.objects.get().body == AFTER
    assert "Taken: 柳汐公园新添环湖步道, version 1" in messages(response)[0]
    assert sorted(LogEntry.objects.values_list("object_id", "change_message", "user")) == sorted(
        [
            (str(proposal.pk), "Taken.", editor.pk),
            (str(version.pk), "Took what a later import read.", editor.pk),
        ]
    )
    assert response.redirect_chain[0][0] == LIST


def test_taking_over_words_changed_meanwhile_compares_anew(client, editor):
    version = make_version(body=BEFORE)
    proposal = make_proposal(version, body=AFTER)
    seen = content_digest(version)
    version.headline = "编辑刚改"
    version.save()

    response = client.post(url("take", proposal), {"digest": seen}, follow=True)

    assert messages(response) == [
        "The words have changed since you opened the page. Compare them again, then decide."
    ]
    assert response.context["proposal"] == proposal
    assert response.context["difference"].parts != []
    assert is_open(proposal)
    assert not LogEntry.objects.exists()


def test_leaving_settles_and_logs(client, editor):
    proposal = make_proposal(body=AFTER)

    response = client.post(url("leave", proposal), follow=True)

    assert not is_open(proposal)
    assert messages(response) == ["Left as it stands: 柳汐公园新添环湖步道"]
    assert LogEntry.objects.get().change_message == "Left as it stands."
    again = client.post(url("leave", proposal), follow=True)
    assert "left the story as it stood" in messages(again)[0]


def test_story_in_review_can_only_be_left(client, editor):
    version = make_version()
    workflow.perform("submit", version, by=make_writer())
    proposal = make_proposal(version, body=AFTER)

    shown = text_of(client.get(url("change", proposal)))

    assert "The story is in review." in shown
    assert url("take", proposal) not in shown
    assert url("leave", proposal) in shown


def test_viewer_sees_and_settles_nothing(client):
    proposal = make_proposal(body=AFTER)
    client.force_login(make_user(permissions=["view_version"]))

    page = text_of(client.get(url("change", proposal)))
    assert url("take", proposal) not in page
    digest = content_digest(Version.objects.get())
    for response in (
        client.post(url("take", proposal), {"digest": digest}, follow=True),
        client.post(url("leave", proposal), follow=True),
    ):
        assert messages(response) == ["Your account may not change stories."]
    assert client.get(TAKE_EDITION, {"day": "2026-11-16"}).status_code == 403
    assert "take_chosen" not in text_of(client.get(LIST))
    assert is_open(proposal)


def test_stranger_sees_nothing(client):
    proposal = make_proposal()
    client.force_login(make_user())

    assert client.get(LIST).status_code == 403
    assert client.get(url("change", proposal)).status_code == 403


@pytest.mark.parametrize("view", ["take", "leave"])
def test_decisions_are_posted(client, editor, view):
    proposal = make_proposal()

    assert client.get(url(view, proposal)).status_code == 405
    assert is_open(proposal)


def test_story_names_its_open_proposals(client, editor):
    version = make_version()
    proposal = make_proposal(version)

    assert f'href="{url("change", proposal)}"' in text_of(client.get(change_url(version)))


FACTS = {
    "credits": [
        {"as_printed": "温榆", "capacity": "reporter", "has_text": True, "has_photos": False}
    ],
    "mentions": [
        {
            "name": "陆知衡",
            "title": "云汀街道主任",
            "acts": "出席、讲话",
            "posts": [["云汀街道", "主任", True]],
            "has_office": True,
        }
    ],
    "departments": ["云汀街道"],
    "event": {
        "printed_kind": "会议",
        "kind": "meeting",
        "name": "供水会",
        "date": "2026-11-15",
        "place": "云汀街道",
        "hosts": [],
    },
    "photos": [],
}


def propose(version, *, known=None, **words):
    """A proposal of words and of FACTS; `known` is what was understood before."""
    proposal = make_proposal(version, **words)
    Proposal.objects.filter(pk=proposal.pk).update(facts=FACTS)
    if known is not None:
        facts = remembered(make_proposal(version).words, known)
        ImportedFacts.objects.create(article=version.article, facts=facts)
        Proposal.objects.filter(pk__gt=proposal.pk).delete()
    return Proposal.objects.get(pk=proposal.pk)


NOTHING = {"credits": [], "mentions": [], "departments": [], "event": None, "photos": []}


def shown_changes(response):
    return {
        change.name: (change.before, change.after, change.is_kept)
        for part in response.context["difference"].parts
        for change in part.changes
    }


def test_page_shows_every_row_that_is_read_otherwise(client, editor):
    version = make_version(reporters=[make_reporter("苏未央")])
    proposal = propose(version, known=NOTHING)

    response = client.get(url("change", proposal))

    assert shown_changes(response) == {
        "credits:温榆": ("", "<ins>reporter 温榆 (words)</ins>", False),
        "credits:苏未央": ("<del>reporter 苏未央 (words)</del>", "", True),
        "mentions:陆知衡": (
            "",
            "<ins>云汀街道主任陆知衡\n出席、讲话\n云汀街道 主任</ins>",
            False,
        ),
        "departments:云汀街道": ("", "<ins>云汀街道</ins>", False),
        "event:": ("", "<ins>meeting 供水会 2026-11-15</ins>", False),
    }
    page = text_of(response)
    assert "The words are the same." in page
    assert page.count("kept: an editor") == 1
    assert "credits:苏未央" not in as_ticked(response)["chosen"]


def test_ticked_rows_are_taken_and_the_editors_own_stay(client, editor):
    version = make_version(reporters=[make_reporter("苏未央")])
    proposal = propose(version, known=NOTHING)
    page = client.get(url("change", proposal))

    client.post(url("take", proposal), as_ticked(page))

    assert list(version.credits.values_list("as_printed", flat=True)) == ["温榆", "苏未央"]
    assert version.mentions.get().acts == "出席、讲话"
    assert version.article.versions.get().event.name == "供水会"
    assert not is_open(proposal)


def test_one_part_is_taken_by_its_own_button(client, editor):
    version = make_version(reporters=[make_reporter("苏未央")])
    proposal = propose(version, known=NOTHING, headline="步道建成")
    page = client.get(url("change", proposal))

    client.post(url("take", proposal), as_ticked(page, part="bylines"))

    assert [row.as_printed for row in version.credits.all()] == ["温榆", "苏未央"]
    assert not version.mentions.exists()
    assert Version.objects.get().headline == version.headline


def test_page_of_which_nothing_is_ticked_takes_nothing(client, editor):
    proposal = propose(make_version())
    page = client.get(url("change", proposal))

    response = client.post(url("take", proposal), as_ticked(page, chosen=[]), follow=True)

    assert messages(response) == ["Nothing was chosen. Tick what you want to take."]
    assert is_open(proposal)


def test_list_names_the_parts_that_are_read_otherwise(client, editor):
    propose(make_version(), known=NOTHING)
    propose(make_version(), known=FACTS, headline="步道建成")

    words, people = differs_column(client.get(LIST))

    assert people == "bylines; people and bodies"
    assert words.startswith("headline · ")


def differs_column(response):
    return re.findall('<td class="field-differs">([^<]*)</td>', text_of(response))


def test_doubtful_join_of_what_is_proposed_says_its_reason(client, editor):
    doubt = {
        "kind": "doubtful_join", "quote": "环湖步道建成", "break_at": 4,
        "paragraph": 0, "first_line": 2, "last_line": 3,
    }  # fmt: skip
    proposal = make_proposal(make_version(), doubts=[doubt])
    behind = {"first_line": 3, "last_line": 3, "start": 21, "end": 33, "paragraph": 0}
    proposal.record["sources"] += [
        behind | {"join_reason": "the sentence is not finished", "is_doubtful": True}
    ]
    proposal.save()

    page = text_of(client.get(url("change", proposal)))

    assert "Joined because: the sentence is not finished" in page
