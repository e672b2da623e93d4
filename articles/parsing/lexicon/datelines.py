"""Datelines: markers, and the words that tell a day."""

from .wordlist import in_both_scripts, words

DATELINE_MARKERS = in_both_scripts(
    words(
        "本报讯 本报综合讯 本报综合消息 本报综合报道 本报综合 本报消息 本网讯 本台讯 本刊讯 本社讯 "
        "晚报讯 日报讯 早报讯 快讯 本台消息"
    )
)
# Whose names follow a marker.
WRITERS = in_both_scripts(words("记者 通讯员 通迅员"))
# Who sends a story: 本报北沟3月24日讯, 新华社北沟3月24日电, 柳河融媒3月24日讯.
DATELINE_SENDERS = words("本报 本网 本台 本刊 本社 本端 我报 我台")
DATELINE_AGENCIES = words("新华社 新华网 中新社 中新网 人民网 央视网 人民日报")
# Before 讯 these make a word: 通讯, 喜讯.
NEWS_WORDS = "通简短喜资快音电要闻审报问警汛捷"
DATELINE_HOUSES = words(
    "社 网 报 日报 晚报 早报 时报 周报 电视台 广播电台 台 客户端 融媒 融媒体 融媒体中心 新闻 "
    "发布 在线"
)
# A short while ago.
UNDATED_DAYS = words(
    "近日来 近日 日前 近期 连日来 近段时间 近来 前不久 不久前 这几天 "
    "最近(?:几天|一段时间)?(?!.?年|的) "
    "这段时间 连日(?=[，,]) 近几日 近几天 前几天 前几日 前些天 前段时间 前些日子 这些天 这两天 "
    "几天前 近一段时间 日来(?!临) 数日来 连续几天 上个?周末 上周 上个?星期(?![一二三四五六日天]) "
    "上个?月(?=[，,]) 本月(?=[，,]) 新年伊始 前些时候? 前一段时间 "
    "前一?阵子? 这一?阵子 近些天 近些日子 "
    "近两[天日] 这[几两]日 [数几]日前 数天前 多日来 "
    # 一个多月来, and no 开榨五十天来
    r"(?<!\w)近?[0-9一二两三四五六七八九十几半]{1,3}个?[多半]?(?:天|周|月|星期)多?来"
    "(?![自到回临了]|[一二两三四五六七八九十几]{1,2}[次趟回]) "
    "近[几些两三]?年来 一段时间以来 一个时期以来 前一时期 前一个时期 近几(?:周|个月)(?=[，,]) "
    "上礼拜(?!.?[一二三四五六日天]) "
    "[中高]考期间 春运期间 “?两会”?期间 三夏期间 三秋期间 双抢期间 农忙期间 节假日期间 "
    "暑期(?=[，,]) "
    "[正八]月十五前[夕后] 腊月(?:二十|廿)三前[夕后] "
    "连续[0-9一二两三四五六七八九十数]{1,2}[天日](?=[，,]) "
    "开学(?:首日|第一天) 新学期(?:首日|第一天) [中高]考(?:首日|第一天) [春暑]运(?:首日|第一天) "
    "复[工课](?:首日|第一天) 开[园馆渔](?:首日|第一天) "
)
# A stretch of the calendar, which may be to come.
STRETCHES = words(
    "月初 月底 月末 年初 年底 岁末 本周末 (?<!个)周末 本周 双休日 "
    r"(?<!\w)节[前后] 节日期间 节日前夕 假日期间 (?<!\w)假期"
)
# With 以来: a time that goes on till now.
BEGINNINGS = words(
    "春耕 夏收 麦收 秋收 双抢 三夏 三秋 开学 新学期开学 新学期 "
    "入[春夏秋冬汛伏梅] 立[春夏秋冬] 春运 暑运 暑期 "
    "疫情(?:发生)? [夏秋粮棉烟][粮食花叶]收购(?:工作)?(?:开始)? "
    "主?汛期 进入(?:[^，。]{0,4}[期季]|夏|冬|伏|梅) "
    "开[春年] [去今][春夏秋冬](?:[去今][春夏秋冬])? 年初 本月"
)
# A stretch of a month, 上月底, 3月中旬, and a day at its end.
PARTS_OF_MONTHS = {
    "上中旬": 15,
    "中下旬": 25,
    "上旬": 10,
    "中旬": 20,
    "下旬": 28,
    "初": 5,
    "中": 20,
    "底": 28,
    "末": 28,
}
PARTS_OF_YEARS = words("年?底 年?初 年末 岁末")
# Of what a month looks like, 五月，石榴花开, without its news.
SCENERY = "花香莺絮蝉骄烈暖爽飘"
# 从3月24日召开的会议上 is the day of the news, though 从 alone makes a day a limit.
MEETING_VERBS = words("召开 举行 举办 开幕 结束 闭幕 落幕")
# 3月18日开工的大桥: of a thing, which is older than its news.
BEGINNING_VERBS = words(
    "开工 动工 成立 投产 建成 出台 印发 下发 实施 种下 栽下 签订 立项 启动 启用 开通 开业 开展"
)
# 今天，镇里宣布桃花节将正式开幕: what is told today is the news.
TELLING = words("记者 获悉 了解 消息 宣布 发布 公布 透露 表示 强调 指出 要求 提出 说 称")
RELATIVE_DAYS = {
    "昨日": -1,
    "昨天": -1,
    "昨晚": -1,
    "昨夜": -1,
    "昨晨": -1,
    "昨早": -1,
    "前日": -2,
    "前晚": -2,
    "前夜": -2,
    "前天": -2,
    "大前天": -3,
    "今日": 0,
    "今天": 0,
    "今晨": 0,
    "今早": 0,
    "今晚": 0,
    "今夜": 0,
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
    "截止 自 从 至 到 前 为期 [时日][间期]为 占 比 较 定于 拟于 将于 [将定拟]在 计划于 预计 "
    "力争 争取 确保 值 逢 近 年前的"
)
DATE_LIMITS_AFTER = words(
    "截止 以来 过后 刚过 一过 刚刚?过去 刚刚?结束 "
    "起(?:正式)?[施实执]行的 以前 之前 前 至今 为止 后 内 间 之后 以后 "
    # But 3月中旬的一天, 4月1日的会上.
    "的(?!一天|一个(?:[上下]午|[傍夜晚]|[清早]晨|早上|周末|雨)|[^，。]{0,12}(?:会|仪式|现场)上) "
    # 3月10日召开会议后，各村行动
    "[^，。]{0,12}发生[^，。]{0,8}地震(?:以|之)?后[，,] "
    "[上下]?午?召开[^，。]{0,16}后[，,] "
    "出生 生[，,。]"
    # What the paper itself printed then: 本报3月18日二版刊发的….
    " 第?[0-9一二三四五六七八九十]{1,3}版 头版 刊发 刊登 见报 报道"
    " [，,]?本报[^，,。]{0,6}(?:以《|版|刊) 的?《[^》]{2,8}报》"
)
# What the writer of a comment did, right behind words for a time: 前几天到乡下走亲戚.
DOINGS_OF_WRITERS = words(
    "到 去 回 下乡 进城 上街 出差 外出 陪 和 跟 听 看 读 翻 路过 途经 遇 碰 串 逛 乘 坐 因事 有事 "
    "参加了?一[个次场]"
)
CHINESE_DIGITS = "〇一二三四五六七八九"
# What is printed for 〇 besides.
CHINESE_ZEROS = "○零Ｏ"
CHINESE_TEN = "十"
CHINESE_TWENTY = "廿"
