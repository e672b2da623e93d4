import pytest

from articles.parsing.listed_lines import listed_lines


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
