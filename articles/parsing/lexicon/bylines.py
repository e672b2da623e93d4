"""Bylines: capacities, and who wrote, took pictures or edited."""

from .wordlist import words

CAPACITIES = words(
    "记者 本报记者 本网记者 首席记者 本报首席记者 全媒体记者 本报全媒体记者 融媒体记者 "
    "融媒记者 本报融媒体记者 见习记者 本报见习记者 实习记者 本报实习记者 特约记者 本报特约记者 "
    "驻站记者 通讯员 本报通讯员 特约通讯员 本报特约通讯员 实习生 本报实习生 作者 编辑 责任编辑 "
    "责编"
)
CONTRIBUTIONS = {
    "文/图": ("文", "图"),
    "图/文": ("文", "图"),
    "文／图": ("文", "图"),
    "图／文": ("文", "图"),
    "文图": ("文", "图"),
    "图文": ("文", "图"),
    "文、图": ("文", "图"),
    "图、文": ("文", "图"),
    "摄影报道": ("文", "图"),
    "图片报道": ("文", "图"),
    "文并摄": ("文", "图"),
    "撰文摄影": ("文", "图"),
    "文": ("文",),
    "文字": ("文",),
    "撰文": ("文",),
    "撰稿": ("文",),
    "供稿": ("文",),
    "报道": ("文",),
    "图": ("图",),
    "图片": ("图",),
    "摄": ("图",),
    "摄影": ("图",),
    "供图": ("图",),
}
DEFAULT_CONTRIBUTIONS = ("文",)
PICTURES = "图"
# A contribution of one character that may stand directly after a name.
GLUED_CONTRIBUTION = "摄"
REPORTING_WORD = "报道"
# Those that may be printed after the body that the person is of: 区融媒体中心记者.
CAPACITIES_OF_BODIES = words("记者 通讯员")
EDITING_CAPACITIES = words("编辑 责任编辑 责编")
