from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from tests.articles.test_verifying import appoint
from tests.factories import make_department, make_official

pytestmark = pytest.mark.django_db


def run(path, **options):
    output = StringIO()
    with translation.override("en"):
        try:
            call_command("verify_text", str(path), stdout=output, **options)
        except CommandError as error:
            return output.getvalue(), error
    return output.getvalue(), None


@pytest.fixture
def path(tmp_path):
    return tmp_path / "story.txt"


def test_findings_are_printed_with_line_and_column(path):
    appoint("仝在山", make_department("青澜经开区党工委"), "书记")
    path.write_text("标题\n\n　　青澜经开区党工委书记仝在江出席会议。\n", encoding="utf-8")
    output, error = run(path, date="2023-06-15")
    assert f"{path}:3:13: 仝在江 → 仝在山" in output
    assert "[name_near]" in output
    assert (error.returncode, str(error)) == (1, "1 findings.")


def test_a_right_text_says_nothing(path):
    path.write_text("标题\n会议召开。\n", encoding="utf-8")
    assert run(path) == ("", None)


def test_the_day_of_the_paper_is_that_of_the_headlines_too(path):
    path.write_text("2月29日召开会议\n会议召开。\n", encoding="utf-8")
    output, error = run(path, date="2023-03-01")
    assert f"{path}:1:1: 2月29日" in output
    assert error
    assert run(path, date="2024-03-01") == ("", None)


def test_what_cannot_be_checked_is_told_and_does_not_count(path):
    make_official("仝在山", posts=[(make_department("青澜经开区党工委"), "书记")])
    path.write_text("标题\n青澜经开区党工委书记仝在山出席会议。\n", encoding="utf-8")
    output, error = run(path)
    assert "[title_not_checkable]" in output
    assert error is None


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        (b"", {}, "holds no text"),
        ("标题".encode("gb18030"), {}, "cannot be read"),
        ("标题".encode(), {"date": "15.6.2023"}, "is not a date"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(path, content, options, message):
    path.write_bytes(content)
    _output, error = run(path, **options)
    assert message in str(error)


def test_a_word_list_that_cannot_be_read_is_refused(path, settings, tmp_path):
    path.write_text("标题\n", encoding="utf-8")
    settings.VERIFICATION_WORDS = str(tmp_path / "none.toml")
    _output, error = run(path)
    assert "none.toml" in str(error)
