import pytest

from articles.parsing.callings import find_callings

CALLED = [
    (["72岁的龙小川急得跺脚。"], ["龙小川"]),
    (["年过七旬的何秀兰，还在种菜。"], ["何秀兰"]),
    (["“90后”的林志远回来了。"], ["林志远"]),
    (["最小的名叫林志远，才八岁。"], ["林志远"]),
    (["她叫屈爱莲，住在六楼。"], ["屈爱莲"]),
    (["林志远，今年58岁，是个木匠。"], ["林志远"]),
    (["林志远（男，45岁）来了。"], ["林志远"]),
    (["林志远，男，1975年3月生。"], ["林志远"]),
    (["“麦子熟了。”林志远说，今年多收了三成。"], ["林志远"]),
    (["林志远笑着说：“路通了。”"], ["林志远"]),
    (["结业时，林志远、沈一鸣、原野3名学员受到表扬。"], ["林志远", "沈一鸣", "原野"]),
    (["1月2日，林志远老人住进了医院。"], ["林志远"]),
    (["记者：怎么做？", "林志远：慢慢做。", "记者：难吗？", "林志远：不难。"], ["林志远"]),
    (["72岁的村民林志远来了。"], []),
    (["72岁的老人来了。"], []),
    (["农产品叫好又叫座，名叫青山的村子变了。"], []),
    (["高新区说，将增加投资。"], []),
    (["龙泉山说，这是一句比方。"], []),
    (["大豆、玉米、高粱3个品种都丰收。"], []),
    (["张先生说，路通了。"], []),
    (["注意：小心。", "注意：地滑。"], []),
    ([""], []),
]


@pytest.mark.parametrize(("texts", "names"), CALLED)
def test_persons_are_found_by_how_they_are_spoken_of(texts, names):
    assert list(dict.fromkeys(one.name for _, one in find_callings(texts))) == names


def test_place_of_a_name_is_told():
    texts = ["麦子熟了。", "72岁的何秀兰，还在种菜。"]
    ((number, calling),) = find_callings(texts)
    assert texts[number][calling.start :].startswith(calling.name)
