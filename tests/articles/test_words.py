"""Where a headline may break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.words import words_of


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("", ""),
        ("云栖桥通车", "云栖桥通车"),
        ("望舒小学南校区启用", "望舒|小学|南校区|启用"),
        ("岑予安调研青澜人民医院老年病区", "岑予安|调研|青澜|人民|医院|老年病区"),
        ("首台“青鸾”搬运机器人下线", "首台|“青鸾”|搬运|机器人|下线"),
        ("柳汐社区：老楼“长”出新电梯", "柳汐|社区：|老楼|“长”|出新|电梯"),
        ("总投资86.5亿元的28个项目签约", "总投资|86.5亿元的|28个|项目|签约"),
        ("1.2万平方米的大书房敞开大门", "1.2万平方米的|大|书房|敞开大门"),
        ("1126名师生2分48秒到达操场", "1126名|师生|2分|48秒|到达|操场"),
        ("《青澜志》编纂工作启动会议召开", "《青澜志》|编纂|工作|启动|会议|召开"),
    ],
)
def test_headline_breaks_between_words(headline, words):
    assert "|".join(words_of(headline)) == words


@given(st.text(alphabet="青澜区，。“”《》（）1.2万平方米的AI机器人", max_size=40))
def test_no_character_is_lost_and_no_mark_torn_off(headline):
    words = words_of(headline)

    assert "".join(words) == headline
    assert not any(word.startswith(tuple("，。”》）")) for word in words[1:])
    assert not any(word.endswith(tuple("“《（")) for word in words[:-1])
