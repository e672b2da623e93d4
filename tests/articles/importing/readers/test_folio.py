"""What the lines at the edges of a page say of it."""

import pytest

from articles.importing.readers.folio import read_folio


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("青石日报 2024年5月20日 第01版 要闻", "要闻"),
        ("青石日报 2024年5月20日 第01版 责任编辑 何青", ""),
        ("第02版 民生 责任编辑：何青", "民生"),
        ("第02版 责编 要闻", "要闻"),
        ("第02版 责编 高峰", ""),
        ("第02版 责编 苗禾 版式 陆敏", ""),
        ("第02版 本版编辑/何青 民生", "民生"),
        ("第02版 责任编辑 何青 版式 陆敏 民生", "民生"),
    ],
)
def test_name_of_the_page_is_no_editors(line, name):
    assert read_folio([line]).page_name == name
