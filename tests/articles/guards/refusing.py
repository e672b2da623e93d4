"""What the database refuses, and the ways around the workflow that one could try."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Version


def refused(name):
    """The database refuses what follows, by that guard or constraint, and nothing is left of it."""
    return _Refused(name)


class _Refused:
    def __init__(self, name):
        self.raises = pytest.raises(IntegrityError, match=name)
        self.atomic = transaction.atomic()

    def __enter__(self):
        self.raises.__enter__()
        self.atomic.__enter__()

    def __exit__(self, *error):
        self.atomic.__exit__(*error)
        return self.raises.__exit__(*error)


def release_by_hand(version):
    version.status, version.publish_at = Version.Status.RELEASED, timezone.now()
    version.save()
