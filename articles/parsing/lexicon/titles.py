"""Titles, public bodies, and the places that they are of."""

from .wordlist import words

TITLE_RANKS = words(
    "副 常务副 第一 第一副 专职副 代 代理 名誉 执行 一级 二级 三级 四级 首席 总 高级 兼职副"
)
TITLES = words(
    "书记 常委 委员 主任 主任助理 主席 主委 经理 总经理 董事长 董事 监事长 总裁 工程师 经济师 "
    "会计师 规划师 理事长 秘书长 检察长 参谋长 委员长 政委 政治委员 局长 区长 市长 县长 省长 "
    "州长 镇长 乡长 村长 旗长 盟长 部长 厅长 处长 科长 司长 院长 校长 园长 会长 所长 站长 行长 "
    "社长 台长 馆长 关长 队长 组长 团长 支队长 大队长 中队长 总队长 股长 署长 庭长 厂长 指挥长 "
    "教导员 指导员 巡视员 调研员 督查专员 督察专员 专员 督学 负责人 主要负责人 相关负责人 "
    "负责同志 成员 首席执行官 首席运营官 首席技术官 首席财务官 首席科学家 首席专家 主任科员 科员 主办 高级主办 "
    "警长 高级警长 高级法官 级法官 高级检察官 级检察官 组织委员 宣传委员 统战委员 政法委员 纪检委员 平安委员 "
    "武装部长 组织部长 宣传部长 统战部长 连长 营长 师长 旅长 军长 排长 司令员 司令 船长 舰长 机长 场长 矿长 段长 "
    "店长 护士长 总护士长 区队长 总指挥 指挥官 现场指挥 项目经理 客户经理 区域经理 大堂经理 项目负责人 "
    "技术负责人 主编 总编 副总编 监事 会长 干事长 村支书 支书 村主任 召集人 新闻发言人 发言人 总支书记 支部书记 "
    "堂长 典长 船队长 总代理 局长助理 区长助理 县长助理 市长助理 镇长助理 校长助理 院长助理 行长助理 "
    "总经理助理 董事长助理 政治协理员 协理员 督导员 检察员 审判员 理事长助理 掌门人 会首 总顾问 顾问 总干事 "
    "总教练 社长助理 厂务主任 班子成员 总编辑 总监 教授 院士 研究员 主任委员 网格长 主任医师 领导 理事"
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
