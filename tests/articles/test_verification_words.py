from datetime import date

import pytest
from django.conf import settings
from django.utils import translation

from articles.verification.check import check
from articles.verification.findings import RULES, Finding, Passage
from articles.verification_words import (
    ADDRESSES,
    LIKENESS,
    NAMES,
    ORDER,
    SENTENCES,
    SOURCES,
    name_of,
    place_of,
    sentence_of,
    source_of,
)
from people.order import Rule
from tests.articles.verification.directories import KNOWN, story

STORIES = [
    ("青澜区教育局局长卓识介绍了情况。", "title_not_held", "卓识"),
    ("白棠小学副校长卓识介绍了情况。", "title_not_held", "白棠小学副校长"),
    ("青澜经开区管委会主任鲁长河出席会议。", "title_past", "戚为民"),
    ("青澜区教育局副局长温如玉介绍了情况。", "title_not_checkable", "温如玉"),
    ("时任青澜区委书记林志远出席会议。", "former_needless", "林志远"),
    ("青澜区委书记林志元出席会议。", "name_near", "林志远"),
    ("青澜区住建局局长苏南星介绍了情况。", "name_unknown", "卓识"),
    ("仝在山强调，要抓好落实。", "title_missing", "青澜经开区党工委书记"),
    ("青澜区政府区长何青岩、青澜区委书记林志远出席会议。", "order_of_names", "何青岩"),
    ("青澜区建设局发布通知。", "body_former", "青澜区住房和城乡建设局"),
    ("2月30日，会议召开。", "date_impossible", "2月30日"),
    ("6月14日（星期四），会议召开。", "date_weekday", "2023-06-14"),
    ("他说：“路修好了。", "mark_unclosed", "“"),
    ("蒙族歌手登台。", "word_blocked", "民族名称"),
    ("艾滋病患者陈小南接受了治疗。", "protected_name", "艾滋病患者"),
]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize(("text", "rule", "told"), STORIES)
def test_a_sentence_tells_the_facts(language, text, rule, told):
    with translation.override(language):
        sentences = [sentence_of(one) for one in check(story(text), KNOWN) if one.rule == rule]
    assert len(sentences) == 1
    assert told in sentences[0]
    assert "%(" not in sentences[0]


def test_a_future_holder_is_told_from_when():
    day = date(2023, 5, 31)
    text = "青澜经开区管委会主任戚为民出席会议。"
    (finding,) = check(story(text, day=day, edition=day), KNOWN)
    assert "2023-06-01" in sentence_of(finding)


def test_day_that_is_known_in_part_is_told_in_words():
    facts = {"name": "卓识", "title": "局长", "until": "≤2022-05-31"}
    finding = Finding("title_past", Passage("body"), 0, 2, "卓识", "", facts)
    with translation.override("en"):
        assert sentence_of(finding) == "卓识 was 局长 until by 2022-05-31 only."


def test_without_a_day_a_title_is_said_to_be_unknown():
    text = "青澜区教育局局长卓识介绍了情况。"
    (finding,) = check(story(text, day=None, edition=None), KNOWN)
    with translation.override("en"):
        assert sentence_of(finding).startswith("卓识 is not known as 青澜区教育局局长.")


def test_every_rule_has_a_name_and_a_sentence():
    assert NAMES.keys() == RULES.keys()
    assert SENTENCES.keys() | {"name_near", "order_of_names"} == RULES.keys()
    assert ORDER.keys() == set(Rule)
    assert name_of("title_past")


@pytest.mark.parametrize("why", LIKENESS)
def test_every_kind_of_likeness_is_told(why):
    facts = {"why": why, "title": "青澜区委书记", "right": "林志远"}
    finding = Finding("name_near", Passage("body"), 0, 3, "林志元", "林志远", facts)
    assert "林志远" in sentence_of(finding)


def test_every_rule_stands_in_the_handbook_with_its_source():
    text = (settings.BASE_DIR / "docs" / "verification.md").read_text(encoding="utf-8")
    for rule in RULES.values():
        assert f"`{rule.key}`" in text
        assert f"**{rule.source}**" in text


def test_every_source_is_told_with_the_address_that_the_handbook_gives():
    text = (settings.BASE_DIR / "docs" / "verification.md").read_text(encoding="utf-8")
    assert SOURCES.keys() == {rule.source for rule in RULES.values()}
    assert all(f"({address})" in text for address in ADDRESSES.values())
    with translation.override("en"):
        assert source_of("date_weekday") == "By the calendar."


def test_a_passage_is_named_as_a_person_counts():
    with translation.override("en"):
        passages = [Passage("headline"), Passage("body"), Passage("caption", 1)]
        assert [place_of(one) for one in passages] == ["headline", "Paragraph 1", "Caption 2"]
