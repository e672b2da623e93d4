import pytest

from articles.parsing.paragraphs import rejoin
from articles.parsing.source import Source

FIRST = "村里的老人说,今年雨水好,麦子长得比往年都壮,收割机还没有进村,镰刀已经磨得锃亮。"
SECOND = "镇上的粮站也早早备好了仓,磅秤校过两遍,晒场扫得干干净净,只等第一车新麦开进院子来。"
THIRD = "农技员罗川一天要跑五个村,看穗头、量墒情,把开镰的日子一户一户地写在门口的黑板上面。"


def read(text):
    source = Source(text)
    return rejoin(source, source.lines())


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        # Each line is a paragraph.
        (f"{FIRST}\n{SECOND}短。\n{THIRD}", [FIRST, SECOND + "短。", THIRD]),
        # Each line is a paragraph, and one of them was cut.
        (
            f"{FIRST}\n{SECOND}\n{THIRD[:20]}\n{THIRD[20:]}",
            [FIRST, SECOND, THIRD],
        ),
        # Print lines of one width; a short one ends its paragraph.
        (
            "村里的老人说今年雨水\n好麦子长得比往年都壮\n实。\n"
            "粮站早早备好了仓磅秤\n校过两遍只等第一车麦\n子进院。",
            [
                "村里的老人说今年雨水好麦子长得比往年都壮实。",
                "粮站早早备好了仓磅秤校过两遍只等第一车麦子进院。",
            ],
        ),
        # The signer and the date of a notice are lines by themselves.
        (
            "村里的老人说今年雨水好麦子长得比往年\n都壮，收割机还没有进村，镰刀已经磨得锃\n"
            "亮，镇上的粮站也早早备好了仓，磅秤校过\n两遍，只等第一车新麦。\n柳河镇供水站\n2024年4月18日",
            [
                "村里的老人说今年雨水好麦子长得比往年都壮，收割机还没有进村，镰刀已经磨得锃"
                "亮，镇上的粮站也早早备好了仓，磅秤校过两遍，只等第一车新麦。",
                "柳河镇供水站",
                "2024年4月18日",
            ],
        ),
        # Paragraphs have an indent, so a line without one goes on.
        (
            f"　　{FIRST}\n　　{SECOND}\n　　{THIRD}\n{FIRST}",
            [FIRST, SECOND, THIRD + FIRST],
        ),
        # Empty lines divide paragraphs, so a single line break does not.
        (
            f"{FIRST}\n\n{SECOND}\n{THIRD}\n\n{FIRST}\n\n{SECOND}",
            [FIRST, SECOND + THIRD, FIRST, SECOND],
        ),
        # Items of a list, though their lines are of one width.
        (
            "1、不乱倒垃圾\n2、不乱砍树木\n3、不赌博\n4、尊老爱幼",
            ["1、不乱倒垃圾", "2、不乱砍树木", "3、不赌博", "4、尊老爱幼"],
        ),
        (
            "何青山：夜校要办下去\n林小雨：我也去听课",
            ["何青山：夜校要办下去", "林小雨：我也去听课"],
        ),
        (
            f"{FIRST}\n\n一、人民路以北；\n二、柳河镇各村。\n三、开发区。\n\n{SECOND}\n\n{THIRD}",
            [FIRST, "一、人民路以北；", "二、柳河镇各村。", "三、开发区。", SECOND, THIRD],
        ),
        # A numeral at the begin of one line counts nothing.
        (
            "村里的老人说今年雨水\n好，麦子收了三、四十\n三、五亩地也浇上了水\n实。",
            ["村里的老人说今年雨水好，麦子收了三、四十三、五亩地也浇上了水实。"],
        ),
    ],
)
def test_what_divides_paragraphs_is_read_from_the_story(text, paragraphs):
    assert [paragraph.text for paragraph in read(text).paragraphs] == paragraphs


def test_joins_by_the_manner_of_the_story_say_so():
    text = f"　　{FIRST}\n　　{SECOND}\n　　{THIRD}\n{FIRST}"
    [join] = read(text).paragraphs[-1].joins
    assert join.reason == "no indent, and the paragraphs of this story have one"
    assert not join.is_doubtful


def test_bare_subheads_are_joined_to_nothing():
    rejoined = read(f"第一天：磨镰刀\n\n{FIRST}\n\n等新麦\n\n{SECOND}")
    assert [(one.text, one.is_subhead) for one in rejoined.paragraphs] == [
        ("第一天：磨镰刀", True),
        (FIRST, False),
        ("等新麦", True),
        (SECOND, False),
    ]
    assert rejoined.doubts == ()


@pytest.mark.parametrize(("cut", "rest"), [("记者从10月31", "日"), ("10月3", "1日")])
def test_no_subhead_breaks_off_within_a_date(cut, rest):
    text = f"{cut}\n\n{rest}召开的会上获悉，{FIRST}\n\n麦收趣事\n\n{SECOND}\n\n{THIRD}"
    assert read(text).paragraphs[0].text == f"{cut}{rest}召开的会上获悉，{FIRST}"


def test_one_short_fragment_alone_is_no_subhead():
    assert len(read(f"{FIRST}\n\n镇上的粮\n\n站{SECOND}").paragraphs) == 2


@pytest.mark.parametrize(
    ("line", "is_subhead"), [("麦收趣事", True), ("咨询电话：88316600", False), ("柳河镇的", False)]
)
def test_a_line_at_the_margin_between_texts_that_are_set_in_is_a_subhead(line, is_subhead):
    rejoined = read(f"　　{FIRST}\n\n{line}\n\n　　{SECOND}")
    assert [one.is_subhead for one in rejoined.paragraphs if one.text == line] in (
        [[True]] if is_subhead else [[], [False]]
    )


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("走进堂屋,掀开锅盖,问老人过冬的煤够不够烧。", True),
        ("是村里第一个大学生,毕业以后回来办了这个合作社。", True),
        ("男,1970年生,柳河镇人,在镇上教了三十年的书。", False),
    ],
)
def test_a_name_goes_on_in_what_its_bearer_does(text, goes_on):
    rejoined = read(f"{FIRST}\n\n孙小梅\n\n{text}")
    assert (len(rejoined.paragraphs) == 2) is goes_on


def test_a_full_last_line_leaves_it_doubtful_whether_the_paragraph_ends():
    lines = "村里的老人说，今年雨\n水好，麦子都壮，粮站\n早早备好了仓和磅秤。"
    doubts = read(f"{lines}\n\n镇里的收割机也来了。").doubts
    assert [doubt.kind for doubt in doubts] == ["doubtful_break"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一、认清形势，增强抓收割的紧迫感", "二、突出重点，提高抓收割的精准度"),
        ("有人割麦，有人晒场", "有人磨面，有人开铺"),
        ("磨镰刀", "等新麦"),
    ],
)
def test_lines_built_as_subheads_are_subheads(one, other):
    rejoined = read(f"{FIRST}\n\n{one}\n\n{SECOND}\n\n{other}\n\n{THIRD}")
    assert [paragraph.is_subhead for paragraph in rejoined.paragraphs] == [
        *(False, True, False),
        *(True, False),
    ]
    assert not rejoined.doubts


def test_turns_of_an_interview_are_no_subheads():
    rejoined = read(f"记者：麦子熟了吗？\n\n罗川：{FIRST}\n\n记者：还有呢？\n\n罗川：{SECOND}")
    assert [paragraph.is_subhead for paragraph in rejoined.paragraphs] == [False] * 4
    assert not rejoined.doubts


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        ("村口的大槐", "树底下坐满了人，等着看头一场戏。"),
        ("老支书老早就", "想修这条路，只是一直没有攒够钱。"),
        ("河边的路一下", "子宽了许多，收粮的车能开到场边。"),
        ("晚会", "上，还唱了镇里人自己编的花鼓戏。"),
    ],
)
def test_short_pieces_of_cut_paragraphs_are_no_subheads(cut, rest):
    rejoined = read(
        f"{FIRST}\n\n{cut}\n\n{rest}\n\n{SECOND}\n\n镇上的卫生\n\n院来了新大夫，药价也便宜下来。"
    )
    assert [(one.text, one.is_subhead) for one in rejoined.paragraphs] == [
        (FIRST, False),
        (cut + rest, False),
        (SECOND, False),
        ("镇上的卫生院来了新大夫，药价也便宜下来。", False),
    ]


def test_two_characters_may_be_a_subhead_unless_a_word_goes_on_in_the_next_line():
    rejoined = read(f"{FIRST}\n\n下山\n\n{SECOND}\n\n进城\n\n{THIRD}\n\n那时\n\n候{SECOND}")
    assert [(one.text, one.is_subhead) for one in rejoined.paragraphs] == [
        (FIRST, False),
        ("下山", True),
        (SECOND, False),
        ("进城", True),
        (THIRD, False),
        (f"那时候{SECOND}", False),
    ]


@pytest.mark.parametrize(
    "verse",
    [
        [
            "老渠边的石碾不再转动",
            "推碾的母亲也不再唱歌",
            "只有风还认得那条小路",
            "一遍遍地替她走回村庄",
        ],
        ["河上行船少，", "山中落叶多。", "故人家酿熟，", "招手月前坡。"],
        # A comma within one line, and a word that might run on: 丝长 | 春到.
        ["门前垂柳丝丝长", "春到农家燕子忙", "看，一年光景好", "家家门口晒新粮"],
    ],
)
def test_verse_of_equal_lines_keeps_them(verse):
    assert [one.text for one in read("\n".join(verse)).paragraphs] == verse


@pytest.mark.parametrize(
    "column",
    [
        ["老人说，今年雨水好", "麦子壮，收割机没有", "进村，镰刀磨得锃亮", "只等开镰，就下田。"],
        ["村里的老人说今年雨", "水好麦子长得比往年", "都壮收割机还没有进", "村镰刀已经磨得锃亮。"],
    ],
)
def test_column_of_short_lines_is_no_verse(column):
    assert [one.text for one in read("\n".join(column)).paragraphs] == ["".join(column)]


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        ("傍晚6时，随着村支部副书", "响，收粮的车一辆接一辆开进了场院，磅秤前排起了队。"),
        ("2008年，河边的染布手艺", "名录，何青成了传人，教了三百多个徒弟，年年有人来学。"),
        ("开镰以来，粮站的门前", "排起了长队，收割机昼夜不停，镇里派了人来帮着过秤。"),
        ("除了收麦，还有磨面、", "晒场、赶集等样样活计，村里人一天也没有闲下来过。"),
        ("庙会由", "镇文化站、村委会举办，六十岁的何青带着人敲起了锣鼓。"),
        ("镇中心小学", "教师何青来送学生，每人给了一个本子，写着学校的地址。"),
        ("河边村办纸厂", "厂长何青说，订单排到了明年，厂里还要添两台机器。"),
    ],
)
def test_what_opens_or_waits_as_a_text_does_is_no_heading(cut, rest):
    rejoined = read(f"{FIRST}\n\n{cut}\n\n{rest}\n\n{SECOND}")
    assert [one.text for one in rejoined.paragraphs] == [FIRST, cut + rest, SECOND]


@pytest.mark.parametrize("day", ["8月1\n\n7日", "八月十\n\n七日", "8月17\n\n日"])
def test_day_that_a_column_cut_is_no_heading(day):
    rejoined = read(f"{FIRST}\n\n{day}清晨，收割机开进了河边的麦田。\n\n{SECOND}")
    assert len(rejoined.paragraphs) == 3


@pytest.mark.parametrize("heading", ["有人开镰，有人守场", "石桥中学", "后生可畏", "晚会的由来"])
def test_short_lines_without_these_may_be_headings(heading):
    rejoined = read(f"{FIRST}\n\n{heading}\n\n{SECOND}\n\n磨镰刀\n\n{THIRD}")
    assert [one.text for one in rejoined.paragraphs][1] == heading
