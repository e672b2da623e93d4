import pytest

from tests.articles.importing.sample import STORY


@pytest.fixture
def page_file(tmp_path):
    path = tmp_path / "01.md"
    path.write_text(STORY, encoding="utf-8")
    return path
