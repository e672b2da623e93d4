import random

import pytest

from articles.comparison import (
    BREAK,
    Piece,
    changed_characters,
    changed_sentences,
    compare_paragraphs,
    compare_texts,
    new_places,
)


def marked(pieces):
    return "".join(f"[{piece.text}]" if piece.is_changed else piece.text for piece in pieces)


def rows(before, after):
    return [(marked(row.before), marked(row.after)) for row in compare_paragraphs(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", ("", "")),
        ("", "新", ("", "[新]")),
        ("步道长3公里", "步道长8公里", ("步道长[3]公里", "步道长[8]公里")),
        ("建成放", "建成开放", ("建成放", "建成[开]放")),
        # One character that two sentences happen to share was kept by nobody.
        ("春风吹过的山岗", "全区群众的喜悦", ("[春风吹过的山岗]", "[全区群众的喜悦]")),
    ],
)
def test_changed_characters_are_marked(before, after, shown):
    assert tuple(map(marked, compare_texts(before, after))) == shown


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (["一。", "二。"], ["一。", "二。"], [("一。", "一。"), ("二。", "二。")]),
        (["一。"], ["一。", "二。"], [("一。", "一。"), ("", "[二。]")]),
        (["一。", "二。"], ["二。"], [("[一。]", ""), ("二。", "二。")]),
        (
            ["环湖步道建", "成开放。", "完。"],
            ["环湖步道建成开放。", "完。"],
            [("环湖步道建[\n]成开放。", "环湖步道建成开放。"), ("完。", "完。")],
        ),
        (
            ["步道建成。长3公里。", "灯亮了。"],
            ["步道建成。", "长3公里。", "灯全亮了。"],
            [("步道建成。长3公里。", "步道建成。[\n]长3公里。"), ("灯亮了。", "灯[全]亮了。")],
        ),
        ([], ["一。"], [("", "[一。]")]),
        ([], [], []),
    ],
)
def test_paragraphs_that_answer_each_other_stand_in_one_row(before, after, shown):
    assert rows(before, after) == shown


def test_rows_number_their_paragraphs():
    found = compare_paragraphs(
        ["甲一。", "甲", "二。", "尾。"], ["新添一段。", "甲一。", "甲二。", "尾。"]
    )

    assert [(list(row.before_numbers), list(row.after_numbers)) for row in found] == [
        ([], [0]),
        ([0], [1]),
        ([1, 2], [2]),
        ([3], [3]),
    ]


@pytest.mark.parametrize("seed", range(200))
def test_nothing_is_lost_or_made_up(seed):
    chance = random.Random(seed)

    def text():
        return ["".join(chance.choices("甲乙丙，。", k=chance.randint(1, 9))) for _ in range(4)]

    before, after = text(), text()[: chance.randint(0, 4)]
    found = compare_paragraphs(before, after)

    for texts, side, numbers in (
        (before, "before", "before_numbers"),
        (after, "after", "after_numbers"),
    ):
        shown = [row for row in found if getattr(row, side)]
        assert BREAK.join("".join(p.text for p in getattr(row, side)) for row in shown) == (
            BREAK.join(texts)
        )
        assert [n for row in found for n in getattr(row, numbers)] == list(range(len(texts)))
    for row in found:
        kept = [
            "".join(p.text for p in side if not p.is_changed) for side in (row.before, row.after)
        ]
        assert not (row.before and row.after) or kept[0] == kept[1]


def test_long_texts_are_compared_phrase_by_phrase(monkeypatch):
    monkeypatch.setattr("articles.comparison.CHARACTERS_COMPARED", 1)

    before, after = compare_texts("建成了，步道长3公里，完。", "开放了，步道长3公里，毕。")

    assert before[:2] == (Piece("建成了，", True), Piece("步道长3公里，", False))
    assert marked(before) == "[建成了，]步道长3公里，[完]。"
    assert marked(after) == "[开放了，]步道长3公里，[毕]。"


def test_moved_characters_are_no_change_of_their_number():
    assert changed_characters("甲乙丙", "丙甲乙丁") == (0, 1)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("步道全长3公里。今日开放。", "步道全长5公里。今日开放。", ["步道全长[3|5]公里。"]),
        ("一。二。三。", "一。三。", ["[二。|]"]),
        ("一。三。", "一。二。三。", ["[|二。]"]),
        (
            "他说：“好。”随后离开。人们散去。",
            "他说：“很好。”随后离开。人们走开。",
            ["他说：“[|很]好。”", "人们[散去|走开]。"],
        ),
        ("没有改动。", "没有改动。", []),
        ("没有句号", "没有逗号", ["没有[句|逗]号"]),
        ("", "全新一段。", ["[|全新一段。]"]),
    ],
)
def test_changed_sentences_stand_alone_with_what_went_and_what_came(before, after, wanted):
    shown = [
        "".join(step.before if step.is_kept else f"[{step.before}|{step.after}]" for step in one)
        for one in changed_sentences(before, after)
    ]

    assert shown == wanted


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        (["甲段。", "乙段。"], ["新段在前。", "甲段。", "乙段。"], [[1], [2]]),
        (["甲段。", "乙段。"], ["甲段。", "插入的。", "乙段。"], [[0], [2]]),
        (["甲段。", "乙段。", "丙段。"], ["甲段。", "丙段。"], [[0], [0], [1]]),
        (["甲段。", "乙段。"], ["乙段。"], [[], [0]]),
        (["甲段。", "乙段。"], ["甲段。乙段。"], [[0], [0]]),
        (["甲段。乙段。", "丙段。"], ["甲段。", "乙段。", "丙段。"], [[0, 1], [2]]),
        (["河道清淤已经完成。"], ["先说一句。", "河道清淤都已完成。"], [[0, 1]]),
        (["甲段。", "乙段。", "丙段。"], ["乙段。", "丙段。", "甲段。"], [[], [0], [1]]),
    ],
)
def test_paragraphs_are_found_again(before, after, places):
    assert [list(place) for place in new_places(before, after)] == places
