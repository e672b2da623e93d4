from datetime import date

import pytest
from django.db import connection

from articles.body import from_paragraphs
from articles.models import Photo
from articles.verification.snapshot import Snapshot
from articles.verification.words import SHIPPED, UnreadableWords, read_words
from articles.verifying import findings_of, house_words, known_directory, story_of
from people.models import Appointment, Department, DepartmentAlias, Official, OfficialAlias
from tests.factories import make_department, make_official, make_version

pytestmark = pytest.mark.django_db


def appoint(name, body, title, started=date(2020, 1, 1), **kwargs):
    official = make_official(name, posts=[(body, title)])
    appointment = official.appointments.get()
    for field, value in {"started": started, **kwargs}.items():
        setattr(appointment, field, value)
    appointment.save()
    return appointment


def make_story(*paragraphs, **kwargs):
    return make_version(body=from_paragraphs((text, False) for text in paragraphs), **kwargs)


def rules_of(version):
    return [(one.rule, one.printed, one.suggestion) for one in findings_of(version)]


def test_a_version_is_checked_by_the_directory():
    appoint("仝在山", make_department("青澜经开区党工委"), "书记")
    version = make_story("青澜经开区党工委书记仝在江出席会议。")
    assert rules_of(version) == [("name_near", "仝在江", "仝在山")]


def test_a_change_of_leaders_changes_the_verdict_at_once():
    body = make_department("青澜经开区管委会")
    appointment = appoint("鲁长河", body, "主任")
    version = make_story("青澜经开区管委会主任鲁长河出席会议。", dated=date(2023, 6, 15))
    assert rules_of(version) == []

    # Past every signal and save().
    Appointment.objects.filter(pk=appointment.pk).update(
        ended=date(2023, 6, 1), ended_latest=date(2023, 6, 1)
    )

    assert rules_of(version) == [("title_past", "青澜经开区管委会主任", "时任青澜经开区管委会主任")]


def test_the_snapshot_is_kept_while_the_directory_stays_as_it_is():
    appoint("仝在山", make_department("青澜经开区党工委"), "书记")
    first = known_directory()
    assert known_directory() is first
    Official.objects.update(name="仝在河")
    assert known_directory() is not first


def test_the_directory_is_read_in_five_queries(django_assert_num_queries):
    body = make_department("青澜经开区党工委")
    for name in ("仝在山", "戚为民", "马上"):
        appoint(name, body, "委员")
    with django_assert_num_queries(5):
        known_directory()


def test_what_nobody_confirmed_is_not_known():
    body = make_department("青澜经开区党工委")
    appoint("仝在山", body, "书记")
    Official.objects.update(is_confirmed=False)
    assert known_directory().officials == ()
    Department.objects.update(is_confirmed=False)
    assert known_directory() == Snapshot()


def test_an_unconfirmed_post_is_never_sure():
    appoint("仝在山", make_department("青澜经开区党工委"), "书记", is_confirmed=False)
    version = make_story("青澜经开区党工委书记仝在山出席会议。")
    assert [rule for rule, *_ in rules_of(version)] == ["title_not_checkable"]


def test_an_acting_head_is_printed_as_one():
    acting = Appointment.Manner.ACTING
    appoint("何青岩", make_department("青澜区政府"), "区长", manner=acting)
    assert rules_of(make_story("青澜区政府代区长何青岩出席会议。")) == []
    assert rules_of(make_story("青澜区政府区长何青岩出席会议。")) == [
        ("title_not_held", "青澜区政府区长", "青澜区政府代区长")
    ]


def test_an_official_is_known_by_other_writings_of_the_name_too():
    appointment = appoint("敖登格日乐", make_department("青澜区教育局"), "局长")
    OfficialAlias.objects.create(official=appointment.official, name="敖登格日勒")
    assert rules_of(make_story("青澜区教育局局长敖登格日勒介绍了情况。")) == []
    assert rules_of(make_story("青澜区教育局局长敖登河日勒介绍了情况。")) == [
        ("name_near", "敖登河日勒", "敖登格日勒")
    ]


def test_aliases_are_other_names_and_former_ones():
    body = make_department("青澜区住房和城乡建设局")
    DepartmentAlias.objects.create(department=body, name="区住建局", kind="short")
    DepartmentAlias.objects.create(
        department=body, name="青澜区建设局", kind="former", ended=date(2019, 1, 1)
    )
    version = make_story("区住建局发布通知。", "青澜区建设局发布通知。")
    assert rules_of(version) == [("body_former", "青澜区建设局", "青澜区住房和城乡建设局")]


def test_the_text_of_a_version_has_all_its_passages():
    version = make_story(
        "第一段。", headline="标题", kicker="引题", deck="副题", dateline_date=date(2023, 6, 14)
    )
    Photo.objects.create(version=version, image="photos/x.jpg", width=1, height=1, caption="图说。")
    story = story_of(version)
    assert [text for _passage, text in story.passages] == [
        "引题",
        "标题",
        "副题",
        "第一段。",
        "图说。",
    ]
    assert story.day == date(2023, 6, 14)


def test_a_newsroom_may_have_a_list_of_its_own(settings, tmp_path):
    assert house_words() is read_words(SHIPPED)
    settings.VERIFICATION_WORDS = str(tmp_path / "none.toml")
    with pytest.raises(UnreadableWords):
        house_words()


@pytest.mark.parametrize("model", [Official, Department])
def test_whoever_is_confirmed_while_the_directory_is_read_is_known_the_next_time(model):
    appoint("仝在山", make_department("青澜经开区党工委"), "书记")
    model.objects.update(is_confirmed=False)

    def confirm_first(execute, sql, params, many, context):
        if sql.startswith("SELECT") and 'FROM "people_appointment"' in sql:
            model.objects.update(is_confirmed=True)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(confirm_first):
        assert known_directory().posts == ()
    assert len(known_directory().posts) == 1


def test_what_the_directory_says_of_a_post_is_in_the_snapshot():
    deputy = appoint("马上", make_department("青澜局"), "副局长", manner="in_charge")
    deputy.post.rank = 1
    deputy.post.save()

    (known,) = known_directory().posts
    assert (known.rank, known.is_in_charge, known.title) == (1, True, "副局长（主持工作）")
