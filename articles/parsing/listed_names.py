"""Find the names of a list behind one title: 副区长何青、沈云顺和罗志坚."""

import re
from collections.abc import Iterator

from .after_names import HAN
from .byline_names import is_no_phrase
from .hosts import ends_in_a_body
from .lexicon.names import USUAL_IN_GIVEN_NAMES
from .lexicon.persons import ROLES
from .lexicon.titles import AND_WORDS, JOINERS, NOT_TITLES, TITLES
from .lexicon.wordlist import Finder, any_of
from .name_shapes import is_dictionary_word, is_name_shaped
from .names import FIRM, find_name, rank_names
from .repeated_names import settled
from .spans import title_start

# 副总裁 is no 副总.
AFTER_DEPUTY = "".join(sorted({title[1] for title in TITLES if title[0] == "总"}))
# 总支书记 is the 书记 of a 总支, and no 支书; 副指挥长 is no 副指挥; in 治理|事关 is no 理事.
NO_END_OF_AN_OFFICE = (
    f"(?<!副总(?=[{AFTER_DEPUTY}]))"
    "(?<!支书(?=记))(?<!指挥(?=长))(?<!指挥(?=部))(?<![治处办管审受]理事(?=关))"
)
OFFICE = Finder((*NOT_TITLES, *TITLES), NO_END_OF_AN_OFFICE)
TITLE = OFFICE.pattern
AND = re.compile("|".join(AND_WORDS))
NAME_NOTE = re.compile(r"(?:[(（][^()（）]{1,8}[)）])?")
ENCLOSED = re.compile(f"{HAN}{{2,3}}(?=、)")
SPACE = re.compile(rf"[ \u3000](?={HAN})")
# 选支书 修村路 安路灯
ROW = re.compile(rf"{HAN}+(?:[ \u3000]{HAN}+){{2,}}")
ROLE = re.compile(rf"{HAN}{{0,6}}?{any_of(ROLES)}")
# 县长甲以及乙同志的生前友好
OF_WHOM = re.compile("(?:同志|老人)的")
# 、和川镇、唐城镇、应急局负责人
TOWNS = re.compile(rf"{HAN}{{2,3}}[镇乡](?=、{HAN}{{2,8}}?(?:[镇乡局办]|街道|负责人))")
LONGEST_LISTED_TITLE = 16
# 甲、台湾川远光学科技（柳河）有限公司总经理乙
FIRM_OF_ANOTHER = re.compile(
    rf"(?:(?!{any_of(JOINERS)}){HAN}){{4,14}}(?:[(（]{HAN}{{2,6}}[)）])?(?:股份)?有限公司"
)
# No name begins with one of so many characters: 书记甲和苏木达乙.
LONG_TITLE = 3
LISTED = FIRM


def listed_names(text: str, place: int, name: str, whole: str) -> Iterator[tuple[int, str]]:
    """The name at a place, and the names that 、 or 和 puts after it."""
    while name:
        yield place, name
        end = NAME_NOTE.match(text, place + len(name)).end()
        link = AND.match(text, end) or SPACE.match(text, end)
        if not link or _begins_title(text, link.end()) or _begins_role(text, link.end()):
            return
        place = link.end()
        if TOWNS.match(text, place):
            return
        name = settled(rank_names(text, place, LISTED), whole)
        if name and OF_WHOM.match(text, place + len(name)):
            return
        if not name and (enclosed := ENCLOSED.match(text, place)):
            # Between two names of a list even a word of the language is one, 田长青、向上、覃思,
            # and what has a surname that no list has: 折二虎.
            name = enclosed[0] if _is_enclosed(text, enclosed) else ""


def stands_in_a_row(text: str, office: int, end: int) -> bool:
    """Whether the office ends one of several phrases of one length, behind a verb."""
    start = max(text.rfind(space, 0, office) for space in " \u3000") + 1
    row = ROW.match(text, start) if start < office and text[end - 1] in " \u3000" else None
    return row is not None and len({*map(len, row[0].split())}) == 1


def _begins_title(text: str, place: int) -> bool:
    """Whether the title of somebody else begins here: 甲、林场党支部书记乙, 甲、区长乙."""
    title = TITLE.match(text, place)
    if title and (len(title[0]) >= LONG_TITLE or rank_names(text, title.end(), LISTED)):
        return True
    if FIRM_OF_ANOTHER.match(text, place):
        return True
    title = TITLE.search(text, place + 2, place + LONGEST_LISTED_TITLE)
    if title is None or title_start(text, place, title.start()) != place:
        return False
    name = find_name(text, place, LISTED)
    return not (name and AND.match(text, place + len(name)))


def _begins_role(text: str, place: int) -> bool:
    """Whether what somebody else is begins here, and a name follows: 、植棉能手甲."""
    role = ROLE.match(text, place)
    return role is not None and bool(rank_names(text, role.end(), LISTED))


def _is_enclosed(text: str, item: re.Match[str]) -> bool:
    """Whether a name follows it, and it is shaped as one, or made of what given names are: 义洁."""
    is_given = USUAL_IN_GIVEN_NAMES.issuperset(item[0]) and not is_dictionary_word(item[0])
    is_shaped = is_given or is_name_shaped(item[0]) or is_no_phrase(item[0])
    is_other = TITLE.search(item[0]) or ends_in_a_body(item[0])
    return is_shaped and not is_other and bool(rank_names(text, item.end() + 1, LISTED))
