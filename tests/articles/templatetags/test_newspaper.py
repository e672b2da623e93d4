import re
from datetime import date

import pytest

from articles.listing import Card
from articles.templatetags.newspaper import story_cards


def deck_of(text):
    card = Card("/stories/1/", "", "云栖桥通车", text, "", date(2026, 11, 16), (), None)
    return re.search(r'<p class="card-deck phrased">(.*?)</p>', story_cards([card], 2))[1]


@pytest.mark.parametrize(
    ("deck", "marked"),
    [
        ("总投资86.5亿元的云栖桥通车", "总投资<wbr>86.5亿元的<wbr>云栖桥<wbr>通车"),
        ("全长1.2公里 双向六车道", "全长<wbr>1.2公里 双向六车道"),
        ("A<B", "A&lt;B"),
    ],
)
def test_deck_of_a_card_breaks_between_words_and_at_spaces(deck, marked):
    assert deck_of(deck) == marked
