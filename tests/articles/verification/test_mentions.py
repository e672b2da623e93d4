import pytest

from articles.verification.snapshot import KnownBody, KnownOfficial, KnownPost, Snapshot
from tests.articles.verification.directories import found, since, unconfirmed

RULES = {"title_missing", "title_late", "title_repeated"}
TITLED = "青澜经开区党工委书记仝在山主持会议。"


def test_a_first_mention_with_its_title_and_later_ones_without_it_are_right():
    assert found(TITLED, "仝在山强调，要抓好落实。", rules=RULES) == []


def test_a_headline_may_name_somebody_first():
    assert found(TITLED, headline="仝在山主持召开会议", rules=RULES) == []


def test_a_name_without_any_title_is_found():
    assert found("仝在山强调，要抓好落实。", rules=RULES) == [
        ("title_missing", "仝在山", "青澜经开区党工委书记仝在山")
    ]


def test_a_headline_makes_up_for_no_title():
    findings = found("仝在山强调，要抓好落实。", headline="党工委书记仝在山调研", rules=RULES)
    assert [rule for rule, *_ in findings] == ["title_missing"]


def test_a_title_that_comes_later_is_found_at_the_first_mention():
    assert found("仝在山强调，要抓好落实。", TITLED, rules=RULES) == [
        ("title_late", "仝在山", "青澜经开区党工委书记仝在山")
    ]


def test_a_title_given_again_is_found():
    assert found(TITLED, "会上，青澜经开区党工委书记仝在山作了部署。", rules=RULES) == [
        ("title_repeated", "青澜经开区党工委书记仝在山", "仝在山")
    ]


def test_far_on_a_title_may_remind_the_reader():
    paragraphs = TITLED, "会议传达了文件。", "最后，青澜经开区党工委书记仝在山作了部署。"
    assert found(*paragraphs, rules=RULES) == []


def test_another_title_later_is_none_given_again():
    text = "青澜经开区党工委副书记戚为民出席。", "青澜经开区管委会主任戚为民表示，要抓好落实。"
    assert found(*text, rules=RULES) == []


def test_a_caption_is_read_by_itself():
    assert found(TITLED, captions=(TITLED,), rules=RULES) == []


def test_whoever_is_no_longer_in_office_needs_no_title():
    assert found("鲁长河说，路修好了。", rules=RULES) == []


def test_a_word_that_is_also_a_name_is_no_mention():
    assert found("群众反映的问题马上解决。", rules=RULES) == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        # Somebody else of that name, told by what they are.
        ("种粮大户卓识下地了。", "卓识说，麦子熟了。"),
        ("写信的人名叫卓识。", "卓识说，麦子熟了。"),
        ("卓识今年72岁。", "卓识说，麦子熟了。"),
        ("卓识　县建筑公司瓦工", "丁一　教师"),
        ("第一名仝在山，第二名卓识。",),
        ("男子组冠军是来自云台镇的少年。", "仝在山（云台镇）跑出好成绩。"),
        ("初三（2）班的仝在山跑出好成绩。",),
        # A line of a list, and a title that is told soon.
        ("仝在山",),
        ("仝在山的桌上没有花。", "这位书记每天早到。"),
        # Whoever made the story.
        ("本报讯（记者 丁一 通讯员 卓识）麦子熟了。",),
        ("麦子熟了。记者 丁一 卓识",),
        ("麦收现场。卓识 摄",),
        ("上榜的有卓识（青石村村民）、丁一（教师）。",),
        ("白棠小学副校长卓识介绍了情况。", "卓识说，孩子们很高兴。"),
        ("卓识说，麦子熟了。", "白棠小学副校长卓识介绍了情况。"),
        # Whoever speaks gives a name as they like.
        ("“卓识说得对。”村民笑着说。",),
    ],
)
def test_whoever_is_somebody_else_or_spoken_of_needs_no_title(paragraphs):
    assert found(*paragraphs, rules=RULES) == []


def test_words_that_meet_are_no_name():
    snapshot = Snapshot(
        (KnownOfficial(1, "王正"), KnownOfficial(2, "高峰")),
        (KnownBody(1, "青澜区委"),),
        tuple(KnownPost(n, 1, "常委", since("2020-01-01")) for n in (1, 2)),
    )
    text = "蜂王正在孕育新蜂王，高峰入云。"
    assert found(text, snapshot=snapshot, rules=RULES) == []
    findings = found("王正、高峰出席会议。", snapshot=snapshot, rules=RULES)
    assert [printed for _rule, printed, _suggestion in findings] == ["王正", "高峰"]


def test_a_title_after_the_name_is_one():
    assert found("任命仝在山为青澜经开区党工委书记。", rules=RULES) == []


def test_a_post_that_nobody_confirmed_is_not_asked_for():
    text = "仝在山强调，要抓好落实。"
    assert found(text, rules=RULES, snapshot=unconfirmed("仝在山")) == []
