from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from articles.body import from_paragraphs
from tests.factories import make_version

pytestmark = pytest.mark.django_db


def run(path, **options):
    output = StringIO()
    with translation.override("en"):
        call_command("verify_archive", str(path), processes=0, stdout=output, **options)
    return output.getvalue()


def test_it_says_how_many_stories_and_findings_there_are(tmp_path):
    make_version(body=from_paragraphs([("2月30日，会议召开。", False)]))
    assert run(tmp_path / "findings.csv") == "1 of 1 stories verified, 1 findings.\n"


def test_it_tells_of_its_progress(tmp_path, monkeypatch):
    monkeypatch.setattr("articles.management.commands.verify_archive.SECONDS_BETWEEN_LINES", 0)
    make_version(body=from_paragraphs([("2月30日，会议召开。", False)]))
    assert "stories a second." in run(tmp_path / "findings.csv")


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(CommandError, match="none"):
        run(tmp_path / "none" / "findings.csv")
