import pytest

from articles.parsing.names import find_name, is_name_shaped


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("何青出席", "何青"),
        ("何青向来宾介绍", "何青"),
        ("林志远参加", "林志远"),
        ("林志远", "林志远"),
        ("沈一鸣、罗川", "沈一鸣"),
        ("欧阳明远讲话", "欧阳明远"),
        ("司马青表示", "司马青"),
        ("阿依古丽·买买提表示", "阿依古丽·买买提"),
        ("何青先后来到", "何青"),
        ("罗志和主持", "罗志和"),
        ("何青和沈一鸣", "何青"),
        ("骆清越出席", "骆清越"),
        ("闻知秋、荀立", "闻知秋"),
        ("何慕之主持", "何慕之"),
        ("何青之后来到", "何青"),
        ("沈局长表示", ""),
        ("高兴地说", ""),
        ("应邀出席", ""),
        ("高度重视", ""),
        ("方案已定", ""),
        ("何青青菜", ""),
        ("人员到齐", ""),
        ("", ""),
    ],
)
def test_name_is_found_by_surname_and_what_follows(text, name):
    assert find_name(text, 0) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("何青", True),
        ("林志远", True),
        ("林志远方", False),
        ("欧阳青", True),
        ("青", False),
        ("", False),
    ],
)
def test_shape_of_a_name(text, expected):
    assert is_name_shaped(text) is expected
