import pytest

from articles.parsing.source import Source
from articles.parsing.stories import split_stories

ONE = ["县一中办起图书角", "　　4月3日，县一中的图书角开放了。"]
TWO = ["石桥村修好水渠", "　　近日，石桥村的水渠通了水。"]
THREE = ["柳河镇种下新树", "　　4月2日，柳河镇种树三百棵。"]


def signed(brief, name):
    return [*brief[:-1], f"{brief[-1]}（{name}）"]


def headlines(lines, roles=None):
    source = Source("\n".join(lines))
    stories, _ = split_stories(source, roles)
    return [source.cut(story.headings[0]) for story in stories]


EVERY = [ONE[0], TWO[0], THREE[0]]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([*signed(ONE, "何青"), *signed(TWO, "孙小燕"), *signed(THREE, "温榆")], EVERY),
        ([*ONE, *signed(TWO, "孙小燕"), *signed(THREE, "温榆")], EVERY),
        ([*signed(ONE, "何青"), *signed(TWO, "孙小燕"), *THREE], EVERY),
        # Subheads of one article, signed once; and of one whose neighbour is signed.
        ([*ONE, *TWO, *signed(THREE, "温榆")], [ONE[0]]),
        (
            [
                *ONE,
                *TWO,
                *signed(THREE, "温榆"),
                "村里来了放映队",
                "　　4月1日，村里放电影。（何青）",
            ],
            [ONE[0], "村里来了放映队"],
        ),
    ],
)
def test_signatures_end_briefs_of_plain_text(lines, found):
    assert headlines(lines) == found


@pytest.mark.parametrize("role", ["subhead", ""])
def test_small_headlines_between_signed_texts_begin_stories(role):
    lines = [*signed(ONE, "何青"), *signed(TWO, "孙小燕"), *signed(THREE, "温榆")]
    assert headlines(lines, {1: "headline", 3: role, 5: role}) == EVERY


def test_only_a_headline_without_emphasis_is_guessed():
    source = Source(
        "\n".join([*signed(ONE, "何青"), *signed(TWO, "孙小燕"), *signed(THREE, "温榆")])
    )
    stories, _ = split_stories(source, {1: "headline", 3: "subhead", 5: ""})
    assert [story.is_guessed for story in stories] == [False, False, True]


def test_small_headlines_below_a_marked_one_begin_stories():
    lines = [f"# {ONE[0]}", ONE[1] + "（何青）", f"### {TWO[0]}", TWO[1] + "（孙小燕）"]
    assert headlines(lines) == [ONE[0], TWO[0]]
    assert headlines([*lines[:-1], TWO[1]]) == [ONE[0]]


def test_a_byline_below_the_headline_signs_no_brief():
    lines = [
        f"# {ONE[0]}",
        "",
        "本报记者 何青",
        "",
        "前不久，记者走进县",
        "",
        "一中，图书角里坐满了学生。",
        "",
        "责编：孙小燕",
    ]
    assert headlines(lines) == [ONE[0]]


def test_heads_of_a_letter_are_none():
    lines = [f"# {ONE[0]}", ONE[1] + "（何青）", "### 记者调查", TWO[1] + "（孙小燕）"]
    assert headlines(lines) == [ONE[0]]
