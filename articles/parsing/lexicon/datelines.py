"""Datelines: markers, and the words that tell a day."""

from .wordlist import words

DATELINE_MARKERS = words(
    "本报讯 本报综合讯 本报综合消息 本报综合报道 本报综合 本报消息 本网讯 本台讯 本刊讯 本社讯 "
    "晚报讯 日报讯 早报讯 快讯"
)
DATELINE_SENDERS = words("本报 新华社")
UNDATED_DAYS = words(
    "近日 日前 近期 连日来 近段时间 近来 最近 前不久 不久前 这几天 这段时间 连日 近几日 前几天 "
    "前几日"
)
RELATIVE_DAYS = {
    "昨日": -1,
    "昨天": -1,
    "昨晚": -1,
    "前日": -2,
    "前天": -2,
    "今日": 0,
    "今天": 0,
    "今晨": 0,
    "明日": 1,
    "明天": 1,
}
RELATIVE_YEARS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}
RELATIVE_MONTHS = {"本月": 0, "上月": -1, "上个月": -1, "下月": 1}
# Before or after one of these, a date is a limit and not the day of the news.
DATE_LIMITS_BEFORE = words("截至 截止 截止到 截至目前 自 从 自从 至 到 前 为期 定于 拟于 将于 在")
DATE_LIMITS_AFTER = words("以来 以前 之前 前 起 至今 为止 开始 的 后 内 间 之后 以后 零时")
CHINESE_DIGITS = "〇一二三四五六七八九"
CHINESE_TEN = "十"
