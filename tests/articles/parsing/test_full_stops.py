import pytest

from articles.parsing.full_stops import DOUBTED, USUAL_LENGTH, goes_on

LONG = "柳河镇的麦子熟了，三百台收割机昼夜不停，村民们把新麦晒满了打谷场，镇里的粮站也早早开了门。"


@pytest.mark.parametrize(
    ("before", "after", "is_doubted"),
    [
        (LONG, LONG, False),
        # A paragraph is seldom short, before the break or after it.
        (LONG, "晒场上连下脚的地方都难找到了。", True),
        ("镇里连着开了三天的会。", f"麦子要抢在雨前收完，{LONG}", True),
        # What breaks off may be of any length.
        (LONG, "晒场上连下脚的地方", False),
        (LONG, "粮站站长介绍：", False),
        # A sentence that leans on the one before.
        (LONG, f"因此，{LONG}", True),
        # Several sentences make a paragraph.
        (f"{LONG}{LONG}", f"麦客何青今年来得早，{LONG}", False),
    ],
)
def test_the_manner_of_both_sides_is_weighed(before, after, is_doubted):
    middle = max(len(before), len(after))
    assert (goes_on(before, len(before), after, 0.0, middle) > DOUBTED) is is_doubted


def test_in_a_story_of_short_lines_short_lines_are_no_evidence():
    before, after = "麦子熟了。", "开镰了。"
    likely = goes_on(before, len(before), after, 0.0, USUAL_LENGTH)
    assert goes_on(before, len(before), after, 0.0, 5) < likely
