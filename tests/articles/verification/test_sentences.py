"""The sentence in which some words stand."""

from datetime import date

import pytest

from articles.verification.sentences import sentence_at, tells_of_years_before


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("会议召开。仝在江出席会议。散会。", "仝在江", "仝在江出席会议。"),
        ("仝在江出席会议", "仝在江", "仝在江出席会议"),
        ("他说：“好！”仝在江点头。", "仝在江", "仝在江点头。"),
        ("他说：“好！”仝在江点头。", "好", "他说：“好！”"),
        ("第一行\n 仝在江\n第三行", "仝在江", "仝在江"),
        ("来了吗？！来了。", "来了吗", "来了吗？！"),
        ("第一句。第二句。", "句。第二", "第一句。第二句。"),
        ("增长5.2%。仝在江讲话。", "5.2%", "增长5.2%。"),
    ],
)
def test_sentence_of_the_words(text, words, sentence):
    start = text.index(words)
    assert sentence_at(text, start, start + len(words)) == (text.index(sentence), sentence)


def test_mark_that_closes_a_sentence_stands_in_it():
    assert sentence_at("他说“好”。后来。", 4, 5) == (0, "他说“好”。")


@pytest.mark.parametrize(
    ("text", "day", "is_past"),
    [
        ("1998年，陶然建校。", date(2023, 6, 15), True),
        ("2023年，陶然建校。", date(2023, 6, 15), False),
        ("那是1998年。陶然建校。", date(2023, 6, 15), False),
        ("1998年，陶然建校。", None, False),
    ],
)
def test_sentence_of_years_gone_by(text, day, is_past):
    start = text.index("陶然")
    assert tells_of_years_before(text, start, start + 2, day) is is_past
