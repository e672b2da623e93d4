from articles.parsing import lexicon


def test_longest_word_comes_first_and_once():
    assert lexicon.words("镇 镇长 镇 乡") == ("镇长", "乡", "镇")


def test_every_kind_of_event_is_a_word_of_the_trade():
    assert set(lexicon.EVENT_KINDS.values()) == {
        "会议",
        "论坛",
        "仪式",
        "发布会",
        "招聘会",
        "推介会",
        "培训",
        "比赛",
        "演练",
        "展会",
        "演出",
        "活动",
    }
