import pytest

from articles.length import length_of


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("经开区党工委", 6),
        ("今天，晴。", 5),
        ("2023年，GDP增长5.2%", 7),
        ("3,000万元", 3),
        ("A股 上涨\n三成", 6),
        ("COVID-19 疫情", 3),
        ("　　首行缩进", 4),
    ],
)
def test_length_counts_characters_marks_and_runs_of_latin(text, length):
    assert length_of(text) == length
