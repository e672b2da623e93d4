from articles.parsing.facts import Edit, SourceRange
from articles.parsing.source import Source


def test_lines_are_counted_over_all_line_ends():
    source = Source("一\r\n二\r三\n四")
    assert [source.cut(line) for line in source.lines()] == ["一", "二", "三", "四"]
    assert source.range(3, 6) == SourceRange(2, 3, 3, 6)


def test_line_knows_its_indent():
    assert [line.is_indented for line in Source("　　一\n二").lines()] == [True, False]


def test_edits_cover_what_is_not_kept():
    source = Source("（记者 何青）")
    edits = source.edits_around("byline words", 0, 7, [(4, 6)])
    assert edits == [
        Edit("byline words", "（记者 ", "", SourceRange(1, 1, 0, 4)),
        Edit("byline words", "）", "", SourceRange(1, 1, 6, 7)),
    ]
