import pytest
from django.utils import translation

from articles.models import ImportJob
from tests.articles.importing.test_settling import PAGE
from tests.factories import make_writer

from .bringing import bring


@pytest.fixture(autouse=True)
def _in_english(settings):
    """Sentences are compared in the language in which they are written in the code."""
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(client):
    user = make_writer()
    client.force_login(user)
    return user


@pytest.fixture(autouse=True)
def import_root(settings, tmp_path):
    settings.IMPORT_ROOT = tmp_path / "imports"


@pytest.fixture
def planned(admin_client):
    bring(admin_client, text=PAGE, edition_date="2026-11-16")
    return ImportJob.objects.get()
