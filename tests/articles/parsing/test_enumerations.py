import pytest

from articles.parsing.enumerations import find_enumerated
from articles.parsing.persons import find_persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "出席晚会的还有罗关根、何铁映、程浩田、沈干。",
            {"罗关根", "何铁映", "程浩田", "沈干"},
        ),
        ("罗朋、沈石、程镕基、何锦涛等听了介绍。", {"罗朋", "沈石", "程镕基", "何锦涛"}),
        (
            "当选的有程宝叁、何创教、罗洪忠(佤族)、沈邦正(女、彝族)、程禄寿、何晓宇。",
            {"程宝叁", "何创教", "罗洪忠", "沈邦正", "程禄寿", "何晓宇"},
        ),
        ("张北、康保、尚义、沽源等县受灾。", set()),
        ("白菜、萝卜、西红柿、黄瓜等都有。", set()),
        ("冒雨到白岩镇、石滩镇、黄沙镇检查。", set()),
        ("药材有白芷、黄连、黄精、石斛、麦冬、石菖蒲等。", set()),
        ("景点有石林、黄果树、马岭河、万峰林、龙宫等。", set()),
        ("村组有高坪、石坎、杨柳、白岩、万家坪、田坝等。", set()),
        ("有马蜂、黄蜂、金龟子、白蚁、毛虫等害虫。", set()),
        ("园里有丁香、白兰、马兰、金桂、石榴等花木。", set()),
        ("代表有罗志坚、何青山、沈文华等。", {"罗志坚", "何青山", "沈文华"}),
        ("罗青（女）、何青（回族）、沈秋等听了介绍。", {"罗青", "何青", "沈秋"}),
        ("石桥镇、白沙村、何家村、程家村都通了水。", set()),
    ],
)
def test_a_list_that_nothing_announces_is_of_persons(text, expected):
    assert {one.name for one in find_persons([text], (), ())} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("连环画有杨家将、呼家将、岳飞传、水浒传。", set()),
        ("罗志坚、何青山、沈秋四大家。", {"罗志坚", "何青山", "沈秋"}),
        ("罗志坚、何青山、沈文华等县领导参加。", {"罗志坚", "何青山", "沈文华"}),
        ("罗志坚、何青山、沈文华等村民参加。", {"罗志坚", "何青山", "沈文华"}),
        ("作者有罗志坚、何青山、沈文华。", {"罗志坚", "何青山", "沈文华"}),
        ("评委有罗志坚、何青山、沈文华等。", {"罗志坚", "何青山", "沈文华"}),
    ],
)
def test_list_ends_where_its_things_are_counted_or_named(text, expected):
    assert {one.name for _, one in find_enumerated([text])} == expected
