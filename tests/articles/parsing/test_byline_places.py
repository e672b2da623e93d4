from datetime import date

import pytest

from articles.parsing.documents import Document
from articles.parsing.pipeline import parse_document

TOLD = "罗店镇书记林小满告诉记者，去年秋收以后，镇里把冬闲田流转出去。"


def read_body(*lines):
    """The text that is left, and the writers taken out of it, of a story with these lines."""
    page = parse_document(Document("\n".join(lines)), edition_date=date(2024, 4, 18))
    (story,) = page.stories
    body = "".join("".join(one.text.split()) for one in story.paragraphs)
    return body, [one.name for one in story.bylines]


RUNNING_ON = [
    TOLD,
    "县供电公司经理查文斌告诉记者，今年春耕期间，公司抽调了二十名技术员。",
    "据新华社记者林小满、何青报道，会议下月举行。",
    "他当过三年通讯员，程度不高，却写了一百多篇稿子。",
    "本报记者何青曾在三年前报道过此事，引起广泛关注。",
    "记者何青、通讯员罗敷的这篇报道见报后，读者来电。",
    "感谢县融媒体中心记者罗敷、何青，是你们帮了我。",
    "作者何青，男，1958年生，柳河镇人。",
    "来自县一中的小记者罗敷、何青采访了劳模。",
    "网友何青在评论里写下一句话。",
    "多名记者、通讯员看到，水面上漂着一层泡沫。",
]


@pytest.mark.parametrize("sentence", RUNNING_ON)
@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
@pytest.mark.parametrize("gap", [[], [""]])
def test_a_sentence_stays_in_the_text_wherever_a_line_cuts_it(sentence, indent, gap):
    above, below = "柳河镇4月17日召开会议，部署春耕。", "散会时已近黄昏，大家各自回村。"
    for place in range(2, len(sentence) - 1):
        before, after = sentence[:place], sentence[place:]
        lines = ["# 柳河镇春耕忙", f"{indent}本报讯 {above}", indent + before, *gap, after]
        body, names = read_body(*lines, indent + below)
        assert (body, names) == (above + sentence + below, []), place


def test_a_sentence_stays_in_the_text_behind_another_on_its_line_and_at_the_end():
    above = "柳河镇4月17日召开会议，部署春耕。"
    for place in range(2, len(TOLD) - 1):
        lines = ["# 柳河镇春耕忙", f"本报讯 {above}{TOLD[:place]}", TOLD[place:]]
        assert read_body(*lines) == (above + TOLD, [])
        assert read_body(lines[0], f"本报讯 {TOLD[:place]}", TOLD[place:]) == (TOLD, [])
        assert read_body(lines[0], TOLD[:place], TOLD[place:]) == (TOLD, [])


def test_commentator_of_the_paper_is_credited_above_the_text():
    body, names = read_body("# 让水算数", "本报评论员", "水是农业的命脉，一点也浪费不得。")
    assert (body, names) == ("水是农业的命脉，一点也浪费不得。", [])


def test_a_line_that_is_set_in_goes_on_below_where_paragraphs_are_set_in():
    below = "\u3000\u3000镇里有三个粮站，磅秤都校过两遍。"
    lines = [
        "\u3000\u3000本报记者 何青",
        "",
        "\u3000\u3000金岭高",
        "",
        "新区建成一年了，招来五十家企业。",
    ]
    body, names = read_body("# 柳河镇春耕忙", *lines, "", below)
    assert (body, names) == ("金岭高新区建成一年了，招来五十家企业。" + below.strip(), ["何青"])


@pytest.mark.parametrize(
    "lines",
    [
        ["本报记者何青", "4月17日，柳河镇召开会议，部署春耕，镇村干部参加。"],
        ["本报记者何青、", "通讯员罗敷", "4月17日，柳河镇召开会议，部署春耕，镇村干部参加。"],
        ["4月17日，柳河镇召开会议。", "", "本报记者何青", "", "镇村干部参加，会后各自回村。"],
        ["4月17日，柳河镇召开会议。", "（本报记者何青）", "镇村干部参加，会后各自回村。"],
        ["4月17日，柳河镇召开会议。", "本报记者何青、通讯员罗敷"],
        ["本报记者，何青", "", "4月17日，柳河镇召开会议，部署春耕，镇村干部参加。"],
        ["何青", "4月17日，柳河镇召开会议，部署春耕，镇村干部参加，会后各自回村。"],
        ["何青", "", "本报讯 4月17日，柳河镇召开会议，部署春耕，镇村干部参加。"],
        ["4月17日，柳河镇召开会议。", "（本组稿件由记者何青、罗敷采写）"],
    ],
)
def test_a_line_that_stands_by_itself_is_a_byline_without_spaces_too(lines):
    body, names = read_body("# 柳河镇春耕忙", *lines)
    assert "记者" not in body
    assert names[0] == "何青"
