import pytest

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
        ("石桥镇、白沙村、何家村、程家村都通了水。", set()),
    ],
)
def test_a_list_that_nothing_announces_is_of_persons(text, expected):
    assert {one.name for one in find_persons([text], (), ())} == expected
