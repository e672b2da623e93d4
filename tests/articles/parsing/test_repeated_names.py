import pytest

from articles.parsing.mentions import find_mentions
from articles.parsing.persons import find_persons
from articles.parsing.repeated_names import settled


@pytest.mark.parametrize(
    ("names", "whole", "name"),
    [
        ([], "", ""),
        (["何青"], "何青来了。", "何青"),
        (["罗国", "罗国强"], "罗国强胸痛。罗国强转出了监护室。", "罗国强"),
        (["罗国", "罗国强"], "罗国强胸痛。", "罗国"),
        (["罗国强", "罗国"], "罗国强调纪律。罗国来了。", "罗国"),
        (["王丽", "王丽说"], "王丽说，好。王丽说：“好。”", "王丽"),
    ],
)
def test_name_ends_as_the_story_repeats_it(names, whole, name):
    assert settled(names, whole) == name


def test_last_sound_of_a_dotted_name_is_no_next_word():
    text = "县长努尔兰·哈布都，副县长何青到场。县长努尔兰·哈布都告诉她，要打井。"
    assert {one.name for one in find_mentions([text])} == {"努尔兰·哈布都", "何青"}


def test_name_repeated_by_the_story_is_whole_where_it_is_first():
    texts = ["司机罗国强胸痛两个小时。", "罗国强转出了监护室。"]
    assert [one.name for one in find_persons(texts, (), ())] == ["罗国强"]
