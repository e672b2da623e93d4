import pytest

from articles.parsing.listed_lines import as_clause, listed_lines


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["优秀党员（5名）", "王　丽　张晓华　何　青", "赵　永　欧阳雪"], {0, 1, 2}),
        (["孙　伟　柳河镇党委副书记", "田　野　区教育局机关党委书记"], {0, 1}),
        (["任命：", "孙伟为区发改局局长，试用期一年；", "田野为区教育局副局长。"], {0, 1, 2}),
        (["免去：", "钱进的区发改局局长职务"], {0, 1}),
        (["任命孙伟为区发改局局长；", "免去钱进的区发改局局长职务。"], {0, 1}),
        (["孙伟为这件事跑了三趟", "路通了。"], set()),
        (["王丽 张晓华", "路通了。"], set()),
        (["水渠　修好　了", "村民　高兴　了"], set()),
        (["何青为石桥村修好了水渠", None, "田野为柳河镇修好了桥"], set()),
        ([None, "路通了。"], set()),
        ([], set()),
    ],
)
def test_lines_of_a_list_are_whole(texts, places):
    assert listed_lines(texts) == places


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("夏　青　柳河中学校长", "柳河中学校长夏青。"),
        ("欧阳立　县畜牧站站长、高级兽医师", "县畜牧站站长、高级兽医师欧阳立。"),
        ("夏　青　货车司机　　救出两名落水儿童", "货车司机夏青。救出两名落水儿童。"),
        ("艾山·图尔荪　棉纺厂挡车工", "棉纺厂挡车工艾山·图尔荪。"),
        ("夏青　石桥", "夏青　石桥"),
        ("柳河中学校长　夏　青", "柳河中学校长　夏　青"),
        ("夏青来到柳河中学。", "夏青来到柳河中学。"),
        ("", ""),
    ],
)
def test_row_of_a_list_reads_as_a_clause(text, clause):
    assert as_clause(text) == clause
