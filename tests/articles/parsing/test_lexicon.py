import re

from articles.parsing.lexicon.acts import EVENT_KINDS
from articles.parsing.lexicon.wordlist import Beginnings, Finder, any_of, words


def test_longest_word_comes_first_and_once():
    assert words("镇 镇长 镇 乡") == ("镇长", "乡", "镇")


def test_any_of_finds_the_longest_word_at_a_place():
    pattern = re.compile(any_of(["局", "局长助理", "局长", "县长"]))
    assert pattern.findall("局长助理、局长、县长、局、长") == ["局长助理", "局长", "县长", "局"]


def test_any_of_takes_marks_as_they_are():
    assert re.fullmatch(any_of(["a.c"]), "abc") is None


def test_any_of_tries_patterns_after_its_words():
    pattern = re.compile(any_of(["到访", "前往"], "到(?![0-9])"))
    assert pattern.findall("到访石桥，到9家，到柳河，前往云汀") == ["到访", "到", "前往"]


def test_any_of_many_words_finds_each_of_them_and_no_more():
    many = [f"{chr(0x4E00 + number)}{chr(0x5E00 + number)}" for number in range(60)]
    pattern = re.compile(any_of([*many, f"{many[9]}村", "州", "]"]))
    text = f"{'，'.join(many)}，{many[9]}村，{many[1][0]}{many[2][1]}，柳州]"
    assert pattern.findall(text) == [*many, f"{many[9]}村", "州", "]"]
    assert pattern.match(f"，{many[9]}") is None


def test_the_longest_word_that_begins_at_a_place():
    verbs = Beginnings(["表示", "表", "表示说", "说"])
    assert [verbs.at("何青表示说过", place) for place in (2, 3, 4, 6)] == ["表示说", "", "说", ""]


def test_every_kind_of_event_is_a_word_of_the_trade():
    assert set(EVENT_KINDS.values()) == {
        "会议",
        "论坛",
        "仪式",
        "发布会",
        "招聘会",
        "推介会",
        "培训",
        "竞赛",
        "座谈",
        "签约",
        "宣讲",
        "演练",
        "展会",
        "演出",
        "活动",
    }


def test_a_finder_finds_what_a_pattern_of_its_words_does():
    alternatives = ["记者", "记者站", "站长", "长子", "子弟", "教师", "教师节"]
    text = "记者站长子弟教师节，记者、教师教子记师节站"
    found = [match.span() for match in Finder(alternatives).finditer(text)]
    assert found == [match.span() for match in re.finditer(any_of(alternatives), text)]
    assert found == [(0, 3), (3, 5), (6, 9), (10, 12), (13, 15)]


def test_a_finder_tells_whether_any_of_its_words_stands_in_a_text():
    finder = Finder(["技术员", "记者"])
    assert finder.is_in("何青是技术员")
    assert not finder.is_in("何青是技术能手，记得来者")


def test_a_finder_takes_the_shorter_word_where_the_longer_one_must_not_stand():
    finder = Finder(["技术员", "技术"], "(?!工)")
    assert [match[0] for match in finder.finditer("技术员工、技术员")] == ["技术", "技术员"]
