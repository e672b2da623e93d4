"""Titles, public bodies, and the places that they are of."""

from .wordlist import words

TITLE_RANKS = words(
    "副 常务 常务副 专务 专职 兼职 挂职 驻村 驻会 驻会副 主持工作的 主持全面工作的 主持日常工作的 "
    "轮值 荣誉 候任 "
    "永远 第一 第一副 专职副 "
    "代 代理 候补 名誉 执行 一级 二级 三级 四级 首席 总 高级 兼职副 资深 助理副 创会 值班"
)
GRADES = words("一级 二级 三级 四级")
GRADED_TITLES = words(
    "调研员 巡视员 主任科员 科员 主办 高级主办 主管 警长 高级警长 法官 高级法官 检察官 高级检察官 "
    "总监 警务技术主任 执法员"
)
# Heads who are lent to a school or a place for one field: 法治副校长, 科技副县长.
FIELDS_OF_DEPUTIES = words(
    "德育 法治 法制 健康 科学 科技 金融 消防 安全 生产 业务 技术 教学 后勤 机电 经营 医疗 行政"
)
HEADS_WITH_FIELDS = words(
    "副校长 副园长 副镇长 副乡长 副县长 副区长 副市长 副院长 副厂长 副矿长 副总经理"
)
# 地区行署专员: 专员 alone is many things.
SEATS_OF_PREFECTURES = ("行署", "行政公署")
HEADS_OF_PREFECTURES = words("专员 副专员 常务副专员")
# Titles in a firm that any field may stand before, and fields that tell of a title by themselves.
MANAGERS = words("经理 总监")
# Without 副: 行政副总.
TITLES_WITH_FIELDS = (*MANAGERS, "主管", "总")
FIELDS_IN_FIRMS = words(
    "财务 技术 运营 营销 销售 生产 环保 安全 安环 行政 采购 品牌 产品 研发 人事 人力资源 招商 质量 "
    "客服"
)
# Who keeps a river or a wood, at each level of the state.
LEVELS = words("省级 市级 区级 县级 镇级 乡级 街道级 村级")
KEEPERS = words("总河长 河长 总林长 林长 田长 湖长 路长")
KEEPERS_OF_PLACES = tuple(level + keeper for level in LEVELS for keeper in KEEPERS)
TITLES = words(
    "书记 支书 常委 委员 主任 主席 总理 主委 经理 总经理 董事长 董事 监事长 监事 总裁 总工程师 "
    "总工 副总 总经济师 总会计师 总规划师 总农艺师 总设计师 总统计师 总审计师 总兽医师 总畜牧师 "
    "高级顾问 名誉顾问 荣誉顾问 总顾问 "
    "大堂经理 产品经理 理事长 秘书长 检察长 参谋长 委员长 政委 政治委员 局长 "
    "区长 纪检书记 "
    "市长 县长 省长 州长 镇长 乡长 村长 旗长 盟长 部长 厅长 处长 科长 司长 院长 校长 园长 会长 "
    "所长 "
    "站长 行长 社长 台长 馆长 关长 队长 组长 团长 支队长 大队长 中队长 分队长 总队长 股长 署长 "
    "庭长 "
    "生产厂长 厂长 场长 矿长 店长 段长 连长 营长 师长 旅长 军长 排长 船长 舰长 厨师长 护士长 "
    "指挥长 总指挥 总裁判长 主任科员 "
    "司令员 司令 司令官 教导员 指导员 巡视员 调研员 督查专员 督察专员 督察长 督学 责任督学 "
    "正处级干部 副处级干部 正科级干部 副科级干部 "
    "负责人 主要负责人 相关负责人 "
    "负责同志 主要负责同志 相关负责同志 成员 "
    "总编辑 总编 主编 编委 总监 教授 院士 研究员 主任委员 网格长 主任医师 领导 理事 "
    "CEO "
    "首席执行官 首席运营官 首席技术官 首席财务官 首席科学家 首席专家 首席顾问 新闻发言人 发言人 "
    "项目经理 客户经理 项目负责人 技术负责人 组织委员 宣传委员 统战委员 政法委员 纪检委员 平安委员 "
    "妇联执委 主任助理 经理助理 总经理助理 董事长助理 局长助理 区长助理 县长助理 市长助理 "
    "州长助理 省长助理 镇长助理 校长助理 院长助理 行长助理 会长助理 总裁助理 书记助理 主席助理 "
    "部长助理 检察长助理 秘书长助理 "
    "厂长助理 总编辑助理 车间主任 驻华首席代表 楼长 楼栋长 单元长 河长 林长 "
    "田长 湖长 路长 街长 班长 工长 "
    "列车长 裁判长 干事 总干事 董事会秘书 法定代表人 领队 领事 总领事 大使 参赞 "
    "首席代表 总代表 法人代表 常务理事 执委 召集人 协理 室长 "
    "部务委员 教务主任 教导主任 政教主任 德育主任 总务主任 后勤主任 妇女主任 治保主任 纪检组长 "
    "医务主任 大队辅导员 调度长 车长 总监理工程师 市场总监 艺术总监 物业经理 "
    "董事总经理 职工董事 独立董事 执行董事 职工监事 "
    "政治教导员 政治指导员 政治协理员 站长助理 所长助理 处长助理 科长助理 队长助理 "
    "大队长助理 支队长助理 台长助理 社长助理 园长助理 馆长助理 场长助理 董事长特别助理 "
    "审判员 检察员 合伙人 苏木达 嘎查达 嘎查长 宣委 监狱长 总教练 主教练 "
    "值班长 教育长 指挥部指挥 副指挥 常务副指挥 村民组长 民兵营长 民兵连长 民兵排长"
)
TITLES += tuple(grade + title for grade in GRADES for title in GRADED_TITLES)
TITLES += tuple(field + rank for field in FIELDS_IN_FIRMS for rank in (*MANAGERS, "副总"))
TITLES += KEEPERS_OF_PLACES
TITLES += tuple(seat + head for seat in SEATS_OF_PREFECTURES for head in HEADS_OF_PREFECTURES)
TITLES += tuple(field + head for field in FIELDS_OF_DEPUTIES for head in HEADS_WITH_FIELDS)
# Ranks of learning that begin with a title, which is none in them.
RANKS_OF_LEARNING = tuple(
    rank + craft
    for rank in words("主任 副主任 主管 副主管 主治")
    for craft in words("医师 中医师 护师 药师 中药师 技师 法医师 记者 编辑 播音员")
)
# In one of these words a title is only a part, and holds no office.
NOT_TITLES = words(
    "常委会 委员会 书记员 班主任 主席团 主席台 书记处 工程师 主任医师 副主任医师 教授 研究员 院士 "
    "局长办公会 县长热线 市长热线 领导干部 领导小组 领导班子 领导力 领导层 领导下 "
    "总工会 总工程 总工期 总工时 总工办 "
    "成员单位 董事会 理事会 监事会 经理层 经理部 发言人制度 主席令 队长杯 专员公署 处长期 局长期 "
    "形象大使 爱心大使 推广大使 宣传大使 执委会 "
    "车长期 车长途 车长时 车长度 车长达 车长龙 "
    "成长 部长期 会长期 主席国 成员国 理事国 大使馆 领事馆 总领事馆 班长期"
)
NOT_TITLES += RANKS_OF_LEARNING
# Before one of these a title within the name of a body ends no office: 副会长单位, 副县长热线.
GOING_ON_FROM_TITLES = words(
    "单位 助理 办公 热线 信箱 联席 会议 工作 接待 提名 候选 人选 级 兼 职务 岗位 制 室"
)
# Of a room or a vehicle that is so long: 办公室|长达十年, 公交车|长青村站, but 3号车|车长.
HEADS_OF_ROOMS = ("室长", "车长")
# Titles of learning: with an office before them they are held with it.
ACADEMIC_TITLES = words("教授 研究员 院士 主任医师 副主任医师 工程师")
# The bodies that lead a place; who sits in one may head any office of the place.
GOVERNING_BODIES = ("党工委", "管委会", "政府", "人大", "政协", "常委会", "领导")
# Titles that say nothing without the body before them.
BODY_BOUND_TITLES = words(
    "成员 领导 负责人 主要负责人 相关负责人 负责同志 主要负责同志 相关负责同志 "
    "董事 监事 理事 委员 院士 教授 审判员 检察员"
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
    "组长": "组",
    "股长": "股",
    "所长": "所",
    "站长": "站",
    "馆长": "馆",
    "队长": "队",
    "大队长": "大队",
    "支队长": "支队",
}
# Titles that no body is printed with: the 村支书 of a village that is not named.
TITLES_OF_A_KIND = frozenset((("村", "支书"), ("村", "主任"), ("科", "主任"), ("年级", "主任")))
# Titles that begin with the end of their body's name: 生产二车间主任.
TITLES_WITH_BODY = {
    "车间主任": ("车间", "主任"),
    "指挥部指挥": ("指挥部", "指挥"),
    **{seat + head: (seat, head) for seat in SEATS_OF_PREFECTURES for head in HEADS_OF_PREFECTURES},
}
FIRMS = words("公司 集团 银行 株式会社 企业")
# What is no field that somebody in a firm answers for.
PARTS_OF_FIRMS = words(
    "部 处 科 室 股 所 院 店 厂 场 站 园 队 校 库 矿 馆 社 中心 车间 基地 公司 项目 支行 分行 "
    "超市 工会 党委 党总支部 党总支 党支部 党组 团委 委员会"
)
# What zones are called that a city or county set up: 经开区, 高新区.
ZONES = words("开发 经开 高新 自贸 保税 综保 示范 度假 工业 产业 集聚 合作 新")
HEADS_OF_WORKS = words("厂长 场长 矿长")
PLACE_HEADS = words("区长 市长 县长 省长 镇长 乡长 州长 村长 旗长 苏木达 嘎查达")
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
    "疾病预防控制 地方金融 人才 综合行政执法 党群 党建 人事 劳动 政务 巡察 防汛抗旱 武装 人武 "
    "退役军人 城乡规划 城市规划 住房保障 公积金 公共资源交易 便民 融媒体 执法 环卫 市政 接待 "
    "法制 新闻 科学 水产 畜牧 畜牧兽医 农机 物价 工商 质监 安监 护林 巡逻 救援 "
    "广电 文体 教体 科教 供销 计生 地税 国税"
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
    "直属机关工委 党校 行政学院 村委会 居委会 村民委员会 居民委员会 "
    "“两委” 两委"
)
# Offices of the party committee itself, printed after its name is given.
COMMITTEE_OFFICES = words(
    "组织部 宣传部 统战部 政法委 社会工作部 办公室 网信办 编办 巡察办 文明办 改革办 台办 宣传科 "
    "组织科 统战科 政工科 党群科 党建办 老干部局"
)
PARTY_GROUPS = words("分党组 党组")
PARTY_CELLS = words("党委 党总支部 党总支 党支部 总支 支部")
# The committee that governs where there is no 委: that of a 自治县, or of a regiment.
GOVERNING_CELL = "党委"
# The bodies of the police that stand below a bureau of it.
POLICE = ("公安局", "公安分局")
POLICE_FIELDS = words("巡特警 刑警 刑侦 交警 巡警 特警 治安 经侦 网安 禁毒 督察")
# What decides in a court, of whose rooms the court itself is the body.
TRIAL_COMMITTEES = ("审判委员会", "检察委员会")
# What the rooms of a court try.
COURT_FIELDS = words(
    "民事 民 刑事 刑 行政 综合 立案 速裁 少年 家事 执行 环境资源 破产 知识产权 审判监督 金融"
)
# Bodies inside a body.
INNER_BODIES = (*"科室股处", "病区", "政治部")
# Bodies that have offices of their own, whatever those are called.
INSTITUTIONS = (
    "法院",
    "检察院",
    "医院",
    "公司",
    "集团",
    "大学",
    "学院",
    "学校",
    "中学",
    "小学",
    *(f"{number}中" for number in "一二三四五六七八九十"),
    "银行",
)
# A body that ends so may be a part of the body printed before it.
BARE_BODY_ENDINGS = words(
    "局 分局 (?<!党)委 委员会 办 办公室 部 科 室 处 股 中心 支队 大队 中队 队 工会 妇联 所 学院 系 "
    "理事会 监事会 董事会 合作社 协会"
)
# With one of these at its head a body has a place of its own, or is a party's.
PLACE_STARTS = (
    *"省市区县州旗盟镇乡村团全国中",
    *words("民革 民盟 民建 民进 农工党 致公党 九三学社 台盟"),
)
# Parts of speech (as rjieba names them) of words that say what a body is for.
OFFICE_TAGS = frozenset(words("nt n vn v b a an j l f vd c q ng vg k"))
# Bodies that print names only by their kind.
KINDS_OF_BODIES = words(
    "公司 合作社 集团 学校 医院 工厂 企业 协会 村 社区 中心 单位 商会 支部 党支部 村党支部 "
    "机关 班子 厂 店 局 院 校"
)
# Places that have no name of their own.
GENERIC_PLACES = frozenset(
    words("省 市 区 县 州 旗 盟 镇 乡 村 自治县 自治州 自治旗 自治区 街道")
) | {""}
# A cell in one of these stands for the whole; that of a town is a body of its own.
CELL_HOSTS = "府局院校学司团区村心办厅处所站连营师场厂社会行馆队部台矿狱园中店库段港电钢煤"
# Where the words before a title end, when no punctuation stands there.
BEFORE_A_TITLE = words(
    "对话 由 会同 跟随 贯彻 "
    "邀请 参加 出席 主持 率领 带领 任命 担任 选举 其中 陪同下 陪同 来自 随后 会上 "
    "期间 当天 自任 而 "
    "下午 上午 日前 近日 接待了 接待 会见 聘请 感谢 授予 见到 根据 有关 时任 按照 要求 最后 "
    "首先 听取 "
    "传达 见证 慰问 看望 介绍了 陈述 走访 采访 获悉 从 是 对 给 被 让 还有 包括 现任 据 向 在 "
    "的 了 着 为 "
    "分别 昨日 昨天 今天 今日 晚上 经由 特邀 由于 当选 会后 会前 此次 这次 到 召开 举行 举办 "
    "当日 指导下 "
    "带队 指出 强调 表示 记者 联合 协同 携手 新任 曾任 历任 首任 拟任 接任 兼任 身为 作为 叫上 "
    "叫来 前来 "
    "段中 应邀 合作伙伴 特别邀请 指定 当班 "
    "前不久 专程 代表 找到 遇到 遇见 碰到 碰上 碰见 遇上 撞见 赶上 文中 告诉 "
    "只见 随同 一同 一起 一道 连同 会晤 走近 "
    "等人 目前 "
    "欢迎 有请 勉励 鼓励 鞭策 询问 追问 安慰 安抚 "
    "叮嘱 嘱咐 责成 吩咐 指示 督促 催促 委托 叮咛 提醒 换成 通知 采访到 拜托 拜访 "
    "一提起 提起 说起 谈起 "
    "派驻 恳请 动员 说服 劝说 陪着 拉着 如今 现在 当时 当年 那时 后来 随即 紧接着 "
    "接着 同时 此外 另外 退休 联系 所引 所说 所指 所涉 围绕 "
    "走进 奔赴 请教 报告 力邀 抽调 指派 约请 求助 致电 拨通 结识 安排"
)
# 石桥联合建设办公室: of these a body may be called, but not in 县教育局|联合|实验小学.
JOINT_WORKS = words(
    "联合指挥 联合实验 联合商会 联合检查 联合工作 联合创新 联合研究 联合建设 联合督导 联合督查 "
    "联合考察 联合采访"
)
# Words in which one of those is only a part.
NOT_BEFORE_A_TITLE = words(
    "和平 和谐 和县县 和田 和顺 和静 和龙 和硕 和林格尔 呼和浩特 参与 与会 向上 "
    "选举委员会 向阳 联合会 联合国 联合社 联合党 "
    "联合工会 联合创始 联合创办 在线 对外 "
    "对口 为民 听证 根据地 证据 数据 依据 据点 给排水 供给 及时 普及 是非 到底 从化 从江 "
    "记者协会 记者站 报告文学 报告厅 报告会 报告团 工作报告 "
    "理由 自由 由拳 有为 到位 着力 让胡 让河 由庄 和庄 向村 向庄 从政 于是 中和 永和 太和 "
    "泰和 元和 义和 "
    "仁和 祥和 万和 天和 德和 协和 共和 祁和 兴和 云和 政和 平和 清和 安和 三和 四和 五和 六和 "
    "七和 老龄 老年 "
    "老干部 老区 老城 老街 老旧 老河口 老科 联合投资 联合体 人大代表 代表大会 "
    "退休办 退休干部 退休教师 退休职工 退休人员 退休协会 "
    "代表团 代表联络 "
    "老城区 老虎 老促会 老区会 召开大会 组织部 联合执法 联合调查 联合发展 大冶 "
    "纪委派驻 监委派驻 党的一 党的二 党的十 一带 新任务 的士 目的 了解 了望 瞭望 对台 "
    "对俄 到家 向东 向南 向北 向西 从业 从严 让利 给水 在建 在职 在校 为农 为侨 为老 "
    "联系点 联系会 联系指导 见义勇为 “走进"
)
# 和 between the fields of one body, and not between two people.
JOINERS = words("和 与 及 以及 暨")
FIELD_NOUNS = words(
    "人口 教育 体育 文史 农业 农牧 "
    "农村 林业 草原 水利 文化 旅游 广电 电视 住房 城乡 建设 工业 信息化 发展 "
    "改革 资源 保障 "
    "规划 卫生 健康 粮食 物资 储备 民族 宗教 应急 交通 运输 财政 金融 科技 科学 技术 生态 环境 "
    "市场 监督 "
    "退役 军人 医疗 统计 审计 信访 商务 投资 企业 经济 贸易 历史 地理 园林 绿化 城市 管理 数据 "
    "知识 产权 "
    "安全 生产 食品 药品 机关 事务 国土 海洋 渔业 畜牧 兽医 农机 气象 地震 档案 党史 妇女 儿童 "
    "青年 少年 "
    "法律 政治 经营 设计 研究 开发 供销 电力 水务 燃气 供热 疾病 控制 预防 艺术 音乐 美术 劳动 "
    "人事 组织 宣传 "
    "纪检 监察 巡察 保护 修复 利用 服务 合作 交流 创新 创业 产业 招商 新闻 出版 广播 影视 文学 "
    "社会 社区 "
    "治理 矫正 执法 稽查 法治 法规 政策 材料 化学 物理 工程 机械 电子 信息 通信 能源 动力 土木 "
    "食用 园艺 植物 "
    "动物 中医 药学 护理 会计 工商 外语 语言 马克思主义 体系 质量 标准 计量 测绘 勘察 防汛 "
    "抗旱 减灾 救灾 救助"
)
# Verbs that villages are called by: 前进村.
NAMES_OF_VILLAGES = frozenset(
    words("前进 团结 胜利 解放 跃进 奋斗 奋进 振兴 进步 互助 建设 发展 创业 改革 开放 繁荣 建国")
)
# Before a title, one of these as a whole word ends what comes before, by its part of speech.
CUTTING_TAGS = frozenset(words("r p d ul uj uz ud uv ug u y e o t c"))
NOT_CUTTING = frozenset(
    words(
        "高新 经开 青年 少年 童年 老年 对外 对口 第一 以及 中共 共同 新时代 未来 再生 现代 当代 "
        "近代 春秋 互助 开来 长途 高速 全国 最高 非公 独立 同心 当地 某部 集聚 永远 "
        # Places that rjieba takes for adverbs, verbs or times.
        "大连 大同 大名 大足 正定 永定 通许 始兴 当阳 昔阳 且末 自贡 怀化 包头 保定 上思 下关 也门 "
    )
)
# Words of one character that do so, wherever the tagger sees them as words.
CUTTING_CHARACTERS = frozenset(
    "请让叫找带有问见去约到看听访给送陪随派称选当想说率迎喊拉跟催赴使把也还又都就已才便正再仅均"
    "即在从由向但拜"
    "对被据按为于以同的了着过等该我此这那每各您他她它现受没"
)
COUNTING_WORDS = frozenset("名位个")
PLACE_TOKENS = frozenset("省市县区州旗镇乡村我该")
FORMER = ("原", "前")
# Before a title that its holder no longer has.
FORMERLY = words("时任 曾任 历任 原任 前任 不再担任 不再兼任 卸任 原 前")
HELD_NOW = words("现任 现为 现")
AT_PRESENT = words("如今 现在 眼下 目前 今天")
HELD_LATER = words("拟任 拟提名 提名 拟")
# After 原, 前 or 现 these go on to a word or a name of a place.
NOT_STANDING = words(
    "平市 平县 州区 阳县 木 种 料 产 山 进 锋 郭 门 海 沿 湾 王 庄 代 场 货 有 任职"
)
# Notes on how somebody holds a post, which make it no other post.
HOLDING_NOTES = words(
    "试用期 兼 挂职 常务 正厅 副厅 正局 副局 正处 副处 正县 副县 正科 副科 正团 副团 正职 副职 "
    "保留 享受"
)
# What stands beside the offices of its place, and has none of them: 乡妇联主席甲，团委书记乙.
GROUPS_OF_PLACES = words(
    "妇联 团委 工会 人大 政协 纪委 监委 武装部 人武部 政法委 组织部 宣传部 统战部"
)
# Offices that every body may have, and that name none without it.
OFFICES_OF_ANY = words(
    "党组 分党组 党委 党总支部 党总支 党支部 支部 办公室 机关党委 工会 团委 理事会 监事会 经审会"
)
NOT_FORMER = words(
    "原平市 原平县 原州区 原阳县 原木 原种 原料 原产 原山 "
    "前进 前锋 前郭 前门 前海 前沿 前湾 前山 前王 前庄"
)
RESULTS_OF_VERBS = frozenset("上下着了过起到出来去")
# Before a title, one of these lets its holder follow with 的: 时任旗委书记的某.
HOLDING = words(
    "选为 推选为 推举为 任命为 聘为 "
    "时任 曾任 原任 担任 身为 作为 兼任 现任 任 是 当选 当选为 拟任 提名为"
)
AND_WORDS = words("和 与 及 以及 、")
TITLE_LINK = "兼"
# What a firm is in a deal, before its name.
PARTIES_TO_DEALS = words(
    "港商 台商 侨商 外商 承建单位 施工单位 建设单位 中标单位 "
    "签约企业 投资企业 中标企业 参展企业 入驻企业 加工企业 生产企业 龙头企业 骨干企业 "
    "民营企业 外资企业 出口企业 物流企业 种植企业 养殖企业 重点企业"
)

SETTLEMENTS = words("社区 村")
NOT_SETTLEMENTS = frozenset("各全本该我每这那此某两新农乡逐建驻入进到从在为对向城多老示美")
# What a place is, and is not called: 贫困村, 试点镇, 和谐社区, 另一镇; but 城郊乡, 石桥民族乡.
SORTS_OF_SETTLEMENTS = words(
    "文明 和谐 美丽 示范 贫困 脱贫 空心 行政 移民 试点 重点 中心 部分 当地 本地 "
    "周边 外地 附近 沿线 农业 特色 生态 卫生 智慧 数字 法治 "
    "法制 无讼 无毒 信用 小康 富裕 落后 后进 薄弱 涣散 优秀 先进 明星 专业 淘宝 "
    "电商 传统 历史 文化 驻地 受灾 重灾 挂点 包联 驻点 帮扶 联系 结对 整治 "
    "新型 老旧 完整 友好 书香 绿色 低碳 学习型 养殖 种植 旅游 最远 最大 边远 "
    "偏远 深山 同一 另一 这一 那一 某一 每一"
)
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
