"""Bodies printed without their place, in full by what the story tells of."""

import datetime

import pytest

from articles.importing.completing import complete
from articles.importing.importer import import_page
from articles.models import Article, Proposal, Version
from articles.parsing.facts import CompletedBody
from articles.parsing.pipeline import parse_page
from articles.proposals import changes_of
from people.models import Appointment, Department, Official
from tests.articles.importing.sample import everything

DAY = datetime.date(2026, 11, 16)


def completed_story(text):
    page = parse_page(f"# 冬修水利\n\n本报讯 {text}\n", edition_date=DAY)
    return complete(page.stories[0])


def posts(text, nth=0):
    return [(post.department, post.title) for post in completed_story(text).officials[nth].posts]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("镇党委书记", "石塘镇开会。", [("石塘镇党委", "书记")]),
        ("镇长", "石塘镇开会。", [("石塘镇", "镇长")]),
        (
            "镇党委副书记、副镇长",
            "石塘镇开会。",
            [("石塘镇党委", "副书记"), ("石塘镇", "副镇长")],
        ),
        ("街道办事处主任", "凤鸣街道开会。", [("凤鸣街道办事处", "主任")]),
        ("镇农业服务中心主任", "石塘镇开会。", [("石塘镇农业服务中心", "主任")]),
    ],
)
def test_place_is_the_only_one_of_the_story(title, text, expected):
    assert posts(f"11月15日，{text}{title}何青出席会议。") == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("县长", "大家开会。", [("县政府", "县长")]),
        ("县委副书记、副县长", "大家开会。", [("县委", "副书记"), ("县政府", "副县长")]),
        ("青石县委副书记、县长", "大家开会。", [("青石县委", "副书记"), ("青石县政府", "县长")]),
        (
            "青石县委副书记、县长",
            "柳河县政府代表团来访。",
            [("青石县委", "副书记"), ("青石县政府", "县长")],
        ),
        ("代区长", "县委开会。", [("区政府", "代区长")]),
        ("区长", "经开区管委会、石桥社区居委会、柳河社区党委开会。", [("区政府", "区长")]),
        ("县长", "柳河县政府代表团来我县考察。", [("县政府", "县长")]),
    ],
)
def test_a_county_head_is_that_of_its_government(title, text, expected):
    assert posts(f"11月15日，{text}{title}何青出席会议。") == expected


def test_a_county_head_is_of_no_guests_county():
    text = "11月15日，柳河县委书记何青来访。县委书记周远山、县长沈砚秋陪同。"

    assert posts(text, 2) == [("县政府", "县长")]


@pytest.mark.parametrize(
    "text",
    [
        "柳河县委书记何青率考察团到县里。县长沈砚秋陪同。",
        "柳河县政府副县长何青一行来访。县长沈砚秋陪同。",
    ],
)
def test_whose_a_county_head_is_stays_open_where_the_only_county_may_be_that_of_guests(text):
    assert posts(f"11月15日，{text}", 1) == [("", "县长")]


@pytest.mark.parametrize("whom", ["来访群众", "群众来信来访", "来访者"])
def test_those_who_come_to_be_heard_are_no_guests(whom):
    text = f"11月15日，青石县委书记何青接待{whom}。县长沈砚秋陪同。"

    assert posts(text, 1) == [("青石县政府", "县长")]


def test_a_deputy_is_of_the_county_of_the_deputy_before():
    text = "11月15日，县委开会。青石县副县长何青、副县长沈砚秋出席。"

    assert posts(text, 1) == [("青石县", "副县长")]


@pytest.mark.parametrize("other", ["澄湖市青石县委", "澄湖市青石县人大常委会"])
def test_county_with_its_city_is_the_same_county(other):
    text = f"11月15日，青石县委书记何青、{other}副主任周远山、县长沈砚秋座谈。"

    assert posts(text, 2) == [("青石县政府", "县长")]


def test_whose_a_county_head_is_nobody_can_tell_of_two_counties():
    text = "11月15日，青石县委书记何青、柳河县委书记周远山会谈。县长沈砚秋在座。"

    assert posts(text, 2) == [("", "县长")]


def test_zone_is_that_of_the_only_body_with_its_place():
    text = "11月15日，经开区党工委书记何青出席会议。管委会副主任沈砚秋讲话。"

    assert posts(text, 1) == [("经开区管委会", "副主任")]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("乡村振兴局局长", "石塘乡开会。", [("乡村振兴局", "局长")]),
        ("社区矫正局局长", "青柳社区开会。", [("社区矫正局", "局长")]),
        ("管委会主任", "大家开会。", [("管委会", "主任")]),
        ("镇海中学校长", "大家开会。", [("镇海中学", "校长")]),
        ("医院东路社区党委书记", "大家开会。", [("医院东路社区党委", "书记")]),
    ],
)
def test_body_stays_as_printed(title, text, expected):
    assert posts(f"11月15日，{text}{title}何青出席会议。") == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("镇党委书记", "从石塘镇到横港镇。"),
        ("镇党委书记", "大家开会。"),
        ("镇党委书记", "石塘镇干部来我镇考察。"),
        ("镇长", "石塘镇干部来我镇考察。"),
        ("社区书记", "建设文明社区。"),
        ("乡党委书记", "巴格托格拉克乡开会。"),
        ("公司总经理", "车间里很忙。"),
        ("合作社理事长", "果园里很忙。"),
    ],
)
def test_body_that_nobody_can_tell_leaves_a_title_without_one(title, text):
    story = completed_story(f"11月15日，{text}{title}何青出席会议。")

    assert [(one.department, one.title) for one in story.officials[0].posts] == [("", title)]
    assert not story.departments


def test_heads_of_two_counties_are_each_told():
    story = completed_story("11月15日，青石县委副书记、县长何青，柳河县委副书记、县长周远山座谈。")

    assert {"青石县政府", "柳河县政府"} <= set(story.departments)
    assert [one.whole for one in story.completed] == ["青石县政府县长", "柳河县政府县长"]


def test_what_is_printed_stays_the_title_and_both_names_are_told():
    story = completed_story(
        "11月15日，石塘镇开会。镇党委书记何青、镇长周远山、管委会主任沈砚秋出席。"
    )

    assert [one.title for one in story.officials] == ["镇党委书记", "镇长", "管委会主任"]
    assert story.departments == ("石塘镇党委", "管委会", "石塘镇")
    assert story.completed == (
        CompletedBody("镇党委", "石塘镇党委"),
        CompletedBody("管委会", ""),
        CompletedBody("镇长", "石塘镇镇长"),
    )


@pytest.fixture
def paper(tmp_path):
    """Imports a text as the one page of a day."""

    def bring(text, day=DAY, name="01.md"):
        path = tmp_path / name
        path.write_text(f"# 冬修水利{day.day}\n\n本报讯 {text}\n", encoding="utf-8")
        return import_page(path, edition_date=day, page_number="01")[0]

    return bring


SHORT = "11月15日，石塘镇开会。镇党委书记何青出席并讲话。"
LATER = datetime.date(2026, 11, 17)


@pytest.mark.django_db
def test_official_is_known_when_a_later_edition_prints_the_body_in_full(paper):
    paper(SHORT)
    report = paper("11月16日，石塘镇党委书记何青检查渠道。", LATER)

    assert [official.mentions.count() for official in Official.objects.all()] == [2]
    assert [str(one.post) for one in Appointment.objects.all()] == ["石塘镇党委书记"]
    assert [one.name for one in Department.objects.all()] == ["石塘镇党委"]
    assert report.names["officials"] == {"matched": 1, "new": 0, "ambiguous": 0}
    printed = Version.objects.order_by("dated").values_list("mentions__title_as_printed", flat=True)
    assert list(printed) == ["镇党委书记", "石塘镇党委书记"]


@pytest.mark.django_db
def test_namesakes_of_two_towns_stay_apart(paper):
    paper(SHORT)
    report = paper("11月16日，横港镇开会。镇党委书记何青出席并讲话。", LATER)

    assert report.names["officials"] == {"matched": 0, "new": 0, "ambiguous": 1}
    assert Official.objects.get().mentions.count() == 1


UNPLACED = "11月15日，大家开会。镇党委书记何青、公司经理周远山出席。"


@pytest.mark.django_db
def test_body_that_nobody_can_tell_is_no_entry_that_another_story_could_mean(paper):
    paper(UNPLACED)

    assert [one.name for one in Official.objects.order_by("pk")] == ["何青", "周远山"]
    assert not Department.objects.exists()
    assert not Appointment.objects.exists()
    printed = Version.objects.get().mentions.values_list("title_as_printed", flat=True)
    assert list(printed) == ["镇党委书记", "公司经理"]


@pytest.mark.django_db
@pytest.mark.parametrize("title", ["镇党委书记", "横港镇党委书记", "县水利局局长"])
def test_official_of_such_a_body_is_not_surely_who_is_printed_later(paper, title):
    paper(UNPLACED)
    report = paper(f"11月16日，{title}何青出席并讲话。", LATER)

    assert report.names["officials"] == {"matched": 0, "new": 0, "ambiguous": 1}


@pytest.mark.django_db
def test_official_without_a_post_is_known_by_the_title_printed_before(paper):
    paper("11月15日，局长何青出席。")
    report = paper("11月16日，县水利局局长何青出席并讲话。", LATER)

    assert report.names["officials"] == {"matched": 1, "new": 0, "ambiguous": 0}


@pytest.mark.django_db
def test_same_input_again_writes_nothing(paper):
    paper(SHORT)
    before = everything(but=["importrun"])

    report = paper(SHORT, name="again.md")

    assert report.stories["unchanged"] == 1
    assert everything(but=["importrun"]) == before


@pytest.mark.django_db
def test_corrected_file_offers_what_it_corrects_and_no_body(paper):
    paper(SHORT)
    paper(SHORT.replace("讲话", "作讲话"))

    found = changes_of(Article.objects.get().versions.get(), Proposal.objects.get())
    assert [change.name for change in found] == ["words:body"]


@pytest.mark.django_db
def test_report_tells_what_was_completed_and_what_was_not(paper):
    report = paper("11月15日，石塘镇开会。镇党委书记何青、管委会主任沈砚秋出席。")

    assert report.notes == [
        "镇党委 is 石塘镇党委, by what the story says of places: 冬修水利16",
        "管委会 is kept as printed, as the story does not say for certain whose it is: 冬修水利16",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "县长何青出席。",
            "县长 is taken for 县政府县长, as the story does not say",
        ),
        ("副县长何青出席。", "副县长 is taken for 县政府副县长"),
        ("青石县委副书记、县长何青出席。", "县长 is 青石县政府县长, by what the story says"),
    ],
)
def test_report_tells_of_which_place_a_head_is_taken_to_be(paper, text, told):
    (note,) = paper(f"11月15日，{text}").notes

    assert note.startswith(told)
