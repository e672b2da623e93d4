import datetime
import gc
import threading
import weakref

import pytest
from django.db import connection, connections
from django.db.models import BigIntegerField, DateTimeField
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Version, VersionDepartment
from articles.prepared import prepared
from articles.selections import linked_selection
from tests.factories import make_department, make_released, make_version

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2023, 4, 3, 12, tzinfo=datetime.UTC)


@prepared(number=BigIntegerField())
def numbered(number):
    return Version.objects.filter(number=number).order_by("id").values_list("headline", "dated")


@prepared(versions=[BigIntegerField()], now=DateTimeField())
def live_among(versions, now):
    return Version.objects.live(now).filter(pk__in=versions).order_by("id")


def test_prepared_query_reads_values_as_named_rows():
    version = make_version("一", dated=datetime.date(2023, 4, 3))

    (row,) = numbered(number=version.number)

    assert (row.headline, row.dated) == ("一", datetime.date(2023, 4, 3))
    assert numbered(number=7) == []


def test_prepared_query_reads_instances_with_all_their_fields():
    version = make_released("一")

    (found,) = live_among(versions=[version.pk], now=timezone.now())

    found.refresh_from_db(fields=["updated_at"])
    assert found == version
    assert found.publish_at == Version.objects.get(pk=version.pk).publish_at
    assert found._state.db == "default"


def test_prepared_query_binds_the_values_of_each_call():
    first, second = make_released("一"), make_released("二")
    later = timezone.now()

    assert live_among(versions=[first.pk], now=later) == [first]
    assert live_among(versions=[second.pk], now=later) == [second]
    assert live_among(versions=[first.pk], now=NOON) == []


def test_prepared_query_takes_lists_of_any_length():
    versions = [make_released(str(number)) for number in range(3)]
    now = timezone.now()

    for length in (3, 1, 2, 0, 3):
        keys = [version.pk for version in versions[:length]]
        assert live_among(versions=keys, now=now) == versions[:length]


def test_prepared_query_of_an_empty_list_asks_nothing_of_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert live_among(versions=[], now=NOON) == []


def test_prepared_query_gives_its_first_row_or_none():
    make_version("一"), make_version("二")

    assert numbered.first(number=1).headline == "一"
    assert numbered.first(number=2) is None


def test_prepared_query_is_built_once():
    calls = []

    @prepared(number=BigIntegerField())
    def counted(number):
        calls.append(number)
        return Version.objects.filter(number=number)

    counted(number=1)
    built = len(calls)
    counted(number=1), counted(number=2)

    assert len(calls) == built


@pytest.mark.django_db(transaction=True)
def test_prepared_query_keeps_no_connection_of_a_thread_that_ended():
    kept = []

    def ask():
        numbered(number=1)
        kept.append(weakref.ref(connections["default"]))
        connections.close_all()

    numbered(number=1)
    for _ in range(3):
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()

    gc.collect()
    assert [reference() for reference in kept] == [None, None, None]


@pytest.mark.parametrize("many", [1, 500])
def test_selection_finds_the_same_by_either_way(many):
    court, school = make_department("法院"), make_department("学校")
    for day, departments in ((3, [court]), (5, [court, school]), (4, [court]), (6, [school])):
        make_released(str(day), dated=datetime.date(2023, 4, day), departments=departments)
    make_version("草稿", departments=[court])
    of_department = linked_selection(VersionDepartment, "department", many=many)

    with CaptureQueriesContext(connection) as queries:
        rows = of_department(court.pk).newest()

    assert [row.headline for row in rows] == ["5", "4", "3"]
    assert [version.headline for version in of_department(court.pk).queryset.newest_first()] == [
        "5",
        "4",
        "3",
    ]
    assert ("EXISTS" in queries[-1]["sql"]) == (many == 1)
