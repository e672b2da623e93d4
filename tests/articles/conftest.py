import pytest
from django.core.files.base import ContentFile

from articles.models import Credit, Event, Mention, Photo
from tests.articles.views.pages import (
    DAY,
)
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_released,
    make_reporter,
    make_reviewers,
    make_version,
    make_writer,
    release,
)


@pytest.fixture
def staff():
    return make_writer(), make_reviewers()


@pytest.fixture
def released(staff):
    """Makes released stories, all by the same four people."""

    def make(*args, **kwargs):
        return make_released(*args, staff=staff, **kwargs)

    return make


@pytest.fixture
def full_story(staff, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    page = make_page(DAY)
    version = make_version(
        "云栖桥通车",
        dated=DAY,
        kicker="重点工程传捷报",
        deck="全长1.2公里",
        dateline="本报讯",
        body="<p>4月2日，云栖桥通车。</p><p>两岸居民<strong>三分钟</strong>过河。</p>",
        page=page,
        edition=page.edition,
        departments=[make_department("青澜经开区建设局")],
        event=Event.objects.create(kind="ceremony", name="云栖桥通车仪式"),
    )
    Credit.objects.create(
        version=version, reporter=make_reporter("苏未央"), as_printed="苏未央", has_photos=True
    )
    Credit.objects.create(
        version=version, as_printed="袁小满", capacity="correspondent", has_text=True, position=1
    )
    Mention.objects.create(
        version=version,
        official=make_official("沈砚秋"),
        name_as_printed="沈砚秋",
        title_as_printed="经开区管委会主任",
        acts="出席、讲话",
    )
    Mention.objects.create(version=version, name_as_printed="卓远山", position=1)
    Photo.objects.create(
        version=version,
        image=ContentFile(PIXEL, name="bridge.png"),
        caption="首批车辆驶过云栖桥。",
        credit="苏未央 摄",
        alt_text="首批车辆驶过云栖桥。",
        digest="0",
    )
    return release(version, staff=staff)


# One grey pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080000000"
    "03a7e9b550000000a49444154789c6368000000820081a38c2e1a0000000049454e44ae426082"
)
