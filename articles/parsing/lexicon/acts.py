"""What officials do, and the events that stories report."""

from .wordlist import words

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
