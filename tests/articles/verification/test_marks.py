import pytest

from tests.articles.verification.directories import found

RULES = {"mark_unclosed", "mark_unopened"}


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["他说：“路修好了。"], [("mark_unclosed", "“", "")]),
        (["他说：路修好了。”"], [("mark_unopened", "”", "")]),
        (["他说：“路修好了。”"], []),
        (["会议（扩大召开。"], [("mark_unclosed", "（", "")]),
        (["会议扩大）召开。"], [("mark_unopened", "）", "")]),
        (["会议（扩大)召开。"], []),
        (["《条例〉印发。"], [("mark_unclosed", "《", ""), ("mark_unopened", "〉", "")]),
        (["《条例（试行》印发。"], [("mark_unclosed", "（", "")]),
        (["他说：“这叫‘三办’。”"], []),
        (['他说："路修好了。'], [("mark_unclosed", '"', "")]),
        (["1）加强领导；2）压实责任。"], []),
        (["It’s a test, and ‘OK’ is right."], []),
        (["一要学深，2）悟透、3）做实。"], []),
        # Years without their century, and inches.
        (["’98抗洪老兵和‘98届学生相聚。"], []),
        (['一台55"的电视机。'], []),
        # A letter or poem, whose lines are quoted as a whole.
        (["信中写道：“妈妈：", "见字如面。", "儿大成”"], []),
        (["诗云：“日照新城，", "河水东流。”"], []),
        (["信中写道：“妈妈：", "“见字如面。”"], []),
        (["信中写道：“妈妈：", "见字如面。"], [("mark_unclosed", "“", "")]),
        # A quotation of several paragraphs: each opens it, the last one closes it.
        (["他说：“第一段。", "“第二段。”"], []),
        (
            ["他说：“第一段。", "第二段。”"],
            [("mark_unclosed", "“", ""), ("mark_unopened", "”", "")],
        ),
    ],
)
def test_marks_that_stand_alone(paragraphs, expected):
    assert found(*paragraphs, rules=RULES) == expected


def test_a_quotation_does_not_go_on_in_a_caption():
    findings = found("他说：“第一段。", captions=("“第二段。”",), rules=RULES)
    assert findings == [("mark_unclosed", "“", "")]
