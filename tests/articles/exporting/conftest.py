"""Ways to take a paper out and in again."""

import io
import shutil

import pytest
from django.apps import apps
from django.core.management import call_command

from articles import guards
from articles.importing.importer import import_pages
from articles.importing.sources import pages_of
from articles.models import Version
from articles.search import index
from tests.articles.exporting.full_paper import print_paper
from tests.factories import (
    make_reviewers,
    make_writer,
    release,
)


@pytest.fixture
def paper(committed_db, settings, tmp_path):
    """That of full_paper.py, with its pictures; returns who released it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return print_paper()


@pytest.fixture
def export(tmp_path):
    """Export the whole archive into a folder, and return its files by their names."""

    def export(form, name):
        folder = tmp_path / name
        call_command("export_edition", "--all", "--format", form, str(folder), stdout=io.StringIO())
        return folder, {
            str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return export


def empty_the_archive(settings):
    """Everything goes, as if this were another newsroom: the guards would refuse it."""
    guards.lift_before_migration(using="default")
    index.clear()
    call_command("flush", interactive=False, verbosity=0)
    for model in apps.get_app_config("articles").get_models():
        assert not (model._meta.managed and model.objects.exists()), model
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture
def move(settings, committed_db):
    """Import an export into an empty archive and release all of it there."""

    def move(folder):
        empty_the_archive(settings)
        outcomes = list(import_pages(pages_of(folder)))
        assert [outcome.refusal for outcome in outcomes if outcome.refusal] == []
        assert [note for outcome in outcomes for note in outcome.report.notes] == []
        staff = make_writer(), make_reviewers()
        for version in Version.objects.order_by("pk"):
            release(version, staff=staff)

    return move
