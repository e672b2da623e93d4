"""The manners in which county papers and their pages sign a story."""

from datetime import date

import pytest

from articles.parsing.bylines import take_closing_bylines, take_opening_bylines
from articles.parsing.pipeline import parse_page
from articles.parsing.source import Source

from .splitting import cut_lines

TEXT = "夏粮入库。"


def _closing(printed):
    source = Source(f"{TEXT}{printed}")
    return source, take_closing_bylines(source, source.lines())


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("\n\n■ 逸云 守正 知夏", "逸云 守正 知夏"),
        ("\n\n□ 晓澜 逸云", "晓澜 逸云"),
        ("\n\n□ 逸云", "逸云"),
        ("罗晶晶", "罗晶晶"),
        ("本报记者何青 实习生 陆小琴为您报道。", "何青 陆小琴"),
        ("柳河台记者何青、陆敏报道。", "何青 陆敏"),
        ("（柳河融媒何青 陆敏）", "何青 陆敏"),
        ("（柳河台 何青 陆敏）", "何青 陆敏"),
        ("（石桥镇 高兴）", "高兴"),
        ("（来稿：石桥镇 何青）", "何青"),
        ("（逸云 守正）", "逸云 守正"),
        ("（何青　雨露）", "何青 雨露"),
        ("（播报人：何青 陆敏）", "何青 陆敏"),
        ("\n（雨露 何青）", "雨露 何青"),
        ("（柳河交警 何青）", "何青"),
        ("（县医院 宣传科 何青）", "何青"),
        ("（记者·何青）", "何青"),
        ("（文·何青 图·陆敏）", "何青 陆敏"),
        ("（记者何青陆敏报道）", "何青 陆敏"),
        ("（记者何青 通讯员钱进 摄影沈云顺）", "何青 钱进 沈云顺"),
        ("（何青 陆敏/文 钱进/图 沈云顺/视频）", "何青 陆敏 钱进"),
        ("\n\n通讯员：何青（石桥镇）", "何青"),
        ("\n\n作者：柳河县老促会　何峰", "何峰"),
        ("\n\n作者：何青，单位：石桥镇人民政府", "何青"),
        ("\n\n文·图 何青", "何青"),
        ("\n\n拍摄者：本报记者 何青", "何青"),
        ("\n\n投稿：石桥镇 何青", "何青"),
        ("\n\n记者▏何青\n编辑▏陆敏", "何青"),
        ("\n\n文字：何青\n素材：石桥镇\n技术：陆敏\n责任编审：钱进", "何青"),
        ("\n\n采编：何青\n审核：陆敏", "何青"),
        ("\n\n来源：县农业农村局\n供稿：何青 陆敏\n编辑：钱进", "何青 陆敏"),
        ("\n\n来源／柳河融媒　文图／何青　编辑／陆敏", "何青"),
        ("\n\n监制：何青\n统筹：陆敏\n文案：钱进\n编导：沈云顺\n摄影：罗川", "钱进 罗川"),
        ("\n\n出品：柳河县融媒体中心\n主播：何青\n文字：陆敏\n后期：钱进", "陆敏"),
        ("（县住建局何青山）", "何青山"),
        ("（青石记者站郑海峰陆小敏何青山）", "郑海峰 陆小敏 何青山"),
        ("\n\n（撰稿人：何青山审稿人：陆敏）", "何青山"),
        ("\n\n◆文+/记者 何青 通讯员 陆敏\n◆图/通讯员提供\n◆编辑：钱进", "何青 陆敏"),
        ("\n\n文+图：何青", "何青"),
        ("\n\n青山云/青石日报记者 何青", "何青"),
        ("\n\n石榴云/青石日报记者 何青", "何青"),
        ("\n\n本报记者 何青/实习记者 陆敏", "何青 陆敏"),
        ("\n\n何青/本报记者 陆敏/特约通讯员 罗川", "何青 陆敏 罗川"),
        ("\n\n何青/青石日报记者 陆敏", "何青 陆敏"),
        ("\n\n人民网何青摄影报道", "何青"),
        ("\n\n记 者 | 何青\n视 觉 | 陆敏", "何青 陆敏"),
        ("\n\n青石日报·草原全媒记者：巴音斯古楞", "巴音斯古楞"),
        ("（宣传部 何青 电视台 陆敏）", "何青 陆敏"),
        ("（何青本刊记者陆敏）", "何青 陆敏"),
        ("\n\n记者：何青 陆敏（柳河台）", "何青 陆敏"),
        ("（区退役军人局何青山）", "何青山"),
        ("（何青 4月9日）", "何青"),
        ("\n\n巴图·朝阳", "巴图·朝阳"),
        ("（经开区融媒体中心记者 何青 陆敏/文 罗川/图）", "何青 陆敏 罗川"),
        ("（临空经济区融媒体中心记者 何青）", "何青"),
        ("\n\n供稿：石桥法庭 何青", "何青"),
        ("\n\n文字：春雨\n图片：海棠\n编辑：小满", "春雨 海棠"),
        ("\n\n来源：柳河融媒　记者：春雨　编辑：小满", "春雨"),
        ("\n\n何青 摄（下同）", "何青"),
    ],
)
def test_a_story_is_signed_below_it_or_behind_its_last_sentence(printed, names):
    source, taken = _closing(printed)
    assert " ".join(byline.name for byline in taken.bylines) == names
    assert [line for line in cut_lines(source, taken.lines) if line] == [TEXT]


@pytest.mark.parametrize(
    "printed",
    [
        "\n\n■ 石桥镇 柳河镇 青山镇",
        "\n\n■ 春风 细雨 花开",
        "\n\n■ 人勤 春早",
        "\n\n■ 志愿服务 文明实践",
        "\n\n优秀通讯员：何青 陆敏",
        "\n\n十佳记者 何青 陆敏",
        "\n\n设计院 规划院",
        "\n\n后期管护 何时跟上",
        "白花花",
        "谢谢您",
        "（全文完）",
        "县融媒体中心还将继续为您报道。",
        "记者何青将继续报道。",
        "记者陆续报道。",
        "（青山 绿水）",
        "（天蓝 水清）",
        "（何青 油画）",
        "（何青 书画）",
        "（何青 教师）",
        "（柳河大桥 柳河公园）",
        "\n\n技术员 何青",
        "\n\n总工程师 何青",
        "（石桥镇 华山）",
        "\n\n图片：下同",
    ],
)
def test_what_looks_like_a_signature_is_none(printed):
    assert _closing(printed)[1].bylines == ()


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("柳河报道组 记者何青 4月9日，夏粮入库。", "何青"),
        ("柳河融媒报道组 何青 4月9日，夏粮入库。", "何青"),
        ("石桥镇报道组何青报道 4月9日，夏粮入库。", "何青"),
        ("据罗志坚报道，夏粮入库。", "罗志坚"),
        ("据通讯员何青报道，夏粮入库。", "何青"),
        ("柳河新闻网记者何青报道：夏粮入库。", "何青"),
        ("■ 逸云 守正 知夏\n\n夏粮入库。", "逸云 守正 知夏"),
        ("2024-04-09 10:20 来源：柳河网 何青\n\n夏粮入库。", "何青"),
        ("柳河台（记者 何青）\n\n夏粮入库。", "何青"),
        ("柳河在线 记者 何青 通讯员 陆敏\n\n夏粮入库。", "何青 陆敏"),
        ("【我们的节日·中秋】\n\n夏粮入库。", ""),
        ("【艾力·买买提】\n\n夏粮入库。", "艾力·买买提"),
        ("（视觉中国供图）\n\n夏粮入库。", ""),
        ("摄影：佚名　文字：综合\n\n夏粮入库。", ""),
        ("石桥镇报道组 4月9日，夏粮入库。", ""),
        ("据马新社报道，夏粮入库。", ""),
        ("据安徽报道，夏粮入库。", ""),
        ("据何青介绍，夏粮入库。", ""),
        ("据柳河晚报报道，夏粮入库。", ""),
        ("村民何青 4月9日，夏粮入库。", ""),
        ("记者高明说 4月9日，夏粮入库。", ""),
        ("县电视台播放 4月9日，夏粮入库。", ""),
    ],
)
def test_a_story_is_signed_before_its_text(printed, names):
    source = Source(printed)
    taken = take_opening_bylines(source, source.lines())
    assert " ".join(byline.name for byline in taken.bylines) == names


def test_a_share_of_the_words_makes_no_caption_of_the_paragraph():
    text = "# 夏粮入库\n\n夏粮入库。\n\n村民笑了。（通讯员何青/文 陆敏/供图）"
    (story,) = parse_page(text, edition_date=date(2024, 4, 9)).stories
    assert [one.name for one in story.bylines] == ["何青", "陆敏"]
    assert not any(paragraph.is_caption for paragraph in story.paragraphs)


def test_whoever_edits_behind_a_slash_is_a_credit():
    assert _closing("（何青/文 陆敏/视频）")[1].credits == ("陆敏/视频",)


@pytest.mark.parametrize("credit", ["监制：县委宣传部", "出品：柳河县融媒体中心", "编导：何青"])
def test_a_body_may_be_credited(credit):
    _, taken = _closing(f"\n\n记者：罗川\n{credit}\n文字：陆敏")
    assert [byline.name for byline in taken.bylines] == ["罗川", "陆敏"]
    assert taken.credits == (credit,)


def test_a_task_and_a_body_are_no_credit_without_a_mark_between():
    assert _closing("\n\n审核 县审计局")[1].credits == ()
