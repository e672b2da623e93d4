"""Where events are held, who holds them, and in which role somebody is there."""

from .wordlist import words

# What somebody is at an event, by what they do there; nobody is there by explaining something.
EVENT_ROLES = {
    act: role
    for role, acts in {
        "主持": "主持",
        "讲话": "讲话 致辞",
        "发言": "发言 演讲 表态",
        "出席": "出席 参加 列席 到会 到场 就座 在座 观看 观摩 聆听 见证",
        "陪同": "陪同 随行 同行",
        "会见": "会见",
    }.items()
    for act in words(acts)
}
# The kinds of event at which the acts of a visit are a role of their own.
TOURS = words("调研 检查 走访")
TOUR_ROLE = "调研"
# Whoever says something at one of these speaks there, and how it is told.
TALKS = words("座谈 论坛")
SAID_AT_TALKS = frozenset(words("说 表示 提出 希望 建议 反映 认为 直言"))

# What a body does for an event, by the verb.
HOST_ROLES = {
    verb: role
    for role, verbs in {
        "主办": "主办 举办 召开 举行 组织 开展 启动 发起 组织召开 组织举办 组织开展",
        "承办": "承办",
        "协办": "协办",
    }.items()
    for verb in words(verbs)
}
TOGETHER = words(
    "隆重 正式 及时 连夜 紧急 联合 共同 携手 会同 分别 一起 率先 首次 专门 集中 再次 定期 牵头"
)
BETWEEN_HOSTS = words("联合 会同 携手 和 与 及 以及")
# A body that holds events ends in one of these; a county or a district is a place.
HOST_ENDINGS = words(
    "局 政府 政协 人大 常委会 委员会 管委会 党工委 纪工委 县委 区委 市委 旗委 省委 州委 盟委 党委 "
    "工委 党组 政法委 纪委 监委 纪委监委 组织部 宣传部 统战部 社会工作部 武装部 人武部 办公室 委办 "
    "府办 法院 检察院 法庭 总工会 工会 妇联 残联 文联 科协 侨联 作协 工商联 联合会 团委 团县委 "
    "团区委 团市委 团旗委 红十字会 协会 学会 商会 基金会 促进会 研究会 公司 集团 企业 银行 支行 "
    "分行 医院 卫生院 保健院 福利院 敬老院 学校 中学 小学 大学 学院 幼儿园 党校 体校 一中 二中 "
    "三中 四中 五中 六中 一小 二小 三小 四小 分局 支队 大队 中队 总队 派出所 司法所 供电所 研究所 "
    "研究院 规划院 街道 办事处 街道办 社区 镇 乡 苏木 居委会 村委会 党支部 党总支 机关党委 中心组 "
    "中心 图书馆 文化馆 博物馆 美术馆 档案馆 体育馆 展览馆 报社 电视台 融媒体中心 实践站 实践所 "
    "工作站 服务站 气象台 林场 农场 牧场 合作社 联盟 新闻办 文明办 政府办 双拥办 振兴办 服务队 "
    "关工委 文化站 管理处 指挥部 领导小组 安委会 专委会 组委会 卫健委 发改委 网信办 编办 信访办 "
    "消防救援站 工作队 出版社 杂志社 通讯社 旅行社 供销社 书店 书院 剧团 剧院 医疗队 小分队 "
    "宣讲队 艺术团 俱乐部 海关 管理站 监狱 基地 车站 工作室 编辑部 联社 农商行 交易所 村 站 体委 "
    "计委 经委 农委 科委 建委 教委 民委 旅游委 计生委 宣讲团 讲师团 文工团 歌舞团 慈善会 产业园 "
    "工业园 科技园 孵化器 厂 体协 同乡会 宗亲会 校友会 老龄委"
)
# Those of them that are places too: 橘源镇第三届采摘节 is the whole name, as that of a school is.
PLACES_THAT_HOST = words("镇 乡 苏木 村 学校 小学 中学 幼儿园")

# Those that sign contracts, though their committees hold all else.
ZONES = words("经开区 高新区 开发区 新区")

# After one of these 前, 后 or 下 is where something stands, and not when: 综合楼前.
BUILT = words(
    "楼 馆 门 广场 操场 礼堂 厅 碑 像 塔 桥 树 亭 牌坊 站台 雕塑 祠堂 庙 寺 店 舞台 台 山"
)
# After one of these 现场 is a part of the place: 项目现场举行.
SITES = words("项目 工程 施工 建设")
# Before the verb, a word of one of these parts of speech (as rjieba names them) tells the manner.
MANNER_TAGS = frozenset(words("a ad d vd z an"))
PLACE_MANNERS = words(
    "胜利 隆重 成功 圆满 顺利 正式 如期 热烈 盛大 集中 联合 组织 现场 首次 同步 同时 共同 "
    "突然 骤然 搭台 火热 鸣锣 鸣枪 擂鼓 精彩 激情 盛装 温情 燃情 热力 欢乐 热闹"
)
# Verbs of an event that stand right after the place that 在 names.
HELD = words(
    "主持召开 召开 举行 举办 开幕 闭幕 落幕 启动 开赛 开班 结束 收官 上演 开营 开讲 开展 打响 "
    "开场 揭幕 启幕 拉开 开锣 开课 会见 签约 签订 宣讲 组织 办了 摆开 进行 亮相 开园 揭牌 奠基 "
    "建成 投产 开业 开工 开通 通车 竣工 签署 发布 首演 公演 开跑 开集 开街 展开 成立 集结 开播 "
    "起航 启航 落下 降下 收杆 谢幕 发车 首发 动工 投用 启用 鸣枪 起跑 展出 开张 开市 开镰 开犁 "
    "开渔 开捕 签字 开唱 开馆 落成 响起 开了一 支起 演出"
)
# What is no place though 在 stands before it, by how it ends and how it begins.
NOT_PLACE_ENDINGS = words(
    "中 下 隆重 期间 过程 基础 会上 背景 形势 之际 后 前 时 方面 领域 上午 下午 年 月 日 一天 上旬 "
    "中旬 下旬 活动 会议 大会 仪式 今天 今年 当天 这里 那里 此 线上 网上 同时 之前 之后 主持 范围 "
    "全体 代表 我省 我市 我区 我县 我州 我旗 我镇 我乡"
)
NOT_PLACE_STARTS = words(
    "慰问 看望 "
    "现场 全 各 这 那个 那里 那天 那时 那场 那次 那年 那段 那种 那些 此 该 其 "
    "贯彻 了解 推进 推动 落实 学习 实施 开展 贯通 研究 细致 系统 调查 "
    "剖析 查找 查处 查看 查摆 查办 查验 查补 挖 群众 基层 一线 一步 人心 持续 交流 促进 细 浅"
)
# Going somewhere, of those who are on a visit or come to an event.
GOING = words("沿着 先后到 分别到 来到 走进 开进 深入 深入到 前往 赴 走访了 走访")
GOING_ON_A_LIST = words("等地 等企业 等单位 等小区 等处 等村 等社区 等项目 等点位 等学校 等公司 等")
COMING_FOR = words(
    "参加 出席 上了 讲了 为 给 向 与 同 开展 举行 看望 慰问 调研 检查 视察 考察 督导 走访 实地 "
    "现场 督查 督察 巡查 招商"
)
# A place visited ends in one of these, where no list shows that it is one.
VISITED_ENDINGS = words(
    "省 市 区 县 旗 镇 乡 村 街道 社区 公司 中心 园 厂 站 所 院 校 学 一中 二中 三中 一小 二小 "
    "三小 四小 场 馆 厅 楼 路 河 湖 库 工地 现场 沿线 点位 基地 车间 家 项目 工程 桥 港 码头 隧道 "
    "会堂 宫 室 店 局 矿 "
    "院子 村委会 居委会 草原 宿舍 "
    "中队 大队 支队 部队 军营 一线 集团 渠 苏木 嘎查 连队 合作社 地块 站点 窗口 街 巷 "
    "山 河畔 湖畔 江畔 海滩 厂房"
)
# A place told by what was seen there: 报告厅里座无虚席.
INSIDE = words("里 上 内 中 边")
# After one of these 院 is a yard, and no court or hospital.
OF_YARDS = "院局司校区厂府站委会村家"
# Halls and grounds where events are, by how they are called.
GROUNDS = words(
    "厅 大厅 报告厅 展厅 审判庭 法庭 会议室 会堂 礼堂 剧场 剧院 体育馆 文化馆 图书馆 球场 操场 "
    "广场 花街 老街 步行街 牧场 草场 风口 赛场 现场 校园 公园 景区 "
    "活动中心 服务中心 党群中心 会展中心 小院 院坝 码头 货场 车间 厂区 厂房"
)
SCENES = words(
    "座无虚席 坐满 挤满 围满 站满 灯火通明 锣鼓 人头攒动 人山人海 热闹 暖意 欢声 掌声 欢歌 彩旗 "
    "浓烟 火光 歌声 热气 摆开 摆满 人声鼎沸 气氛 笑语 响起 鼓乐 警报"
)
