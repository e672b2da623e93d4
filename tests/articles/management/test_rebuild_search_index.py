import pytest
from django.core.management import CommandError, call_command

from articles.management.commands import rebuild_search_index
from articles.models import SearchEntry
from articles.search import index
from tests.factories import make_version


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("options", [[], ["--anew"]])
def test_all_stories_are_indexed(capsys, options):
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
