"""The names of a list behind one title."""

import pytest

from articles.parsing.mentions import find_mentions, readable


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        (
            "县领导罗志坚、何青山、义洁、沈云顺、钱进参加。",
            "县领导",
            ["罗志坚", "何青山", "义洁", "沈云顺", "钱进"],
        ),
        ("村支书 罗志坚 何青山", "村支书", ["罗志坚", "何青山"]),
        ("选支书 修村路 安路灯", "", []),
        ("副区长罗川、折二虎、沈云到会。", "副区长", ["罗川", "折二虎", "沈云"]),
        ("副区长罗川、沈云及和川镇、唐城镇、应急局负责人到会。", "副区长", ["罗川", "沈云"]),
        ("副区长罗川、市委办、沈云到会。", "副区长", ["罗川"]),
        ("副区长罗川、人社局、沈云到会。", "副区长", ["罗川"]),
        ("副区长罗川 、秦岭平　、 沈云到会。", "副区长", ["罗川", "秦岭平", "沈云"]),
    ],
)
def test_the_title_is_that_of_all_names_behind_it(text, title, names):
    found = find_mentions([readable(text)])

    assert [(one.name, one.title) for one in found] == [(name, title) for name in names]
