import pytest

from articles.scripts import lowered, raised


@pytest.mark.parametrize(
    ("write", "text", "expected"),
    [
        (raised, "4", "⁴"),
        (raised, "-12", "⁻¹²"),
        (lowered, "2", "₂"),
        (raised, "[1]", "[1]"),
        (lowered, "max", "max"),
        (raised, "", ""),
    ],
)
def test_what_has_a_form_of_its_own_is_written_so(write, text, expected):
    assert write(text) == expected
