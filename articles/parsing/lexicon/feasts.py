"""Feasts: their dates, the days off round them, and the words that say which day is meant."""

from .wordlist import words

# Before their names.
WHOSE = words("世界 国际 全国 国家 中国 中国人民")
# Month and day of those that have the same date each year.
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
    "法制宣传日": (12, 4),
    "警察节": (1, 10),
    "爱耳日": (3, 3),
    "学雷锋日": (3, 5),
    "学雷锋纪念日": (3, 5),
    "睡眠日": (3, 21),
    "世界水日": (3, 22),
    "气象日": (3, 23),
    "结核病日": (3, 24),
    "地球日": (4, 22),
    "读书日": (4, 23),
    "航天日": (4, 24),
    "知识产权日": (4, 26),
    "防灾减灾日": (5, 12),
    "慈善日": (9, 5),
    "博物馆日": (5, 18),
    "旅游日": (5, 19),
    "科技工作者日": (5, 30),
    "无烟日": (5, 31),
    "环境日": (6, 5),
    "爱眼日": (6, 6),
    "献血者日": (6, 14),
    "档案日": (6, 9),
    "土地日": (6, 25),
    "禁毒日": (6, 26),
    "人口日": (7, 11),
    "健身日": (8, 8),
    "医师节": (8, 19),
    "爱牙日": (9, 20),
    "烈士纪念日": (9, 30),
    "高血压日": (10, 8),
    "精神卫生日": (10, 10),
    "粮食日": (10, 16),
    "消防日": (11, 9),
    "消防宣传日": (11, 9),
    "糖尿病日": (11, 14),
    "双十一": (11, 11),
    "双11": (11, 11),
    "艾滋病日": (12, 1),
    "交通安全日": (12, 2),
    "残疾人日": (12, 3),
    "志愿者日": (12, 5),
    "公祭日": (12, 13),
    "平安夜": (12, 24),
    "圣诞": (12, 25),
}
# Which Sunday of which month.
SUNDAYS = {"助残日": (5, 3), "母亲节": (5, 2), "父亲节": (6, 3)}
# The month, and the constants of the twentieth and the twenty-first century for the day.
SOLAR_TERMS = {
    "春分": (3, 21.4155, 20.646),
    "清明": (4, 5.59, 4.81),
    "立夏": (5, 6.318, 5.52),
    "夏至": (6, 22.20, 21.37),
    "立秋": (8, 8.35, 7.52),
    "秋分": (9, 23.832, 23.042),
    "农民丰收节": (9, 23.832, 23.042),
    "立冬": (11, 8.218, 7.438),
    "冬至": (12, 22.63, 21.94),
}
# By how many days the formula misses these, of which the term is near midnight.
SOLAR_CORRECTIONS = {("立夏", 1911): 1, ("夏至", 1928): 1, ("冬至", 1984): 1, ("冬至", 2021): -1}
SUN_FEASTS = (*HOLIDAYS, *SUNDAYS, *SOLAR_TERMS)
# Of several days, or of different ones: no date is told.
MOVING_HOLIDAYS = words(
    "元旦春节 元旦、春节 中秋国庆 中秋、国庆 国庆中秋 国庆、中秋 "
    "两节 双节 春节 新春 小年 暑假 寒假 黄金周 "
    "古尔邦节 肉孜节 开斋节 火把节 泼水节 雪顿节 那达慕 藏历新年 彝族年 苗年"
)
# What one greets: 贺新春, 迎国庆.
GREETED = frozenset((*MOVING_HOLIDAYS, *SUN_FEASTS, "新年", "佳节"))
SPRING_FEASTS = words("春节 新春")
# Feasts whose days off begin with them; the years in which they did not.
BEGINS_DAYS_OFF_EXCEPT_IN = {(5, 1): (*range(2008, 2019), 2022, 2023), (10, 1): (2008, 2012, 2023)}
# Since then other feasts have their weekend for days off: how many before the feast, by weekday.
SHORT_HOLIDAYS_SINCE = 2008
DAYS_OFF_BEFORE = (2, 2, None, 0, 0, 0, 1)
# Feasts whose days off no rule tells.
UNRULED_FEASTS = frozenset(((2012, 1, 1), (2012, 6, 23), (2012, 9, 30), (2013, 1, 1)))
FIRST_OF_DAYS = words("首日 首天 头一天")
# 国庆假期后首个工作日, 节后上班第一天
FIRST_DAY_BACK = (
    r"(?<!\w)(?:(?:春节|国庆节?|元旦|五一)(?:假期|长假)?|节)后"
    "(?:的?(?:首|第一)个工作日|(?:上班)?(?:首日|第一天))"
)
# After a feast: these say that its day is meant, those that it is some time round it.
ON_THE_DAY = words(
    "当天 当日 当晚 之夜 这天 这一天 那天 "
    "[上下中]午 凌晨 清晨 早晨 傍晚 晚上?(?!会) 夜[里间] 夜(?=[，,]) 一?大早 一早 早上"
)
ROUND_THE_DAY = words("之际 前(?=[，,]) 期间 假期 假日 长假 小长假 黄金周 前夕 前后")
