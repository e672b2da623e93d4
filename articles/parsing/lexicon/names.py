"""Personal names: surnames, and what may stand in and after a name."""

from .wordlist import words

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
    "福冶修俎亓郗粟睢拓呙昝滑漆税眭銮邝旷尧矣岩敬揣闪帖冒巨牙锁芈奉候肇火訚信渠智恽虎豆塔脱宛生"
    "初蔄菅綦阚隰雒颉麴仓偰冶字寸尕拜摆敏浮潭玄禚禤稂粘羿胥葆蒉述郄敖斯戴阎锺丛銀付閆邸卻邬淦漳"
    "冉谯蹇"
    "钭祭操撖才扎穷旦种麦嵇蓟钮法殳郤凃侍苌茆召英秘律角问闭青道衷永汉斗显洛布希玉琚翦郇郅郧鲜黑"
    "镡庆泉"
    "校检绳郸逮遆隽毓荔香达密镇酒舍亮尼颍虫仝卡力盈直疏甫瑞潜过汲庾缪"
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
    "寿通别充鱼容终居步满国广东利越师督赏年爱言福冶修种麦法英律角问青道永汉斗显布希玉黑庆泉校检"
    "香达密镇酒舍亮卡力盈直疏甫瑞召鲜揣冒巨后禾过潜"
)
# The surnames of nine people in ten.
COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    "魏薛叶"
    "阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔"
    "贺赖龚"
    "文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢路岳齐梅莫庄辛祝左涂谷祁耿牟詹苗"
)
# Characters that never stand in a given name, and those that seldom do.
NOT_IN_GIVEN_NAMES = frozenset(
    "的了着吗呢吧们你您我他她它那这哪么啊区局委部院处职员座议第个副等并或"
)
SELDOM_IN_GIVEN_NAMES = frozenset(
    "地是对得被把该每各此其所如若则且但而因可没不很使给要说就到从及与将也都又还已让出表指介调"
)
# Words that begin with a surname and often follow a title without being a name.
NOT_PERSONS = frozenset(
    words(
        "项目 方面 方案 方式 方法 方针 方便 时间 时候 时期 时代 时常 时刻 时时 单位 单独 成员 成果 "
        "成绩 成立 成为 成效 成功 管理 任务 任职 任命 任何 高度 高效 高调 高举 高位 高声 高新 高温 "
        "高标 安全 安排 安置 经济 经验 经常 经营 经过 经费 金融 金额 金牌 平台 平安 平均 平时 平常 "
        "计划 计算 程度 应急 应邀 应当 应约 应用 应对 农业 农村 农民 农户 车间 车辆 车站 商务 "
        "商会 商讨 国家 国际 国内 国有 国企 全面 全国 全省 全市 全县 全区 全镇 全体 全程 全员 全力 "
        "全部 全都 全村 全校 全院 全局 关于 关心 关注 关键 关系 关爱 相关 相应 相继 相互 相信 水利 "
        "水平 水果 马路 花园 花卉 温暖 公开 公司 公安 公共 公益 公平 公示 党委 党组 党员 党建 "
        "党课 干部 干警 干群 常委 常务 常态 常年 常见 常常 陪同 解决 解放 解读 解答 解释 卫生 文化 "
        "文明 文件 文艺 文体 文旅 左右 万众 万元 万人 万亩 万分 东西 古城 古镇 商量 查看 查处 查找 "
        "支持 支部 支付 支援 通过 通知 通报 通常 包括 包联 包抓 包片 包村 包保 从事 从严 从此 从不 "
        "从来 从容 于是 明确 明显 明天 明年 白天 连续 连日 连夜 连忙 连连 尚未 双方 双拥 景区 景点 "
        "严格 严肃 严厉 强调 强化 强力 强烈 施工 施策 施行 简要 简介 简单 简称 满意 满足 建议 时任 "
        "何时 何人 何以 曾经 曾任 温和 和谐 和平 向来 向上 别的 边走 边看 边听 边说 代表 代理 代为 "
        "代办 代建 上午 下午 家长 家庭 家访 都是 都会 都要 都有 都在 广大 广泛 年度 年初 年底 年轻 "
        "海关 法院 法律 法治 法官 华为 陈述 陈列 容易 居民 居委 居家 步行 步入 满怀 满腔 终于 终身 "
        "来到 来自 来信 来访 红利 权益 权威 谈到 谈起 谈话 谈心 束后 危房 危险 盛会 盛赞 盛情 "
        "荣获 荣誉 幸福 宣布 宣传 宣讲 宣读 充分 充满 利用 利民 师生 师傅 师资 老师 同学 同志 先生 "
        "女士 空中 空间 寿命 贡献 劳动 劳模 热情 阴雨 能源 能力 能够 双重 双向 印发 印象 保证 保持 "
        "保护 保障 保安 展示 展开 展望 展厅 麻烦 游客 游览 麦收 闻讯 闻声 沙发 冷链 冷静 和气 云端 "
        "云上 花费 花钱 喻为 车队 车上 牛羊 羊群 石化 石油 路过 路上 路边 路面 计生 易地 易燃 习惯 "
        "胜利 盘点 钱款 毛收 米面 席间 管护 管好 管控 管住 谷物 江苏 江西 湖南 湖北 河南 河北 海南 "
        "广东 广西 云南 贵州 山东 山西 安徽 甘肃 宁夏 成都 石家 连云 张家 马鞍 秋季 夏季 "
        "冬季 春季 高考 高校 高铁 高速 祝贺 祝福 祝愿 谢谢 殷切 巡回 项链 那么 那些 易地 "
        "乐于 乐观 贴心 温情 柴油 沉着 钟情 蓝图 巩固 庄严 庄重 苦口 邀请 姓名 尤其 毕竟 毕业 辛苦 "
        "辛勤 焦急 梅雨 莫大 齐聚 岳父 史上 史料 武装 武警 侯车 申请 申报 康复 康养 孔子 白酒 "
        "任期 任前 任教 任免 费用 费心 纪检 纪委 纪念 纪律 童年 童话 盛夏 房屋 房产 房东 房间 丰收 "
        "丰富 荷花 鲜花 鲜明 苗木 苗圃 牟取 曲折 曲线 游泳 贾谊 段落 段长 龙头 龙舟 毛病 高兴 "
        "高傲 金黄 金色 乐意 安静 安心 安慰 和蔼 和善 和缓 明亮 "
        "平稳 平静 简朴 严谨 温柔 "
        "从前 从头 从小 从中 从容不 通俗 通透 周到 周边 周围 周末 周密 石板 胡同 何况 白手 "
        "黄金 金秋 金灿 蓝天 "
        "后续 全新 全心 全民 全球 全域 全链 关口 成百 成千 成片 成功地"
    )
)
# Characters that names of Mongols, Tibetans, Uyghurs and Kazakhs are written with.
TRANSLITERATING = frozenset(
    "阿艾爱巴白包宝保彼毕布策查朝楚措次达丹当德登迪丁都敦额恩尔丰嘎甘刚高格根古哈海罕汗赫呼胡花吉加"
    "佳嘉杰金喀卡凯坎康克孔库拉腊兰朗勒力丽里利林龙鲁伦罗洛玛麦曼毛门蒙米木姆那娜乃纳尼努诺欧帕盘"
    "平朴奇其齐恰钦青琼曲热仁日荣茹若赛萨桑森沙山善斯松苏索塔泰坦特腾提帖铁图吐托陀瓦旺维文翁乌吾"
    "西希仙孝新雅亚扬央依伊宜音英永尤于玉云扎泽占珍真志忠仲周珠卓孜宗祖呷果美依古者孟和敖其合艳吾守"
    "色则尕才让措先巴图牙仓麻买莫汉史密蒂芬迈弗莎伯雷约翰逊威廉卢瑟歇藏多江娃楞嘎贡"
)
# After a name these join it to what follows, and something must follow.
JOINING_CHARACTERS = frozenset("在向对与和就为将及从由以把让使给因于")
# The last character of a longer name is far more likely the next word when it is one of these.
PARTICLES = JOINING_CHARACTERS | frozenset(
    "时地也还则却便都又再才只更最倒已曾没是以率致边听算教做捧站走坐看接推买读写问答说讲谈各亦仍均皆"
)
# Nothing is a name before one of these.
NEVER_AFTER_A_NAME = frozenset("着了")
# What does not follow them.
NOT_AFTER_JOINING = words(
    "表示 指出 强调 说 认为 要求 提出 致辞 讲话 主持 出席 参加 陪同 带队 率队 一行 同志 介绍 "
    "回忆 告诉"
)
# A single given name of these before a comma is a verb: 常说,
SAYING_CHARACTERS = frozenset("说讲道问")
# With a surname before it, one of these is a form of address.
NOT_GIVEN_NAMES = frozenset(
    words(
        "老师 同学 同志 先生 女士 师傅 阿姨 大爷 大妈 大娘 大叔 大姐 大哥 大嫂 奶奶 爷爷 医生 书记"
    )
)
# A word after a name begins, by its part of speech (as rjieba names them), one of these.
PREDICATE_TAGS = frozenset("vdpctzilramub")
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
    "提醒 坦言 回忆 感慨 呼吁 主刀 率队 会见 会上 深有 仔细 认真 边 用 以 坐 站 走 把 让 被 有 "
    "女士 先生 老师 任 忙着 忙 来到 下令 回应 关心 说道 "
    "自己 立即 当即 当场 不仅 不光 一直 每天 常常 经常 "
    "坚持 觉得 知道 发现 看到 想到 想起 感到 负责 负责人 专程 亲手 说起 谈到 谈起 笑着 指着 "
    "拿着 站在 坐在 走到 "
    "回来 回忆说 等人 出任 不再 曾任 现任 原任 现年 今年 去年 当年 那时 会后 会前 事后 却 便 "
    "才 正 只 "
    "没 没有 不仅 这样 如此 等参加 等出席 等陪同 先 请 找 挨 抹 逐 接过 主刀 号召 鼓励 建议 "
    "倡议 宣誓 颁发 颁奖 "
    "上台 授 揭 发布 发表 发起 牵头 主抓 分管 算 亲临 坐镇 指挥 巡查 抵达 返回 离开 结束 获 "
    "获得 荣获 被 领衔"
)
# Those that make a name certain where only the surname speaks for it.
STRONG_AFTER_A_NAME = words(
    "告诉 列席 强调说 介绍说 表示说 汇报 担任 宣布 表示 指出 强调 提出 主持 出席 参加 介绍 "
    "要求 讲话 说 陪同 致辞 调研 率队 带队 一行 同志 等"
)
# One of these as the last character of a name is more likely the word after it.
NAME_TRAILERS = frozenset(
    "时地忙则却便才只最倒曾没以有任边听算教捧看接推买读写问答亦仍均皆立起之向在与和及对就为到赴"
    "等率带说作做来从并将也的是随签致讲谈提称受给参主出表指强要介调会走坐站把让被都又更已"
)

# --- Names before their titles ---------------------------------------------------------

# Between a name and the title that it is given.
OFFICE_VERBS = words(
    "任 担任 兼任 出任 当选 当选为 接任 继任 升任 转任 改任 为 是 系 现任 时任 曾任 原任 历任 "
    "被任命为 被选举为 被选为 被聘为 "
    "被推选为 被推举为 当选为新一届 不再担任 不再兼任 获任 获聘 受聘为 兼 就任"
)
# Before a name that a title follows.
BEFORE_AN_APPOINTED = words(
    "任命 免去 选举 推选 推举 提名 聘请 聘任 聘 补选 由 接受 增补 罢免 免除 选出 选 决定任命 "
    "同意 批准 撤销"
)
DISMISSED = words("免去 接受 免除 罢免 撤销 同意 批准")
# A name with one of these before it is how friends call someone: 老李.
PET_NAME_STARTS = frozenset("老小阿大")
