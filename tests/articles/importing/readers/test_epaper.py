from datetime import date
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.readers import Place, read
from articles.importing.readers.epaper import read_epaper
from articles.importing.readers.pages import Note
from articles.parsing.documents import Document, UnreadableSource

from .characters import counted, printable

PAGE = """<!DOCTYPE html>
<html><head><meta charset="gb2312"><title>青澜新报</title><style>p {color: red}</style></head>
<body><div>上一篇 <a href="2.htm">下一篇</a></div>
<!--enpproperty <articleid>7001</articleid><date>2023-04-04 00:00:00.0</date>
<author>记者 邬晓澜</author><title>石桥村修好&ldquo;幸福渠&rdquo;<br>清水流进麦田</title>
<keyword></keyword><subtitle>浇一遍地只要一天半</subtitle><introtitle>春灌时节</introtitle>
<nodename>第03版：民生</nodename>/enpproperty-->
<table><tr><td><img src="../images/p3.jpg"></td></tr></table>
<div id="ozoom"><founder-content><!--enpcontent-->
<p>　　本报讯 4月3日，水渠&#20462;好了，<b>三百亩</b>麦田
喝上了水。</p><p>　　R&amp;D 3&lt;5，<img src="../images/渠.jpg">村民<br>站在渠边。</p>
<table><tr><td>亩数</td><td>300</td></tr></table>
<!--/enpcontent--></founder-content></div>
<script>alert("no")</script></body></html>"""


def test_a_founder_page_gives_the_story_its_roles_and_its_place(make_file):
    (page,) = read(make_file(PAGE.encode("gb18030"), "node_3.htm"))
    assert page.document.text == (
        "春灌时节\n石桥村修好“幸福渠”\n清水流进麦田\n浇一遍地只要一天半\n记者 邬晓澜\n\n"
        "\u3000\u3000本报讯 4月3日，水渠修好了，三百亩麦田喝上了水。\n\n"
        "\u3000\u3000R&D 3<5，村民\n\n站在渠边。\n\n亩数\u3000300\n\n"
        "青澜新报\n\n上一篇 下一篇\n"
    )
    assert page.document.roles == {
        1: "kicker",
        2: "headline",
        3: "headline",
        4: "deck",
        5: "byline",
        7: "body",
        9: "body",
        11: "body",
        13: "row",
        15: "dropped",
        17: "dropped",
    }
    assert page.place == Place(date(2023, 4, 4), "03", "民生")
    assert page.notes == (Note("picture", "../images/渠.jpg"),)


INDEX = """<html><head><title>青澜新报 第03版：民生</title></head><body><div>2023年4月4日</div>
<map><area href="7001.htm" coords="1,2,3,4"></map><h3>第03版：民生</h3>
<ul><li><a href="7001.htm">石桥村修好“幸福渠”</a></li><li><a href="7002.htm">图书馆换书架</a></li>
<li><a href="#">返回</a></li></ul></body></html>"""


def test_a_page_of_nothing_but_links_is_refused(make_file):
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file(INDEX, "node_3.htm")))
    assert refusal.value.reason == "index_page"


@pytest.mark.parametrize(
    "body",
    [
        "<h1>修好渠</h1><p>水渠修好了。</p><a href='2.htm'>上</a><a href='3.htm'>下</a>",
        "<article><p>水渠修好</p></article><a href='2.htm'>上</a><a href='3.htm'>下</a>",
        "<h1>渠</h1><p>水来了</p><p>麦醒了</p><a href='2.htm'>上</a><a href='3.htm'>下</a>",
        "<h1>石桥村修好渠</h1><p>水渠修好</p>",
    ],
)
def test_a_page_with_a_text_of_its_own_is_read(make_file, body):
    (page,) = read(make_file(f"<html><body>{body}</body></html>", "a.htm"))
    assert page.document.text


def test_a_text_between_content_marks_needs_no_element(make_file):
    data = "<!--enpproperty <title>甲</title>/enpproperty--><html><body><i>外</i><!--enpcontent-->"
    data += "<p>乙。</p><!--/enpcontent--></body></html>"
    (page,) = read(make_file(data, "a.html"))
    assert page.document == Document("甲\n\n乙。\n\n外\n", {1: "headline", 5: "dropped"})


@pytest.mark.parametrize(
    ("data", "text", "roles"),
    [
        (
            "<html><head><title>甲 - 站</title></head><body><article><h1>甲</h1><p>乙。</p>"
            "<h2>丙</h2><p>丁。</p></article><footer>戊</footer></body></html>",
            "甲\n\n乙。\n\n丙\n\n丁。\n\n甲 - 站\n\n戊\n",
            {1: "headline", 5: "subhead", 9: "dropped", 11: "dropped"},
        ),
        (
            "<html><head><title>甲</title></head><body><p>乙。<p>丙。",
            "甲\n\n乙。\n\n丙。\n",
            {1: "headline"},
        ),
        ("<html><body>乙。<br/>丙。", "乙。\n\n丙。\n", {}),
        ("<html><body><h1>甲</h1>尾<p>乙。", "甲\n\n尾\n\n乙。\n", {1: "headline"}),
        # Headings right above and below the first are its kicker and its deck.
        (
            "<html><body><div><h3>丙</h3><h1>甲</h1><h2>丁</h2></div><div id=ozoom>乙。</div>",
            "丙\n甲\n丁\n\n乙。\n",
            {1: "kicker", 2: "headline", 3: "deck"},
        ),
        (
            "<html><body><h1>甲</h1><h2>丁</h2>尾<p>乙。</p>",
            "甲\n\n丁\n\n尾\n\n乙。\n",
            {1: "headline", 3: "subhead"},
        ),
        # A short paragraph in bold is a subhead, a byline in bold is none.
        (
            "<html><body><h1>甲</h1><p>乙。</p><p> <strong>丙</strong></p><p>丁。</p>",
            "甲\n\n乙。\n\n丙\n\n丁。\n",
            {1: "headline", 5: "subhead"},
        ),
        (
            "<html><body><h1>甲</h1><p><b>本报记者 何青</b><p><b>乙</b>丁。</p><p><b>丙。</b>",
            "甲\n\n本报记者 何青\n\n乙丁。\n\n丙。\n",
            {1: "headline"},
        ),
    ],
)
def test_a_plain_page_gives_its_heading_and_paragraphs(make_file, data, text, roles):
    (page,) = read(make_file(data, "a.html"))
    assert page.document == Document(text, roles)


def test_headings_beside_the_headline_are_its_kicker_and_its_deck(make_file):
    body = "<div><h3>甲</h3><h1>乙</h1><h2>丙</h2><p>丁。</p><h2>戊</h2></div>"
    (page,) = read(make_file(f"<html><body>{body}</body></html>", "a.html"))
    kinds = {
        text: page.document.roles.get(n) for n, text in enumerate(page.document.text.split("\n"), 1)
    }
    assert [kinds[one] for one in "甲乙丙戊"] == ["kicker", "headline", "deck", "subhead"]


def test_a_page_without_text_is_empty(make_file):
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file("<html><body><img src='a.jpg'></body></html>", "a.html")))
    assert refusal.value.reason == "empty"


def test_a_deeply_nested_page_is_read_and_one_without_end_is_refused(make_file):
    (page,) = read(make_file("<html><body>" + "<div>" * 1_000 + "乙。", "a.html"))
    assert page.document.text == "乙。\n"
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file("<html><body>甲" + "<div>" * 5_000 + "乙。", "b.html")))
    assert refusal.value.reason == "broken_file"


class InMemory:
    def __init__(self, text):
        self.text = text

    def read(self):
        return self.text.encode()


@given(printable, st.lists(printable, max_size=4), printable)
def test_no_character_is_lost_or_added(headline, paragraphs, outside):
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    html = (
        f"<html><body><div>{escape(outside)}</div><founder-content><h1>{escape(headline)}</h1>"
        f"{body}</founder-content></body></html>"
    )
    expected = counted(headline, *paragraphs, outside)
    try:
        (page,) = read_epaper(InMemory(html))
    except UnreadableSource as refusal:
        assert (refusal.reason, expected) == ("empty", {})  # noqa: PT017
        return
    assert counted(page.document.text) == expected


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("■融媒体记者 邬　晓 通讯员 何青", "■融媒体记者 邬　晓 通讯员 何青"),
        ("记者 邬晓 通讯员 罗川", "邬晓 何青"),
        ("记者邬晓和何青走进柳河村", "邬晓 何青"),
    ],
)
def test_a_line_that_says_who_is_a_reporter_is_the_byline_of_the_same_names(
    make_file, line, byline
):
    data = "<!--enpproperty <title>甲</title><author>邬晓 何青</author>/enpproperty--><html><body>"
    data += f"<p>{line}</p><founder-content><p>乙。</p></founder-content></body></html>"
    (page,) = read(make_file(data, "a.html"))
    assert page.document.text.splitlines()[1] == byline


def article(title, text, author=""):
    properties = f"<author>{author}</author><title>{title}</title><nodename>要闻</nodename>"
    return (
        f"<!--enpproperty {properties}/enpproperty-->"
        f"<!--enpcontent--><p>{text}</p><!--/enpcontent-->"
    )


def test_a_page_of_several_articles_gives_each_its_headline_and_text(make_file):
    data = f"<body><i>导航</i>{article('水渠修好', '水来了。', '记者 何青')}"
    data += f"{article('桥通车', '桥通了。')}<i>版权</i></body>"
    (page,) = read(make_file(data, "a.html"))
    text = "水渠修好\n记者 何青\n\n水来了。\n\n桥通车\n\n桥通了。\n\n导航\n\n版权\n"
    roles = {1: "headline", 2: "byline", 4: "body", 6: "headline", 10: "dropped", 12: "dropped"}
    assert page.document == Document(text, roles)
    assert page.notes == ()


def test_several_marked_articles_without_texts_of_their_own_are_one_and_noted(make_file):
    first, second = article("甲", "子。"), article("乙", "丑。")
    mark = second.partition("<!--enpcontent-->")[0]
    (page,) = read(make_file(f"<body>{mark}{first}</body>", "a.html"))
    assert page.notes == (Note("several_articles", "2"),)
    assert page.document == Document("乙\n\n子。\n", {1: "headline"})


def test_a_centred_line_below_a_picture_amid_the_text_is_its_caption(make_file):
    data = "<h1>水渠修好</h1><div id='ozoom'>水来了。<br>渠边站满人。<br>"
    data += "<center><img src='p1.jpg'><br>何大山在渠边。</center></div>"
    (page,) = read(make_file(data, "a.html"))
    lines = page.document.text.splitlines()
    captions = [
        lines[number - 1] for number, role in page.document.roles.items() if role == "caption"
    ]
    assert captions == ["何大山在渠边。"]
