"""Bylines: capacities, and who wrote, took pictures or edited."""

from .datelines import DATELINE_MARKERS
from .wordlist import in_both_scripts, words

# A capacity is one of these nouns, with any of these words before it: 本报首席记者.
CAPACITY_PREFIXES = in_both_scripts(
    words(
        "本报 本网 本台 本刊 本社 全媒体 全媒 融媒体 融媒 首席 资深 高级 见习 实习 特约 特派 特邀 "
        "驻站 驻地 出镜 摄影 视觉 图片 视频 文字 文章 新闻 签约 青年 校园 社区 学生 青年报 主任 "
        "专职 兼职"
    )
)
CAPACITY_NOUNS = in_both_scripts(
    words(
        "通迅员 "
        "记者 通讯员 实习生 视觉 评论员 撰稿人 撰稿 小记者 报道员 信息员 摄影员 摄影师 通联员 作者 "
        "网评员 观察员 特约撰稿 投稿人 供稿人 来稿人 播报人 主持人 读者 网友 市民"
    )
)
REPORTING_CAPACITIES = in_both_scripts(
    words("记者 通讯员 通迅员 实习生 报道员 信息员 通联员 摄影员 摄影师")
)
OUR_PAPER = in_both_scripts(words("本报 本网 本台 本刊"))
# Those who work for a paper, by name; whoever reads it is called so too without one.
OF_THE_PRESS = in_both_scripts(words("记者 通讯员 通迅员 实习生 报道员 评论员 撰稿人"))
# Those whose share is pictures when nothing else is printed.
PICTURE_CAPACITIES = in_both_scripts(words("摄影 视觉 图片"))
EDITING_CAPACITIES = words(
    "文章编辑 "
    "编辑 责任编辑 责编 值班编辑 执行编辑 本版编辑 本期编辑 视频编辑 图片编辑 图文编辑 文字编辑 "
    "美术编辑 美编 版式 版式设计 排版 校对 责任校对 责校 校审 审校 编审 编校 编发 组版 组稿 "
    "审核人 审核领导 "
    "发布人 录入 签发人 审签人 审定 总值班 "
    "审核 初审 复审 终审 终校 审签 签发 签审 监制 总监制 统筹 策划 总策划 制图 制作 主编 副主编 "
    "总编 总编辑 值班主任 摄像 值班编委 值班总编 值班主编 值班领导 一审 二审 三审 一校 二校 "
    "三校 检校 审稿 审稿人 审读 一读 整理 口述 口述人 讲述 讲述人 采访 记录 记录整理 视频 航拍 "
    "剪辑 配音 出镜 编导 播音 播报 主播 后期 后期制作 设计 核稿 技术 技术支持 "
    "运营 素材 音频 海报 "
    "插画 绘图 漫画 指导老师 指导教师 辅导老师 美术设计 海报设计 版面设计 动画 摄制 视频摄制 字幕 "
    "朗读 导播 出品 出品人 总统筹 总编审 信息审核 校稿 责审 审发 编排 文编 图编 通联 修改 "
    "发布 发布者"
)
EDITING_PREFIXES = words(
    "责任 总 执行 本报 本网 本版 本期 融媒 融媒体 全媒体 实习 见习 首席 新媒体 值班"
)
_WRITING = words("撰文 撰稿 供稿 采写 文字")
_CONTRIBUTIONS = {
    **{f"{word}{mark}摄影": ("文", "图") for word in _WRITING for mark in ("", "、", "/", "／")},
    **{f"摄影{mark}{word}": ("文", "图") for word in _WRITING for mark in ("", "、", "/", "／")},
    **{f"{word}、{taking}": ("文", "图") for word in _WRITING for taking in ("摄像", "拍摄")},
    "文/图": ("文", "图"),
    "图/文": ("文", "图"),
    "文／图": ("文", "图"),
    "图／文": ("文", "图"),
    "文/摄": ("文", "图"),
    "文、摄": ("文", "图"),
    "文+图": ("文", "图"),
    "图+文": ("文", "图"),
    "文+": ("文",),
    "文·图": ("文", "图"),
    "图·文": ("文", "图"),
    "文图": ("文", "图"),
    "图文": ("文", "图"),
    "文、图": ("文", "图"),
    "图、文": ("文", "图"),
    "文并图": ("文", "图"),
    "文并摄": ("文", "图"),
    "文摄": ("文", "图"),
    "摄文": ("文", "图"),
    "摄影报道": ("文", "图"),
    "摄影/报道": ("文", "图"),
    "报道/摄影": ("文", "图"),
    "图片报道": ("文", "图"),
    "图文报道": ("文", "图"),
    "文": ("文",),
    "文字": ("文",),
    "撰文": ("文",),
    "撰稿": ("文",),
    "供稿": ("文",),
    "来稿": ("文",),
    "投稿": ("文",),
    "采编": ("文",),
    **{f"{word}报道": ("文",) for word in ("现场", "采访", "联合")},
    "报道": ("文",),
    "报导": ("文",),
    "为您报道": ("文",),
    "为你报道": ("文",),
    "为大家报道": ("文",),
    "图文作者": ("文", "图"),
    "信息报送": ("文",),
    "采写": ("文",),
    "文案": ("文",),
    "文稿": ("文",),
    "稿件": ("文",),
    "拟稿": ("文",),
    "编写": ("文",),
    "原创": ("文",),
    "信息采集": ("文",),
    "初稿": ("文",),
    "图片采集": ("图",),
    "本文作者": ("文",),
    "稿件作者": ("文",),
    "拍摄": ("图",),
    "拍摄者": ("图",),
    "图": ("图",),
    "图片": ("图",),
    "照片": ("图",),
    "摄": ("图",),
    "摄影": ("图",),
    "供图": ("图",),
    "图片提供": ("图",),
}
CONTRIBUTIONS = {
    word: share for printed, share in _CONTRIBUTIONS.items() for word in in_both_scripts((printed,))
}
DEFAULT_CONTRIBUTIONS = ("文",)
PICTURES = "图"
# A pattern for a contribution of one character that may stand directly after a name.
GLUED_CONTRIBUTION = "[摄攝]"
REPORTING_WORDS = in_both_scripts(words("报道 报导"))
# Those that may be printed after the body that the person is of: 区融媒体中心记者.
CAPACITIES_OF_BODIES = in_both_scripts(words("记者 通讯员 报道组 通讯组 新闻组 读者"))
# Before 记者 where a sentence or a list honours them: 优秀通讯员.
PRAISING = words("优秀 十佳 最佳 最美 先进 模范 金牌 明星 知名 著名")
# Bodies that do nothing but report: whoever is named behind one writes for it.
STATIONS = words("记者站 报道组 通讯组 新闻组 广播站 电视台 广播电台")
# Where the body has sent its writer: 新华社驻柳河记者.
POSTED_AT = "驻"
# Before a reader stands where he lives: 石桥村 读者.
HOMES_NO_NAME_ENDS_IN = (*"村镇乡县屯寨街巷弄", "胡同", "街道", "社区", "小区")
HOMES = (*HOMES_NO_NAME_ENDS_IN, *"市区州旗盟")
READER = "读者"
# Who signs letters, behind the body or the place: 石桥小学教师.
CALLINGS_OF_READERS = words("教师 村民 职工 居民 农民 学生 家长")
# How the body that a person writes for ends: (区委宣传部 王丽).
BODIES_OF_WRITERS = words(
    "部 局 办 委 室 馆 社 院 校 队 处 站 所 会 团 厅 厂 矿 中心 公司 集团 医院 学校 大学 中学 小学 "
    "宣传科 宣教科 医务科 政工科 信息科 综合科 党建科 教务科 政教科 保卫科 "
    "法院 法庭 检察院 街道 镇 乡 妇联 一中 二中 三中 四中 五中 六中 一小 二小 三小 四小 "
    "区委 县委 市委 党委 政府 支行 电视台 日报 晚报 早报 报社 融媒 幼儿园 农场 林场 协 联"
)
# How given names end too: 王建社.
BODIES_LIKE_NAMES = (*"社会团联协",)
# Before the name of whoever a picture shows.
CALLED_IN_PICTURES = words(
    "民警 交警 村民 居民 市民 农民 牧民 职工 工人 员工 学生 同学 教师 老师 医生 护士 志愿者 技术员 "
    "果农 茶农 菜农 渔民 农户 队员 社员 队长"
)
# What stands between a name and 报道 where a sentence tells of a report: 何青也报道, 何青的报道;
# and what may do so, or end the name: 何守正.
NO_NAME_BEFORE_REPORTING = words("的 也 已 都 还 再 又 多次 首次 再次 率先")
BEFORE_REPORTING = (*NO_NAME_BEFORE_REPORTING, "曾", "正")
# Whose reporters are named before 报道 by their house: 央视记者何青报道.
HOUSES_OF_REPORTERS = words("央视 卫视 台 社 中心 报 网")
# Those whose name a writer's may follow without a space: 柳河融媒何青.
HOUSES_OF_WRITERS = words("融媒 融媒体 融媒体中心 新闻网 电视台 日报 晚报 报社")
# What begins the line below a letter, or ends its first words: 编后, 县交通局答复：.
ANSWERS = words("回音 答复 回复 回应 反馈")
BELOW_LETTERS = (*words("编后 编者 编辑"), *ANSWERS)
# What says that names below are a list.
ANNOUNCING_A_LIST = words("如下 以下 名单 获奖")
# What a credit of words or pictures is of, and how it says where they came from.
CREDITED = words(
    "图片 照片 图 图文 本文图片 本版图片 文中图片 文内图片 本组图片 配图 题图 资料 视频 文字 稿件 "
    "本文 文章 插图"
)
GIVERS = words(
    "通讯员 主办方 受访者 受访人 受访单位 受访企业 采访对象 当事人 本人 家属 企业 学校 网友 "
    "读者 作者 单位"
)
GIVING_WORDS = words("提供 供图 供稿 供文")
# What a site says of its own page beside the source: 浏览次数：126, 字号：大 中 小.
PAGE_NOTES = (
    r"(?:浏览|阅读|点击|访问|查看)(?:次数|人数|数|量)?\s?[:：]\s?[0-9]+\s?次?",
    r"(?:字号|字体|字体大小)\s?[:：]?\s?[【\[(（]?大\s?中\s?小[】\])）]?",
    "打印本页|打印|关闭窗口|分享到[:：]?",
)
# Behind a photographer, in brackets: who took the next pictures too.
ALSO_TAKEN = words("下同 以下同 均同")
SOURCE_WORDS = words(
    "来源于 来源 出处 稿源 图源 稿件来源 信息来源 新闻来源 资料来源 文章来源 图片来源 文图来源 "
    "出品 出品人 出品单位 联合出品 本文来源 供稿单位 来稿单位 报送单位 供图单位 投稿单位 发布单位 "
    "信息提供"
)
REPRINT_WORDS = words("转载自 转自 摘自 摘编自 选自 原载")
COMPILED_WORDS = words("综合整理 综合报道 整理报道 综合消息 整理 综合 编译")
PICTURE_SOURCES = words(
    "视觉中国 视觉重庆 资料图 资料图片 资料照片 本报资料图片 网络图片 视频截图 图片为资料图"
)
# Words after 记者 or in brackets that are no names: columns of a paper, notes and the like.
NOT_WRITERS = frozenset(
    DATELINE_MARKERS
    + words(
        "代表 手记 观察 调查 札记 见闻 视线 访谈 连线 来信 来电 感言 感悟 日记 日志 亲历 体验 直击 "
        "走访 追踪 回访 述评 评论 短评 点评 团队 提问 节 站 证 协会 之家 队伍 工作 培训 专访 探访 "
        "实拍 直播 快评 随笔 走基层 培训班 见面会 答问 问答 资料 网络 视频 受访者 配图 效果 示意 "
        "规划 图片 照片 本报 本版 本文 附图 高清 全文 应急 原文 连载 上接 下转 温馨 待续 未完 明细 "
        "简介 高温 安全 方案 时评 言论 节选 摘要 详见 附后 略 完 试行 化名 上 中 下 序 跋 代序 "
        "佚名 新华社 图表 漫画 制表 题词 书法 书画 国画 摄影 组诗 外二首 外一首 节录 续完 "
        "全文完 正文完 本文完 单位 文章 电话 地址 邮编 编者 敬礼 此致 结束 转载 剧终 掌声 鼓掌 "
        "旁白 音乐 众笑 大笑 欢呼 全体 起立 合唱 独唱 对白 字幕 上场 下场 图略 下同 同上 附表 附诗 "
        "有删 删节 续前 外三 外二 外一 小说 散文 随笔 诗歌 杂文 评论 童谣 民歌 快板 相声 小品 "
        "来访 来稿 投稿 笔者 作者 译者 谚语 俗语 成语 终场 略写 "
        # An app that is called as somebody might be: 石榴云/柳河日报记者 何青.
        "石榴云 "
        "笑声 见图 如图 左图 右图 上图 下图 说明 注释 译文"
    )
)
# A word after 记者 with one of these parts of speech in it (as rjieba names them) is no name.
UNWRITERLIKE_TAGS = ("v", "p", "d", "m", "u")
