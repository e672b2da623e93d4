from articles.search.marking import SNIPPET, hits, marked, snippet


def text_of(pieces):
    return "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in pieces)


def test_hits_are_marked_as_they_are_written():
    assert text_of(marked("经开区ＧＤＰ增长", ["gdp"])) == "经开区[ＧＤＰ]增长"
    assert text_of(marked("經開區管委會", ["经开区"])) == "[經開區]管委會"


def test_hits_that_touch_are_one():
    assert hits("防汛工作部署", ["防汛工作", "工作部署"]) == [(0, 6)]
    assert hits("哈哈哈", ["哈哈"]) == [(0, 3)]


def test_the_snippet_is_whole_sentences_around_the_densest_hits():
    paragraphs = ["今天下雨。路面积水。", "防汛办主任到场，防汛开始。大家鼓掌。", "防汛结束。"]
    shown = text_of(snippet(paragraphs, ["防汛"], length=16))
    assert shown == "…[防汛]办主任到场，[防汛]开始。…"


def test_a_sentence_with_more_of_the_terms_comes_before_one_with_more_hits():
    paragraphs = ["防汛防汛防汛。", "张波谈防汛。"]
    assert text_of(snippet(paragraphs, ["防汛", "张波"], length=7)) == "…[张波]谈[防汛]。"


def test_a_long_sentence_is_cut_around_its_hits_and_says_so():
    sentence = "路" * 300 + "防汛" + "灯" * 300 + "。"
    shown = text_of(snippet([sentence], ["防汛"]))
    assert "[防汛]" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= SNIPPET + 4


def test_without_a_hit_in_the_text_the_snippet_is_its_beginning():
    assert text_of(snippet(["第一句。第二句。"], ["标题里的词"], length=4)) == "第一句。…"
    assert snippet([], ["词"]) == []
