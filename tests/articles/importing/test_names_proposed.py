import pytest

from articles.models import Mention, ProposedName
from tests.articles.importing.sample import run

pytestmark = pytest.mark.django_db
PAGE = "# 柳河路通了\n\n“路通了。”柳河县县长平安说，高青镇长也到了场。\n"


def test_what_may_be_a_name_is_kept_to_be_confirmed(tmp_path):
    path = tmp_path / "01.md"
    path.write_text(PAGE, encoding="utf-8")

    report = run(path)

    kept = ProposedName.objects.values_list("title_as_printed", "name_as_printed", "origin")
    assert set(kept) == {
        ("柳河县县长", "平安", ProposedName.RULES),
        ("镇长", "高青", ProposedName.RULES),
    }
    assert not Mention.objects.exists()
    assert "May be a name: 柳河县县长平安 (柳河路通了)" in report.lines()
