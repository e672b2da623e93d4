"""Nothing is cut off: what is longer than its field is refused."""

import pytest
from PIL import Image

from articles.importing.refusals import ImportRefused
from tests.articles.importing.sample import STORY, run

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("old", "new"),
    [("召开供水保障会议\n", "长" * 300 + "\n"), ("记者", "![" + "说明" * 200 + "](a.png)\n\n记者")],
)
def test_text_longer_than_its_field_refused_with_its_line(page_file, tmp_path, old, new):
    Image.new("RGB", (6, 4)).save(tmp_path / "a.png")
    page_file.write_text(STORY.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ImportRefused, match=r"line [15]: .*more than"):
        run(page_file)


def test_page_number_longer_than_its_field_refused(page_file):
    with pytest.raises(ImportRefused, match="123456789"):
        run(page_file, page_number="123456789")
