import pytest

from articles.parsing.caption_credits import PICTURE_TOLD, split_credit
from articles.parsing.lexicon.bylines import CONTRIBUTIONS, PICTURE_CAPACITIES, PICTURES
from articles.parsing.source import Line, Source


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("村民在晒场翻晒稻谷。 何青 摄", "村民在晒场翻晒稻谷。", "何青"),
        ("村民在晒场翻晒稻谷。何青 摄", "村民在晒场翻晒稻谷。", "何青"),
        ("村民在晒场翻晒稻谷。何青摄", "村民在晒场翻晒稻谷。", "何青"),
        ("村民在晒场翻晒稻谷。（何青 摄）", "村民在晒场翻晒稻谷。", "何青"),
        ("村民在晒场翻晒稻谷(记者 何青 摄)", "村民在晒场翻晒稻谷", "何青"),
        ("村民在晒场翻晒稻谷 记者 何青 摄", "村民在晒场翻晒稻谷", "何青"),
        ("村民在晒场翻晒稻谷。何青 罗大川 摄", "村民在晒场翻晒稻谷。", "何青 罗大川"),
        ("村民在晒场翻晒稻谷。记者 何青 摄（下同）", "村民在晒场翻晒稻谷。", "何青"),
        ("何青 摄", "", "何青"),
        ("村民在晒场翻晒稻谷。", "村民在晒场翻晒稻谷。", ""),
        ("村民在晒场翻晒稻谷。资料图", "村民在晒场翻晒稻谷。资料图", ""),
        # What a body gave is left as printed.
        ("村民在晒场翻晒稻谷。柳河镇供图", "村民在晒场翻晒稻谷。柳河镇供图", ""),
        ("", "", ""),
    ],
)
def test_credit_is_split_off_a_caption(caption, text, credit):
    source = Source(caption)
    parts = split_credit(source, Line(0, len(caption)))
    assert [source.cut(part) for part in parts] == [text, credit]


def test_every_word_for_a_picture_tells_that_one_may_be_credited():
    shares = [word for word, printed in CONTRIBUTIONS.items() if PICTURES in printed]
    assert all(map(PICTURE_TOLD.search, (*shares, *PICTURE_CAPACITIES)))
