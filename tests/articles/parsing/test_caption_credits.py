import pytest

from articles.parsing.caption_credits import split_credit
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
        ("何青 摄", "", "何青"),
        ("村民在晒场翻晒稻谷。", "村民在晒场翻晒稻谷。", ""),
        ("村民在晒场翻晒稻谷。资料图", "村民在晒场翻晒稻谷。资料图", ""),
        ("", "", ""),
    ],
)
def test_credit_is_split_off_a_caption(caption, text, credit):
    source = Source(caption)
    parts = split_credit(source, Line(0, len(caption)))
    assert [source.cut(part) for part in parts] == [text, credit]
