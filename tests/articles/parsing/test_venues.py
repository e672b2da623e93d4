import pytest

from articles.parsing.venues import read_place


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("7月8日,茶文化论坛在云岭会堂隆重举行。", "云岭会堂"),
        ("柳河镇在文化广场举办专场招聘会。", "文化广场"),
        ("数千名跑者从滨河广场出发。", "滨河广场"),
        ("县长何青来到柳河小学参加开学典礼。", "柳河小学"),
        ("昨晚,柳河中学报告厅里坐满了学生。", "柳河中学报告厅"),
        ("宣讲在各村有序开展,在全县范围内启动。", ""),
        ("论坛在大家的掌声中闭幕。", ""),
        ("何在山主持召开会议。", ""),
        ("走进大门的读者为新馆鼓掌。", ""),
        ("县委召开会议。", ""),
    ],
)
def test_place_of_an_event(lead, place):
    assert read_place([lead], [], "活动") == place


def test_headline_may_name_the_place():
    assert read_place(["茶香满山。"], ["茶文化节在柳河镇开幕"], "活动") == "柳河镇"


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        (["县长何青先后到青石水库、云岭泵站等地,检查防汛工作。"], "青石水库、云岭泵站"),
        (["县长何青深入柳河镇,调研春耕。"], "柳河镇"),
        (["县长何青到宏远公司调研。"], "宏远公司"),
        (["县长何青调研春耕。", "在青石村种粮基地,何青问起收成。"], "青石村种粮基地"),
        (["县长何青深入了解情况,深入群众。"], ""),
    ],
)
def test_places_of_a_visit(texts, place):
    assert read_place(texts, [], "调研") == place
