"""Headlines: where a phrase goes on across a break, and which line is which."""

from .wordlist import words

# A phrase that ends in one of these, or begins with one of those, goes on across the break.
OPEN_PHRASE_ENDS = words(
    "届 的 暨 关于 扎实 进一步 加快 着力 全力 切实 大力 奋力 不断 打造 迎来 喜获 荣获 获评 构建 "
    "擦亮 绘就 谱写 争当 争创 筑牢 守牢 守住 压实 激发 书写 践行 弘扬 传承 锚定 聚焦 紧盯 紧扣 "
    "首例 首个 首条 首家 首座 首批 首届 首次"
)
# These too, unless what is held stands before them: 举办 and not 论坛举办.
OPEN_MEETING_ACTS = words("召开 举办 举行")
DAYS_OF_NEWS = words("昨日 今日 昨天 今天")
HELD_ENDS = "会议动式坛节赛班展程练讲"
CONTINUING_PHRASES = words("暨 的")
HEADLINE_ACTS = words(
    "召开 举办 举行 开展 启动 开幕 闭幕 落幕 开工 揭牌 签约 成立 发布 调研 视察 慰问 走访 督导 "
    "检查 出席 会见 获评 荣获 入选 投产 通车 开业 开班 部署 通报 突破 完成 获得 获 落户 亮相"
)
# What an office does: after it, what shall be done is a deck.
OFFICIAL_ACTS = words(
    "召开 举办 举行 开展 启动 实行 开幕 闭幕 落幕 揭牌 签约 成立 调研 视察 慰问 走访 督导 督查 "
    "检查 考察 出席 会见 部署 通报 座谈 宣讲 观摩 听取 来访 到访"
)
MEETING_ACTS = words("召开 举办 举行 开幕 闭幕 落幕 启动")
# A kicker says who spoke where; what was said is the headline below it.
KICKER_ENDS = words("强调 指出 要求 表示 提出 寄语 勉励 叮嘱 号召 呼吁")
# Or on what occasion something was done: 教师节到来之际.
OCCASION_ENDS = words("之际 前夕")
# A line that ends with one of these says when the thing below it was done, or what was over when
# it came out: 洪水退去之后, 抢险结束.
TIME_ENDS = words("之后 之时 之前 期间 以来 前后 结束 揭晓 告终 收官 告捷")
# The pains, with the time that they took, above what came of them: 奋战三昼夜.
EFFORTS = words("奋战 苦战 鏖战 激战 连战 坚守 历时 历经")
DURATIONS = words("昼夜 日夜 天 夜 小时 个月 年 载")
# A line that begins with one of these says what shall be done, not who did what.
SLOGAN_STARTS = words(
    "把 让 以 用 要 为 从(?!\\S*到) 学习 坚持 坚定 坚决 抓 抓好 抓实 抓细抓实 扎实 全力 全面 "
    "深入 深化 深学 加快 加强 加大 推进 推动 持续 奋力 奋进 聚焦 聚力 凝聚 锚定 紧盯 紧扣 "
    "筑牢 守护 守牢 守住 打造 打好 打赢 提升 提高 强化 压实 落实 激发 激活 擦亮 书写 谱写 "
    "绘就 争当 争创 争做 发挥 切实 着力 努力 确保 做好 做强 做优 做大 凝心聚力 真抓实干 攻坚 "
    "服务 建设 共建 共筑 共绘 共谋 共促 共话 共叙 共商 共享 团结 同心 齐心 "
    "唱响 传承 弘扬 牢记 践行 乘势而上 踔厉 "
    "抢 不断 进一步 稳住 跑出 走好 走出 拼 稳 统一思想 狠抓"
)
# A line that begins with one of these asks about what is named above it.
QUESTION_STARTS = words("怎么 怎样 如何 为何 为什么 为啥 咋")
# A line that begins with one of these is what was done at the occasion: a deck.
DECK_STARTS = words(
    "会议 大会 表决 审议 听取 研究 宣布 动员 双方 选举 "
    "记 追记 侧记 写在 来自 探访 走进 访 专访 对话 致 献给 "
    "强调 要求 指出 勉励 据 受理 表彰 共有 总投资 总产值 规上 增速 同比 预计 累计 首批 其中"
)
# A line that ends with one of these names a column, or what kind of report stands below it.
COLUMNS = words(
    "来信 论坛 时评 短评 夜话 漫笔 杂谈 访谈 访谈录 见闻 侧记 纪实 特写 专稿 直击 观察 巡礼 报道 "
    "新闻 风采 人物 群英谱 英模谱 专栏 进行时 旧事 之歌 连载"
)
# Words in a deck: who else was there, and figures.
DECK_WORDS = words("出席 参加 主持 讲话 陪同 致辞 侧记 纪实 综述 见闻 为例 之一 会议审议")
# A line that begins with one of these tells the news of the paper's own place.
OWN_PLACES = words(
    "我省 我市 我区 我县 我镇 我乡 我旗 我州 我局 我校 我院 我团 我师 全省 全市 全区 全县"
)
# A headline that begins so names a piece of work, and the phrase after it is its deck.
WORK_MANNERS = words("扎实 加快 全力 深入 持续 全面 大力 着力 切实 稳步 有序 积极 统筹")
WORK_VERBS = words("推进 加强 做好 推动 提升 落实 开展 抓好 强化 加快 深化 优化 实施")
