"""Whether a short text without a mark is a heading, or the beginning of what stands below it."""

import pytest

from articles.parsing.paragraphs import rejoin
from articles.parsing.source import Source

FIRST = "村里的老人说，今年雨水好，麦子长得比往年都壮，收割机还没有进村，镰刀已经磨得锃亮。"
LAST = "农技员罗川一天要跑五个村，看穗头、量墒情，把开镰的日子一户一户地写在门口的黑板上面。"


def read(*texts):
    source = Source("\n\n".join(texts))
    return [one.text for one in rejoin(source, source.lines()).paragraphs]


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        ("晒场边上，八十岁的老支书", "弯着腰拾麦穗，孙子跟在后面提着篮子，一个上午拾了小半筐。"),
        ("新粮站上下两层，能存粮，可", "存放三千吨小麦。在这之前，乡亲们要走三十里地去卖粮。"),
        ("在渠边的工地上，民工们正在", "清淤筑堤。乡长踩着泥泞上到堤顶，向大家问起土方的进度。"),
        (
            "除了赛歌，还有抛绣球、",
            "抢花炮、打陀螺等几样老玩意。村里的人说，糯米就蒸了两千斤。",
        ),
        ("八十一岁的老党员何青", "参加过修渠。乡长握着他的手说，今天的水是你们那时候挖出来的。"),
        ("老书记放下话筒", "后，先后跑了三个村。山坡已经像一圈一圈的楼梯，从沟底盘到了天边。"),
        ("到收工", "时分，山坡已经像一圈一圈的楼梯，从沟底一直盘到了天边，村里人都看着。"),
        ("新闻发布会", "在县会堂举行，宣传部副部长主持，水务局局长回答了记者提出的问题。"),
    ],
)
def test_a_text_that_breaks_off_is_no_heading(cut, rest):
    assert read(FIRST, cut, rest, LAST) == [FIRST, cut + rest, LAST]


@pytest.mark.parametrize(
    "heading", ["门口的塘还在", "有人割麦，有人守场", "一口井的来历", "“拆、清、建、管”四管齐下"]
)
def test_a_heading_amid_a_story_stays_apart(heading):
    assert read(FIRST, heading, LAST) == [FIRST, heading, LAST]


def test_what_a_speaker_of_an_interview_begins_is_no_heading():
    answer = "修了两座泵站，二是在上游和下游各留一个放水口，让渠尾的田也浇得上水。"
    first, last = f"何青：是方便。{FIRST}", "何青：可以。"
    told = read("记者：渠修好了吗？", first, "记者：还有呢？", "何青：一是", answer, last)
    assert told == ["记者：渠修好了吗？", first, "记者：还有呢？", f"何青：一是{answer}", last]


def test_heading_leaves_no_bracket_open():
    told = read(FIRST, "《麦", f"收》演到第三场，{FIRST}", "渠边的塘", LAST)
    assert told == [FIRST, f"《麦收》演到第三场，{FIRST}", "渠边的塘", LAST]


def test_pieces_of_two_paragraphs_are_no_subheads():
    told = read(
        *(FIRST, "柳河县农业农村局局长马立", f"军评价说，{FIRST}"),
        *(LAST, "最让人睡不着觉的是招工", f"。{LAST}"),
    )
    assert told == [
        *(FIRST, f"柳河县农业农村局局长马立军评价说，{FIRST}"),
        *(LAST, f"最让人睡不着觉的是招工。{LAST}"),
    ]


def test_cut_decisions_of_a_list_are_rejoined():
    told = read(
        *("任命：", "马忠为县", "人民政府副县长；", "周晓琴为县教育局局长；", "金立新"),
        *("为县人民法院庭长；", "孙　霞为县人民检察院副检", "察长。"),
        *("免去：", "薛玉明的县教育局局长职务；", "安全福的县农牧局局长职务。"),
    )
    assert told == [
        *("任命：", "马忠为县人民政府副县长；", "周晓琴为县教育局局长；"),
        *("金立新为县人民法院庭长；", "孙　霞为县人民检察院副检察长。"),
        *("免去：", "薛玉明的县教育局局长职务；", "安全福的县农牧局局长职务。"),
    ]


def test_rejoined_decision_is_not_called_unfinished():
    source = Source("任命：\n\n马忠为县\n\n人民政府副县长；\n\n周晓琴为县教育局局长；")
    assert rejoin(source, source.lines()).doubts == ()


def test_row_of_names_that_a_list_goes_on_in_is_not_whole():
    told = read(FIRST, "上", "榜的五位好人是：胡辉、", "刘细妹、焦俊杰、魏文静、龙阿秀。", LAST)
    assert told == [FIRST, "上榜的五位好人是：胡辉、刘细妹、焦俊杰、魏文静、龙阿秀。", LAST]


def test_subhead_that_the_text_below_goes_on_from_well_is_doubted():
    cut = "供销社主任何青在社员代表会上"
    rest = "作了检查，三个门市部都把多收的差价退给了社员，一分不少，账也贴到了村口墙上。"
    source = Source("\n\n".join((FIRST, cut, rest, "渠边的塘", LAST)))
    rejoined = rejoin(source, source.lines())
    assert [one.is_subhead for one in rejoined.paragraphs] == [False, True, False, True, False]
    assert [(one.kind, one.paragraph) for one in rejoined.doubts] == [("doubtful_break", 1)]


def test_subhead_is_doubted_where_the_text_below_opens_as_no_text_does():
    cut, rest = "柏树村人均耕地不足八分", f"头多、土层薄。{FIRST}"
    source = Source("\n\n".join((FIRST, cut, rest, "渠边的塘", LAST)))
    rejoined = rejoin(source, source.lines())
    assert [(one.kind, one.paragraph) for one in rejoined.doubts] == [("doubtful_break", 1)]


def test_item_that_is_cut_above_the_end_of_a_notice_is_rejoined():
    end = ("特此通告", "柳河县住房和城乡建设局", "2024年3月21日")
    told = read(FIRST, "一、时间：3月24日。", "二、封闭", f"路段：人民路。{LAST}", *end)
    assert told == [FIRST, "一、时间：3月24日。", f"二、封闭路段：人民路。{LAST}", *end]


@pytest.mark.parametrize(("head", "is_doubted"), [("", True), ("何青：", False)])
def test_text_below_an_answer_that_no_speaker_begins_is_doubted(head, is_doubted):
    texts = ("记者：渠修好了吗？", f"何青：{FIRST}", head + LAST + LAST)
    source = Source("\n\n".join((*texts, "记者：还有呢？", f"何青：{LAST}")))
    doubts = rejoin(source, source.lines()).doubts
    assert [(one.kind, one.paragraph) for one in doubts] == [("doubtful_break", 1)] * is_doubted


@pytest.mark.parametrize(
    ("before", "after", "is_doubted"),
    [
        ("“雨水好，一亩能打八百斤。”", f"村民何青抓起一把新麦给记者看，他种了二十亩。{LAST}", True),
        ("“雨水好，一亩能打八百斤。”", "“机器快，半天就收完了。”", False),
        ("“守着塘，不卖水”", f"二十年前，何青从部队回到村里，挖开了第一口塘。{LAST}", False),
        (f"{FIRST}{LAST}", f"员会主任何青、财政所所长钱进作了说明。{LAST}", True),
        (f"{FIRST}{LAST}", f"钱进就有关议题作了说明，代表们分组讨论报告。{LAST}", False),
    ],
)
def test_text_that_may_lean_on_what_stands_above_it_is_doubted(before, after, is_doubted):
    source = Source(f"{before}\n\n{after}")
    rejoined = rejoin(source, source.lines())
    assert [one.text for one in rejoined.paragraphs] == [before, after]
    assert [one.kind for one in rejoined.doubts] == ["doubtful_break"] * is_doubted


def test_the_kind_of_a_place_goes_on_from_its_name_and_no_other_word():
    town = "镇青山村，乡长来到晒场上，同正在翻粮的人拉起了家常，问了问今年的收成。"
    people = "村民何青山一天要跑五个村，看穗头、量墒情，把开镰的日子写在门口的黑板上面。"
    assert read(FIRST, "在下石", town, "路在脚下", people) == [
        FIRST,
        f"在下石{town}",
        "路在脚下",
        people,
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("停水时请拨打0739-5551234.", "3,000户居民受影响，水车已经开到各个路口。"),
        ("停水时请拨打12345.", "3月5日来水，各家各户不必再存水。"),
        ("全村受灾的有1,200", "3户人家的房子进了水，帐篷已经搭好。"),
    ],
)
def test_figures_that_make_no_number_are_two(before, after):
    assert read(FIRST, before, after, LAST) == [FIRST, before, after, LAST]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("粮站今年收了三季，产量达12", ".5万吨，比去年多了三成，仓里堆得满满的。"),
        ("粮站今年收了三季，比去年增加3.", "5%，仓里堆得满满的，收购的人还在排队。"),
        ("粮站今年收了三季，来卖粮的有1,2", "00户，收购的人还在排队，仓里堆满了。"),
        ("停水时请拨打0739-5551234", "5，水车已经开到各个路口，各家各户都存了水。"),
        ("粮站的新仓到期要修，平均用上3.", "5年，仓里堆得满满的，收购的人还在排队。"),
        ("粮站今年收粮的最后一天是2024.5.", "20，仓里堆得满满的，收购的人还在排队。"),
    ],
)
def test_figures_that_make_a_number_are_one(before, after):
    assert read(FIRST, before, after, LAST) == [FIRST, before + after, LAST]
