import pytest
from django.utils import translation

from tests.factories import make_writer


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
