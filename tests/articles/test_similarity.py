import pytest

from articles.similarity import (
    SAMPLES,
    Overlap,
    Run,
    is_formula,
    letters,
    numbers,
    overlap,
    runs,
    share_of_cuts,
    shingles,
    sketch,
)
from tests.articles.copies import cut, story_text


def test_only_letters_and_figures_count():
    assert letters("３月 24日，“柳汐”公园\n（Ａ区）_ 3.5公里。") == "3月24日柳汐公园A区35公里"


def test_shingles_are_runs_of_five():
    assert shingles("柳汐公园，步道") == {"柳汐公园步", "汐公园步道"}
    assert shingles("柳汐公园") == set()


def test_overlap_of_a_part_with_the_whole():
    whole, part = {"一", "二", "三", "四"}, {"三", "四"}

    assert overlap(whole, part) == overlap(part, whole) == Overlap(1.0, 0.5)
    assert overlap(whole, set()) == Overlap(0.0, 0.0)


@pytest.mark.parametrize("sentences", [2, 4, 16, 80, 400])
@pytest.mark.parametrize("where", ["front", "end", "scattered"])
def test_half_of_a_text_shares_samples_with_the_whole(sentences, where):
    whole = story_text(7, sentences)
    half = cut(whole, 0.5, where)

    shared = sketch("\n".join(whole)).hashes & sketch("\n".join(half)).hashes

    assert len(shared) >= 4


def test_sketch_is_a_handful_for_any_length():
    sizes = [len(sketch("".join(story_text(3, n))).hashes) for n in (2, 8, 16, 40)]

    assert all(SAMPLES / 2 <= size <= SAMPLES * 3 for size in sizes)
    assert sketch("柳汐公园新添环湖步道").hashes == frozenset()


def test_sketch_is_the_same_in_every_process():
    assert sketch("11月15日，柳汐公园环湖步道建成开放。步道全长3公里。").rate == 1
    assert min(sketch("11月15日，柳汐公园环湖步道建成开放。步道全长3公里。").hashes) == 179090362


def test_numbers_as_print_has_them():
    assert numbers("第十二届运动会２０２３年投入12.6亿元，二〇二四年再办") == {
        "十二",
        "2023",
        "12.6",
        "二〇二四",
    }


@pytest.mark.parametrize(
    ("first", "second", "days", "expected"),
    [
        ("2022年走访1月15日300户", "2023年走访1月12日420户", 362, True),
        ("2022年走访300户、5镇、12村、40人", "2023年走访300户、5镇、12村、40人", 365, True),
        ("第十一届走访300户", "第十二届走访300户", 365, True),
        ("1月15日走访300户", "1月15日走访300户", 365, False),
        ("走访困难群众", "走访困难群众", 365, False),
        ("2022年走访300户、5镇、12村", "2022年走访310户、5镇、12村", 3, False),
        ("空气指数35、细颗粒物12、臭氧80", "空气指数41、细颗粒物19、臭氧66", 1, True),
        ("走访300户", "走访310户", 3, False),
    ],
)
def test_formula_stories_are_told_by_their_numbers(first, second, days, expected):
    assert is_formula(first, second, days) is expected
    assert is_formula(second, first, -days) is expected


def test_runs_mark_what_the_other_text_has_not():
    first = ["区里今天新开了三条公交线路，", "市民都说很方便。"]
    second = ["区里今天新开了五条公交线路，", "市民都说很方便。另有一条夜班车。"]

    assert runs(first, second) == [
        [
            Run("区里今天新开了", True),
            Run("三", False),
            Run("条公交线路，", True),
        ],
        [Run("市民都说很方便。", True)],
    ]
    assert runs(second, first)[1] == [
        Run("市民都说很方便。", True),
        Run("另有一条夜班车。", False),
    ]
    assert runs([], first) == []


FRONT, MIDDLE, END = story_text(5, 4), story_text(6, 4), story_text(7, 4)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([*FRONT, *MIDDLE], [*MIDDLE, *END], 0.5),
        ([*FRONT, *MIDDLE, *END], [*FRONT, *END], 1.0),
        ([*FRONT, *MIDDLE], [*FRONT, *END], 0.0),
        (FRONT, END, 0.0),
        ([], FRONT, 0.0),
    ],
)
def test_cuts_of_one_text_have_nothing_in_each_others_place(first, second, expected):
    shares = [share_of_cuts("".join(one), "".join(other)) for one, other in
              ((first, second), (second, first))]  # fmt: skip

    assert shares == [pytest.approx(expected, abs=0.02)] * 2


def test_word_that_was_corrected_leaves_cuts_what_they_are():
    whole = "".join([*FRONT, *MIDDLE])

    assert share_of_cuts(whole, whole[:40] + "丙丁" + whole[42:]) > 0.9
