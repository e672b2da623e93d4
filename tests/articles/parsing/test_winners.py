import pytest

from articles.parsing.winners import find_winners

WINNERS = [
    ("一等奖：何青山（柳河小学）；二等奖：林志远（县一中）。", ["何青山", "林志远"]),
    ("他得了一等奖何等高兴。", []),
    ("男子跳远：第一名 云舒（石桥中学） 5.1米。", ["云舒"]),
    ("拔河：第一名 石桥队（黄土乡）。", []),
    ("第二名王磊和他来自同一个网点。", ["王磊"]),
    ("第一名来自石桥队，冠军是何人。", []),
    ("经过角逐，罗鹏以2小时23分41秒夺得冠军。", ["罗鹏"]),
    ("罗成以十一秒四获得第一，马晓梅以4米82的成绩打破纪录。", ["罗成", "马晓梅"]),
    ("石桥队以四比二获胜，江苏以三比一战胜山东，何家以三比零胜。", []),
    ("全县以8亿元夺得第一，公司以100万元获得使用权。", []),
]


@pytest.mark.parametrize(("text", "expected"), WINNERS)
def test_whoever_won_is_found(text, expected):
    assert [one.name for _, one in find_winners([text])] == expected
