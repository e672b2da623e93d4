"""Code points of radicals and of compatibility, and the characters that print as they do.

A font draws 工 and the radical ⼯, 长 and ⻓, with one glyph, and many a PDF hands out the radical.
Unicode says which belong together (NFKC). SUPPLEMENT has the whole characters of the
block CJK Radicals Supplement that share their glyph in Noto CJK, 户, for which Unicode has 戶, and
what else Noto CJK draws alike.
"""

import unicodedata
from itertools import chain

KANGXI_RADICALS = range(0x2F00, 0x2FD6)
COMPATIBILITY_IDEOGRAPHS = (range(0xF900, 0xFADA), range(0x2F800, 0x2FA1E))
SUPPLEMENT = dict(
    zip(
        "⼾㬵〈〉〜⺎⺒⺓⺟⺠⻁⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰⻱⻲⻳",
        "户胶〈〉～兀巳幺母民虎见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙龜亀龟",
        strict=True,
    )
)
# A dash of print is two of them in a text.
DASHES = {"⸺": "——", "⸻": "———"}
# ﬁ and its like, which fonts of the West draw for letters that touch.
LIGATURES = {one: unicodedata.normalize("NFKC", one) for one in map(chr, range(0xFB00, 0xFB07))}
RADICALS = {
    character: plain
    for character in map(chr, chain(KANGXI_RADICALS, *COMPATIBILITY_IDEOGRAPHS))
    if (plain := unicodedata.normalize("NFKC", character)) != character
} | SUPPLEMENT
PLAIN = str.maketrans(RADICALS | DASHES | LIGATURES)
