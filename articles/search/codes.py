"""The pairs of neighbouring characters of a folded text as numbers of 32 bits, for PostgreSQL.

A pair has its first character in the higher half, a character by itself has nothing there.
Characters beyond the first plane share numbers: the text itself is looked at in the end.
"""

import re
import struct
from functools import cache

from articles.search.folding import PARAGRAPH
from articles.search.pairs import runs

# Characters that one in twelve of the stories of a district newspaper has, or more: whoever looks
# for one of them alone meets it soon along the dates, and as numbers they would be the most of all
# characters. Taken from the stories of benchmarks/extraction/fixing, where the word list of jieba
# has them among its thousand most frequent too.
COMMON = frozenset(
    "年版日月一的报下上记长者了在本十来三主期说人二到副个四有会里是不要办出局六书委区家第天开和星百工大员县五新子小他中时生任民今两全"
    "后社去闻分就把名成通八公前着合发过用业行部进场看多加地九万老文经席党起学持为作从千次理以头建心得政带自车能张手最还七明门提已这走"
    "元介事由电总国们同水表点每举她司给志机现回岁常面东平管位村都口没乡我路当资只间等条海市收高参方道务产户图实组院话关农台体对将江红"
    "入先式队协半也米展见华企安马城设师周打问接住金目化承议保镇李并项投致教好军山线放云专比领落向班少育支让动单春力交听处站强程科导限"
    "请商清孩林王代河干立外拉所余讲送转度厂满底情正气府广木做于改室园之钱白字装房织原查校其玉备热源级件意共服察兰数边告田调完刘女应花"
    "片钟尔解群风众届可技拿集修费那重示雨坐刚达种节买指难况响内计再克连声算阳增法阿责北供黄石样苏青亿团职排求儿被案陈龙才受省古言号包"
    "光招研街格取医器晚己布影德快物身品联推定结决约步至留各往客永编季南与早传护又居西采英首信楼续远题术活宣卖考杨依值直如游卫压负预补"
    "候近利几夜获写别流份双停选演造赛基想深批验认么段召退福防亮块何吃试据亲馆习质审找因赶松划色飞率诉检香运夏巴空什齐整土根量板制静背"
    '0123456789 ,。、:()"'
)
# Bytes of a character, and of a number.
CHARACTER, CODE = 2, 4


def codes(text, passed_over=frozenset()):
    """The pairs of a text, and its characters but those that are passed over.

    They are bytes, number after number with the higher byte first, neither sorted nor told apart:
    PostgreSQL does both for its index, sooner than Python.
    """
    characters = "".join(_stretches_without(passed_over).findall(text))
    return b"".join([*map(_pairs, runs(text)), _by_themselves(characters)])


def codes_of_term(term, passed_over=frozenset()):
    """The numbers that every text with the folded term has: its pairs, or its one character.

    None where that is passed over.
    """
    if len(term) > 1:
        return numbers(b"".join(map(_pairs, runs(term))))
    return [] if term in passed_over else numbers(_by_themselves(term))


@cache
def _stretches_without(passed_over):
    return re.compile(f"[^{re.escape(''.join(sorted({*passed_over, PARAGRAPH})))}]+")


def numbers(packed):
    """The codes as numbers, sorted and told apart."""
    return sorted(set(struct.unpack(f">{len(packed) // CODE}i", packed)))


def _pairs(run):
    halves, number = _low_halves(run), len(run) - 1
    packed = bytearray(CODE * number)
    for place in range(CODE):
        packed[place::CODE] = halves[place : place + CHARACTER * number : CHARACTER]
    return packed


def _by_themselves(characters):
    halves, packed = _low_halves(characters), bytearray(CODE * len(characters))
    packed[2::CODE], packed[3::CODE] = halves[0::2], halves[1::2]
    return packed


def _low_halves(text):
    """The lower 16 bits of each character, the higher byte first."""
    whole = text.encode("utf-32-be")
    halves = bytearray(CHARACTER * len(text))
    halves[0::2], halves[1::2] = whole[2::4], whole[3::4]
    return halves
