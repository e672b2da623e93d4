import pytest

from articles.parsing.whole_lines import is_salutation, is_signature, is_table_row, whole_lines

TEXT = "小区南门外的路灯不亮了，老人孩子夜里出行十分不便，盼有关部门过问。"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("编辑同志：", True),
        ("同志们：", True),
        ("广大用户：", True),
        ("尊敬的各位代表:", True),
        ("各乡镇人民政府、街道办事处，县政府各部门、各直属机构：", True),
        ("各村要做到：", False),
        ("会议要求：", False),
        ("何青说：", False),
        ("现将有关事项公告如下：", False),
    ],
)
def test_salutation(text, is_one):
    assert is_salutation(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("柳河小区 何青", True),
        ("一名村民", True),
        ("何青", True),
        ("2023年4月4日", True),
        ("二〇二三年四月四日", True),
        ("柳河小区 早早", False),
        ("一起来", False),
        ("柳河小区，何青", False),
    ],
)
def test_signature(text, is_one):
    assert is_signature(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("第一产业增加值　21.5　4.1", True),
        ("固定资产投资　—　11.2", True),
        ("猪肉　五元二角", True),
        ("男子一百米　十一秒四", True),
        ("猪肉　每斤五元", False),
        ("麦子熟了 收割机来了", False),
        ("麦子熟了", False),
    ],
)
def test_table_row(text, is_one):
    assert is_table_row(text) is is_one


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (["编辑同志：", TEXT, "柳河小区 何青", "2023年4月4日", TEXT], {0, 2, 3}),
        ([TEXT, "柳河县供水公司", "2023年4月4日"], {1, 2}),
        (["编辑同志：", TEXT, "编辑部回音", TEXT], {0, 2}),
        (["编辑同志：", TEXT, "有关部门的答复", TEXT], {0, 2}),
        ([TEXT, "编辑部回音", TEXT], set()),
        (["编辑同志：", TEXT, "书面回复", TEXT], {0}),
        ([TEXT, "柳河县农业农村局", "柳河县粮食局", "2023年4月4日"], {1, 2, 3}),
        (["柳政发〔2024〕3号", TEXT], {0}),
        ([TEXT, "柳政发〔2024〕3号", "各乡镇人民政府："], {1, 2}),
        (["柳执行〔2024〕3号", "柳落实字〔2024〕4号", TEXT], {0}),
        # What an official paper is named for goes on.
        (["根据柳政发〔2024〕3号", "文件精神，各乡镇要抓好落实，确保安全。"], set()),
        (["县里按照柳政发〔2024〕3号", "文件精神，修好了水渠。"], set()),
        (["根据镇里收到的", "柳政发〔2024〕3号", "文件精神，修好了水渠。"], set()),
        (["根据《关于修渠的通知》", "柳政发〔2024〕3号", "文件精神，修好了水渠。"], set()),
        ([None, "柳政发〔2024〕3号", "文件精神，修好了水渠。"], set()),
        (["停电时间：6:3", "0—18:30", "停电线路：柳河线", "停电范围：全镇"], {2, 3}),
        (["时间：6:30", "地点：柳河镇"], {0, 1}),
        ([TEXT, "柳河县供水公司"], {1}),
        ([TEXT, "本报编辑部"], {1}),
        ([TEXT, "柳河县供水公司", "3月2日"], {1, 2}),
        ([TEXT, "柳河县供水公司", TEXT], set()),
        ([TEXT, "3月4日 幸福路", "3月5日 解放路以西", "3月6日全天 开发区", TEXT], {1, 2, 3}),
        ([TEXT, "3月4日8:00—18:00 幸福路", "3月5日：解放路", "3月6日—8日 开发区"], {1, 2, 3}),
        # Sentences that begin with a day.
        (["3月8日他们修好了水渠并通了水", "4月9日他们引水到田里", "5月1日他们收了油菜"], set()),
        (["3月8日 他们修渠，通了水", "4月9日 他们引水，浇了田", "5月1日 他们收菜，卖了"], set()),
        ([TEXT, "3月4日，何青种下", "3月5日，田野种下", TEXT], set()),
        ([TEXT, "柳河河长何青，电话88316600", "石桥河河长田野，88316601", TEXT], {1, 2}),
        ([TEXT, "1.修路，已完成", "2.架桥，已通车", "3.供热、供水、供电都未完成", TEXT], {1, 2, 3}),
        ([TEXT, "1.修路", "2.架桥", "3.供热，未完成，因为缺钱", "4.供水", TEXT], {1, 2, 3, 4}),
        # The sentence of the last item goes on.
        (["一、修渠", "二、修路", "三、修桥，由镇里出钱，村里出力，今年", "底前完工。"], {0, 1}),
        (["任命：", "何青为县", "水利局局长；", "孙伟为县教育局局长；", "免去"], {0, 3}),
        ([TEXT, "柳河县供水公司", "，"], set()),
        ([TEXT, "柳", "河县供水公司"], set()),
        ([TEXT[:-1], "柳河县供水公司"], set()),
        (["柳河县供水公司"], set()),
        # No letter: a short line without a mark may go on.
        ([TEXT, "柳河小区 何青", TEXT], set()),
        (["指标　数量　增长", "小麦　21.5　4.1", "玉米　11.5　3.1", "注：按可比价格。"], {0, 1, 2}),
        (["麦子熟了", "风从河边来", "镰刀，挂在", "去年的墙上"], {0, 1, 2, 3}),
        (["炊烟升起的小村", "河水绕过的小镇", "在梦里", "一声声喊我", None], {0, 1, 2, 3}),
        (["河上行船少，", "山中落叶多。", "故人家酿熟，", "招手月前坡。"], {0, 1, 2, 3}),
        # What people say is no verse.
        (["“走吗？”", "“不走。”", "“等雾散。”", "“好。”"], set()),
        ([None, TEXT], set()),
        ([TEXT, "咨询电话：88316600", "特此通告。"], {1, 2}),
        ([TEXT, "12路：火车站—柳河桥", "25路：汽车站—区医院", TEXT], {1, 2}),
        ([TEXT, "一、工作回顾", TEXT, "二、明年打算", TEXT], {1, 3}),
        ([TEXT, "一、工作回顾", TEXT], set()),
        ([TEXT, "一、加强领导，压实责任", TEXT, "二、广泛宣传，营造氛围", TEXT], {1, 3}),
        ([TEXT, "▲村民在清理水渠", TEXT, "▼修好的水渠。"], {1}),
        ([TEXT, "新闻链接", TEXT, "【记者手记】", TEXT], {1, 3}),
        ([TEXT, "何青说：麦子熟了", TEXT], set()),
        # Rows without a heading: a figure in every other cell, and none in a last row.
        ([TEXT, "小麦 1.12　玉米 0.96", "大豆 2.40　花生 3.10", TEXT], {1, 2}),
        ([TEXT, "小麦 562吨 玉米 9吨", "大豆 24吨 花生 8吨", "棉花 未种 芝麻 未种"], {1, 2, 3}),
        ([TEXT, "小麦 562吨 玉米 9吨", "大豆 24吨 花生 8吨", "棉花 未种", TEXT], {1, 2, 3}),
        (["小麦 562吨 玉米 9吨", "大豆 24吨 花生 8吨", "村民 都说", "麦子熟了。"], {0, 1}),
        ([TEXT, "小麦 562吨 玉米 9吨", TEXT], set()),
        ([TEXT, "棉花 未种 大豆 未种", "花生 未种 芝麻 未种", TEXT], set()),
    ],
)
def test_lines_that_are_whole_by_their_manner(texts, whole):
    assert whole_lines(texts) == whole
