import pytest

from articles.parsing.acts import acts_by_official
from articles.parsing.mentions import find_mentions

ACTS = [
    ("县长何青出席会议并讲话。", {"何青": ("出席", "讲话")}),
    ("县长何青出席会议,并作重要讲话。", {"何青": ("出席", "讲话")}),
    ("会议由县长何青主持,县委书记林志远讲话。", {"何青": ("主持",), "林志远": ("讲话",)}),
    ("副县长何青、沈一鸣参加会议。", {"何青": ("参加",), "沈一鸣": ("参加",)}),
    ("县委书记林志远、县长何青出席。", {"林志远": ("出席",), "何青": ("出席",)}),
    (
        "区人大常委会主任沈一鸣,区政协主席林志远列席会议。",
        {"沈一鸣": ("列席",), "林志远": ("列席",)},
    ),
    ("县长何青表示,要提出办法,强调纪律。", {"何青": ("表示",)}),
    ("县长何青在讲话中强调,要抓好落实。", {"何青": ("强调",)}),
    ("县长何青在听取汇报后指出,要抓好落实。", {"何青": ("指出",)}),
    ("县长何青到柳河镇调研。何青要求,要抓好落实。", {"何青": ("调研", "要求")}),
    ("县长何青参加调研。", {"何青": ("参加",)}),
    ("县长何青一行走访慰问了困难群众。", {"何青": ("走访",)}),
    ("县长何青深入企业,实地察看生产线,要求抓好安全。", {"何青": ("察看", "要求")}),
    ("县长何青向来宾介绍了情况,以茶园为依托,参加展会。", {"何青": ("介绍",)}),
    ("在县长何青陪同下,客人参观了展厅。", {"何青": ("陪同",)}),
    ("县长何青率队,先后到太平镇、柳河镇实地视察农村饮水工程。", {"何青": ("视察",)}),
    ("县长何青走在前面。", {"何青": ()}),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_acts_are_read(text, expected):
    found = acts_by_official([text], find_mentions([text]))
    assert {name: acts for (name, _), acts in found.items()} == expected


def test_acts_are_gathered_over_the_story_in_its_order():
    texts = [
        "县长何青出席会议。",
        "何青强调,要抓好落实。",
        "何青强调,要守住底线。何青指出,还有不足。",
    ]
    assert acts_by_official(texts, find_mentions(texts)) == {("何青", 0): ("出席", "强调", "指出")}


def test_form_of_address_is_the_official_whose_it_is():
    texts = ["县教育局局长何青出席会议。", "何局长强调,要抓好落实。"]
    assert acts_by_official(texts, find_mentions(texts)) == {("何青", 0): ("出席", "强调")}
