import pytest

from articles.parsing.corrections import as_corrected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局长“罗穿”应为“罗川”，学生“何轻”应是“何青”。", "局长罗川，学生何青。"),
        ("“种树三百株”有误，更正为二百株。", "“种树三百株”有误，更正为二百株。"),
        ("将“何青”误写为“何轻”。", "何青。"),
        ("将柳河镇镇长何青的姓名误作何轻，将四十人误作四人。", "柳河镇镇长何青，四十人。"),
        ("把志愿者何青的名字错写成“何轻”，", "志愿者何青，"),
        ("将军说，误为别人的不是我，将来再说。", "将军说，误为别人的不是我，将来再说。"),
        ("他将误工的钱补上，把路错看成河。", "他将误工的钱补上，把路错看成河。"),
        ("“三道河”，误作“二道河”。", "三道河。"),
        ("他说：“误工的应为他记上。”", "他说：“误工的应为他记上。”"),
    ],
)
def test_a_correction_tells_what_is_right(text, expected):
    assert as_corrected(text) == expected
