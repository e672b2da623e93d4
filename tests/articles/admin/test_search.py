"""Stories found by their words at the desk."""

import pytest

from articles.models import MissedSearch
from tests.factories import make_department, make_user, make_version


@pytest.fixture
def desk(client, db):
    client.force_login(make_user(permissions=("view_version", "view_missedsearch")))
    return client


def headlines(client, typed):
    answer = client.get("/admin/articles/version/", {"q": typed})
    assert answer.status_code == 200
    return {version.headline for version in answer.context["cl"].result_list}


def test_drafts_are_found_by_their_body_and_by_fields(desk):
    bureau = make_department("青澜教育局")
    make_version("招生开始", body="<p>小学报名。</p>", departments=[bureau])
    make_version("修路", body="<p>小学门前修路。</p>")
    assert headlines(desk, "小学") == {"招生开始", "修路"}
    assert headlines(desk, "标题:修路") == {"修路"}
    assert headlines(desk, "小学 部门:教育局") == {"招生开始"}
    assert headlines(desk, "小学 -报名") == {"修路"}
    assert headlines(desk, "小学 -部门:教育局") == {"修路"}
    assert headlines(desk, "-报名") == {"修路"}


def test_searches_in_vain_are_listed(desk):
    MissedSearch.objects.count_one("没有的词")
    assert "没有的词" in desk.get("/admin/articles/missedsearch/").text
