import time

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from articles import photos, renditions
from tests.articles.test_photos import encoded
from tests.factories import make_version, release

pytestmark = pytest.mark.django_db


def stop(seconds):
    """What somebody does who stops the worker while it rests."""
    raise KeyboardInterrupt


def test_worker_makes_renditions_while_no_import_waits(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(time, "sleep", stop)
    version = make_version("云栖桥通车", dated=timezone.localdate())
    photo = photos.attach(version, encoded((400, 300)), alt_text="云栖桥")
    release(version)

    call_command("run_imports")

    assert default_storage.exists(renditions.path_of(photo.digest, 480, "avif"))
