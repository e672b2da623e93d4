"""What an edition taught: what is sure, what is in doubt and why, and the words that say it."""

import datetime

import pytest

from articles.importing.importer import import_page
from articles.learned import Doubt, shown_in
from articles.models import Edition
from people.models import Appointment, Department, Official, Reporter
from tests.factories import make_department, make_official, make_version

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 16)
STORY = "11月15日，澄湖公园开园。县水利局局长何青在岸边讲话，居民来了三百多人。"


@pytest.fixture
def edition(tmp_path):
    """Imports stories as pages of one day; the edition of the first."""

    def bring(*texts, day=DAY):
        for number, text in enumerate(texts, 1):
            path = tmp_path / f"{day}-{number:02}.md"
            path.write_text(
                f"# 公园开园{day.day}第{number}次\n\n本报讯 {text}\n\n记者 苏未央\n",
                encoding="utf-8",
            )
            import_page(path, edition_date=day, page_number=f"{number:02}")
        return Edition.objects.get(date=day)

    return bring


def doubts(edition):
    """By model, each entry by its name with the reason why it is in doubt."""
    return {
        model: {str(one.entry): group.doubt for group in groups for one in group.entries}
        for model, groups in shown_in(edition).items()
    }


def test_what_one_story_prints_is_in_doubt(edition):
    assert doubts(edition(STORY)) == {
        Department: {"县水利局": Doubt.ONCE},
        Official: {"何青": Doubt.ONCE},
        Reporter: {"苏未央": Doubt.ONCE},
        Appointment: {"何青 · 县水利局局长": Doubt.UNSURE_END},
    }


def test_what_two_stories_print_is_sure(edition):
    found = doubts(edition(STORY, STORY.replace("澄湖", "石塘")))

    assert {doubt for entries in found.values() for doubt in entries.values()} == {""}


def test_second_version_of_a_story_is_no_second_story(edition):
    found = edition(STORY)
    article = found.versions.get().article
    make_version(article=article, edition=found, officials=[Official.objects.get()])

    assert doubts(found)[Official] == {"何青": Doubt.ONCE}


def test_official_of_a_known_body_is_sure(edition):
    make_department("县水利局")

    found = doubts(edition(STORY))

    assert found[Official] == {"何青": ""}
    assert found[Appointment] == {"何青 · 县水利局局长": ""}


def test_namesake_makes_an_official_doubtful(edition):
    make_department("县水利局")
    found = edition(STORY)
    make_official("何青")

    assert doubts(found)[Official] == {"何青": Doubt.NAMESAKE}
    assert doubts(found)[Appointment] == {"何青 · 县水利局局长": Doubt.UNSURE_END}


def test_post_of_one_holder_that_somebody_has_is_in_doubt(edition):
    bureau = make_department("县水利局")
    make_official("沈砚秋", posts=[(bureau, "局长")])

    assert doubts(edition(STORY))[Appointment] == {"何青 · 县水利局局长": Doubt.HELD}


def test_two_people_learned_in_a_post_of_one_holder_are_in_doubt(edition):
    make_department("县水利局")

    found = doubts(edition(STORY, STORY.replace("何青", "沈砚秋")))

    assert set(found[Appointment].values()) == {Doubt.HELD}


def test_body_without_its_place_is_in_doubt_however_often_it_is_printed(edition):
    story = STORY.replace("县水利局局长", "管委会主任")

    found = doubts(edition(story, story.replace("澄湖", "石塘")))

    assert found[Department] == {"管委会": Doubt.WITHOUT_PLACE}


def test_official_of_an_unnamed_body_is_learned_without_a_post(edition):
    found = doubts(edition(STORY.replace("县水利局局长", "镇党委书记")))

    assert (found[Department], found[Appointment]) == ({}, {})
    assert found[Official] == {"何青": Doubt.ONCE}


def test_perhaps_another_name_is_in_doubt(edition):
    make_department("县水利水务管理局")
    story = STORY.replace("县水利局", "县水务局")

    found = doubts(edition(story, story.replace("澄湖", "石塘")))

    assert found[Department] == {"县水务局": Doubt.SAME}


def test_office_of_a_known_body_is_sure(edition):
    make_department("县公安局")

    found = doubts(edition(STORY.replace("县水利局局长", "县公安局刑警大队大队长")))

    assert found[Department] == {"县公安局刑警大队": ""}


def test_words_around_each_are_shown(edition):
    passages = {
        model: [(one.passage.before, one.passage.words, one.passage.after) for one in group.entries]
        for model, (group,) in shown_in(edition(STORY)).items()
    }

    assert passages == {
        Department: [
            ("11月15日，澄湖公园开园。", "县水利局", "局长何青在岸边讲话，居民来了三百多人。")
        ],
        Official: [
            ("11月15日，澄湖公园开园。", "县水利局局长何青", "在岸边讲话，居民来了三百多人。")
        ],
        Reporter: [("reporter ", "苏未央", "")],
        Appointment: [
            ("11月15日，澄湖公园开园。", "县水利局局长何青", "在岸边讲话，居民来了三百多人。")
        ],
    }


def test_completed_body_is_shown_by_what_is_printed(edition):
    story = STORY.replace("县水利局局长", "镇党委书记").replace("澄湖公园", "石塘镇公园")
    (group,) = shown_in(edition(story))[Department]

    assert [(str(one.entry), one.passage.words) for one in group.entries] == [
        ("石塘镇党委", "镇党委书记何青")
    ]


def test_groups_are_what_is_sure_and_then_each_reason(edition):
    make_department("县公安局")
    groups = shown_in(
        edition(STORY, STORY.replace("县水利局局长何青", "县公安局刑警大队大队长沈砚秋"))
    )[Department]

    assert [(group.doubt, group.reason) for group in groups] == [
        ("", ""),
        (Doubt.ONCE, "in one story only"),
    ]
