import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import reader_reports
from articles.models import ReaderReport
from tests.factories import make_released

pytestmark = pytest.mark.django_db


def test_command_empties_what_is_no_longer_needed(capsys):
    report = reader_reports.receive(make_released(), message="有误", contact="13800000000")
    long_ago = timezone.now() - datetime.timedelta(days=200)
    ReaderReport.objects.filter(pk=report.pk).update(created_at=long_ago)

    call_command("forget_readers")

    assert capsys.readouterr().out == "1 report emptied.\n"
    assert ReaderReport.objects.get().contact == ""
