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
        (["宋长", "宋长有"], "宋长有判了刑。由宋长有用车送。", "宋长有"),
        (["罗国", "罗国强"], "罗国强胸痛。", "罗国"),
        (["罗国强", "罗国"], "罗国强调纪律。罗国来了。", "罗国"),
        (["陈玉清", "陈玉"], "医生陈玉清和护士陈玉洁来了。", "陈玉清"),
        (["何永"], "何永在会上发言。何永在说，路通了。", "何永在"),
        (["何永"], "何永在会上发言。何永在村里走访。", "何永"),
        (["何永"], "何永在会上发言。何永在场。何永说，路通了。", "何永"),
        (["何振会"], "何振会推介产品。何振说，路通了。", "何振"),
        (["何振会"], "何振会推介产品。何振华说，路通了。", "何振会"),
        (["王丽", "王丽说"], "王丽说，好。王丽说：“好。”", "王丽"),
    ],
)
def test_name_ends_as_the_story_repeats_it(names, whole, name):
    assert settled(names, whole) == name


def test_name_that_is_cut_before_a_word_is_completed_by_the_story():
    texts = ["摆渡的李根生前年走了。", "李根生的儿子把船修好了。"]
    assert [one.name for one in find_persons(texts, (), ())] == ["李根生"]


def test_last_sound_of_a_dotted_name_is_no_next_word():
    text = "县长努尔兰·哈布都，副县长何青到场。县长努尔兰·哈布都告诉她，要打井。"
    assert {one.name for one in find_mentions([text])} == {"努尔兰·哈布都", "何青"}


def test_name_repeated_by_the_story_is_whole_where_it_is_first():
    texts = ["司机罗国强胸痛两个小时。", "罗国强转出了监护室。"]
    assert [one.name for one in find_persons(texts, (), ())] == ["罗国强"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石匠收了徒弟明亮。明亮学了半年。", ["明亮"]),
        ("他请来工程师鞠躬，两个人睡在车间。鞠躬管图纸。", ["鞠躬"]),
        ("石匠收了徒弟明亮。", []),
        ("丢了书包的学生平安，家长笑了。平安是最好的消息。", []),
        ("她在人群里找方大年。方大年是她的邻居。", ["方大年"]),
    ],
)
def test_word_that_heads_another_sentence_is_a_name(text, names):
    assert [one.name for one in find_persons([text], (), ())] == names


def test_word_after_an_office_that_heads_another_sentence_is_a_name():
    text = "陪他下井的是煤矿矿长安心。安心走在最前面。"
    assert {one.name for one in find_mentions([text])} == {"安心"}
