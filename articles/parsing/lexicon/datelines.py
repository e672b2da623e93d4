"""Datelines: markers, and the words that tell a day."""

from .wordlist import words

DATELINE_MARKERS = words(
    "本报讯 本报综合讯 本报综合消息 本报综合报道 本报综合 本报消息 本网讯 本台讯 本刊讯 本社讯 "
    "晚报讯 日报讯 早报讯 快讯"
)
# Who sends a story: 本报北沟3月24日讯, 新华社北沟3月24日电, 柳河融媒3月24日讯.
DATELINE_SENDERS = words("本报 本网 本台 本刊 本社 本端 我报 我台")
DATELINE_AGENCIES = words("新华社 新华网 中新社 中新网 人民网 央视网 人民日报")
# Before 讯 these make a word: 通讯, 喜讯.
NEWS_WORDS = "通简短喜资快音电要闻审报问警汛捷"
DATELINE_HOUSES = words(
    "社 网 报 日报 晚报 早报 时报 周报 电视台 广播电台 台 客户端 融媒 融媒体 融媒体中心 新闻 发布"
)
# A short while ago.
UNDATED_DAYS = words(
    "近日来 近日 日前 近期 连日来 近段时间 近来 最近(?:几天)?(?!.?年|的) 前不久 不久前 这几天 "
    "这段时间 连日(?=[，,]) 近几日 近几天 前几天 前几日 前些天 前段时间 前些日子 这些天 这两天 "
    "几天前 近一段时间 日来(?!临) 数日来 连续几天 上个?周末 上周 上个?星期(?![一二三四五六日天]) "
    "上个?月(?=[，,]) 新年伊始"
)
# A stretch of the calendar, which may be to come.
STRETCHES = words(
    "月初 月底 月末 年初 年底 岁末 本周末 (?<!个)周末 本周 双休日 "
    r"(?<!\w)节[前后] 节日期间 节日前夕 假日期间 假期"
)
# With 以来: a time that goes on till now.
BEGINNINGS = words("入[春夏秋冬汛伏] 开[春年] [去今][春夏秋冬](?:[去今][春夏秋冬])? 年初 本月")
# Feasts of one date; 清明 is computed.
HOLIDAYS = {
    "元旦": (1, 1),
    "新年首日": (1, 1),
    "新年第一天": (1, 1),
    "妇女节": (3, 8),
    "三八": (3, 8),
    "三·八": (3, 8),
    "3·8": (3, 8),
    "3·15": (3, 15),
    "植树节": (3, 12),
    "五一": (5, 1),
    "五·一": (5, 1),
    "劳动节": (5, 1),
    "五四": (5, 4),
    "五·四": (5, 4),
    "青年节": (5, 4),
    "护士节": (5, 12),
    "六一": (6, 1),
    "六·一": (6, 1),
    "儿童节": (6, 1),
    "七一": (7, 1),
    "七·一": (7, 1),
    "建党节": (7, 1),
    "八一": (8, 1),
    "八·一": (8, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
    "“十一": (10, 1),
    "记者节": (11, 8),
    "宪法日": (12, 4),
}
CLEAR_BRIGHTNESS = "清明"
# Of several days, or of different ones: no date is told.
MOVING_HOLIDAYS = words("春节 新春 小年 冬至 母亲节 父亲节 暑假 寒假 黄金周")
# After a feast: these say that its day is meant, those that it is some time round it.
ON_THE_DAY = words(
    "当天 当日 当晚 首日 第一天 这天 这一天 那天 "
    "[上下中]午 凌晨 清晨 早晨 傍晚 晚上?(?!会) 夜[里间] 夜(?=[，,]) 一?大?早"
)
ROUND_THE_DAY = words("之际 前(?=[，,]) 期间 假期 假日 长假 小长假 黄金周 前夕 前后")
# A stretch of a month, 上月底, 3月中旬, and a day at its end.
PARTS_OF_MONTHS = {"上旬": 10, "中旬": 20, "下旬": 28, "初": 10, "中": 20, "底": 28, "末": 28}
PARTS_OF_YEARS = words("年?底 年?初 年末 岁末")
# 从3月24日召开的会议上 is the day of the news, though 从 alone makes a day a limit.
MEETING_VERBS = words("召开 举行 举办 开幕 结束 闭幕 落幕")
# How a clause begins that says why: the news stands in the clause after it.
REASONS = words("为 针对 随着 围绕 由于 因 面对 结合 响应")
# 今天，镇里宣布桃花节将正式开幕: what is told today is the news.
TELLING = words("记者 获悉 了解 消息 宣布 发布 公布 透露 表示 强调 指出 要求 提出 说 称")
RELATIVE_DAYS = {
    "昨日": -1,
    "昨天": -1,
    "昨晚": -1,
    "昨夜": -1,
    "昨晨": -1,
    "前日": -2,
    "前晚": -2,
    "前天": -2,
    "大前天": -3,
    "今日": 0,
    "今天": 0,
    "今晨": 0,
    "今早": 0,
    "今晚": 0,
    "明日": 1,
    "明天": 1,
}
WEEKDAYS = "一二三四五六日"
WEEK_WORDS = words("周 星期 礼拜")
# How many weeks away; without one of these it is the last such day before the edition.
RELATIVE_WEEKS = {"上": -1, "本": 0, "这": 0, "下": 1}
RELATIVE_YEARS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}
RELATIVE_MONTHS = {"本月": 0, "上月": -1, "上个月": -1, "下月": 1}
# Before or after one of these, a date is a limit and not the day of the news.
DATE_LIMITS_BEFORE = words(
    "截止 自 从 至 到 前 为期 时间为 定于 拟于 将于 计划于 预计 力争 争取 确保 值 逢 近"
)
DATE_LIMITS_AFTER = words(
    "截止 以来 起(?:正式)?[施实执]行的 以前 之前 前 至今 为止 后 内 间 之后 以后 "
    # But 3月中旬的一天, 4月1日的会上.
    "的(?!一天|一个(?:[上下]午|[傍夜晚]|[清早]晨|早上|周末|雨)|[^，。]{0,12}(?:会|仪式|现场)上) "
    "零时(?=起|开始|正式|至|以?后) 出生 生[，,。]"
    # What the paper itself printed then: 本报3月18日二版刊发的….
    " 第?[0-9一二三四五六七八九十]{1,3}版 头版 刊发 刊登 见报 报道"
    " [，,]?本报[^，,。]{0,6}(?:以《|版|刊)"
)
CHINESE_DIGITS = "〇一二三四五六七八九"
# What is printed for 〇 besides.
CHINESE_ZEROS = "○零Ｏ"
CHINESE_TEN = "十"
CHINESE_TWENTY = "廿"
