"""Every component of the public site in every state, on one page: /styleguide/, where DEBUG is on.

The components are drawn by the templates that readers get, from samples instead of the database;
only the photo is a real one.
"""

from datetime import date, datetime
from types import SimpleNamespace

from django.http import QueryDict
from django.shortcuts import render

from articles.archive import stretch
from articles.calendars import Activity, Year, weeks_of
from articles.filters import StoryFilter
from articles.front import Leader
from articles.listing import Card
from articles.models import Event, Photo, Version
from articles.reading import Corrected, Name, Person, laid_with_dateline
from articles.related import Related
from articles.report_form import ReportForm
from articles.shown_pictures import PICTURE, picture_of

DAY = date(2026, 11, 16)
HERE = "/styleguide/"
LONG = "青澜经开区举办秋季专场招聘会 136家企业带来4200个岗位“一站式”服务求职者"
KICKER = "从一张图纸到一台整机，从一家企业到一条产业链，青澜用十四个月写下智能装备产业的第一页"
DECK = "项目总投资30亿元，一期厂房1.2万平方米；投产后每年可生产搬运机器人6000台，带动23家企业"
BODY = (
    "<p>11月12日，首台“青鸾”搬运机器人在拓屿智能装备公司下线，8000名观众在线观看。</p>"
    "<h3>从图纸到整机</h3>"
    "<p>“青鸾”高1.6米，能在80厘米宽的货架之间转身，一次可托起300公斤货物（AGV型号QL-300）。</p>"
    "<blockquote><p>图纸改了四十七版，每一版都在墙上。</p></blockquote>"
    "<ul><li><p>一期：厂房1.2万平方米</p></li><li><p>二期：研发中心</p></li></ul>"
    "<table><tbody><tr><th><p>年份</p></th><th><p>产量</p></th></tr>"
    "<tr><td><p>2026</p></td><td><p>1200台</p></td></tr></tbody></table>"
)
PALETTE = ("paper", "wash", "hair", "soft", "ink", "accent")
TYPE = (
    ("lead", "2026青澜智能装备产业论坛开幕"),
    ("story", "岑予安调研青澜人民医院"),
    ("title", "2026年11月16日"),
    ("head", "领导活动"),
    ("name", "柳汐社区：老楼“长”出新电梯"),
    ("read", "11月12日，望舒小学举行冬季消防疏散演练。"),
    ("text", "筛选、说明与导航。"),
    ("small", "列表中的摘要。"),
    ("note", "2026-11-16 青澜经开区管委会"),
)
# Events in the month of DAY: kind, name, place, first and last day, roles.
ACTIVITIES = (
    (Event.Kind.FORUM, "2026青澜智能装备产业论坛", "青澜湾会议中心", 5, 7, ("主持", "讲话")),
    (Event.Kind.MEETING, "冬季安全工作会议", "", 9, None, ("出席",)),
    (Event.Kind.TOUR, "", "柳汐社区、望舒小学", 12, None, ("调研",)),
    (Event.Kind.CEREMONY, "首台“青鸾”搬运机器人下线仪式", "拓屿公司", 12, None, ("讲话",)),
    (Event.Kind.TRAINING, "年轻干部培训班", "", 16, None, ("发言",)),
    (Event.Kind.ACTIVITY, "半程马拉松赛", "", 22, None, ("出席",)),
)


def styleguide(request):
    return render(request, "styleguide.html", _context())


def _context():
    picture = _newest_picture()
    first, last = stretch(DAY.year, DAY.month)
    activities = [_activity(*values) for values in ACTIVITIES]
    return {
        "first": first,
        "today": DAY,
        "weeks": weeks_of(activities, first, last),
        "year": Year(DAY.year, activities, DAY.year - 1, None),
        "palette": PALETTE,
        "type": TYPE,
        "cards": [
            _card("柳汐社区：老楼“长”出新电梯"),
            _card(LONG, picture=picture, note="青澜经开区管委会副主任 · 出席、讲话"),
            _card("望舒小学举行消防疏散演练", deck="", opening="<p>警铃响起，师生弯腰离场。</p>"),
        ],
        "leaders": [
            Leader("卓远", HERE, [("出席、讲话", HERE, LONG), ("调研", HERE, "调研人民医院")]),
            Leader("沈砚秋", HERE, [("主持", HERE, "2026青澜智能装备产业论坛开幕")]),
            Leader("司马南星", HERE, [("会见", HERE, "会见来访企业家")]),
        ],
        "story": _story(),
        "reading": _reading(picture),
        "filters": [StoryFilter(QueryDict(query)) for query in ("", "since=2026-11-01", "since=x")],
        "days": {3: 2, 5: 1, 16: 8, 19: 5},
        "headlines": [(HERE, LONG, "2026-11-16"), (HERE, "消防疏散演练", "2026-11-12")],
        "forms": [
            ReportForm(article=0, initial={"passage": "三分钟过河"}),
            ReportForm(QueryDict("message=&website=x"), article=0, auto_id="refused_%s"),
        ],
    }


def _activity(kind, name, place, first, last, roles):
    ends_on = last and DAY.replace(day=last)
    event = Event(kind=kind, name=name, place=place, date=DAY.replace(day=first), ends_on=ends_on)
    return Activity(event, HERE, roles)


def _newest_picture():
    """A photo that readers see: the one thing that no sample can stand for. None without any."""
    photos = Photo.objects.filter(version__in=Version.objects.live()).order_by("-id")
    row = photos.values_list(*PICTURE).first()
    return picture_of(*row) if row else None


def _card(headline, *, deck="少排一次队 少跑一层楼", opening="", picture=None, note=""):
    bodies = (("青澜经开区管委会", HERE), ("青澜经开区教育体育局", HERE))
    return Card(HERE, "", headline, deck, opening, DAY, bodies, picture, note)


def _story():
    return SimpleNamespace(
        article_id=1,
        kicker=KICKER,
        headline=LONG,
        deck=DECK,
        dated=DAY,
        is_reprint=True,
        original_headline="首台“青鸾”下线",
        original_author="简宁川",
        responsible_editor="骆一苇",
        credit_line="责任编辑 骆一苇 图由拓屿公司提供",
    )


def _reading(picture):
    return SimpleNamespace(
        page=Name("第01版：要闻", HERE),
        source="青澜新报",
        credits=[
            Name("温榆", HERE, "记者", "文字、图片"),
            Name("简宁川", "", "通讯员"),
        ],
        released="2026-11-16 06:00",
        released_iso="2026-11-16T06:00:00+08:00",
        modified="2026-11-17 09:30",
        modified_iso="2026-11-17T09:30:00+08:00",
        length=1286,
        minutes=3,
        corrections=[
            Corrected("三分钟", "五分钟", "数字有误，谨致歉意。", datetime(2026, 11, 17, 9, 30))
        ],
        pictures=[picture] if picture else [],
        laid=laid_with_dateline(BODY, "", [picture] if picture else []),
        officials=[
            Person("卓远", HERE, "青澜经开区管委会副主任", "出席、讲话", "青澜经开区党工委书记"),
            Person("沈砚秋", HERE, "青澜水务局局长", "主持"),
            Person("司马南星", "", "柳汐社区居民"),
        ],
        departments=[Name("青澜经开区管委会", HERE), Name("青澜水务局", HERE)],
        event=Name("“青鸾”下线仪式", HERE),
        related=[
            Related(HERE, "“青鸾”进入最后一道工序", date(2026, 10, 30)),
            Related(HERE, LONG, date(2026, 11, 12)),
        ],
    )
