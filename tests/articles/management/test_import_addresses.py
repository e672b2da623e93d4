import pytest
from django.core.management import CommandError, call_command

from articles.models import OldAddress
from tests.factories import make_version

pytestmark = pytest.mark.django_db


def test_file_is_read_in_whatever_encoding(tmp_path, capsys):
    article = make_version().article_id
    path = tmp_path / "old.csv"
    path.write_bytes(f"address,article\r\n/要闻/1.htm,{article}\r\n".encode("gb18030"))

    call_command("import_addresses", path)

    assert capsys.readouterr().out == "1 addresses are new, 0 stood already.\n"
    assert OldAddress.objects.get().address == "/要闻/1.htm"


def test_bad_lines_are_named_and_the_good_ones_saved(tmp_path):
    article = make_version().article_id
    path = tmp_path / "old.csv"
    path.write_text(f"address,article\n/a.htm,{article}\nnothing,{article}\n/b.htm,0\n")

    with pytest.raises(CommandError) as error:
        call_command("import_addresses", path)

    assert [line.split(":")[0] for line in str(error.value).splitlines()] == ["Line 3", "Line 4"]
    assert OldAddress.objects.get().address == "/a.htm"


@pytest.mark.parametrize("content", [None, b"", b"/a.htm,5\n"])
def test_file_that_is_no_such_table_is_refused(tmp_path, content):
    path = tmp_path / "old.csv"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(CommandError):
        call_command("import_addresses", path)
