"""What those who write and edit are called, and how the bodies that they are of are printed."""

import re

from .after_names import HAN
from .byline_credits import either
from .lexicon.bylines import (
    BODIES_OF_WRITERS,
    CAPACITIES_OF_BODIES,
    CAPACITY_NOUNS,
    CAPACITY_PREFIXES,
    CREDITED,
    EDITING_CAPACITIES,
    EDITING_PREFIXES,
    HOUSES_OF_WRITERS,
    STATIONS,
)
from .lexicon.datelines import DATELINE_AGENCIES
from .lexicon.names import PLAIN_SURNAMES

PREFIXES_OF_CAPACITIES = rf"(?:{either(CAPACITY_PREFIXES)}|驻{HAN}{{1,4}}?)*"
CAPACITY_PATTERN = rf"{PREFIXES_OF_CAPACITIES}{either(CAPACITY_NOUNS)}"
CAPACITY = re.compile(CAPACITY_PATTERN)
# 通 讯 员, 副 主 编
SPACED = tuple(
    (kind, "|".join(r"[ \u3000]+".join(word) for word in called if len(word) > 2))
    for kind, called in (("capacity", CAPACITY_NOUNS), ("editor", EDITING_CAPACITIES))
)
SPACED_NOUN = "|".join(pattern for _, pattern in SPACED)
IS_SPACED_NOUN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in SPACED))
# 编辑部, 设计院 and 技术科 are bodies. 编：何青；审：陆敏
EDITOR = re.compile(
    rf"(?>(?:{either(EDITING_PREFIXES)})?{either(EDITING_CAPACITIES)}{{1,2}})"
    rf"(?![部院室员科站处组中]|师(?!{HAN}{{2}}))"
    r"|[编审校]$"
)
# 青石新闻·柳河晚报记者, 青石时报-柳河网记者: two houses in one.
CAPACITY_OF_A_BODY = re.compile(
    rf"(?:{HAN}{{2,8}}[·•－—-])?(?P<body>(?:[A-Za-z]{{1,8}})?{HAN}{{1,12}}?)"
    rf"{either(CAPACITY_PREFIXES)}*{either(CAPACITIES_OF_BODIES)}(?!站)"
)
# 青石晚报、柳河网记者; 青石晚报·柳河壹点
HOUSE = re.compile(
    rf"(?:{HAN}{{2,8}}[·•])?{HAN}{{2,8}}(?:报|网|在线|客户端|融媒体?(?:中心)?)(?:[·•]{HAN}{{2,8}})?"
)
PAPER = re.compile("(?:[日晚早时星周年]报|网)$")
# 闪电新闻: called so, whatever the two characters say.
NEWS_SITE = re.compile(f"{HAN}{{2}}新闻")
STATION = re.compile(rf"(?P<body>{HAN}{{1,12}}?){either(STATIONS)}(?={HAN})")
# 本组图片均由, 本版稿件由, 本组图片: by those whom the words after it name.
MADE_BY = re.compile(
    rf"(?:(?:以上|本[组版页])?{either(CREDITED)}(?:均|都)?[由为](?={HAN}|$)|本[组版]{either(CREDITED)}$)"
)
# 发自柳河, 青岛报道: where the writer was.
WRITTEN_AT = re.compile(rf"发自{HAN}{{2,10}}")
# 县科协, 区妇联, 县一中: three characters, of which the first says that no person is meant.
BODY_OF_A_PLACE = re.compile(rf"[省市区县州旗镇乡团]{HAN}{{0,17}}{either(BODIES_OF_WRITERS)}")
# 医联办, 宣教科: whatever the words in it are, but no 承办, and no 李登科.
OFFICE = (
    rf"(?![{''.join(sorted(PLAIN_SURNAMES))}])"
    rf"{HAN}{{1,3}}(?:(?<![承主协督催举开创])办|科)"
)
# 县委宣传部何青山
BODY_AND_NAME = re.compile(
    rf"(?P<body>{HAN}{{0,6}}{BODY_OF_A_PLACE.pattern}|{HAN}{{2,12}}?[办部科处局院站](?={HAN}{{2}}$)"
    rf"|(?:{HAN}{{2,8}}?{either(HOUSES_OF_WRITERS)}|{either(DATELINE_AGENCIES)})(?={HAN}{{2,3}}$)|{OFFICE}(?={HAN}{{3}}$))"
    rf"(?<!干部)(?P<name>{HAN}{{2,3}})"
)
# 县住建局: of a place, whatever the words in it are.
IS_OFFICE = re.compile(rf"{OFFICE}|[省市区县州旗]{HAN}{{2,6}}[局委]")
