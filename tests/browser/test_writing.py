"""Writing a story in a real browser: what is pasted, dropped, counted and suggested."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import at_the_desk, body_of, new_story, save

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=ZH-CN>
<!--StartFragment--><h1 style='margin:0'>一、总体情况</h1>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>　　全区新增
<b>12</b>处口袋公园。<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>街道</p></td>
<td><p>数量</p></td></tr></table><img src="file:///C:/x.png"><p>详见<a href="https://example.org/">公告</a>。</p><!--EndFragment--></body></html>"""
WECHAT = """<section style="margin:0"><section data-tools="135"><span>第一段文字。</span></section>
<section><p style="text-align:justify"><span>第二段文字。<br/><br/>第三段文字。</span></p></section>
<mp-common-profile></mp-common-profile></section>"""
DOCS = """<b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr"><span>不是粗体。</span></p></b>"""


WORD_REVIEWED = """<html><body><p class=MsoNormal>街道<del cite="mailto:a">昨日</del><ins>今日
</ins>植树三百株，<span
lang=EN-US>12</span>
个社区到场<span class=MsoCommentReference><a style='mso-comment-reference:林_1'></a><a
class=msocomanchor href="#_msocom_1">[林1]</a></span>。<a href="#_ftn1">[1]</a></p>
<div style='mso-element:comment-list'><hr class=msocomoff><div class=msocomtxt id="_com_1">
<p class=MsoCommentText>数字再核一下</p></div></div></body></html>"""
SCRIPTS = (
    "<p>产能3×10<sup>4</sup>吨，减排CO<sub>2</sub>，"
    '占地2m<span style="vertical-align:super">2</span>，见注<sup>[1]</sup>。</p>'
)
WPS_HEADING = """<h2><b><span style="font-weight:bold">第一部分
<o:p></o:p></span></b></h2><p>正文。</p>"""
WORD_STYLED = """<html><head><style>p.MsoNormal {margin:0}
@font-face {font-family:宋体}</style></head><body>
<p class=MsoNormal style='margin:0'>全区<span style='color:red;font-weight:bold'>新增</span>
公园。</p><p style="font-weight:700">整段加粗，但它是一句完整的话。</p></body></html>"""
WECHAT_TITLE = """<section><p style="text-align:center"><span style="font-size:18px">
<strong>推门见绿</strong></span></p><p><strong>记者</strong>从会上获悉。</p></section>"""
WORD_LIST = """<p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.
<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>先修路</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.
<span>&nbsp;&nbsp;</span></span>再种树</p><p class=MsoNormal>说完了。</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>·
<span>&nbsp;</span></span>长椅</p>"""


def paste(page, html):
    page.evaluate(
        """(html) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", "x");
          document.querySelector(".tiptap").dispatchEvent(
            new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        html,
    )


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (
            WORD,
            r"<h3>一、总体情况</h3><p>全区新增\s*<strong>12</strong>处口袋公园。</p>"
            r"<table>.*街道.*数量.*</table><p>详见<a [^>]*href=\"https://example.org/\"[^>]*>公告</a>。</p>",
        ),
        (WECHAT, r"<p>第一段文字。</p><p>第二段文字。</p><p>第三段文字。</p>"),
        (DOCS, r"<p>不是粗体。</p>"),
        (
            WORD_STYLED,
            r"<p>全区<strong>新增</strong>\s*公园。</p><p><strong>整段加粗，但它是一句完整的话。</strong></p>",
        ),
        (WECHAT_TITLE, r"<h3>推门见绿\s*</h3><p><strong>记者</strong>从会上获悉。</p>"),
        (
            WORD_LIST,
            r"<ol[^>]*><li><p>先修路</p></li><li><p>再种树</p></li></ol><p>说完了。</p>"
            r"<ul><li><p>长椅</p></li></ul>",
        ),
        (WORD_REVIEWED, r"^<p>街道今日植树三百株，12个社区到场。\[1\]</p>$"),
        (WPS_HEADING, r"^<h3>第一部分</h3><p>正文。</p>$"),
        (SCRIPTS, r"^<p>产能3×10⁴吨，减排CO₂，占地2m²，见注\[1\]。</p>$"),
    ],
    ids=[
        *("Word", "WeChat", "Google", "style block", "bold title", "lists"),
        *("reviewed in Word", "heading of WPS", "raised and lowered"),
    ],
)
def test_pasted_text_keeps_its_parts_and_drops_the_rest(at_the_desk, html, kept):
    page = new_story(at_the_desk, "粘贴的稿件")
    paste(page, html)
    expect(body_of(page)).to_have_value(re.compile(kept, re.S))
    value = body_of(page).input_value()
    assert not re.search(r"Mso|<span|style=|<img|　", value)


def test_characters_are_counted_as_one_types(at_the_desk):
    page = new_story(at_the_desk, "数字数")
    page.keyboard.type("2023年，GDP增长5.2%")
    expect(page.locator(".length")).to_have_text("7 字")


def test_official_named_in_the_text_is_added_with_one_click(at_the_desk):
    page = new_story(at_the_desk, "建议关联")
    page.keyboard.type("11月15日，青澜经开区经济发展局局长宁启帆到柳汐小学调研。")
    page.click(".named button:has-text('宁启帆')")
    name = page.locator("[name^=mentions-][name$=-name_as_printed]").first
    expect(name).to_have_value("宁启帆")
    expect(page.locator("[name=mentions-0-official]")).not_to_have_value("")
    expect(page.locator(".named button:has-text('+ 宁启帆')")).to_have_count(0)


def test_name_without_a_title_is_suggested_and_linked_in_the_text(at_the_desk):
    page = new_story(at_the_desk, "建议链接")
    page.keyboard.type("岑予安到青澜经开区教育体育局走访。")
    page.click(".named button:has-text('+ 岑予安')")
    page.click(".named button:has-text('+ 青澜经开区教育体育局')")
    expect(page.locator("[name=mentions-0-official]")).not_to_have_value("")
    expect(page.locator("[name=department_links-0-department]")).not_to_have_value("")

    page.click(".named-links button:has-text('岑予安')")
    expect(body_of(page)).to_have_value(
        re.compile(r'<p><a [^>]*href="/officials/[^"]+"[^>]*>岑予安</a>到青澜')
    )
    assert 'href="/officials/' in save(page)


def test_photo_dropped_on_the_story_becomes_a_photo_of_it(at_the_desk):
    page = new_story(at_the_desk, "拖入图片")
    page.evaluate(
        """async () => {
          const canvas = Object.assign(document.createElement("canvas"), {width: 60, height: 40});
          const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
          const data = new DataTransfer();
          data.items.add(new File([blob], "bridge.png", {type: "image/png"}));
          document.querySelector(".tiptap").dispatchEvent(
            new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
    )
    expect(page.locator("#photos-group img.thumbnail")).to_be_visible()
    page.fill("[name=photos-0-caption]", "大桥通车。")
    page.fill("[name=photos-0-alt_text]", "车辆驶过大桥。")
    page.keyboard.press("Control+s")
    page.wait_for_url("**/change/")
    expect(page.locator("[name=photos-0-caption]")).to_have_value("大桥通车。")
