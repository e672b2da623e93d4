import pytest

from articles.verification.check import check
from articles.verification.findings import Certainty
from articles.verification.snapshot import KnownBody, KnownOfficial, KnownPost, Snapshot
from tests.articles.verification.directories import (
    BODIES,
    DAY,
    KNOWN,
    found,
    since,
    story,
    unconfirmed,
)

RULES = {"name_near", "name_varies", "name_unknown"}


@pytest.mark.parametrize(
    ("text", "printed", "right", "why"),
    [
        ("青澜经开区党工委书记仝在江出席会议。", "仝在江", "仝在山", "character"),
        ("青澜区委书记林志元出席会议。", "林志元", "林志远", "sound"),
        ("青澜区委书记林志运出席会议。", "林志运", "林志远", "look"),
        ("区委副书记、区长何青出席会议。", "何青", "何青岩", "character"),
        ("区委副书记、区长何青青岩出席会议。", "何青青岩", "何青岩", "character"),
        ("区委副书记、区长何岩青出席会议。", "何岩青", "何青岩", "character"),
        ("青澜区教育局局长敖登河日乐介绍了情况。", "敖登河日乐", "敖登格日乐", "character"),
        # Where the parser reads no name at all.
        ("青澜经开区党工委书记仝在是出席会议。", "仝在是", "仝在山", "character"),
        ("时任青澜经开区管委会主任鲁长荷回忆了往事。", "鲁长荷", "鲁长河", "sound"),
        # A title without its body.
        ("区长何青炎主持会议。", "何青炎", "何青岩", "character"),
        ("区长何青岩岩主持会议。", "何青岩岩", "何青岩", "character"),
    ],
)
def test_a_name_almost_that_of_the_holder_is_found(text, printed, right, why):
    (finding,) = [one for one in check(story(text), KNOWN) if one.rule in RULES]
    assert finding.rule == "name_near"
    assert (finding.printed, finding.suggestion) == (printed, right)
    assert text[finding.start : finding.end] == printed
    if why != "character":
        assert finding.facts["why"] == why


@pytest.mark.parametrize(
    "text",
    [
        "青澜经开区党工委书记仝在山出席会议。",
        "青澜区教育局局长敖登格日乐守着草场。",
        # Nobody of the directory holds a post in that body.
        "云汀区委书记林志元出席会议。",
        "村民林志元说，路修好了。",
    ],
)
def test_other_names_are_let_stand(text):
    assert found(text, rules={"name_near"}) == []


def test_of_several_holders_with_a_like_name_none_is_proposed():
    several = Snapshot(
        (KnownOfficial(1, "林志远"), KnownOfficial(2, "林志强")),
        tuple(BODIES.values()),
        tuple(KnownPost(n, 2, "副区长", since("2020-01-01")) for n in (1, 2)),
    )
    (finding,) = check(story("青澜区政府副区长林志明出席会议。"), several)
    assert (finding.suggestion, finding.certainty) == ("", Certainty.LIKELY)
    assert finding.facts["right"] == "林志远、林志强"


def test_a_title_of_a_known_body_with_an_unknown_name_is_told():
    (finding,) = check(story("青澜区住建局局长苏南星介绍了情况。"), KNOWN)
    assert (finding.rule, finding.printed) == ("name_unknown", "苏南星")
    assert finding.facts["holders"] == "卓识"


def test_guests_of_bodies_that_nobody_knows_are_let_stand():
    assert found("云汀县民政局局长苏南星来访。") == []


def test_a_name_spelt_in_another_way_later_is_found():
    paragraphs = ("青澜经开区管委会主任戚为民主持会议。", "戚为明强调，要抓好落实。")
    (finding,) = check(story(*paragraphs), KNOWN)
    assert (finding.rule, finding.passage, finding.printed, finding.suggestion) == (
        "name_varies",
        ("body", 1),
        "戚为明",
        "戚为民",
    )


def test_two_people_with_like_names_are_no_variants():
    paragraphs = ("青澜区委书记林志远、青澜区政府副区长钱未央出席。", "云汀县县长钱未英致辞。")
    assert found(*paragraphs, rules={"name_varies"}) == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        # Somebody with a role of their own, of a like name.
        ("青澜区委书记林志远走访。", "村民林志元说，路修好了。", "林志元很高兴。"),
        ("青澜区委书记林志远走访。", "林志明的父亲林志元在家。"),
        # Who stands more than once, or where nobody acts, is no slip of one character.
        ("青澜区委书记林志远走访。", "林志明说，路修好了。林志明很高兴。"),
        ("青澜区委书记林志远走访。", "获奖的有林志明、丁一等三人。"),
        ("青澜区委书记林志远走访。", "一天过去。", "林志明说，路修好了。"),
        ("青澜区委书记林志远走访。", "何志远说，路修好了。"),
    ],
)
def test_two_people_of_one_story_are_no_variants(paragraphs):
    assert found(*paragraphs, rules={"name_varies"}) == []


def test_a_slip_of_one_character_soon_after_the_name_is_found():
    paragraphs = ("青澜区委书记林志远走访。", "林志明强调，要抓好落实。")
    assert found(*paragraphs, rules={"name_varies"}) == [("name_varies", "林志明", "林志远")]


@pytest.mark.parametrize(
    "text",
    [
        "青澜区住建局的局长叫卓识。",
        "青澜区住建局局长卓识面前排起长队。",
        # A paragraph that was cut.
        "区委副书记、区长何青",
        # A whole name of three characters is none of two.
        "青澜区住建局局长祁识敏说，路修好了。",
    ],
)
def test_a_name_with_the_words_around_it_is_not_near(text):
    assert found(text, rules={"name_near"}) == []


def test_without_the_body_a_longer_name_is_somebody_else():
    assert found("校长、局长卓识飞说，路修好了。", rules={"name_near"}) == []
    assert found("青澜区住建局局长卓识飞说，路修好了。", rules={"name_near"}) == [
        ("name_near", "卓识飞", "卓识")
    ]


def test_the_whole_of_a_long_foreign_name_is_looked_at():
    snapshot = Snapshot(
        (KnownOfficial(1, "吐尔洪·阿不都拉"),),
        (KnownBody(1, "青澜区教育局"),),
        (KnownPost(1, 1, "副局长", since("2020-01-01")),),
    )
    text = "青澜区教育局副局长吐尔洪·阿傅都拉，另一位代表。"
    assert found(text, snapshot=snapshot, rules={"name_near"}) == [
        ("name_near", "吐尔洪·阿傅都拉", "吐尔洪·阿不都拉")
    ]


def test_a_holder_of_years_gone_by_need_not_be_known():
    text = "青澜区教育局局长丁一鸣带人搬书。"
    assert found(f"1983年，{text}", rules={"name_unknown"}) == []
    assert len(found(f"2023年，{text}", rules={"name_unknown"})) == 1


def test_a_grade_of_an_unknown_person_is_nobody_missing():
    assert found("青澜区教育局三级调研员、督学丁一鸣到场。", rules={"name_unknown"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "青澜经开区管委会副主任马　尚出席会议。",
        "柳河镇党校副校（院）长到场,会场在三楼.青澜经开区管委会副主任马　尚出席会议。",
    ],
)
def test_a_padded_name_is_marked_where_it_is_printed(text):
    (finding,) = check(story(text), KNOWN)
    assert (finding.rule, finding.suggestion) == ("name_near", "马上")
    assert text[finding.start : finding.end] == "马　尚"


def test_a_body_that_may_be_one_of_several_places_says_nothing_of_an_unknown_name():
    places = Snapshot(
        (KnownOfficial(1, "陶然"), KnownOfficial(2, "林志远")),
        (KnownBody(1, "云汀县委"), KnownBody(2, "柳汐县委")),
        tuple(KnownPost(n, n, "书记", since("2020-01-01")) for n in (1, 2)),
    )
    assert found("县委书记苏南星出席会议。", snapshot=places) == []
    assert found("县委书记巢然出席会议。", snapshot=places) == []
    assert found("云汀县委书记巢然出席会议。", snapshot=places) == [("name_near", "巢然", "陶然")]
    assert found("县委书记林志元出席会议。", snapshot=places) == [("name_near", "林志元", "林志远")]


def test_whoever_nobody_confirmed_in_a_post_is_not_almost_named():
    text = "青澜经开区党工委书记仝在江出席会议。"
    assert found(text, rules={"name_near"}, snapshot=unconfirmed("仝在山")) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("青澜区教育局副局长温如王介绍了情况。", DAY),
        ("青澜经开区党工委书记仝在江出席会议。", None),
    ],
)
def test_a_name_near_is_unchecked_where_a_day_that_is_needed_is_not_known(text, day):
    (finding,) = [
        one for one in check(story(text, day=day, edition=day), KNOWN) if one.rule == "name_near"
    ]
    assert finding.certainty is Certainty.UNCHECKED


def test_a_name_near_that_is_unchecked_hides_no_title_that_was_never_held():
    """温如王 is known for another post."""
    other = KnownOfficial(90, "温如王")
    snapshot = Snapshot(
        (*KNOWN.officials, other),
        KNOWN.bodies,
        (*KNOWN.posts, KnownPost(90, 4, "科长", since("2020-01-01"))),
    )
    rules = [rule for rule, *_ in found("青澜区教育局副局长温如王介绍了情况。", snapshot=snapshot)]
    assert "title_not_held" in rules


def test_a_caption_that_ends_within_a_name_is_no_cut():
    assert found("会议召开。", captions=("图为区长何青",)) == [("name_near", "何青", "何青岩")]


def test_what_somebody_did_this_year_is_no_age():
    (finding,) = found("区长何青岩出席会议。", "何清岩今年5月到企业调研。")
    assert finding == ("name_varies", "何清岩", "何青岩")
