import pytest

from articles.parsing.dotted_names import dotted_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("吐尔洪·阿不都拉，乡党委副书记", "吐尔洪·阿不都拉"),
        ("热合曼·阿不来提带队", "热合曼·阿不来提"),
        ("阿依古丽·买买提和副县长巴特尔参加", "阿依古丽·买买提"),
        ("阿扎提·巴哈提先后来到", "阿扎提·巴哈提"),
        ("吾尔肯·巴扎尔汗才下车", "吾尔肯·巴扎尔汗"),
        ("玉素甫·卡迪尔从北京回来", "玉素甫·卡迪尔"),
        ("阿孜古丽·买买提高兴地说", "阿孜古丽·买买提"),
        ("艾山·吐尔逊一早就来了", "艾山·吐尔逊"),
        ("让·皮埃尔·杜邦。", "让·皮埃尔·杜邦"),
        ("托马斯·韦伯通过视频致辞", "托马斯·韦伯"),
        ("吐尔逊·木拉提守边三十年", "吐尔逊·木拉提"),
        ("何青出席", ""),
        ("局长·何青", ""),
    ],
)
def test_name_ends_before_the_word_that_goes_on(text, name):
    assert dotted_name(text, 0) == name
