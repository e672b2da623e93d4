import pytest

from articles.verification.check import check
from articles.verification.words import SHIPPED, UnreadableWords, read_words
from tests.articles.verification.directories import KNOWN, found, story

RULES = {"word", "word_blocked"}
OWN = '[[word]]\nwords = ["盛大"]\nwhy = "套话。"\nsource = "本报"\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区长何青岩亲自率队检查。", [("word", "亲自", "")]),
        ("区长何青岩调研。他还亲自到车间察看。", [("word", "亲自", "")]),
        # Of anybody else, and of what is asked for, it may be said.
        ("区长何青岩调研。家长亲自带孩子登门。", []),
        ("区长何青岩要求，各乡镇书记要亲自抓。", []),
        ("他说：“我亲自率队检查。”", []),
        ("《亲自率队的日子》出版。", []),
        ("孩子们亲自动手做月饼。", []),
        ("区委副书记何青岩必须亲自抓。", []),
        ("区委副书记何青岩不能亲自到场。", []),
        ("区委主要负责同志林志远亲自部署工作。", [("word", "亲自", "")]),
        ("区委书记林志远不断深入企业亲自调研。", [("word", "亲自", "")]),
        ("区委书记林志远思想上重视并亲自部署。", [("word", "亲自", "")]),
        ("截止目前，已完工十处。", [("word", "截止目前", "截至目前")]),
        ("蒙族歌手登台。", [("word_blocked", "蒙族", "蒙古族")]),
        ("朝鲜族歌手登台。", []),
        ("村长介绍了情况。", [("word", "村长", "村委会主任")]),
        ("建立乡村长效管护机制。", []),
        ("开展扫黑险恶专项斗争。", [("word_blocked", "扫黑险恶", "扫黑除恶")]),
        # No quotation excuses what is only a misprint.
        ("标语写着“扫黑险恶”。", [("word_blocked", "扫黑险恶", "扫黑除恶")]),
        ("区政协代表视察。", [("word", "政协代表", "政协委员")]),
        ("市政协代表视察。", [("word", "政协代表", "政协委员")]),
        ("县政协代表参加。", [("word", "政协代表", "政协委员")]),
        ("青澜市人大主任李四出席。", [("word", "人大主任", "人大常委会主任")]),
        ("青澜省人大副主任李四出席。", [("word", "人大副主任", "人大常委会副主任")]),
        ("建筑面积三千平米。", [("word", "平米", "平方米")]),
        ("建成120个平米的展厅。", [("word", "平米", "平方米")]),
        ("面积80.5 平米。", [("word", "平米", "平方米")]),
        ("办公分区明确，太平米业开业。", []),
        ("妈的手艺，李妈的店。", []),
        ("“妈的，又停电了。”", [("word", "妈的", "")]),
        # Where the characters only meet.
        ("会上公布署名作品，按装机容量计算。", []),
        ("合影后，大家观看电视后续报道。", []),
        ("巡视后，其中港澳台企业三家。", []),
        ("孩子们喜欢渡江。", []),
        ("认真布署工作。", [("word", "布署", "部署")]),
    ],
)
def test_words_of_the_shipped_list(text, expected):
    assert found(text, rules=RULES) == expected


def test_every_entry_is_found_and_every_exception_holds():
    for entry in read_words().entries:
        for word in entry.words:
            subject = "区长何青岩" if entry.subject else ""
            text = f"{subject}{''.join(entry.after[:1])}{word}{''.join(entry.before[:1])}。"
            printed = [one for _rule, one, _instead in found(text, rules=RULES)]
            assert word in printed, word
        for longer in entry.not_in:
            assert found(f"{longer}。", rules=RULES) == [], longer


def test_a_finding_says_why_and_by_which_source():
    (finding,) = check(story("蒙族歌手登台。"), KNOWN)
    assert finding.facts["source"] == "xinhua-2016 民族宗教类"
    assert finding.facts["why"] == "民族名称不得简称。"


def test_a_part_of_a_name_is_no_word():
    assert found("青澜区教育局局长平米出席会议。", rules=RULES) == []


def test_a_newsroom_has_its_own_list(tmp_path):
    path = tmp_path / "words.toml"
    path.write_text(
        '[[word]]\nwords = ["盛大"]\nwhy = "套话。"\nsource = "本报"\nafter = ["活动"]\n',
        encoding="utf-8",
    )
    words = read_words(path)
    assert found("活动盛大，场面盛大，蒙族歌手登台。", words=words, rules=RULES) == [
        ("word", "盛大", "")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[[word",
        '[[word]]\nwords = ["盛大"]\nwhy = "套话。"\n',
        f'{OWN}unless = ["活动"]\n',
        f'{OWN}exceptions = ["joke"]\n',
        f'{OWN}subject = "reader"\n',
        '[[word]]\nwords = "盛大"\nwhy = "套话。"\nsource = "本报"\n',
    ],
)
def test_a_list_that_cannot_be_read_is_refused_by_name(tmp_path, text):
    path = tmp_path / "words.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableWords, match=r"words\.toml"):
        read_words(path)


def test_no_word_stands_in_two_entries():
    words = [word for entry in read_words(SHIPPED).entries for word in entry.words]
    assert sorted(words) == sorted(set(words))
