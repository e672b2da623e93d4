"""How the words of a byline are set apart: by marks and spaces, and shares by slashes."""

import re

from .after_names import HAN
from .byline_capacities import CAPACITY_PATTERN, EDITOR
from .byline_credits import SEPARATORS, either
from .lexicon.bylines import CONTRIBUTIONS, SOURCE_WORDS
from .lexicon.names import SURNAMES
from .lexicon.wordlist import any_of

PAIRED = "|".join(re.escape(word) for word in CONTRIBUTIONS if re.search(rf"[{SEPARATORS}]", word))
PAIR = rf"(?:{PAIRED})(?!{HAN})"
WORD = re.compile(rf"{PAIR}|[^{SEPARATORS}]+?(?={PAIR}|[{SEPARATORS}]|$)")
# Where one share stands so, 陆小梅/文, the others do too: 甘志文/图 is 甘志文 and 图.
SHARE_AFTER_NAME = re.compile(rf"{HAN}(?![文图圖摄攝]){HAN}[/／][文图圖摄攝](?=[\s、,，;；)）]|$)")
# 甘志文/文陆敏/图: the first 文 that 陆敏 follows is a share.
GLUED_SHARE = (
    rf"(?<={HAN}[/／])[文图圖摄攝](?=[{''.join(sorted(SURNAMES))}]{HAN}{{1,2}}[/／][文图圖摄攝])"
)
WORD_AND_SHARE = re.compile(rf"{PAIR}|{GLUED_SHARE}|[^{SEPARATORS}]+")
GAP = re.compile(rf"[{SEPARATORS}]*")
# 文字：春雨　图片：何守正, and a source before them.
LABEL = f"(?:{CAPACITY_PATTERN}|{EDITOR.pattern}|{any_of(CONTRIBUTIONS)})"
LABELLED = re.compile(
    rf"(?:{either(SOURCE_WORDS)}[：:]\S{{2,20}}[ \u3000]+)?"
    rf"(?:{LABEL}[：:][ \u3000]?{HAN}{{2,3}}(?:[ \u3000]+|$))+"
)
