import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.management.commands import rebuild_search_index
from articles.models import SearchEntry
from articles.search import index
from articles.search.backends import backend
from tests.factories import make_version


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("options", [[], ["--anew"]])
def test_all_stories_are_indexed(capsys, options):
    index.clear()
    versions = [make_version() for _number in range(3)]
    index.take_out([versions[0].pk])
    call_command("rebuild_search_index", *options)
    assert SearchEntry.objects.filter(version__in=versions).count() == 3
    assert list(index.faults()) == []
    assert "All stories are indexed." in capsys.readouterr().out


def test_a_rebuild_that_is_stopped_says_how_to_go_on(db, monkeypatch):
    version = make_version()

    def stopped(after):
        yield version.pk
        raise KeyboardInterrupt

    monkeypatch.setattr(rebuild_search_index.index, "rebuild", stopped)
    with pytest.raises(CommandError, match=f"--after {version.pk}"):
        call_command("rebuild_search_index")


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_rebuild_left_out_is_told_and_made():
    index.clear()
    make_version()
    left_out = getattr(backend(), "INDEXES", {})
    with connection.cursor() as cursor:
        for name in left_out:
            cursor.execute(f"DROP INDEX {name}")
    assert index.is_whole() is not bool(left_out)
    if left_out:
        with pytest.raises(CommandError, match="rebuild_search_index"):
            call_command("verify_search")

    call_command("rebuild_search_index")

    assert index.is_whole()
    call_command("verify_search")
