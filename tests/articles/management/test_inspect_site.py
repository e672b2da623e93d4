import datetime
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import workflow
from articles.models import Correction, Photo
from articles.revisions import begin_version
from articles.yearly import figures_of_year
from tests.articles.views.pages import linked
from tests.factories import (
    make_department,
    make_page,
    make_released,
    make_reviewers,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return make_writer(), make_reviewers()


@pytest.fixture
def good_site(settings, staff):
    """A site with a story of today, and nothing to be found fault with."""
    settings.SITE_ID_CODE = "3301000001"
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    today = timezone.localdate()
    version, _pages = linked(lambda *a, **k: make_version(*a, **k | _today(today)))
    return release(version, staff=staff)


def _today(today):
    page = make_page(today)
    return {"dated": today, "page": page, "edition": page.edition}


def inspected(capsys, *arguments):
    """The report as machines read it, and whether the command ended well."""
    try:
        call_command("inspect_site", "--json", *arguments)
        went_well = True
    except CommandError:
        went_well = False
    return json.loads(capsys.readouterr().out), went_well


def test_site_of_this_project_has_no_fault(good_site, capsys):
    report, went_well = inspected(capsys)

    assert report["faults"] == []
    assert (report["is_whole"], went_well) == (True, True)
    assert report["visited"] > 30
    assert report["figures"]["stories"] == 1


def test_faults_of_content_are_found_and_nothing_else(good_site, staff, capsys):
    empty = make_department("青澜档案局")
    stale = make_department("青澜气象局")
    long_ago = timezone.localdate() - datetime.timedelta(days=200)
    story = make_released(
        "多年不见的消息",
        dated=long_ago,
        departments=[stale],
        body='<p>详见<a href="/nothing/">附件</a>。</p>',
        staff=staff,
    )

    report, went_well = inspected(capsys)

    assert [(one["kind"], one["address"], one["detail"]) for one in report["faults"]] == [
        ("dead_link", story.get_absolute_url(), "/nothing/ (404)"),
        ("empty_section", empty.get_absolute_url(), ""),
        ("stale_section", stale.get_absolute_url(), long_ago.isoformat()),
    ]
    assert not went_well


def test_site_without_its_code_is_told_so_once_for_all_pages(good_site, settings, capsys):
    settings.SITE_ID_CODE = ""

    with pytest.raises(CommandError):
        call_command("inspect_site")

    (line,) = [line for line in capsys.readouterr().out.splitlines() if "SiteIDCode" in line]
    assert line.startswith("Missing tag: SiteIDCode / /20")
    assert line.endswith("more")


def test_limits_are_stated_and_kept(good_site, capsys):
    report, went_well = inspected(capsys, "--slow=0", "--pages=3")

    assert {one["kind"] for one in report["faults"]} == {"slow_page"}
    assert (report["visited"], report["is_whole"], went_well) == (3, False, False)


def test_report_is_read_by_people_too(good_site, capsys):
    call_command("inspect_site")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("addresses were visited.")
    assert "  stories released: 1" in lines
    assert "  要闻: 1" in lines


@pytest.mark.django_db(transaction=True)
def test_site_is_inspected_over_http_as_well(live_server, settings, capsys):
    settings.SITE_ID_CODE = "3301000001"

    report, went_well = inspected(capsys, f"--base={live_server.url}")

    assert [(one["kind"], one["address"]) for one in report["faults"]] == [
        ("empty_section", address) for address in ("/", "/events/", "/stories/")
    ]
    assert not went_well


class SendsOn(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(301)
        self.send_header("Location", "https://news.example.cn/")
        self.end_headers()

    def log_message(self, *args):
        pass


def test_site_that_sends_its_readers_elsewhere_is_not_called_faultless():
    with HTTPServer(("127.0.0.1", 0), SendsOn) as server:
        Thread(target=server.handle_request).start()

        with pytest.raises(CommandError, match=r"https://news\.example\.cn/"):
            call_command("inspect_site", base=f"http://127.0.0.1:{server.server_port}")


@pytest.mark.parametrize("base", ["http://127.0.0.1:9", "news.example.cn"])
def test_base_that_does_not_answer_is_said_so(base):
    with pytest.raises(CommandError):
        call_command("inspect_site", base=base)


def test_figures_are_of_the_year_of_release(staff, settings, tmp_path):
    year = timezone.localdate().year
    page = make_page(datetime.date(year, 1, 4))
    make_released("旧报入库", dated=datetime.date(2003, 4, 3), staff=staff)
    photographed = make_version("有图", page=page, edition=page.edition, dated=page.edition.date)
    Photo.objects.create(
        version=photographed, image="photos/x.jpg", alt_text="桥", width=1, height=1
    )
    release(photographed, staff=staff)
    gone = make_released("撤下的", staff=staff)
    workflow.perform("withdraw", gone, by=staff[1][-1], note="事实有误")
    draft = begin_version(photographed, by=staff[0])
    Correction.objects.create(version=draft, wrong="三", right="五")
    release(draft, staff=staff)
    make_version("草稿")

    assert figures_of_year(year).as_dict() == {
        "year": year,
        "stories": 2,
        "with_pictures": 1,
        "reprints": 0,
        "web_only": 1,
        "corrections": 1,
        "withdrawn": 1,
        "editions": 1,
        "by_section": {"要闻": 1},
    }
    assert figures_of_year(2003).stories == 0
