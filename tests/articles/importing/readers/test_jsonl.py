import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.readers import Limits, Place, read
from articles.importing.readers.jsonl import _read_line
from articles.importing.readers.markup import holds_markup
from articles.importing.readers.pages import Note
from articles.parsing.documents import Document, UnreadableSource

from .characters import counted, printable

STORY = {
    "kicker": "清水流进麦田",
    "headline": "石桥村修好水渠",
    "deck": "浇一遍地只要一天半",
    "byline": "记者 邬晓澜",
    "dateline": "本报讯",
    "body": "4月3日，水渠修好了。\n村民站在渠边。",
    "date": "2023-04-04",
    "page": 3,
    "page_name": "民生",
    "source_id": 7001,
}


def line(**story):
    return json.dumps(story, ensure_ascii=False)


def reasons(pages):
    return [page.fault.reason if page.fault else "" for page in pages]


def test_a_line_is_a_story_with_its_roles_and_place(make_file):
    data = line(**STORY)
    (page,) = read(make_file(data + "\n", "paper.jsonl"))
    assert page.document == Document(
        "清水流进麦田\n石桥村修好水渠\n浇一遍地只要一天半\n记者 邬晓澜\n\n"
        "本报讯 4月3日，水渠修好了。\n\n村民站在渠边。\n",
        {1: "kicker", 2: "headline", 3: "deck", 4: "byline", 6: "body", 8: "body"},
    )
    assert page.place == Place(date(2023, 4, 4), "03", "民生")
    assert (page.source, page.data, page.line) == (("", "7001"), data.encode(), 1)


def test_a_body_without_a_byline_beside_it_is_for_the_parser_to_judge(make_file):
    (page,) = read(make_file(line(headline="甲", body=["乙。", "记者 邬晓澜"]), "a.jsonl"))
    assert page.document == Document("甲\n\n乙。\n\n记者 邬晓澜\n", {1: "headline"})


def test_unknown_keys_are_reported_with_their_values(make_file):
    (page,) = read(make_file(line(headline="甲", weather="晴", n=[1]), "a.jsonl"))
    assert page.notes == (Note("unknown_key", 'weather: "晴"'), Note("unknown_key", "n: [1]"))


@pytest.mark.parametrize(
    ("body", "text", "roles"),
    [
        (
            "<p>4月3日，<b>水渠</b>修好了。</p><p>村民&nbsp;站在\n渠边。</p>",
            "甲\n\n4月3日，水渠修好了。\n\n村民\xa0站在渠边。\n",
            {},
        ),
        (
            "水渠修好了，<strong>流速<3米</strong>。\n村民站在渠边。",
            "甲\n\n水渠修好了，流速<3米。\n\n村民站在渠边。\n",
            {},
        ),
        (["水渠修好了。<br>村民站在渠边。"], "甲\n\n水渠修好了。\n\n村民站在渠边。\n", {}),
        (
            "水深<b>三米</b>，流量x<y 且 y<z，信箱<abc@x.com>，见<p且，<!--版-->完。\n通水。",
            "甲\n\n水深三米，流量x<y 且 y<z，信箱<abc@x.com>，见<p且，完。\n\n通水。\n",
            {},
        ),
        ("<p class='a'>若a<b且b<c，则a<c。</p>", "甲\n\n若a<b且b<c，则a<c。\n", {}),
        (
            '<founder-content>一<img alt="a<b" src=""><i style="b:c">二</i>。</founder-content>',
            "甲\n\n一二。\n",
            {},
        ),
        ("<h3>水渠</h3><p>修好了。</p>", "甲\n\n水渠\n\n修好了。\n", {3: "subhead"}),
    ],
)
def test_html_is_read_as_a_browser_shows_it_and_told(make_file, body, text, roles):
    (page,) = read(make_file(line(headline="甲", body=body), "a.jsonl"))
    assert page.document == Document(text, {1: "headline", **roles})
    assert page.notes == (Note("markup"),)


def test_pictures_of_html_are_named(make_file):
    body = '<p>修好了。</p><img src="a/b.jpg">'
    (page,) = read(make_file(line(headline="&ldquo;甲&rdquo;", body=body), "a.jsonl"))
    assert page.document.text == "“甲”\n\n修好了。\n"
    assert page.notes == (Note("markup"), Note("picture", "a/b.jpg"))


def test_marks_of_less_and_more_are_no_html(make_file):
    (page,) = read(make_file(line(headline="甲", body="水深<3米，a<b，c>d，R&D。"), "a.jsonl"))
    assert page.document.text == "甲\n\n水深<3米，a<b，c>d，R&D。\n"
    assert page.notes == ()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "bad_json"),
        ("[" * 100_000, "no_object"),
        ('["甲"]', "no_object"),
        (line(body="乙"), "no_headline"),
        (line(headline=" "), "no_headline"),
        (line(headline={"text": "甲"}), "bad_value"),
        (line(headline="甲", body=[1]), "bad_value"),
        (line(headline="甲", date="2023-02-30"), "bad_date"),
        ('{"headline": "甲", "headline": "乙"}', "duplicate_key"),
        (b"\x81\x82\xff\xfe\x81", "unknown_encoding"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(make_file, bad, reason):
    bad = bad.encode() if isinstance(bad, str) else bad
    good = line(headline="甲").encode()
    pages = list(read(make_file(b"\n".join((good, bad, b"", good)), "a.jsonl")))
    assert reasons(pages) == ["", reason, ""]
    assert [page.line for page in pages] == [1, 2, 4]


def test_bad_line_says_from_which_character_on(make_file):
    (page,) = read(make_file('{"headline": "甲"，"body": "乙"}'.encode(), "a.jsonl"))

    assert str(page.fault) == "The line is no JSON from its character 17 on."


def test_a_line_above_the_limit_is_refused_and_the_file_may_be_longer(make_file):
    good, long = line(headline="甲"), line(headline="乙", body="丙" * 100)
    source = make_file(
        "\n".join([good, long, *[good] * 20]), "a.jsonl", limits=Limits(max_bytes=99)
    )
    assert reasons(read(source)) == ["", "too_large", *[""] * 20]


def test_lines_are_read_one_by_one(make_file):
    source = make_file(line(headline="甲") + "\n" + "x" * 5_000_000, "a.jsonl")
    pages = read(source)
    assert next(pages).document.text == "甲\n"
    pages.close()


def test_gb18030_lines_and_halves_of_characters_are_read_and_marked(make_file):
    data = line(headline="石桥村修好水渠").encode("gb18030") + b'\n{"headline": "\\ud800\\u0000"}'
    first, second = read(make_file(data, "a.jsonl"))
    assert first.document.text == "石桥村修好水渠\n"
    assert second.document == Document("\ufffd\ufffd\n", {1: "headline"}, unread=(1,))


def test_utf_16_is_refused_and_not_cut_into_halves(make_file):
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file(line(headline="甲乙丙").encode("utf-16"), "a.jsonl")))
    assert refusal.value.reason == "not_utf8"


# Of marks like <P> only what they mark is printed.
plain = printable.filter(lambda text: not holds_markup(text))
TEXT_KEYS = ("kicker", "headline", "deck", "byline", "dateline")


@given(
    st.fixed_dictionaries(dict.fromkeys(TEXT_KEYS, plain)),
    st.one_of(plain, st.lists(plain, max_size=4)),
)
def test_no_character_is_lost_or_added(story, body):
    page = _read_line(json.dumps({**story, "body": body}).encode(), 1)
    if story["headline"].strip():
        paragraphs = body if isinstance(body, list) else [body]
        assert counted(page.document.text) == counted(*story.values(), *paragraphs)
    else:
        assert page.fault.reason == "no_headline"
