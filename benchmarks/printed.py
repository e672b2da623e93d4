"""Made-up newspaper pages in the manner of the legacy text, as many as a measurement needs."""

import datetime
import random
from collections.abc import Iterator

from articles.importing.pages import PageSource
from articles.parsing.documents import Document

PLACES = (
    "青澜经开区",
    "云汀街道",
    "柳汐镇",
    "丰锦县",
    "望舒高新区",
    "松溪区",
    "荷塘镇",
    "月湖街道",
)
BUREAUS = ("教育局", "应急管理局", "住建局", "财政局", "交通运输局", "民政局", "人社局", "审计局")
TITLES = ("局长", "副局长", "党组书记、局长", "党组成员、副局长")
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂建国文华志新宏海波晓春"
DEEDS = (
    "要求各单位把任务分解到岗、责任落实到人,按月通报进展,年底逐项对账",
    "实地察看了项目进度,与企业负责人、一线工人围坐一圈,就用工、用电和物流说了三个多小时",
    "强调要把群众的小事当作大事来办,一件一件抓落实,不让问题过夜",
    "指出今年以来全区累计投入资金3000万元,改造老旧小区12个,惠及居民4600余户",
)
PLAIN = (
    "雨水顺着新铺的透水砖渗下去,路面第一次没有积水。",
    "志愿者沿河道走了五公里,登记了十七处需要修补的护栏。",
    "图书馆把闭馆时间推迟到晚上九点,周末增设亲子朗读专场。",
    "项目总投资12.6亿元,全部建成后年产智能传感器3000万套。",
)
STORIES_OF_A_PAGE = 5
STORIES_OF_AN_EDITION = 20


def printed_pages(
    stories, *, first_day=datetime.date(1996, 1, 1), seed=1996
) -> Iterator[PageSource]:
    """Pages of five stories of about 500 characters each, four pages a day, from that day on."""
    chance = random.Random(seed)
    people = [_official(chance) for _ in range(2000)]
    reporters = [_name(chance) for _ in range(60)]
    for start in range(0, stories, STORIES_OF_A_PAGE):
        day = first_day + datetime.timedelta(days=start // STORIES_OF_AN_EDITION)
        page = start % STORIES_OF_AN_EDITION // STORIES_OF_A_PAGE + 1
        texts = (
            _story(start + n, day, people, reporters, chance) for n in range(STORIES_OF_A_PAGE)
        )
        text = "\n".join(texts)
        yield PageSource(
            f"{day}/{page:02}.md", text.encode(), Document(text), day, f"{page:02}", "要闻"
        )


def _official(chance):
    return f"{chance.choice(PLACES)}{chance.choice(BUREAUS)}{chance.choice(TITLES)}{_name(chance)}"


def _name(chance):
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2))


def _story(number, day, people, reporters, chance):
    place, lead = chance.choice(PLACES), chance.choice(people)
    paragraphs = [
        f"本报讯 {day.month}月{day.day}日,{place}召开第{number}次重点工作推进会。"
        f"{lead}出席会议并讲话。",
        *(
            f"{chance.choice(PLAIN)}{chance.choice(people)}"
            f"{chance.choice(DEEDS)}。{chance.choice(PLAIN)}"
            for _ in range(4)
        ),
    ]
    return "\n\n".join(
        [
            f"# {place}召开第{number}次重点工作推进会 把实事办到群众心坎上",
            *(_broken(paragraph, chance) for paragraph in paragraphs),
            f"记者 {chance.choice(reporters)}\n",
        ]
    )


def _broken(paragraph, chance):
    """One paragraph in three is broken by a print column."""
    if chance.random() < 0.67:
        return paragraph
    place = chance.randrange(10, len(paragraph) - 10)
    return f"{paragraph[:place]}\n\n{paragraph[place:]}"
