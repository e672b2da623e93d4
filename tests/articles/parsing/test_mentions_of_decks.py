"""Officials whose posts the deck tells."""

from articles.parsing.mentions import find_mentions


def test_whoever_has_a_title_in_the_deck_only_is_an_official_where_first_named():
    texts = ["麦收了。", "何青：水渠通了。罗川也来了。", "县水利局局长罗川"]
    found = find_mentions(texts, "——访县水利局局长何青、县农业局局长罗川、县长沈一鸣")
    assert [(one.paragraph, one.start, one.name, one.title) for one in found] == [
        (1, 0, "何青", "县水利局局长"),
        (1, 8, "罗川", "县水利局局长"),
        (2, 0, "罗川", "县水利局局长"),
    ]


def test_the_deck_tells_the_body_of_a_title_that_stands_alone_in_the_text():
    texts = ["开学了，校长何青上课。", "副校长罗川来自县城。", "管委会主任沈一鸣到场。"]
    found = find_mentions(texts, "——访柳河中学校长何青、经开区管委会主任沈一鸣")
    assert [(one.name, one.posts[0].department) for one in found] == [
        ("何青", "柳河中学"),
        ("罗川", "柳河中学"),
        ("沈一鸣", "经开区管委会"),
    ]


def test_the_deck_changes_no_body_that_the_text_prints_by_its_name():
    texts = ["经开区审批局局长何青说，办得快。", "县长罗川说，好。"]
    found = find_mentions(texts, "——访云岭经开区审批局局长何青、柳河集团经理罗川")
    assert [(one.name, one.posts[0].department) for one in found] == [
        ("何青", "经开区审批局"),
        ("罗川", ""),
    ]


def test_whoever_the_deck_names_twice_is_one_mention():
    found = find_mentions(["何青强调,要颗粒归仓。"], "县长何青出席会议。县长何青讲话。")
    assert [(one.name, one.start) for one in found] == [("何青", 0)]
