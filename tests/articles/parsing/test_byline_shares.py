from articles.parsing.byline_lines import read_byline
from articles.parsing.byline_shares import merge_repeated
from articles.parsing.bylines import take_opening_bylines
from articles.parsing.source import Source


def test_shares_of_a_field_of_authors_are_those_told_elsewhere():
    source = Source("林小满 何青\n记者 林小满\n图/何青")
    lines = source.lines()
    field = take_opening_bylines(source, lines[:1]).bylines
    told = [*read_byline(source, lines[1]), *read_byline(source, lines[2])]
    merged, _ = merge_repeated(source, [*field, *told])
    assert [one.contributions for one in merged] == [("文",), ("图",)]
    merged, _ = merge_repeated(source, [*field, *told[1:]])
    assert [one.contributions for one in merged] == [("文",), ("文", "图")]


def test_a_share_before_a_slash_is_that_of_the_reporter_behind_it():
    source = Source("文/本报记者 何青　图/本报记者 陆敏")
    people = read_byline(source, source.lines()[0])
    assert [(one.name, one.contributions) for one in people] == [
        ("何青", ("文",)),
        ("陆敏", ("图",)),
    ]
