import pytest

from articles.parsing.name_shapes import is_name_shaped


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
