import pytest

from articles.parsing.foreign_names import foreign_name, foreign_name_before, is_foreign_name
from articles.parsing.mentions import find_mentions
from articles.parsing.persons import find_persons

NAMES = [
    ("朝戈到嘎查", "朝戈"),
    ("呼日勒巴特尔说", "呼日勒巴特尔"),
    ("扎西次仁来了", "扎西次仁"),
    ("买买提难过", "买买提"),
    ("阿依古丽说", "阿依古丽"),
    ("沙马木呷说", "沙马木呷"),
    ("韩额尔敦讲话", "韩额尔敦"),
    ("卓玛措老阿妈", "卓玛措"),
    ("才让加快步伐", "才让"),
    ("巴音嘎查牧民", ""),
    ("扎西镇的路", ""),
    ("外力作用", ""),
    ("王秀兰说", ""),
]
PERSONS = [
    ("冠军是老骑手乌力吉驯出来的马。", ["乌力吉"]),
    ("乡长扎西东智告诉记者,断粮的没有一户。", ["扎西东智"]),
    ("走进牧民旺堆家的院子,狗叫了。", ["旺堆"]),
    ("回来又带出两名医生索朗德吉和普布。", ["索朗德吉", "普布"]),
    ("从草场搬到河谷里的次仁顿珠,烧起了茶。", ["次仁顿珠"]),
    ("村里的约布说,水够了。", ["约布"]),
    ("七十岁的老人阿不都拉把木料捐了出来。", ["阿不都拉"]),
    ("青年职工迪力木拉提提了一个问题。", ["迪力木拉提"]),
    ("副局长扎西多杰则说,表已经发了。", ["扎西多杰"]),
    ("额尔敦托娅教授打开一张旧图。", ["额尔敦托娅"]),
    ("任命朝鲁为县林业局局长。", ["朝鲁"]),
    ("阿依古丽老师来了。教师阿依古丽·买买提出门了。", ["阿依古丽·买买提"]),
    ("女儿古丽仙·买买提坐在车上。古丽仙是毕业生。", ["古丽仙·买买提"]),
    ("额日图嘎查的牧民都来了,巴音嘎查的草高。", []),
    ("乌兰牧骑到哈达镇演出,德庆县下了雨。", []),
    ("各色各样的布和丝线摆了一地。", []),
    ("在外力作用下,桥面裂了。", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_the_longest_name_is_read(text, expected):
    assert foreign_name(text) == expected


def test_a_name_is_read_back_from_its_end():
    assert foreign_name_before("邻居阿依努尔老人", 6) == "阿依努尔"
    assert foreign_name_before("邻居王秀兰老人", 5) == ""


def test_a_word_is_no_name_by_itself():
    assert not is_foreign_name("外力")
    assert is_foreign_name("外力江")


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons_with_such_names_are_found(text, expected):
    mentions = find_mentions([text])
    persons = find_persons([text], mentions, ())
    assert [*(one.name for one in mentions), *(one.name for one in persons)] == expected
