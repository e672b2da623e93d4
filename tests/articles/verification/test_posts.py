from tests.articles.verification.directories import found

RULES = {"post_twice"}


def test_two_holders_of_a_heads_post_are_found():
    paragraphs = "云汀县教育局局长陶然致辞。", "云汀县教育局局长苏南星总结。"
    assert found(*paragraphs, rules=RULES) == [("post_twice", "云汀县教育局局长苏南星", "")]


def test_deputies_are_several():
    paragraphs = "云汀县教育局副局长陶然致辞。", "云汀县教育局副局长苏南星总结。"
    assert found(*paragraphs, rules=RULES) == []


def test_an_assembly_has_several_in_the_chair():
    paragraphs = "大会执行主席陶然主持会议，大会执行主席苏南星出席。"
    assert found(paragraphs, rules=RULES) == []


def test_a_former_holder_is_none():
    paragraphs = "时任云汀县教育局局长陶然回忆。", "云汀县教育局局长苏南星总结。"
    assert found(*paragraphs, rules=RULES) == []


def test_holders_of_years_gone_by_followed_one_another():
    paragraphs = "1998年，云汀县教育局局长陶然建校。", "云汀县教育局局长苏南星总结。"
    assert found(*paragraphs, rules=RULES) == []


def test_bodies_that_name_no_place_may_be_two():
    assert found("公司经理陶然致辞。", "公司经理苏南星总结。", rules=RULES) == []
