import io
import json
import os

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.core.management.base import CommandParser

from articles.management.commands.export_edition import Command
from articles.models import Photo
from tests.articles.exporting.full_paper import print_paper


@pytest.fixture
def paper(committed_db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return print_paper()


def export(*arguments):
    out = io.StringIO()
    call_command("export_edition", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("chosen", "days"),
    [
        (["2023-04-03"], ["2023-04-03"]),
        (["--from", "2023-04-04"], ["2023-04-05"]),
        (["--to", "2023-04-04"], ["2023-04-03"]),
        (["--from", "2023-04-03", "--to", "2023-04-05"], ["2023-04-03", "2023-04-05"]),
        (["--all"], ["2023-04-03", "2023-04-05"]),
    ],
)
def test_days_that_are_named_are_written(paper, tmp_path, chosen, days):
    said = export(*chosen, "--format", "epaper", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == days
    assert f"{len(days)} days written" in said


def test_lines_go_to_the_standard_output(paper):
    lines = [json.loads(line) for line in export("2023-04-05", "-").splitlines()]
    assert [line["headline"] for line in lines] == ["转来的稿"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["2023-04-03", "--all", "out"],
        ["out"],
        ["2023-13-01", "out"],
        ["1999-01-01", "out"],
        ["--all", "--format", "epaper", "-"],
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(paper, arguments, tmp_path):
    os.chdir(tmp_path)
    with pytest.raises(CommandError, match=r"\.$"):
        export(*arguments)
    assert list(tmp_path.glob("out*")) == []


def test_picture_that_is_gone_is_named(paper, tmp_path):
    photo = Photo.objects.first()
    photo.image.storage.delete(photo.image.name)
    with pytest.raises(CommandError, match=photo.digest):
        export("2023-04-03", tmp_path / "out")


def test_options_may_stand_between_the_day_and_the_folder():
    assert "export_edition" in get_commands()
    parser = CommandParser()
    Command().add_arguments(parser)
    found = parser.parse_args(["2023-04-03", "--format", "epaper", "out"])
    assert (found.date, found.directory) == ("2023-04-03", "out")
