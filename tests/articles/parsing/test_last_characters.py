import pytest

from articles.parsing.mentions import find_mentions
from articles.parsing.names import find_name
from articles.parsing.persons import find_persons


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("林振会表示，要抓好春耕。", "林振会"),
        ("林振会推介投资环境。", "林振会"),
        ("林振会在国道旁发现一名老人。", "林振会"),
        ("林振会把意见带了回去。", "林振会"),
        ("林振会会见客人。", "林振会"),
        ("林振会见客人。", "林振"),
        ("林振会上发言。", "林振"),
        ("林振会后告诉记者，", "林振"),
        ("林钦所列席会议。", "林钦所"),
        ("林钦所说，路通了。", "林钦所"),
        ("林钦所作的报告得到好评。", "林钦"),
        ("林钦所送礼金", "林钦"),
        ("林守将作了发言。", "林守将"),
        ("林守将今年五十六岁，", "林守将"),
        ("林守将赴外地招商。", "林守"),
        ("林守将一面锦旗送到", "林守"),
        ("林守将带着清单返回", "林守"),
        ("林永在说，路不好走。", "林永在"),
        ("林永在主持会议并讲话。", "林永在"),
        ("林永在主持会议时说，", "林永"),
        ("林永在回答了提问。", "林永在"),
        ("林永在会上说，", "林永"),
        ("林永在看书。", "林永"),
        ("林永在走访时强调，", "林永"),
        ("林忠任带领群众修渠", "林忠任"),
        ("林忠任把办公桌搬到堤上", "林忠任"),
        ("林忠任县长。", "林忠"),
        ("林忠任总指挥，", "林忠"),
        ("林福为宣读了决定。", "林福为"),
        ("林福为代表签约企业发言。", "林福为"),
        ("林福为代表们送上鲜花。", "林福"),
        ("林福和冒雨赶往水库。", "林福和"),
        ("林福和冒雨赶来的群众交谈。", "林福"),
        ("林青给他喂了药。", "林青"),
        ("林青向群众了解情况。", "林青"),
        ("林志向、何青出席。", "林志向"),
    ],
)
def test_a_word_of_its_own_goes_on_otherwise(text, name):
    assert find_name(text, 0) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县长林振会表示，要抓好春耕。", "林振会"),
        ("县政协主席林钦所列席了会议。", "林钦所"),
        ("正如县长林钦所说，路通了。", "林钦"),
        ("县长林振会见了来宾。", "林振"),
    ],
)
def test_an_official_is_named_in_full_before_what_they_do(text, name):
    assert [one.name for one in find_mentions([text])] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("民警林学会在巡逻中发现一名老人。", "林学会"),
        ("教授林钦所认为，问题不大。", "林钦所"),
        ("村民林守将说，路通了。", "林守将"),
    ],
)
def test_a_person_is_named_in_full_before_what_they_do(text, name):
    assert [one.name for one in find_persons([text], [], ())] == [name]
