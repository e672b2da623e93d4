import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.body import (
    canonical,
    characters,
    from_paragraphs,
    paragraphs,
    plain_text,
    sections,
    with_characters,
)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>10<sup>4</sup>吨CO<sub>2</sub></p>", "<p>10⁴吨CO₂</p>"),
        ("<p>见注<sup>[1]</sup></p>", "<p>见注[1]</p>"),
        ("<p>一段。</p>", "<p>一段。</p>"),
        ("<p>一段。</p><p></p>", "<p>一段。</p>"),
        ("<p><b>粗</b><i>斜</i></p>", "<p><strong>粗</strong><em>斜</em></p>"),
        ("<h2>小标题</h2><p>文</p>", "<h3>小标题</h3><p>文</p>"),
        ('<p onclick="x()">文<script>x()</script></p>', "<p>文</p>"),
        ('<p><a href="javascript:x()">链</a></p>', '<p><a rel="noopener">链</a></p>'),
        (
            '<p><a href="https://example.com/">链</a></p>',
            '<p><a href="https://example.com/" rel="noopener">链</a></p>',
        ),
        ('<p style="color:red">文<img src="x" onerror="y()"></p>', "<p>文</p>"),
        ("<blockquote><p>引</p></blockquote>", "<blockquote><p>引</p></blockquote>"),
        ("<p>3&lt;5</p>", "<p>3&lt;5</p>"),
        ("", ""),
    ],
)
def test_canonical_body(html, expected):
    assert canonical(html) == expected


@example("<h2><B><h2>")
@given(st.text() | st.from_regex(r"(<(p|b|h2|a|script|br|td)[ >]|</p>|&[a-z]{1,4};|文)*"))
def test_canonical_body_is_a_fixed_point(html):
    once = canonical(html)

    assert canonical(once) == once


def test_paragraphs_of_a_body_with_every_block():
    html = (
        "<h3>小标题</h3><p>甲<strong>乙</strong><br>丙</p><ul><li><p>丁</p></li></ul>"
        "<blockquote><p>戊 &amp; 己</p></blockquote>"
        "<table><tbody><tr><th>庚</th><td>辛</td></tr></tbody></table>"
    )

    assert paragraphs(html) == ["小标题", "甲乙\n丙", "丁", "戊 & 己", "庚", "辛"]
    assert plain_text("<p>一</p><p>二</p>") == "一\n二"


@given(st.lists(st.text("文字<>&\"' ，。1a", min_size=1).filter(str.strip)))
def test_paragraphs_come_back_from_the_body_they_were_made_into(texts):
    html = canonical(from_paragraphs((text.strip(), False) for text in texts))

    assert paragraphs(html) == [text.strip() for text in texts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("<p>甲<br>乙</p><h3>丙</h3>", ["<p>甲<br>乙</p>", "<h3>丙</h3>"]),
        (
            "<ul><li><p>丁</p></li><li><p>戊</p></li></ul><p>己</p>",
            ["<ul><li><p>丁</p></li><li><p>戊</p></li></ul>", "<p>己</p>"],
        ),
        ("前<p>甲</p>后", ["前", "<p>甲</p>", "后"]),
        ('<p><a href="/a>b">链</a></p>', ['<p><a href="/a>b">链</a></p>']),
    ],
)
def test_sections_of_a_body_are_its_parts_at_the_top(body, expected):
    assert sections(body) == expected


@given(st.from_regex(r"(<(p|b|ul|li|blockquote|br|td)[ >]|</(p|ul)>|&[a-z]{1,4};|文)*"))
def test_sections_joined_again_are_the_body(html):
    body = canonical(html)

    assert "".join(sections(body)) == body


def test_characters_of_a_body_are_those_that_a_reader_sees():
    html = canonical('<h3>A &amp; B</h3><p>一<a href="https://a.example/?b>c">二</a><br>三</p>')

    assert "".join(character for character, _start, _end in characters(html)) == (
        "A & B\n一二\n三\n"
    )
    assert [html[s:e] for character, s, e in characters(html) if character == "&"] == ["&amp;"]


@given(st.text(), st.text())
def test_body_with_its_own_characters_is_the_same(first, second):
    html = canonical(f"<p>{first}</p><ul><li>{second}</li></ul>")
    own = {number: one for number, (one, *_place) in enumerate(characters(html)) if one == ","}

    assert with_characters(html, own) == html


def test_other_characters_stand_in_their_places():
    html = "<p>A &amp; B,</p><p><strong>二</strong>,三</p>"

    assert with_characters(html, {0: "<", 8: "，"}) == (
        "<p>&lt; &amp; B,</p><p><strong>二</strong>，三</p>"
    )
