from datetime import date

import pytest

from articles.parsing.accounting import accounted_text
from articles.parsing.pipeline import parse_page
from articles.parsing.shown_below import shows

TEXT = "本报讯 4月3日，柳河镇的渔民出海归来，码头上一片繁忙，鱼价也比去年高了一成。"
SHOWN = "交警在208国道上铲雪。"


def read(*paragraphs):
    text = "# 柳河镇渔船归来\n\n" + "\n\n".join(paragraphs) + "\n"
    page = parse_page(text, edition_date=date(2023, 4, 4))
    assert "".join(accounted_text(page).split()) == "".join(text.split())
    [story] = page.stories
    return story


def captions(*paragraphs):
    return [one.text for one in read(*paragraphs).paragraphs if one.is_caption]


@pytest.mark.parametrize(
    "text",
    [
        "交警在208国道上铲雪。",
        "农机手驾驶收割机在柳河镇收割水稻。",
        "村民正在地里挖土豆。",
        "民警将受伤老人抬下山坡。",
        "消防员把被困儿童抱上救生艇。",
        "志愿者将募集的棉被搬进库房。",
        "罗小满（右）教何大娘用手机挂号。",
        "县委副书记罗青（左二）与果农交谈。",
        "求职者在招聘会现场咨询。",
        "采棉机在条田里作业。",
        "孩子们在图书馆里看绘本。",
        "石桥小学的学生在菜园里浇水。",
        "护士何青在给老人测血糖。",
        "工人们正在吊装风机叶片。",
        "社员背着竹篓采摘春茶。",
        "渔民罗大海在船头补网。",
        "图为茶农在晾青。",
        "开镰仪式现场。",
        "座谈会现场",
        "村民在村口排队领取稻种。",
        "队员们在雪地里练习匍匐前进。",
        "孩子们在幸福广场跳皮筋。",
        "学生在希望小学的操场上跳绳。",
        "技术员在会议桌旁调试设备。",
    ],
)
def test_one_clause_of_a_deed_shows_a_picture(text):
    assert shows(text)


@pytest.mark.parametrize(
    "text",
    [
        "村民们在新路上走了三个来回。",
        "何青说这条路修到了心坎上。",
        "志愿者将在周末继续上门。",
        "村民将陆续搬进新居。",
        "老师们在会上交流教学经验。",
        "县教育局局长罗青为获奖学生颁奖。",
        "罗青（女）在县人民法院任职。",
        "孩子们的笑声在校园里回荡。",
        "希望的种子正在孩子们心里发芽。",
        "丰收的喜悦在田野间流淌。",
        "他在村里住了三十年。",
        "这些农机手还在地里忙着。",
        "活动在柳河镇举行。",
        "目前工人们正在抢修管道。",
        "八十岁的老人住在巷子尽头。",
        "党员们在雪夜里坚守岗位。",
        "村民在今年5月开始种茶。",
        "工人们在厂里干满十年。",
        "事故原因正在进一步调查。",
        "全村已有三百户用上自来水。",
        "工作人员在现场接待群众五百人。",
        "员工们都在为新年忙碌。",
        "演练在一片掌声中结束。",
        "相关人员正在接受调查。",
        "伤员正在县医院接受治疗。",
        "抢修人员正在全力抢修。",
        "民警将嫌疑人移送到检察机关。",
        "县职工之家主任罗青在门口等候。",
        "石桥镇卫生院院长罗青在柜台配药。",
        "教学研讨会在石桥小学召开。",
        "施工人员正在加紧作业。",
        "救援人员抵达现场。",
        "民警迅速赶赴施工现场。",
        "大家离开现场。",
    ],
)
def test_news_and_thoughts_show_no_picture(text):
    assert not shows(text)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("记者 罗敏 文/图", TEXT, SHOWN), [SHOWN]),
        ((TEXT, SHOWN, "记者 罗敏 摄影报道"), [SHOWN]),
        (("记者 罗敏 摄影报道", TEXT, SHOWN, "责任编辑：何青"), [SHOWN]),
        (("记者 罗敏 文/图", TEXT, SHOWN, "村民正在清扫积雪。"), [SHOWN, "村民正在清扫积雪。"]),
        ((SHOWN, TEXT, "记者 罗敏 摄影报道"), [SHOWN]),
        ((TEXT, "座谈会现场。", "县教育局供图"), ["座谈会现场。"]),
        # Nobody took a picture, or the writer alone; a text that goes on; a text in the middle.
        (("记者 罗敏", TEXT, SHOWN), []),
        (("记者 罗敏 文/图", TEXT[:-1], SHOWN), []),
        (("记者 罗敏 文/图", TEXT, SHOWN, "雪停时已是次日清晨，路上的车流又动了起来。"), []),
        (("记者 罗敏 文/图", SHOWN, "一场大雪让许多人回不了家，路上的车停成长龙。"), []),
        (("记者 罗敏 图文并茂地讲课", TEXT, SHOWN), []),
    ],
)
def test_lines_below_the_text_show_what_the_writer_took(paragraphs, expected):
    assert captions(*paragraphs) == expected


def test_several_captions_share_the_credit_below_the_last():
    found = captions(TEXT, SHOWN, "村民正在清扫积雪。", "何青 摄")
    assert found == [SHOWN, "村民正在清扫积雪。 何青 摄"]


@pytest.mark.parametrize(
    ("paragraphs", "doubted"),
    [
        ((SHOWN, TEXT, "记者 罗敏 摄影报道"), [SHOWN]),
        (("图为交警在铲雪。", TEXT, "记者 罗敏 摄影报道"), []),
        (("罗青（左）教何大娘铲雪。", TEXT, "记者 罗敏 摄影报道"), []),
        # It stays where it was printed.
        (("记者 罗敏 文/图", TEXT, "司机驾驶货车往返山里山外。"), []),
    ],
)
def test_plain_words_above_the_text_that_may_be_of_it_are_doubted(paragraphs, doubted):
    story = read(*paragraphs)
    found = [one for one in story.doubts if one.kind == "doubtful_caption"]
    assert [one.quote for one in found] == doubted
    assert [story.paragraphs[one.paragraph].text for one in found] == doubted
