import pytest

from articles.verification.quoting import is_told_as_wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“区委副书记林志远”应为“区委书记林志远”。", True),
        ("“区委副书记林志远”应为：“区委书记林志远”。", True),
        ("误将“区委副书记林志远”写成“区长林志远”。", True),
        ("误将“区委副书记林志远”的职务印成“区长”。", True),
        ("误写成“区委副书记林志远”。", True),
        ("“区委副书记林志远”应为群众服务。", False),
        ("“青澜区委副书记林志远出席会议”应是本届最高规格。", False),
        ("错把“区委副书记林志远”当朋友。", False),
        ("错把“区委副书记林志远”当作“朋友”。", False),
    ],
)
def test_a_quotation_that_a_correction_quotes(text, expected):
    assert is_told_as_wrong(text, text.index("副书记")) is expected
