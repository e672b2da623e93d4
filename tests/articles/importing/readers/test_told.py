"""Lines that tell all of a story: nothing is read out of them, nothing goes missing unseen."""

import json

import pytest

from articles.importing.readers import read
from articles.importing.readers.pages import Note
from articles.parsing.facts import ToldStory
from articles.parsing.pipeline import parse_document

STORY = {
    "format": "newsroom-1",
    "source_system": "newsroom-0123456789ab",
    "source_id": "17",
    "date": "2023-04-03",
    "page": "01",
    "page_name": "要闻",
    "position": 2,
    "headline": "云栖桥通车",
    "body": ["本报讯 记者 邬晓澜 报道", "桥通了，", "人来了。"],
}


def line(**more):
    return json.dumps(STORY | more, ensure_ascii=False)


def told(make_file, **more):
    (page,) = read(make_file(line(**more), "stories.jsonl"))
    assert page.fault is None, page.fault
    return page


def test_words_stay_as_they_are_told(make_file):
    """No byline is taken out, no paragraphs are joined, no mark is made full-width."""
    page = told(make_file, body=["甲,乙", "记者 邬晓澜"])
    (story,) = parse_document(page.document, edition_date=page.place.edition_date).stories
    assert isinstance(story, ToldStory)
    assert story.body == "<p>甲,乙</p><p>记者 邬晓澜</p>"
    assert (story.bylines, story.doubts, story.position) == ((), (), 2)
    assert page.source == ("newsroom-0123456789ab", "17")


def test_paragraphs_know_where_they_stand(make_file):
    document = told(make_file, kicker="引题").document
    for paragraph in document.told.paragraphs:
        (source,) = paragraph.sources
        assert document.text[source.start : source.end] == paragraph.text
        assert document.text.splitlines()[source.first_line - 1] == paragraph.text
    head = document.told.headline.source
    assert document.text[head.start : head.end] == "引题\n云栖桥通车"


def test_characters_that_no_text_holds_are_lost_and_said_to_be(make_file):
    page = told(make_file, body=["甲\x00乙"])
    assert page.document.unread == (3,)
    (story,) = parse_document(page.document, edition_date=page.place.edition_date).stories
    assert [doubt.paragraph for doubt in story.doubts] == [0]


def test_second_of_one_name_is_nobody_of_the_directory(make_file):
    people = [{"name": "沈砚秋", "title": title, "has_office": True} for title in ("局长", "村民")]
    story = told(make_file, people=people).document.told
    assert [one.title for one in story.officials] == ["局长"]
    assert [one.role for one in story.persons] == ["村民"]


def test_post_that_is_past_proposes_nobody(make_file):
    post = {"department": "建设局", "title": "局长"}
    people = [
        {"name": "甲某", "title": "建设局原局长", "posts": [post]},
        {"name": "乙某", "title": "原建设局局长", "posts": [post]},
        {"name": "丙某", "title": "建设局局长", "posts": [post]},
    ]
    officials = told(make_file, people=people).document.told.officials
    assert [one.posts[0].is_held for one in officials] == [True, False, True]


def test_unknown_keys_are_reported(make_file):
    assert told(make_file, weather="晴").notes == (Note("unknown_key", 'weather: "晴"'),)


@pytest.mark.parametrize(
    ("more", "reason", "detail"),
    [
        ({"format": "newsroom-9"}, "unknown_story_format", "newsroom-9"),
        ({"headline": ""}, "no_headline", ""),
        ({"body_html": "<p>别的</p>"}, "other_body", ""),
        ({"body": "一段"}, "bad_value", "body"),
        ({"body": [1]}, "bad_value", "body"),
        ({"position": -1}, "bad_value", "position"),
        ({"position": 10**9}, "bad_value", "position"),
        ({"position": True}, "bad_value", "position"),
        ({"issue": 10**12}, "bad_value", "issue"),
        ({"is_printed": "no"}, "bad_value", "is_printed"),
        ({"date": "2023-02-30"}, "bad_date", "2023-02-30"),
        ({"dateline_date": "4月"}, "bad_date", "4月"),
        ({"credits": [{"name": "甲", "capacity": "boss"}]}, "bad_value", "capacity"),
        ({"credits": [{"name": "甲", "words": False}]}, "bad_value", "credits"),
        ({"credits": [{"name": ""}]}, "bad_value", "credits"),
        ({"credits": ["甲"]}, "bad_value", "credits"),
        ({"credits": [{"name": "甲", "age": 4}]}, "bad_value", "credits.age"),
        ({"people": [{"title": "局长"}]}, "bad_value", "people"),
        ({"people": [{"name": "甲", "posts": [{"title": "局长"}]}]}, "bad_value", "posts"),
        ({"event": {"kind": "party"}}, "bad_value", "event"),
        ({"event": [1]}, "bad_value", "event"),
        ({"event": {"kind": "tour", "ends_on": "2023-04-03"}}, "bad_value", "ends_on"),
        (
            {"event": {"kind": "tour", "date": "2023-04-04", "ends_on": "2023-04-03"}},
            "bad_value",
            "ends_on",
        ),
        ({"event": {"kind": "tour", "hosts": [{"role": "host"}]}}, "bad_value", "event"),
        ({"photos": [{"path": "a.jpg"}]}, "bad_value", "photos.path"),
        ({"photos": [{"file": "a.jpg", "placed_after": 9}]}, "bad_value", "placed_after"),
        ({"photos": [{"file": "a.jpg", "placed_after": None}]}, "bad_value", "placed_after"),
        ({"corrections": [{"wrong": "甲"}]}, "bad_value", "corrections"),
        ({"reprint": {"source": "甲"}}, "bad_value", "reprint.source"),
        (
            {"corrections": [{"wrong": "甲", "right": "乙"}], "source_id": ""},
            "bad_value",
            "corrections",
        ),
        ({"kicker": ["甲"]}, "bad_value", "kicker"),
    ],
)
def test_what_is_not_understood_is_refused(make_file, more, reason, detail):
    (page,) = read(make_file(line(**more), "stories.jsonl"))
    assert (page.fault.reason, page.fault.detail) == (reason, detail)


def test_page_of_an_epaper_is_believed_where_it_holds_its_line(make_file):
    escaped = line(body=["a < b & c"]).replace("<", "\\u003c").replace("&", "\\u0026")
    html = (
        "<!doctype html><title>别的题目</title><founder-content><p>别的字</p></founder-content>"
        f'<script type="application/json" id="newsroom-story">{escaped}</script>'
    )
    (page,) = read(make_file(html, "story-0001.html"))
    assert page.document.told.body == "<p>a &lt; b &amp; c</p>"
    assert page.place.page_number == "01"
