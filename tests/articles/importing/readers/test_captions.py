import pytest
from lxml import html

from articles.importing.readers import read
from articles.importing.readers.captions import find_captions
from articles.importing.readers.pages import Note

TEXT = '<div id="ozoom"><p>麦子熟了。</p><p>粮满仓。</p></div>'
ROWS = "<table><tr><td>麦收</td></tr><tr><td><img src=a.jpg></td></tr><tr><td>{}</td></tr></table>"


def captions(body):
    page = html.document_fromstring(f"<html><body>{body}</body></html>")
    content = page.xpath("//*[@id='ozoom']")[0]
    return [one.text_content().strip() for _, one in find_captions(page, content)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Above the text: in the next row, around the picture, in the next table.
        (ROWS.format("村民何大山在收麦。 罗川 摄") + TEXT, ["村民何大山在收麦。 罗川 摄"]),
        (ROWS.format("村民何大山在收麦。") + TEXT, ["村民何大山在收麦。"]),
        ("<div><img src=a.jpg><br>图为麦收现场</div>" + TEXT, ["图为麦收现场"]),
        ("<center><p><img></p><p>村民在收麦。</p></center>" + TEXT, ["村民在收麦。"]),
        ("<div><img><p>村民在收麦。</p></div>" + TEXT, ["村民在收麦。"]),
        (
            "<table><tr><td><img></td></tr></table><table><tr><td>村民在收麦（柳河镇供图）</table>"
            "<p>柳河新报</p>" + TEXT,
            ["村民在收麦（柳河镇供图）"],
        ),
        (
            "<table><tr><td><img></td></tr><tr><td>村民在收麦。</td></tr></table>"
            "<table><tr><td><img></td></tr><tr><td>孩子们在拾穗。</td></tr></table>" + TEXT,
            ["村民在收麦。", "孩子们在拾穗。"],
        ),
        # Below it only where who took the picture stands there.
        (TEXT + ROWS.format("村民何大山在收麦。 罗川 摄"), ["村民何大山在收麦。 罗川 摄"]),
        (TEXT + "<p><img>未经许可，不得转载。</p>", []),
        # Amid the text in a table or a figure of its own.
        (
            '<div id="ozoom"><p>麦子熟了。</p><figure><img><figcaption>麦收</figcaption></figure>'
            "<p>粮满仓。</p></div>",
            ["麦收"],
        ),
        (
            '<div id="ozoom"><table><tr><td><img></td></tr><tr><td>村民在收麦。</td></tr></table>'
            "<p>粮满仓。</p></div>",
            ["村民在收麦。"],
        ),
        ('<div id="ozoom"><p><img></p><p>麦子熟了。</p><p>粮满仓。</p></div>', []),
        ('<table><tr><td><div id="ozoom"><p><img></p><p>粮满仓。</p></div></table>', []),
        # Not what merely comes next: a greeting, a summary; in the page's frame all comes next.
        ("<div><img></div><div>欢迎阅读今天的河湾日报。</div>" + TEXT, []),
        ("<div><div><img></div><div>欢迎阅读今天的河湾日报。</div></div>" + TEXT, []),
        ("<div><img></div><p>核心提示：今年的麦子比去年早熟三天。</p>" + TEXT, []),
        (
            "<table><tr><td><img></td></tr><tr><td>欢迎阅读今天的河湾日报。</td></tr>"
            f"<tr><td>{TEXT}</td></tr></table>",
            [],
        ),
        # Neither the day beside a logo, nor links, nor the text of the story itself.
        ("<div><img></div><div>2023年04月04日 星期二</div>" + TEXT, []),
        ("<div><img></div><div><a href=2.htm>下一篇。</a></div>" + TEXT, []),
        ("<div><img></div><div>麦子熟了。村民在收麦。</div>" + TEXT, []),
        ("<table><tr><td><img></td></tr></table>" + TEXT, []),
        ('<div id="ozoom"><img>麦子熟了。</div>', []),
    ],
)
def test_text_beside_a_picture_is_its_caption_where_the_page_shows_it(body, expected):
    assert captions(body) == expected


def test_captions_follow_the_text_in_their_own_role_and_their_pictures_are_noted(make_file):
    page = f"<html><body><h1>麦收</h1>{ROWS.format('村民在收麦。 罗川 摄')}{TEXT}</body></html>"
    (page,) = read(make_file(page, "a.html"))
    assert page.document.text == "麦收\n\n麦子熟了。\n\n粮满仓。\n\n村民在收麦。 罗川 摄\n\n麦收\n"
    assert page.document.roles == {1: "headline", 7: "caption", 9: "dropped"}
    assert page.notes == (Note("picture", "a.jpg"),)
