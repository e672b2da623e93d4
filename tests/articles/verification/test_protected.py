import pytest

from tests.articles.verification.directories import found

RULES = {"protected_name", "assumed_name"}
CASE = "警方以涉嫌盗窃将其刑事拘留。"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["艾滋病患者陈小南接受了治疗。"], [("protected_name", "陈小南", "陈某")]),
        (["艾滋病患者陈某接受了治疗。"], []),
        (["艾滋病患者陈某某接受了治疗。"], []),
        (["学生陈小南获得一等奖。"], []),
        (["学生陈小南受到惊吓。", CASE], [("protected_name", "陈小南", "陈某")]),
        (["陈小南（男，14岁）被带走调查。", CASE], [("protected_name", "陈小南", "陈某")]),
        (["陈小南（男，34岁）被带走调查。", CASE], []),
        (["陈小南（女，9岁）在比赛中获奖。"], []),
        (["学生陈小南获得一等奖。", "比赛十分精彩。", CASE], []),
        (["张小某（化名）受到惊吓。", CASE], [("assumed_name", "（化名）", "")]),
        (["艾滋病患者陈小南（化名）接受了治疗。"], [("assumed_name", "（化名）", "")]),
        (["创业者陈小南（化名）打开了账本。"], []),
        # Where the law is taught, the case is an example.
        (["法治课上，检察官讲了盗窃的案例。", "学生陈小南说，记住了。"], []),
        (["模拟法庭演绎了校园欺凌案。", "学生陈小南扮演法官。"], []),
        (
            ["法治课上，检察官讲了案例。", "学生陈小南受到惊吓。", CASE],
            [("protected_name", "陈小南", "陈某")],
        ),
        # A lesson that follows the case, or is of another sentence, excuses nobody.
        (
            ["小学生王小明遭性侵案发后，教育局要求各校加强安全教育。"],
            [("protected_name", "王小明", "王某")],
        ),
        (
            ["13岁学生王小明被害，犯罪嫌疑人被刑事拘留，学校随后开展安全教育。"],
            [("protected_name", "王小明", "王某")],
        ),
        (
            ["受害人王小明被强奸。检察院派员担任法治副校长。"],
            [("protected_name", "王小明", "王某")],
        ),
        (
            ["该校13岁学生王小明遭校园欺凌，教育局已派工作组到校开展反欺凌宣传。"],
            [("protected_name", "王小明", "王某")],
        ),
        (["防性侵安全讲座上，学生王小明提问。"], []),
        # An adult in office is named.
        (["青澜区政府副区长钱未央看望受害人。", CASE], []),
        (["受害人由区长何青岩陪同。", CASE], []),
    ],
)
def test_names_that_must_not_appear(paragraphs, expected):
    assert found(*paragraphs, rules=RULES) == expected
