"""Find whoever has a foreign name, wherever a text names them: 阿瓦汗牵着, 帕提古丽·吐尔地."""

import re
from collections.abc import Iterator
from functools import partial

from .after_names import HAN, after_name, begins_a_word, is_straddled
from .byline_names import is_no_phrase
from .callings import Calling
from .dotted_names import DOT, DOTS, dotted_name
from .foreign_names import PARTS, foreign_name
from .lexicon.names import TRANSLITERATING
from .lexicon.persons import PERSON_LASTS, ROLES
from .lexicon.titles import FIRMS, PERSON_TAGS
from .lexicon.wordlist import Finder, any_of, has_any
from .name_shapes import shape_of, tells_a_look
from .surnames import part_of_speech

LENGTH = 3
LIKELY = 0.5
OF, LISTED = "的", "、"
# 阿瓦汗牵着, 村民巴合提古丽正在: whoever has a foreign name without a dot.
SOUNDS = f"[{''.join(sorted(TRANSLITERATING))}]"
BEFORE = rf"[。；;！!？?，,：:“”\s的名{''.join(sorted(PERSON_LASTS))}]"
OF_NAMES = Finder(PARTS)
BEFORE_FOREIGN = re.compile(rf"$|{BEFORE}|[、和与及（(]")
OF_SOUNDS = re.compile(rf"{BEFORE}(?=(?P<name>{SOUNDS}{{3,7}})(?!{DOT}))")
# Without this in a story, the pattern need not be tried: it looks for the rarer part of it first.
SOUNDS_BEGIN = re.compile(rf"{SOUNDS}(?<={BEFORE}.)(?={SOUNDS}{{2}})")
# 艾文美|（中国）有限公司
BRANCH = f"(?:[(（]{HAN}{{2,4}}[)）])?"
# 乌克兰|焊工, 沙日呼|都格嘎查, 康达尔|有限公司
OF_A_PLACE = re.compile(
    rf"{any_of(ROLES)}|{HAN}{{0,3}}(?:嘎查|苏木)|{BRANCH}{HAN}{{0,6}}?(?:公司|集团|成员国)"
)
QUOTED = re.compile(rf"“{HAN}+”")
TITLE_OF_A_THING = re.compile("“[^“”，。！？、：]{4,24}”")
WITH_A_DOT = re.compile(rf"{BEFORE}(?={SOUNDS}{{2,6}}{DOT}{SOUNDS})")
GREETING = "扎西德勒"
FOREIGN_TAGS = PERSON_TAGS | {""}
# 格桑花, 玉米|都
NO_LASTS, NOUN = frozenset("花都"), "n"


def _dotted(text: str) -> Iterator[Calling]:
    """Names with dots wherever one may begin: 帕提古丽·吐尔地往年…."""
    for before in WITH_A_DOT.finditer(f"\n{text}"):
        start = before.start()
        name = dotted_name(text, start)
        if name and not is_of_a_thing(text, start, name):
            yield Calling(start, name)


def is_of_a_thing(text: str, start: int, name: str) -> bool:
    """Whether it is of what something is called: “柳河融合·媒体先行”, 青农集团·石桥农业."""
    if has_any(name, FIRMS):
        return True
    opened = text.rfind("“", 0, start)
    title = TITLE_OF_A_THING.match(text, opened) if opened >= 0 else None
    return title is not None and opened + 1 < start < title.end()


def _of_sounds(text: str) -> Iterator[Calling]:
    """The longest run of the characters of foreign names that no word is, and that goes on well."""
    for run in OF_SOUNDS.finditer(f"\n{text}"):
        start = run.start()
        if not begins_a_word(text, start, run["name"]):
            continue
        least = max(LENGTH, len(foreign_name(text, start)))
        for end in range(start + len(run["name"]), start + least - 1, -1):
            name = text[start:end]
            is_name = part_of_speech(name) in FOREIGN_TAGS and shape_of(name) is not None
            is_name = is_name and is_no_phrase(name)
            is_name = is_name and not tells_a_look(name) and name != GREETING
            is_name = is_name and name[-1] not in NO_LASTS and part_of_speech(name[:2]) != NOUN
            if OF_A_PLACE.match(text, end) or QUOTED.match(text, start - 1, end + 1):
                break
            if is_name and after_name(text, end) >= 1 and not is_straddled(text, start, end):
                yield Calling(start, name)
                break


def _made_of_names(text: str) -> Iterator[Calling]:
    """Foreign names that are made of known ones: 买买提, 扎西次仁, 村里的约布."""
    for match in OF_NAMES.finditer(text):
        start = match.start()
        name = foreign_name(text, start)
        end = start + len(name)
        before, after = text[start - 1 : start], text[end : end + 1]
        if (
            not name
            or not DOTS.isdisjoint((before, after))
            or OF_A_PLACE.match(text, end)
            or QUOTED.match(text, start - 1, end + 1)
        ):
            continue
        goes_on = after_name(text, end)
        if len(name) < LENGTH:
            is_name = (before == OF and goes_on >= 1) or (
                BEFORE_FOREIGN.match(before) is not None
                and text[end : end + 1] == LISTED
                and len(foreign_name(text, end + 1)) > LENGTH
            )
        elif before in TRANSLITERATING:
            is_name = False
        elif BEFORE_FOREIGN.match(before):
            is_name = goes_on >= (0 if len(name) > LENGTH else LIKELY)
        else:
            is_name = goes_on >= LIKELY and begins_a_word(text, start, name)
        if is_name:
            yield Calling(start, name)


# Each with what a story must hold.
FINDERS = (
    (_made_of_names, OF_NAMES.is_in),
    (_of_sounds, SOUNDS_BEGIN.search),
    (_dotted, partial(has_any, words=DOTS)),
)
