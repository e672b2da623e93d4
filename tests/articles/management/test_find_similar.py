from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.management.commands import find_similar
from tests.articles.copies import body_of, cut, story_text
from tests.factories import make_version

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command("find_similar", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_says_what_was_found():
    make_version(body=body_of(story_text(1)))
    make_version(body=body_of(cut(story_text(1), 0.3, "front")))

    assert run() == ["2 stories sampled, 2 compared, 1 new pairs."]
    assert run() == ["0 stories sampled, 0 compared, 0 new pairs."]


def test_older_stories_are_passed_over():
    make_version()

    assert run("--since", "2026-11-17") == ["0 stories sampled, 0 compared, 0 new pairs."]


def test_progress_has_a_rate(monkeypatch):
    monkeypatch.setattr(find_similar, "SECONDS_BETWEEN_LINES", 0)
    make_version()

    assert run()[0].startswith("1 stories sampled, 0 compared, 0 new pairs. ")


def test_no_date_is_refused():
    with pytest.raises(CommandError, match="yesterday is not a date"):
        run("--since", "yesterday")


def test_stopping_ends_with_a_sentence(monkeypatch):
    def stop(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(find_similar, "find_pairs", stop)

    with pytest.raises(CommandError, match="goes on where it was") as stopped:
        run()
    assert stopped.value.returncode == 130
