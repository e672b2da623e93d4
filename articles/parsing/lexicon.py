"""Word lists of the newspaper page: data only, read by the stages.

Lists are written as words between spaces; `words` splits them.
"""


def words(text: str) -> tuple[str, ...]:
    """The words, the longest first, so that an alternation of them prefers it."""
    return tuple(sorted(dict.fromkeys(text.split()), key=lambda word: (-len(word), word)))


FILE_SIGNATURES = (
    (b"\x89PNG", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP or Word"),
    (b"\xd0\xcf\x11\xe0", "Word 97"),
    (b"\x1f\x8b", "gzip"),
)

DOUBTS = {
    "after_edition": "the story's date lies after the edition",
    "impossible_date": "there is no such day",
    "doubtful_join": "text may be missing between two fragments",
    "unfinished": "a paragraph ends without final punctuation",
    "unbalanced": "quotation marks or brackets do not match",
    "replacement_character": "a character was lost before the text came here",
    "no_text": "the story has a headline and no text",
}

# --- Punctuation -----------------------------------------------------------------------

SENTENCE_ENDS = "。！？!?…"
FINAL_MARKS = SENTENCE_ENDS + "”’）)】》」』〉〕]：:"
CLOSING_MARKS = frozenset("”’）)】》")
CLAUSE_MARKS = "，,；;"
NEVER_FIRST = "，,。、；;：:！？!?）)】》”’」』〉〕%％"
MARK_PAIRS = {"“": "”", "《": "》", "(": ")", "【": "】", "「": "」", "『": "』", "〈": "〉"}
MARK_FORMS = str.maketrans("（）", "()")

# Characters that stand alone before a break without anything being lost.
FUNCTION_CHARACTERS = frozenset(
    "的地得和与及为并在对向把被以从将等要是了着过也又就而或各该其由于至到给让使用有不再更最新全"
    "按依据如当因所都还已曾正可能会应需须且但则即仍均皆共同每这那此本我你他她它们个第之乃者上下"
    "中内外前后里间时年月日区市县"
)

# --- Headlines -------------------------------------------------------------------------

# A phrase that ends in one of these, or begins with one of those, goes on across the break.
OPEN_PHRASE_ENDS = words("届 的 暨 关于 召开 举办 举行")
CONTINUING_PHRASES = words("暨 的")
HEADLINE_ACTS = words(
    "召开 举办 举行 开展 启动 开幕 闭幕 落幕 开工 揭牌 签约 成立 发布 调研 视察 慰问 走访 督导 "
    "检查 出席 会见 获评 荣获 入选 投产 通车 开业 开班 部署 通报 突破 完成 获得 获 落户 亮相"
)
MEETING_ACTS = words("召开 举办 举行 开幕 闭幕 落幕 启动")

# --- Datelines -------------------------------------------------------------------------

DATELINE_MARKERS = words(
    "本报讯 本报综合讯 本报综合消息 本报综合报道 本报综合 本报消息 本网讯 本台讯 本刊讯 本社讯 "
    "晚报讯 日报讯 早报讯 快讯"
)
DATELINE_SENDERS = words("本报 新华社")
UNDATED_DAYS = words(
    "近日 日前 近期 连日来 近段时间 近来 最近 前不久 不久前 这几天 这段时间 连日 近几日 前几天 "
    "前几日"
)
RELATIVE_DAYS = {
    "昨日": -1,
    "昨天": -1,
    "昨晚": -1,
    "前日": -2,
    "前天": -2,
    "今日": 0,
    "今天": 0,
    "今晨": 0,
    "明日": 1,
    "明天": 1,
}
RELATIVE_YEARS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}
RELATIVE_MONTHS = {"本月": 0, "上月": -1, "上个月": -1, "下月": 1}
# Before or after one of these, a date is a limit and not the day of the news.
DATE_LIMITS_BEFORE = words("截至 截止 截止到 截至目前 自 从 自从 至 到 前 为期 定于 拟于 将于 在")
DATE_LIMITS_AFTER = words("以来 以前 之前 前 起 至今 为止 开始 的 后 内 间 之后 以后 零时")
CHINESE_DIGITS = "〇一二三四五六七八九"
CHINESE_TEN = "十"

# --- Bylines ---------------------------------------------------------------------------

CAPACITIES = words(
    "记者 本报记者 本网记者 首席记者 本报首席记者 全媒体记者 本报全媒体记者 融媒体记者 "
    "融媒记者 本报融媒体记者 见习记者 本报见习记者 实习记者 本报实习记者 特约记者 本报特约记者 "
    "驻站记者 通讯员 本报通讯员 特约通讯员 本报特约通讯员 实习生 本报实习生 作者 编辑 责任编辑 "
    "责编"
)
CONTRIBUTIONS = {
    "文/图": ("文", "图"),
    "图/文": ("文", "图"),
    "文／图": ("文", "图"),
    "图／文": ("文", "图"),
    "文图": ("文", "图"),
    "图文": ("文", "图"),
    "文、图": ("文", "图"),
    "图、文": ("文", "图"),
    "摄影报道": ("文", "图"),
    "图片报道": ("文", "图"),
    "文并摄": ("文", "图"),
    "撰文摄影": ("文", "图"),
    "文": ("文",),
    "文字": ("文",),
    "撰文": ("文",),
    "撰稿": ("文",),
    "供稿": ("文",),
    "报道": ("文",),
    "图": ("图",),
    "图片": ("图",),
    "摄": ("图",),
    "摄影": ("图",),
    "供图": ("图",),
}
DEFAULT_CONTRIBUTIONS = ("文",)
PICTURES = "图"
# A contribution of one character that may stand directly after a name.
GLUED_CONTRIBUTION = "摄"
REPORTING_WORD = "报道"
# Those that may be printed after the body that the person is of: 区融媒体中心记者.
CAPACITIES_OF_BODIES = words("记者 通讯员")
EDITING_CAPACITIES = words("编辑 责任编辑 责编")

# --- Names -----------------------------------------------------------------------------

SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
    "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
    "尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅"
    "莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄"
    "单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚"
    "木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原"
    "官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺水云昌凤酆皮元平湛禹狄贝麻危支咎经裘缪"
    "干贲邴松富乌弓牧隗山蓬郗班仰伊仝付代闫肖尚占佘娜祖芮储汲甯逯皇农幸韶郏浦逄逢阚帅缑亢况琴归"
    "海晁勾融訾那空毋乜养须丰巢蒯相後红权益桓公南门呼延佀仵虢战库招普鹿忻矫么展区伦但庹撒朴崇母"
    "茅骆宣杭诸荣荀羊惠巴宓秋暴厉戎束印宿怀蒲邰从鄂索咸籍阴能苍双闻莘贡劳扶堵宰郦雍璩濮寿通扈别"
    "充慕茹宦鱼容慎戈庾终暨居衡步满弘国寇广禄阙东沃利蔚越夔隆师厍仉督郈汝钦佴伯赏墨哈谯笪年爱言"
    "福冶修俎"
)
DOUBLE_SURNAMES = frozenset(
    words(
        "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 令狐 慕容 宇文 长孙 司徒 夏侯 端木 南宫 独孤 公孙 轩辕 "
        "钟离 闻人 申屠 鲜于 闾丘 呼延 澹台 淳于 单于 赫连 濮阳 太史 万俟 百里 东郭 西门"
    )
)
# Surnames that are far more often plain words: a name that begins with one needs more evidence.
WORDLIKE_SURNAMES = frozenset(
    "于和时向成全关管任应明来经原官代都单公平水云山海相红空强计连支权益保展区但松丰养须位干普扬"
    "解包边简常安乐金元富台南门古文方招战库归农史盛井练商党宣杭诸荣巴秋暴束印宿怀从能阴双劳扶宰"
    "寿通别充鱼容终居步满国广东利越师督赏年爱言福冶修"
)
# Characters that hardly ever stand in a given name.
NOT_IN_GIVEN_NAMES = frozenset(
    "的地了在是与及对就为到等率说并将也这那个们每各本该其或但而且要会可有没不很把被让使从给所因"
    "如则若区局委部院处科党职员座议第您你我他她它么吗呢吧、"
)
# Trailers that are part of the name when an act follows: 吕志和主持.
TRAILERS_IN_NAMES = frozenset("和")
# A name does not begin with a word of one of these parts of speech (as rjieba names them).
UNNAMELIKE_TAGS = frozenset(words("r d c p"))
# Notes in brackets that look like a name.
NOT_NAMES = frozenset(
    words("高清 全文 应急 原文 连载 上接 温馨 待续 明细 简介 高温 安全 方案 时评 言论")
)
# What may directly follow a name.
AFTER_A_NAME = words(
    "表示 指出 强调 提出 主持 出席 参加 参与 介绍 调研 要求 讲话 说 称 认为 一行 等 同志 率 "
    "带领 带队 陪同 作 做 代表 宣布 宣读 传达 通报 汇报 部署 到 赴 在 向 就 对 为 与 和 及 "
    "以及 并 致 讲 深入 前往 走访 视察 督导 督查 检查 看望 慰问 随 莅临 来 从 围绕 希望 分别 "
    "先后 实地 一同 共同 也 还 则 将 点评 总结 安排 主讲 授课 授旗 揭牌 签 发言 交流 解读 分析 "
    "听取 察看 查看 现场 专题 亲自 当选 担任 兼任 列席 受 给 表达 肯定 回顾 阐述 考察 勉励 "
    "叮嘱 详细 首先 最后 随后 重点 结合 不 曾 是 接受 欢迎 的 告诉 透露 主要 宣讲 作出 召集 "
    "组织 参观 接待 见证 启动 巡 座谈 带 再次 特别 因 于 已 能 要 同时 当 处 正在 日前 近日 "
    "当天 携 一起 亲切 登门 后 之后 之前 之间 通过 按照 根据 逐一 全程 应邀 时 更 又 都 "
    "提醒 坦言 回忆 感慨 呼吁 主刀 率队 会见 会上 深有 仔细 认真 边 用 以 坐 站 走 把 让 被 有"
)
# Those that make a name certain where only the surname speaks for it.
STRONG_AFTER_A_NAME = words(
    "表示 指出 强调 提出 主持 出席 参加 介绍 要求 讲话 说 陪同 致辞 调研 率队 带队 一行 同志 等"
)
# One of these as the last character of a name is more likely the word after it.
NAME_TRAILERS = frozenset(
    "之向在与和及对就为到赴等率带说作做来从并将也的是随签致讲谈提称受给参主出表指强要介调会走坐站把让被都又更已"
)

# --- Titles and public bodies ----------------------------------------------------------

TITLE_RANKS = words(
    "副 常务副 第一 第一副 专职副 代 代理 名誉 执行 一级 二级 三级 四级 首席 总 高级 兼职副"
)
TITLES = words(
    "书记 常委 委员 主任 主任助理 主席 主委 经理 总经理 董事长 董事 监事长 总裁 工程师 经济师 "
    "会计师 规划师 理事长 秘书长 检察长 参谋长 委员长 政委 政治委员 局长 区长 市长 县长 省长 "
    "州长 镇长 乡长 村长 旗长 盟长 部长 厅长 处长 科长 司长 院长 校长 园长 会长 所长 站长 行长 "
    "社长 台长 馆长 关长 队长 组长 团长 支队长 大队长 中队长 总队长 股长 署长 庭长 厂长 指挥长 "
    "教导员 指导员 巡视员 调研员 督查专员 督察专员 专员 督学 负责人 主要负责人 相关负责人 "
    "负责同志 成员 总编辑 总监 教授 院士 研究员 主任委员 网格长 主任医师 领导 理事"
)
# Titles that say nothing without the body before them.
BODY_BOUND_TITLES = words(
    "成员 领导 负责人 主要负责人 相关负责人 负责同志 董事 理事 专员 委员 院士 教授"
)
# A member is an official in one of these only: 党组成员, and not 家庭成员.
MEMBER_TITLE = "成员"
MEMBER_BODIES = ("党组", "党委", "工委", "委员会", "班子", "小组")
# Titles that carry the body's name in themselves: 宣传部长 is the 部长 of the 宣传部.
BODY_IN_TITLE = {
    "部长": "部",
    "局长": "局",
    "厅长": "厅",
    "处长": "处",
    "科长": "科",
    "大队长": "大队",
    "支队长": "支队",
}
PLACE_HEADS = words("区长 市长 县长 省长 镇长 乡长 州长 村长 旗长")
PLACE_ENDINGS = words("省 市 区 县 州 旗 盟 镇 乡 街道 村 社区")
# After one of these characters, 委 is the party committee of the place.
COMMITTEE_PLACES = "省市区县州旗"
COMMITTEE = "委"
GOVERNMENT = "政府"
NOT_PLACES = words("全 各 本 该 我 每 这 那 此 某 辖 城 社 老 新 校 园 景 厂 小 市场 地 片")
FIELDS_OF_OFFICE = words(
    "教育 教育体育 公安 财政 发展改革 发展和改革 发改 经济发展 经发 科技 科学技术 工业和信息化 "
    "工信 民政 司法 人力资源和社会保障 人社 自然资源 自然资源和规划 规划 国土资源 国土 "
    "生态环境 环保 环境保护 住房和城乡建设 住建 交通运输 交通 水利 水务 农业农村 农业 林业 "
    "商务 文化和旅游 文化旅游 文旅 文广旅 文化广电和旅游 卫生健康 卫健 卫生 退役军人事务 "
    "应急管理 应急 审计 市场监督管理 市场监管 统计 医疗保障 医保 信访 城市管理 城管 "
    "城市综合执法 综合执法 税务 气象 消防 消防救援 体育 建设 建设环保 招商 投资促进 社会事业 "
    "社会发展 行政审批 政务服务 文化 大数据 园林 园林绿化 房管 房屋管理 金融 金融工作 粮食 "
    "粮食和物资储备 机关事务 乡村振兴 扶贫 民族宗教 民宗 档案 烟草 邮政 供电 交警 公路 铁路 "
    "组织 宣传 统战 网信 机构编制 编制 政法 党政 综合 政策研究 督查 外事 侨务 老干部 疾控 "
    "疾病预防控制 地方金融 人才 综合行政执法 党群 党建 人事 劳动 政务 巡察 防汛抗旱 武装 "
    "退役军人 城乡规划 城市规划 住房保障 公积金 公共资源交易 便民 融媒体 执法 环卫 市政 接待 "
    "法制 新闻 科学"
)
OFFICE_ENDINGS = words(
    "局 分局 委 委员会 办 办公室 厅 部 工作部 工作局 管理局 支队 大队 总队 中心 服务中心 "
    "管理中心 工作委员会 指挥部"
)
BODIES = words(
    "党工委 管委会 管理委员会 纪检监察工委 纪工委 监察工委 人大工委 政协工委 政法委 政法委员会 "
    "纪委监委 纪委 监委 人大常委会 人大 政协 人民政府 政府 法院 人民法院 检察院 人民检察院 "
    "党政办公室 党政办 办公室 政府办公室 政府办 党委 总工会 工会 妇联 团委 团工委 工商联 科协 "
    "文联 残联 红十字会 武装部 人武部 办事处 街道办事处 街道办 巡察办 机关党委 机关工委 "
    "直属机关工委 党校 行政学院 村委会 居委会 村民委员会 居民委员会"
)
# Offices of the party committee itself, printed after its name is given.
COMMITTEE_OFFICES = words("组织部 宣传部 统战部 政法委 社会工作部 办公室 网信办 编办 巡察办")
PARTY_GROUPS = words("分党组 党组")
PARTY_CELLS = words("党委 党总支 党支部 总支 支部")
# A cell in one of these stands for the whole; that of a town is a body of its own.
CELL_HOSTS = "局院校学司团区村心办厅处所站"
NOT_PUBLIC = words(
    "公司 集团 协会 商会 学会 联合会 研究会 理事会 董事会 基金会 促进会 合作社 企业 银行 厂 店 大学"
)
PUBLIC_ENDINGS = words(
    "局 委 办 管委会 委员会 常委会 村委会 居委会 院 政府 人大 政协 中心 室 部 处 厅 校 小学 "
    "中学 幼儿园 队 妇联 科协 残联 文联 工商联 社区 村 总工会 工会 党组 指挥部 所 站 监委 机关"
)
# Where the words before a title end, when no punctuation stands there.
BEFORE_A_TITLE = words(
    "由 会同 跟随 以及 邀请 参加 出席 主持 率领 带领 任命 担任 选举 其中 陪同下 陪同 来自 随后 "
    "会上 期间 当天 下午 上午 日前 近日 接待了 接待 会见 聘请 感谢 授予 见到 根据 有关 时任 "
    "按照 要求 最后 首先 听取 传达 见证 慰问 看望 介绍了 陈述 走访 采访 获悉 从 是 对 给 被 让 "
    "还有 包括 现任 据 向 在 与 和 及 的 了 着 为 分别 昨日 昨天 今天 今日 晚上 经由 特邀 由于 "
    "当选 会后 会前 此次 这次 到 召开 举行 举办 当日 指导下 带队 指出 强调 表示 记者 联合 协同 "
    "携手"
)
# Words in which one of those is only a part.
NOT_BEFORE_A_TITLE = words(
    "和社会 和城乡 和信息 和旅游 和改革 和规划 和体育 和物资 和平 和谐 和县 和田 和顺 和静 "
    "和龙 参与 与会 向上 向阳 联合会 联合国 联合社 联合党 联合工会 在线 对外 对口 为民 听证 "
    "根据地 证据 数据 依据 据点 给排水 供给 及时 普及 是非 到底 从化 从江 记者协会 记者站 理由 "
    "自由 由拳 有为 到位 着力 让胡 让河 由庄 和庄 和村 向村 向庄 从政 于是 中和 永和 太和 泰和 "
    "元和 义和 仁和 祥和 万和 天和 德和 协和 共和 祁和 兴和 云和 政和 平和 清和 安和 三和 四和 "
    "五和 六和 七和"
)
AND_WORDS = words("和 与 及 以及 、")
TITLE_LINK = "兼"

# --- Communities and villages ----------------------------------------------------------

SETTLEMENTS = words("社区 村")
NOT_SETTLEMENTS = frozenset("各全本该我每这那此某两新农乡逐建驻入进到从在为对向城多老示美")
AFTER_A_SUBJECT = words(
    "以 通过 围绕 聚焦 不断 坚持 积极 组织 开展 持续 结合 探索 创新 按照 着力 把 将 召开 举办 "
    "举行 率先 充分 立足 依托 紧扣 紧紧 大力 全面 深入 针对 发挥 抢抓 成立 打造 扎实 突出 严格 "
    "采取 投入 引导 利用 推行 建立 迅速 多措并举 则 也 还 在 为 对 从 凭借 先后 始终 主动 认真 "
    "切实 坚定 注重 实施 推进 狠抓 紧盯 用 让 开设 设立 启动 邀请 联合 累计 已 正在 每月 每周 "
    "今年"
)
# Parts of speech (as rjieba names them) of words that a place may be called by.
NAMELIKE_TAGS = frozenset(words("nr nrt nrfg ns nt nz n ng f j s x m a ag b i l an g t q zg eng"))
PERSON_TAGS = frozenset(("nr", "nrt", "nrfg"))
PLACE_TAGS = frozenset(("ns",))

# --- Acts and events -------------------------------------------------------------------

ACTS = words(
    "出席 主持 讲话 表示 提出 强调 介绍 调研 参加 指出 要求 致辞 发言 陪同 慰问 走访 看望 检查 "
    "督导 督查 视察 考察 宣读 宣布 通报 汇报 部署 传达 点评 总结 授课 宣讲 揭牌 授牌 带队 希望 "
    "认为 列席 会见 主讲 察看 查看 听取 说"
)
# After one of these comes what was said, in which no further act is looked for.
SAYING_ACTS = frozenset(words("表示 提出 强调 指出 要求 希望 认为 说"))
# A second act in a clause follows one of these; without it, it is the object of the first.
ACT_LINKS = words("并 、 和 及 以及 还 又 再 同时 后")
# A clause that begins with one of these has the subject of the clause before it.
SAME_SUBJECT = words("先后 分别 深入 来到 前往 到 赴 实地 一同 现场 详细 认真 仔细 随后 率队 与 同")
# A speech named only as the place of another act: 在讲话中强调.
SPEECH_SETTINGS = words(
    "讲话 发言 致辞 总结 调研 检查 督导 走访 慰问 考察 汇报 点评 视察 督查 授课 介绍"
)
SETTING_ENDS = words("中 时 后 过程中 期间 结束后")

EVENT_OPENERS = words("召开 举办 举行 组织召开 组织举办 组织开展 开展 组织 启动")
EVENT_CLOSERS = words("举办 举行 召开 开幕 闭幕 落幕 启动 开赛 开班 结束 收官 上演 开营 开讲")
EVENT_MANNERS = words("成功 圆满 隆重 顺利 正式 如期 热烈 盛大")
EVENT_TRAILERS = words("活动")
EVENT_HOSTS = words("主办 承办 协办 举办 举行 召开 组织 发起 开展")
EVENT_KINDS = {
    "会议": "会议",
    "大会": "会议",
    "例会": "会议",
    "全会": "会议",
    "座谈会": "会议",
    "推进会": "会议",
    "现场会": "会议",
    "观摩会": "会议",
    "动员会": "会议",
    "调度会": "会议",
    "部署会": "会议",
    "联席会": "会议",
    "交流会": "会议",
    "总结会": "会议",
    "工作会": "会议",
    "专题会": "会议",
    "分析会": "会议",
    "研讨会": "会议",
    "见面会": "会议",
    "对接会": "会议",
    "恳谈会": "会议",
    "协调会": "会议",
    "评审会": "会议",
    "论证会": "会议",
    "通报会": "会议",
    "述职会": "会议",
    "点评会": "会议",
    "报告会": "会议",
    "听证会": "会议",
    "论坛": "论坛",
    "峰会": "论坛",
    "沙龙": "论坛",
    "仪式": "仪式",
    "典礼": "仪式",
    "发布会": "发布会",
    "招聘会": "招聘会",
    "推介会": "推介会",
    "培训": "培训",
    "培训班": "培训",
    "培训会": "培训",
    "研修班": "培训",
    "讲座": "培训",
    "专题党课": "培训",
    "比赛": "比赛",
    "大赛": "比赛",
    "竞赛": "比赛",
    "联赛": "比赛",
    "运动会": "比赛",
    "演练": "演练",
    "博览会": "展会",
    "展览会": "展会",
    "交易会": "展会",
    "展览": "展会",
    "晚会": "演出",
    "音乐会": "演出",
    "文艺演出": "演出",
    "活动": "活动",
    "行动": "活动",
}
VISITS = words("调研 慰问 走访 看望 检查 督导 督查 视察 考察")
