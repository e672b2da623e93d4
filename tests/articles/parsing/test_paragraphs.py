import pytest

from articles.parsing.paragraphs import is_doubtful, rejoin
from articles.parsing.source import Source

LONG = "村里的老人说,今年雨水好,麦子长得比往年都壮"


def parse(text):
    source = Source(text)
    return rejoin(source, source.lines())


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("麦子熟了。\n\n收割机来了。", ["麦子熟了。", "收割机来了。"]),
        ("收割机开进\n\n麦田。", ["收割机开进麦田。"]),
        ("麦子熟了,\n\n收割机来了。", ["麦子熟了,收割机来了。"]),
        ("收割机\n开进\n麦田。", ["收割机开进麦田。"]),
        ("麦子熟了。\n　　收割机来了。", ["麦子熟了。", "收割机来了。"]),
        (
            "他说:“麦子熟了。\n\n收割机也来了。”大家都笑。",
            ["他说:“麦子熟了。收割机也来了。”大家都笑。"],
        ),
        ("他说:“麦子熟了。\n\n“收割机也来了。”", ["他说:“麦子熟了。", "“收割机也来了。”"]),
        ("大家唱“丰收谣”\n\n,跳起舞来。", ["大家唱“丰收谣”,跳起舞来。"]),
        ("### 麦收\n\n麦子熟了。", ["麦收", "麦子熟了。"]),
        ("麦子熟\n\n### 麦收\n\n收割机来了。", ["麦子熟", "麦收", "收割机来了。"]),
        ("麦子熟\n\n记者 何青\n\n收割机来了。", ["麦子熟", "记者 何青", "收割机来了。"]),
        ("Smart\n\nFarm 项目落地。", ["Smart Farm 项目落地。"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_fragments_are_rejoined(text, paragraphs):
    assert [paragraph.text for paragraph in parse(text).paragraphs] == paragraphs


def test_subhead_is_marked():
    paragraphs = parse("### 麦收\n\n麦子熟了。").paragraphs
    assert [paragraph.is_subhead for paragraph in paragraphs] == [True, False]


def test_join_says_where_and_why():
    [paragraph] = parse("收割机开进\n\n麦田。").paragraphs
    [join] = paragraph.joins
    assert (join.before, join.after, join.offset) == ("收割机开进", "麦田。", 5)
    assert join.reason == "the sentence is not finished"


@pytest.mark.parametrize(
    ("before", "after", "doubtful"),
    [
        ("各村要认真做好秋收工", "作,确保颗粒归仓。", False),
        ("各村都完成了秋收的", "任务。", False),
        ("各村要认真梳理问", "水渠两岸的农户要节约用水。", True),
        ("全镇共有农户3000", "户。", False),
        ("各村要抓紧秋收,", "确保颗粒归仓。", False),
        ("各村要开展", "检查。", False),
    ],
)
def test_lone_character_before_a_break_is_doubtful(before, after, doubtful):
    assert is_doubtful(before, after) is doubtful


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("麦子熟了。", []),
        ("麦子熟了", ["unfinished"]),
        ("他说:“麦子熟了。", ["unbalanced"]),
        ("他说:麦子熟了。”", ["unbalanced"]),
        ("《麦收（一）》在这里。", []),
        ("（麦收)在这里。", []),
        ("1）麦子熟了。", []),
        ("麦\ufffd熟了。", ["replacement_character"]),
        ("各村要认真梳理问\n\n水渠两岸的农户要节约用水。", ["doubtful_join"]),
        ("### 麦收\n\n麦子熟了。", []),
    ],
)
def test_doubts_are_named(text, kinds):
    assert [doubt.kind for doubt in parse(text).doubts] == kinds


def test_sources_slice_back_to_the_fragments():
    text = "收割机\n开进\n\n麦田。\n\n### 麦收"
    places = [place for paragraph in parse(text).paragraphs for place in paragraph.sources]
    assert [text[place.start : place.end] for place in places] == ["收割机\n开进", "麦田。", "麦收"]
    assert [(place.first_line, place.last_line) for place in places] == [(1, 2), (4, 4), (6, 6)]
