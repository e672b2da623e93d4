"""What officials do, and the events that stories report."""

from .wordlist import words

ACTS = words(
    "出席 主持 讲话 表示 提出 强调 介绍 调研 参加 指出 要求 致辞 发言 陪同 慰问 走访 看望 检查 "
    "督导 督查 视察 考察 宣读 宣布 通报 汇报 部署 传达 点评 总结 授课 宣讲 揭牌 授牌 带队 希望 "
    "认为 列席 会见 现场办公 主讲 察看 查看 听取 到会 到场 就座 演讲 说 "
    "观看 观摩 聆听 见证 表态 建议 反映 直言 随行"
)
# Whoever watches a performance is there; not so who watches what is shown there: 观看宣传片.
SHOWN = words("片 展 图 像 料 品 目")
# What is counted of those who watch: 观看人数超过七万.
COUNTED = words("人数 人次 量 者")
# What is witnessed is a signing, or no act at an event.
WITNESSED = words("签约 签字 签署 签订 揭牌")
# Before an act that was not done: 没有到会.
NOT_DONE = words("没有 没 未")
# Whoever says something when one of these is held speaks there: 在开班式上说.
OPENINGS = words("开班 开幕 闭幕 结业 典礼 开学")
# 讲了话: an act with 了 within.
PARTED_ACTS = {
    "讲了话": "讲话",
    "发了言": "发言",
    "表了态": "表态",
    "揭了牌": "揭牌",
    "率队": "带队",
    "授了牌": "授牌",
}
# After one of these comes what was said, in which no further act is looked for.
SAYING_ACTS = frozenset(words("表示 提出 强调 指出 要求 希望 认为 说 建议 反映 直言"))
# What was said follows one of these too, where nothing stands between: 据负责人甲介绍，检查将持续.
TELLING_ACTS = frozenset(words("介绍 通报 汇报"))
# Before whoever is told to do something, and does it not yet.
TELLING_OTHERS = words("叮嘱 嘱咐 责成 勉励 督促 提醒 要求 告诉 安排 委托 寄语")
# What others do, where the act of whoever is named comes after it: 在局长等人陪同下.
COMPANY = words("陪同 带领 率领 引导 见证 主持 指导 协助")
# Who does so goes along with somebody who leads: 县长一同调研.
TOGETHER_WITH = words("一同 一道 随同 陪同 一起 随行")
# A second act in a clause follows one of these; without it, it is the object of the first.
ACT_LINKS = words("并 、 和 及 以及 还 又 再 同时 后")
# A clause that begins with one of these has the subject of the clause before it.
SAME_SUBJECT = words("先后 分别 深入 来到 前往 到 赴 实地 一同 现场 详细 认真 仔细 随后 率队 与 同")
# How somebody goes who goes to see: 冒雨到, 驱车前往.
WAYS_OF_GOING = words(
    "冒雨 冒雪 冒寒 冒着 顶着 顶风 迎着 踏着 踏雪 驱车 乘车 乘船 骑车 徒步 步行 连夜 一早 一路 "
    "轻车简从 沿着"
)
# What whoever speaks tells of: 分享了创业的体会.
TOLD_OF_ONESELF = words("经验 体会 感受 心得 感悟")
# What somebody says is said in one of these: 在讲话中强调.
SPEECHES = words("讲话 致辞 发言")
# A speech or a visit named only as the place of another act: 在调研中强调.
SPEECH_SETTINGS = words(
    "讲话 发言 致辞 总结 调研 检查 督导 走访 慰问 考察 汇报 点评 视察 督查 授课 介绍"
)
# Before somebody who is named after what they did: 参加会议的还有县长甲.
TOLD_BEFORE = words("出席 在座 参加 列席 陪同 随行 同行 就座 到场 到会")
# Whoever else was there, at the end of those who are named: 以及有关部门负责人, 和群众代表.
OTHERS_THERE = words("负责人 负责同志 代表 来宾 嘉宾 干部 群众 人士 人员")
# Who else does something: 大家表示欢迎.
OTHERS = words("大家 双方 对方 村民 群众 市民 居民 职工 企业 代表 专家 记者 他们")
SETTING_ENDS = words("中 时 后 过程中 期间 结束后")

EVENT_OPENERS = words("召开 举办 举行 组织召开 组织举办 组织开展 开展 组织 启动")
# What follows the name of an event in a headline.
EVENT_PURPOSES = words("征求 听取 部署 研究 传达 总结 推广")
LAST_OPENERS = words("召开 举办 举行 开展 参加 赶")
EVENT_CLOSERS = words(
    "举办 举行 召开 开幕 闭幕 落幕 启动 开赛 开班 结束 收官 上演 开营 开讲 开场 打响 走进 开进 "
    "揭晓 展开 开始 开唱 开了场"
)
EVENT_MANNERS = words("胜利 成功 圆满 隆重 顺利 正式 如期 热烈 盛大 由此 就此 日前 近日 随即")
EVENT_TRAILERS = words("活动 结果 评选结果")
EVENT_HOSTS = words("主办 承办 协办 举办 举行 召开 组织 发起 开展")
# After one of these an event is only the time of another: 博览会举办期间.
EVENT_TIMES = words("期间 之际 以来 时 前 后 之前 之后")
# Whatever is held so at a place is an event, by whatever name; the verb may tell the kind.
HELD_AT_A_PLACE = {
    verb: kind
    for kind, verbs in {
        "活动": "举行 举办 开幕 闭幕 落幕 启幕 收官 启动 展开 开展 开集 开街 开园 开播 走进 开场 "
        "开锣 开张 开市 展出 开镰 开犁 开渔 开捕",
        "竞赛": "开赛 打响 鸣枪 开跑 起跑",
        "演出": "上演 开演 首演 公演",
        "培训": "开营 开班",
        "宣讲": "开讲",
    }.items()
    for verb in words(verbs)
}
# What the report of an event calls itself.
REPORTS = words("侧记 见闻 掠影 纪实 速写 剪影")
# Longer phrases for an opening or an end, and what an event is counted by.
EVENT_CURTAINS = words(
    "拉开帷幕 拉开序幕 拉开大幕 拉开战幕 落下帷幕 落下战幕 落下大幕 启幕 揭幕 鸣枪 开锣 鸣锣 "
    "降下帷幕 收兵 开镰 开犁 开渔 开捕 开考 开跑 起跑 收杆 谢幕 开集 开课 开播 起航 启航 摆开擂台 "
    "决出冠军"
)
EVENT_COUNTS = words("一场 一次 一堂 一期 一个 一轮 一届 一台 首场 两场 三场")
# The nouns that a kind of event is called by.
EVENT_KINDS = {
    noun: kind
    for kind, nouns in {
        "会议": "会议 大会 例会 全会 推进会 现场会 观摩会 动员会 调度会 部署会 联席会 交流会 "
        "总结会 工作会 专题会 分析会 研讨会 见面会 对接会 协调会 评审会 论证会 通报会 述职会 "
        "点评会 报告会 听证会 会商会 碰头会 表彰会 团拜会 民主生活会 组织生活会 常务会 "
        "办公会 咨询会 洽谈会 学习会 集体学习 专题学习 学习研讨 研判会 汇报会 谈话会 "
        "分享会 读书会 协商会 评议会 "
        "督办会 启动会 推动会 交办会 约谈会 议事会 院坝会 宣贯会 年会 纪念会",
        "座谈": "座谈会 恳谈会 茶话会 谈心会 圆桌会",
        "论坛": "论坛 峰会 沙龙 研讨论坛",
        "签约": "签约仪式 签约会 签字仪式 签约大会 签约活动",
        "仪式": "仪式 典礼 誓师大会 誓师会",
        "发布会": "发布会 吹风会 通气会",
        "招聘会": "招聘会 双选会",
        "推介会": "推介会 推荐会 说明会 招商会",
        "培训": "培训 培训班 课堂 培训会 研修班 讲座 轮训班 研讨班 训练营 夏令营",
        "宣讲": "宣讲 宣讲会 党课 专题党课 宣讲活动 宣讲报告会 微党课 宣讲团报告会",
        "竞赛": "比赛 大赛 竞赛 联赛 锦标赛 邀请赛 挑战赛 擂台赛 公开赛 争霸赛 友谊赛 决赛 揭幕战 "
        "运动会 马拉松 马拉松赛 赛马 赛马会 比武 大比武 技能赛 演讲赛 知识赛",
        "演练": "演练 演习 拉练",
        "展会": "博览会 展览会 交易会 展览 展销会 进口博览会",
        "演出": "晚会 演出 演出周 演出季 弹唱会 汇演 展演 巡演 音乐会 文艺演出 演唱会 音乐节",
        "活动": "活动 义诊 志愿服务 义务植树 植树劳动 联欢 联谊 评比 评选 活动周 活动月 行动 "
        "那达慕 庙会 灯会 诗会 "
        "游园会 文化节 艺术节 旅游节 美食节 故事会 联谊会 联欢会 嘉年华 "
        "集市 市集 大集 书市 歌圩 婚礼 成人礼 采风 追悼会 那达慕大会 "
        "巡回医疗 巡回医疗活动",
    }.items()
    for noun in words(nouns)
}
# What else ends the name of an event, save in a word such as 环节, 开展 or 参赛; and its kind.
# What ends so and is held is a meeting, by whatever name; what is only attended may be a body.
ANY_MEETING = (
    r"(?<![社商工学协机体省都教议国不才只就将能生开])"
    r"(?<!委员|常委|理事|董事|监事|研究|基金|联合|促进|居委|村委|管委|十字)"
    r"会(?![议员场长计客])"
)
EVENT_ENDINGS = {
    r"(?<![环细季情春章音关枝时气礼佳调过小使])节": "活动",
    r"(?<=[唱歌舞诗])会": "活动",
    **{f"{word}[^，,、的]{{0,6}}(?<!大)会": "活动" for word in words("欢送 欢迎 追思 告别")},
    r"(?<=[摘费读游赏购术])季": "活动",
    r"(?<=[映传影化技书播验术业读])[周月]": "活动",
    r"(?<=[班学幕动工牌业张园营发映旗礼约章车航交赠师证奖球赛镰耕捕网机竣结展])式": "仪式",
    ANY_MEETING: "会议",
    r"(?<![参开])赛": "竞赛",
    r"(?<=[治党全识政普一史])课": "宣讲",
    r"(?<![发开进拓伸舒施招拓扩延])展(?!览|会|销|厅|馆|示|开了|区|台|板|品)": "活动",
}
# Kinds that are no names when nothing stands before them.
UNNAMED_EVENTS = frozenset(
    words(
        "会议 大会 例会 全体会 专题会 活动 行动 仪式 典礼 开班式 开幕式 闭幕式 "
        "培训 演练 比赛 宣讲 党课 节 展 演出 课堂 赛马"
    )
)
# What is done for or with people, where no noun names it.
DONE_KINDS = {"义诊": "活动", "巡诊": "活动", "宣讲": "宣讲", "座谈": "座谈", "演出": "演出"}
# Who goes from place to place to lecture, to heal or to perform, the kind of it, and how they go.
TOURING_GROUPS = {
    group: kind
    for kind, groups in {
        "宣讲": "宣讲团 宣讲队 宣讲组 宣讲小分队 宣讲分队 讲师团 宣讲小组",
        "活动": "医疗队 义诊队 巡诊队",
        "演出": "剧团 艺术团 文工团 歌舞团 乌兰牧骑 演出队 文艺队 文艺小分队",
    }.items()
    for group in words(groups)
}
GROUPS_GO = words("走进 来到 深入 前往 开进 赴 到 在 把 将 送")
# A place is founded or opened with these, whether or not a ceremony is named.
FOUNDING_ACTS = words("揭牌 奠基 开园 挂牌 揭幕 集中开工 正式开工 开工奠基 动土")
# What somebody does who goes to see, and the kind of it.
VISITS = {
    act: kind
    for kind, acts in {
        "调研": "调研 考察 现场办公",
        "检查": "检查 督导 督查 视察 巡查 暗访 抽查 巡视 察看",
        "走访": "走访 慰问 看望",
        "会见": "会见 会谈",
    }.items()
    for act in words(acts)
}
# Whoever looks into something together, though no official is named.
VISITING_GROUPS = words("督导组 督查组 检查组 调研组 考察组 考察团 视察组 巡视组 代表团 代表 委员")
# Before a visit in a headline or a lead.
VISIT_MANNERS = words(
    "带队 率队 率领 分别 先后 深入 前往 来到 实地 专题 现场 组织 开展 进行 集中 节前 "
    "联合 一行 沿着 赴 到 领导 代表 委员 书记 主任 主席 县长 区长 市长 旗长 镇长 局长"
)
# What is visited rather than looked into ends so: 调研某厂、某园等项目.
OBJECTS_ARE_PLACES = words("等项目 等地 等企业 等单位 等处 一线")
# Of these the work is looked into, and not only the place.
WORKS = words("改造工程 建设工程 安全工程 民生工程 惠民工程 集贸市场")
