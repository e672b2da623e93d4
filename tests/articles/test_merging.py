import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.merging import Stretch, common_base, merge_paragraphs, merge_words

BASE = ["步道全长三公里。", "沿湖新装路灯百盏。", "周末人多。"]


def merged(base, theirs, mine):
    """The proposals in one list; "?" where a person has to say."""
    return [
        text
        for stretch in merge_paragraphs(base, theirs, mine)
        for text in (["?"] if stretch.proposal is None else stretch.proposal)
    ]


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        (BASE, BASE, BASE),
        # Changes of one side only are taken, whichever it is.
        ([*BASE, "完。"], BASE, [*BASE, "完。"]),
        (BASE, BASE[1:], BASE[1:]),
        (["步道全长四公里。", *BASE[1:]], [*BASE[:2], "假日人多。"],
         ["步道全长四公里。", BASE[1], "假日人多。"]),
        # Neighbours are two paragraphs, not one conflict.
        (["步道全长四公里。", *BASE[1:]], [BASE[0], "沿湖新装路灯二百盏。", BASE[2]],
         ["步道全长四公里。", "沿湖新装路灯二百盏。", BASE[2]]),
        # The same change made twice is made once.
        (["新首段。", *BASE], ["新首段。", *BASE], ["新首段。", *BASE]),
        # Two changes far enough apart in one paragraph.
        ([BASE[0], "沿湖已装路灯百盏。", BASE[2]], [BASE[0], "沿湖新装路灯百盏！", BASE[2]],
         [BASE[0], "沿湖已装路灯百盏！", BASE[2]]),
        # The same words changed two ways; changed here and deleted there; added at one place.
        ([*BASE[:2], "假日人多。"], [*BASE[:2], "夜里人多。"], [*BASE[:2], "?"]),
        (BASE[:2], [*BASE[:2], "假日人多。"], [*BASE[:2], "?"]),
        ([*BASE, "甲。"], [*BASE, "乙。"], [*BASE, "?"]),
    ],
)  # fmt: skip
def test_changes_of_one_side_are_taken_and_those_of_both_are_asked(theirs, mine, expected):
    assert merged(BASE, theirs, mine) == expected


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "expected"),
    [
        ("柳汐公园开放", "柳汐公园今日开放", "柳汐公园开放", "柳汐公园今日开放"),
        ("柳汐公园新步道开放", "云汀公园新步道开放", "柳汐公园新步道建成", "云汀公园新步道建成"),
        ("柳汐公园开放", "云汀公园开放", "云汀湿地开放", None),
        ("<p>一<strong>二</strong>三四五六</p>", "<p>一二三四五六</p>",
         "<p>一<strong>二</strong>三四五七</p>", "<p>一二三四五七</p>"),
    ],
)  # fmt: skip
def test_words_of_one_paragraph_are_merged_where_the_changes_are_apart(
    base, theirs, mine, expected
):
    assert merge_words(base, theirs, mine) == expected


def test_both_sides_offered_together_say_what_they_share_once():
    stretch = Stretch(("甲",), ("乙", "丙"), ("丙", "丁"))

    assert stretch.both == ("乙", "丙", "丁")


texts = st.lists(
    st.sampled_from(["甲乙丙丁。", "甲乙丙戊。", "己庚辛。", "壬癸。", "子丑。"]), max_size=7
)


@given(texts, texts, texts)
def test_no_paragraph_disappears_from_what_is_offered(base, theirs, mine):
    stretches = merge_paragraphs(base, theirs, mine)

    for side, text in (("base", base), ("theirs", theirs), ("mine", mine)):
        assert [one for stretch in stretches for one in getattr(stretch, side)] == text
    for stretch in stretches:
        assert set(stretch.both) == {*stretch.theirs, *stretch.mine}


@given(texts, texts)
def test_one_side_alone_is_taken_as_it_is(base, changed):
    assert merged(base, changed, base) == changed
    assert merged(base, base, changed) == changed
    assert merged(base, changed, changed) == changed


@given(texts, texts)
def test_with_an_unknown_base_every_paragraph_is_proposed_or_asked(theirs, mine):
    stretches = merge_paragraphs(common_base(theirs, mine), theirs, mine)

    for text in {*theirs, *mine}:
        assert any(
            text in (stretch.both if stretch.proposal is None else stretch.proposal)
            for stretch in stretches
        )


LINES = [
    "清晨六点，河长沿河巡查，记下水位。",
    "上午的会议讨论了今年的清淤计划。",
    "下午，志愿者到柳汐社区分发宣传单。",
    "晚间，街道公布了举报电话和信箱。",
]


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        # One goes over every paragraph and deletes or divides one; the other adds a sentence.
        ([f"{line}已核。" for line in LINES[:3]], [LINES[0], f"{LINES[1]}会后参观。", *LINES[2:]],
         [f"{LINES[0]}已核。", "?", f"{LINES[2]}已核。"]),
        ([LINES[0].replace("沿河", "沿堤"), *(line.replace("，", "、") for line in LINES[2:])],
         [*LINES[:3], f"{LINES[3]}随时可报。"],
         [LINES[0].replace("沿河", "沿堤"), LINES[2].replace("，", "、"),
          f"{LINES[3].replace('，', '、')}随时可报。"]),
        (["清晨六点，河长沿堤巡查，记下水位。", "上午的会议讨论了", "今年清淤的计划。", *LINES[2:]],
         [LINES[0].replace("六", "七"), *LINES[1:]],
         ["清晨七点，河长沿堤巡查，记下水位。", "上午的会议讨论了", "今年清淤的计划。",
          *LINES[2:]]),
        # What one deleted and the other changed is asked, and only that.
        ([LINES[0].replace("沿河", "沿堤"), *LINES[2:]], [f"{line}我改。" for line in LINES],
         [f"{LINES[0].replace('沿河', '沿堤')}我改。", "?",
          f"{LINES[2]}我改。", f"{LINES[3]}我改。"]),
    ],
)  # fmt: skip
def test_paragraphs_find_each_other_where_one_side_has_more(theirs, mine, expected):
    assert merged(LINES, theirs, mine) == expected


def test_every_change_of_both_sides_survives_a_merge_without_conflict():
    chance = random.Random(4)
    base = [f"第{n}段的文字在这里。" for n in range(40)]
    for _round in range(50):
        theirs, mine = list(base), list(base)
        places = chance.sample(range(40), 12)
        for n in places[:6]:
            theirs[n] += "他改"
        for n in places[6:]:
            mine[n] += "我改"

        both = [
            other if other != text else own
            for text, other, own in zip(base, theirs, mine, strict=True)
        ]
        assert merged(base, theirs, mine) == both
