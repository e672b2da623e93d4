"""The picture of a printed page: how it is kept, and when readers may see it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from articles import scans, workflow
from articles.models import Area, PageScan
from tests.articles.importing.readers.printing import PrintedPage
from tests.articles.test_photos import encoded
from tests.factories import (
    make_page,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db

SQUARE = [[0, 0], [500, 0], [500, 500], [0, 500]]


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def page():
    return make_page()


def pdf(pages=1):
    printed = PrintedPage().centred("云栖桥通车", top=40, size=24)
    for _ in range(pages - 1):
        printed.turn()
    return ContentFile(printed.data())


def on(page, **kwargs):
    return make_released(page=page, edition=page.edition, **kwargs)


def is_shown(page):
    return PageScan.objects.public().filter(page=page).exists()


def test_pdf_becomes_a_picture_and_stays_as_it_came(page):
    file = pdf()

    scan = scans.keep(page, file)

    with scan.original.open() as kept:
        assert kept.read() == file.file.getvalue()
    assert (scan.width, scan.height) == (1800, 2400)
    with scan.image.open() as picture, Image.open(picture) as image:
        assert image.format == "JPEG"
        assert image.convert("L").getextrema()[0] < 64  # the headline is there, in black


def test_picture_stays_as_it_came_too(page):
    file = encoded()

    scan = scans.keep(page, file)

    file.seek(0)
    with scan.original.open() as kept:
        assert kept.read() == file.read()
    assert scan.image.name.endswith(f"{scan.digest}.jpg")


def test_new_file_takes_the_place_and_leaves_the_areas(page):
    version = on(page)
    scan = scans.keep(page, encoded())
    scans.replace_areas(scan, [{"article": version.article_id, "corners": SQUARE}])
    earlier = scan.original

    scans.keep(page, pdf())

    assert PageScan.objects.get().original.name.endswith(".pdf")
    assert Area.objects.count() == 1
    assert earlier.storage.exists(earlier.name)


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (ContentFile(b"%PDF-1.7 and nothing else"), "cannot be read"),
        (ContentFile(b"no picture"), "not a picture"),
    ],
)
def test_file_that_cannot_be_read_is_refused(page, file, message):
    with pytest.raises(ValidationError, match=message):
        scans.keep(page, file)
    assert not PageScan.objects.exists()


def test_pdf_of_several_pages_is_refused(page):
    with pytest.raises(ValidationError, match="has 3 pages"):
        scans.keep(page, pdf(pages=3))


def test_picture_is_shown_while_all_stories_of_the_page_are_live(page):
    version = on(page)
    scans.keep(page, encoded())
    assert is_shown(page)

    publisher = make_user(permissions=["withdraw_version"])
    workflow.perform("withdraw", version, by=publisher, note="事实有误")
    on(page)
    assert not is_shown(page)

    workflow.perform("restore", version, by=publisher, note="已核实")
    assert is_shown(page)


@pytest.mark.parametrize("is_embargoed", [False, True])
def test_picture_waits_for_stories_to_come(page, is_embargoed):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    on(page)
    scans.keep(page, encoded())
    if is_embargoed:
        on(page, at=tomorrow)
    else:
        make_version(page=page, edition=page.edition)

    assert not is_shown(page)
    if is_embargoed:
        assert PageScan.objects.public(tomorrow).exists()


def test_picture_of_a_page_without_stories_is_not_shown(page):
    scans.keep(page, encoded())

    assert not is_shown(page)


def test_spiked_story_and_next_version_in_preparation_hide_nothing(page):
    live = on(page)
    make_version(page=page, edition=page.edition, article=live.article)
    spiked = make_version(page=page, edition=page.edition)
    workflow.perform("spike", spiked, by=make_user(permissions=["spike_version"]), note="不用")
    scans.keep(page, encoded())

    assert is_shown(page)


def test_picture_of_two_pages_is_hidden_with_either(page):
    beside = make_page(number="02", name="综合")
    staff = make_writer(), make_reviewers()
    on(page, staff=staff)
    withdrawn = on(beside, staff=staff)
    on(beside, staff=staff)
    for one in (page, beside):
        scans.keep(one, encoded())
    assert is_shown(page)

    workflow.perform("withdraw", withdrawn, by=staff[1][-1], note="事实有误")

    assert not is_shown(page)
    assert not is_shown(beside)


def test_areas_are_replaced_as_drawn(page):
    version = make_version(page=page, edition=page.edition)
    scan = scans.keep(page, encoded())
    drawn = [{"article": version.article_id, "corners": SQUARE}]

    scans.replace_areas(scan, drawn * 2)
    scans.replace_areas(scan, drawn)

    assert [str(area) for area in scan.areas.all()] == ["0,0 500,0 500,500 0,500"]


@pytest.mark.parametrize(
    "corners",
    [
        SQUARE[:2],
        [[0, 0], [1001, 0], [5, 5]],
        [[0, 0], [-1, 0], [5, 5]],
        [[0, 0], [0.5, 0], [5, 5]],
        [[0, 0], [True, 0], [5, 5]],
        [[0, 0, 0], [5, 0], [5, 5]],
        SQUARE * 11,
        "0,0",
        None,
        {},
    ],
)
def test_shape_outside_the_picture_is_refused(page, corners):
    version = make_version(page=page, edition=page.edition)
    scan = scans.keep(page, encoded())
    kept = [{"article": version.article_id, "corners": SQUARE}]
    scans.replace_areas(scan, kept)

    with pytest.raises(ValidationError):
        scans.replace_areas(scan, [{"article": version.article_id, "corners": corners}])
    assert scan.areas.count() == 1


@pytest.mark.parametrize(
    "drawn",
    [
        ["?"],
        [{}],
        "?",
        5,
        [{"article": "?", "corners": SQUARE}],
        [{"article": [], "corners": SQUARE}],
    ],
)
def test_areas_of_nothing_are_refused(page, drawn):
    scan = scans.keep(page, encoded())

    with pytest.raises(ValidationError, match="do not belong"):
        scans.replace_areas(scan, drawn)


def test_area_of_a_story_of_another_page_is_refused(page):
    other = make_version()
    scan = scans.keep(page, encoded())

    with pytest.raises(ValidationError, match="do not belong"):
        scans.replace_areas(scan, [{"article": other.article_id, "corners": SQUARE}])
