from datetime import date

import pytest

from tests.articles.verification.directories import found

RULES = {"date_impossible", "date_weekday", "date_after_edition"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月30日，会议召开。", [("date_impossible", "2月30日", "")]),
        ("2023年2月29日，会议召开。", [("date_impossible", "2023年2月29日", "")]),
        ("13月1日，会议召开。", [("date_impossible", "13月1日", "")]),
        ("2024年2月29日将举行会议。", []),
        ("农历2月30日，庙会开市。", []),
        ("6月14日（星期四），会议召开。", [("date_weekday", "星期四", "星期三")]),
        ("6月14日(周三)，会议召开。", []),
        ("2023年1月1日星期日，会议召开。", []),
        ("2023年1月1日星期一，会议召开。", [("date_weekday", "星期一", "星期日")]),
        # The year before, in which it is nearer.
        ("12月31日（星期六），会议召开。", []),
        # The weekday of every week, of a year long gone, and of one told before.
        ("展览持续到6月14日，周一闭馆。", []),
        ("6月14日周一至周五开放。", []),
        ("6月15日星期五到三河村调研。", [("date_weekday", "星期五", "星期四")]),
        ("6月15日星期五和六名代表座谈。", [("date_weekday", "星期五", "星期四")]),
        ("6月15日，星期五记者从区政府获悉。", [("date_weekday", "星期五", "星期四")]),
        ("目前年产万吨，6月15日（星期五）投产。", [("date_weekday", "星期五", "星期四")]),
        ("十多年来年均增长，6月15日（星期五）投产。", [("date_weekday", "星期五", "星期四")]),
        ("距离群众最近，6月20日区领导出席会议。", [("date_after_edition", "6月20日", "")]),
        ("6月20日，青澜区筹备并召开会议。", [("date_after_edition", "6月20日", "")]),
        ("去年6月14日，星期二，路通了。", []),
        ("2021年春天动工，6月14日（星期一）架起第一片梁。", []),
        ("2021年春天动工，6月14日（星期日）竣工。", [("date_weekday", "星期日", "星期三")]),
        ("6月14日，星期四上午，会议召开。", [("date_weekday", "星期四", "星期三")]),
        ("为迎接6月20日召开的大会，志愿者参加了彩排。", []),
        ("6月20日，青澜区召开会议。", [("date_after_edition", "6月20日", "")]),
        ("6月20日，青澜区将召开会议。", []),
        ("报名定于6月20日截止。", []),
        ("6月14日，青澜区召开会议。", []),
        # Of this year, and no news of the next one.
        ("8月20日，青澜区召开会议。", []),
    ],
)
def test_dates_against_the_calendar(text, expected):
    assert found(text, rules=RULES) == expected


def test_the_29th_of_february_is_refused_in_a_common_year():
    paper = date(2023, 3, 1)
    text = "2月29日，会议召开。"
    assert found(text, day=None, edition=paper, rules=RULES) == [("date_impossible", "2月29日", "")]
    assert found(text, day=None, edition=date(2024, 3, 1), rules=RULES) == []


def test_without_the_day_of_the_paper_only_what_never_exists_is_found():
    text = "2月29日、2月30日和6月14日（星期一），会议召开。"
    assert found(text, day=None, edition=None, rules=RULES) == [("date_impossible", "2月30日", "")]


@pytest.mark.parametrize("paper", [date.min, date.max])
def test_whatever_the_day_of_the_paper_is_no_day_lies_out_of_the_calendar(paper):
    text = "1月1日，会议召开。12月31日，会议闭幕。2月30日，会议召开。"
    found_in_it = found(text, day=None, edition=paper, rules=RULES)
    assert ("date_impossible", "2月30日", "") in found_in_it
