"""Split a printed title into posts: each a body and the title that someone has in it.

Print leaves out what the reader can supply: in 党工委副书记、管委会主任 after a place, the place
is printed once; in 分党组书记、院长 the body is. Both are filled in from the post before. A body
that says only what it is for (公安局, 研发部) takes the place of the chain; one with a name or a
place of its own stands alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from .facts import PrintedPost
from .lexicon.persons import ROLES
from .lexicon.titles import (
    ACADEMIC_TITLES,
    BARE_BODY_ENDINGS,
    BODIES,
    BODY_BOUND_TITLES,
    BODY_IN_TITLE,
    CELL_HOSTS,
    COMMITTEE,
    COMMITTEE_OFFICES,
    COMMITTEE_PLACES,
    COURT_FIELDS,
    FIELD_NOUNS,
    FIELDS_OF_OFFICE,
    FIRMS,
    FORMERLY,
    GENERIC_PLACES,
    GOVERNING_CELL,
    GOVERNMENT,
    GROUPS_OF_PLACES,
    HELD_LATER,
    HELD_NOW,
    HOLDING_NOTES,
    INNER_BODIES,
    INSTITUTIONS,
    KEEPERS_OF_PLACES,
    MEMBER_BODIES,
    MEMBER_TITLE,
    NOT_STANDING,
    OFFICE_ENDINGS,
    OFFICE_TAGS,
    OFFICES_OF_ANY,
    PARTS_OF_FIRMS,
    PARTY_CELLS,
    PARTY_GROUPS,
    PLACE_ENDINGS,
    PLACE_HEADS,
    PLACE_STARTS,
    POLICE,
    POLICE_FIELDS,
    TITLE_RANKS,
    TITLES,
    TITLES_OF_A_KIND,
    TITLES_WITH_BODY,
    TITLES_WITH_FIELDS,
    TRIAL_COMMITTEES,
    ZONES,
)
from .lexicon.wordlist import any_of
from .shared_zones import zones_apart
from .title_parts import (
    BODY_OF_PLACE,
    FOUNDER_AT_END,
    NOMINATED,
    RANKS_AT_END,
    ends_in_title,
    parts_of,
    title_at_end,
)

VILLAGE = "村"
# Of a party group alone.
PARTY_OFFICES = ("书记", "副书记")
# Offices of a street or a zone are no parts of its party committee.
ZONE_COMMITTEE, SECTION = "党工委", "部"
# 高新区管委会党工委: the committee is the zone's, as the administration is.
ADMINISTRATION_AT_END = re.compile("(?:管委会|管理委员会)$")
LONGEST_PART = LONGEST_RANK = 6
# 心内科, 生产部, 语文教研组
PARTS = (*INNER_BODIES, SECTION, "教研组")
ROLE_AT_END = re.compile(f"{any_of(ROLES)}$")
FIELD = f"(?:{'|'.join(FIELDS_OF_OFFICE)})"
# 教育局, 教育和体育局
OFFICE = f"(?:{FIELD}[和与])?{FIELD}(?:{'|'.join(OFFICE_ENDINGS)})"
PARTY = f"(?:{'|'.join((*PARTY_GROUPS, *PARTY_CELLS))})?"
BARE_BODY = re.compile(f"(?:{'|'.join(BODIES)}|{OFFICE}){PARTY}")
SUB_BODY = re.compile(f".{{1,12}}(?:{'|'.join(BARE_BODY_ENDINGS)}){PARTY}")
BODY_AT_END = re.compile(
    f"(?:(?<=[{COMMITTEE_PLACES}{VILLAGE}])党?{COMMITTEE})?(?:{'|'.join(BODIES)}|(?<=区)工委|{OFFICE})?{PARTY}$"
)
PARTY_AT_END = re.compile(
    f"(?:{'|'.join(PARTY_GROUPS)}|(?<=[{CELL_HOSTS}）])(?:{'|'.join(PARTY_CELLS)})"
    f"|(?<=[健资经教建农科改商]委)(?:{'|'.join(PARTY_CELLS)})"
    f"|(?<=[部司团校局处段厂]){ZONE_COMMITTEE})$"
)
PARTY_COMMITTEE = re.compile(f"(?:[{COMMITTEE_PLACES}]{COMMITTEE}|党工委|{GOVERNING_CELL})$")
# 老干部局 after 区委组织部副部长 is of the 区委.
OFFICE_OF_COMMITTEE = re.compile(f"(?<=委)(?:{'|'.join(COMMITTEE_OFFICES)})$")
# After 县委副书记 stands 县长 without its county; after 镇党委书记, 镇长 is of the town.
COUNTY_COMMITTEE = re.compile(f"[{COMMITTEE_PLACES}](?:{COMMITTEE}|{GOVERNING_CELL})$")
OFFICE_OF_ANY_AT_END = re.compile(f"(?<!总)(?:{'|'.join(OFFICES_OF_ANY)})$")
# A room of a court: 民一庭, 刑事审判庭.
COURT_ROOM = re.compile(f"(?:{'|'.join(COURT_FIELDS)})(?:审判)?(?:第?[一二三四五六])?庭")
ROOM_AT_END = re.compile(
    rf"(?P<institution>.+(?:{'|'.join(INSTITUTIONS)}))"
    rf"(?:{COURT_ROOM.pattern}|\w{{1,{LONGEST_PART - 2}}}(?:{'|'.join((*INNER_BODIES, SECTION))}))"
)
POLICE_FORCE = re.compile(f"(?:{'|'.join(POLICE_FIELDS)})[大支中]队")
TRIAL_COMMITTEE_AT_END = re.compile(f"(?:{'|'.join(TRIAL_COMMITTEES)})$")
# 教育局长 is the 局长 of the 教育局, 村民小组长 the 组长 of a 村民小组.
FIELD_AT_END = re.compile(
    f"(?:{'|'.join(FIELDS_OF_OFFICE)}|监察|村民小|领导小|生产|派出|教研|工作|突击|宣讲|施工|医疗"
    "|行政|技术|财务|财会|销售|营销|干部|后勤|总务|质检|设备|安全|工程|市场)$"
)
PLACE_HEAD = re.compile(f"{any_of((*PLACE_HEADS, *KEEPERS_OF_PLACES))}(?:助理)?$")
OFFICE_OF_PLACE = re.compile(
    f"(?P<place>.*[{COMMITTEE_PLACES}])[^{COMMITTEE_PLACES}]{{2,}}(?:局|委|委员会|办|中心)"
)
# 县教育局原党组书记, 县教育局时任局长, 市女篮前|主教练; but 平原, 草原, 门前, 活动前, 以前.
FORMER_WITHIN = re.compile(
    f"(?<![门山村庙桥日目面])(?:(?<=.{{3}})|(?<=[{CELL_HOSTS}]))前$"
    f"|(?:时任|(?<![平草高中太荒])原)(?=(?:{'|'.join((*OFFICES_OF_ANY, *BODIES))})?$)"
)
# 新一届团县委书记, 商会新一届会长, 作家协会第六届主席, 书画协会第二届理事会|会长
NEW_TERM = re.compile("^新一届|(?:新一|第[0-9一二三四五六七八九十]{1,3})届(?:理事会)?$")
# A zone has its committees of its own: 开发区党工委 is not that of the city before it.
ZONE = re.compile(f"(?:{'|'.join(ZONES)})区")
# 园区工委, whatever the zone is called.
COMMITTEE_OF_AN_AREA = re.compile(r"\w+区党?工委")
NOT_A_PART = "".join(f"(?<!{part})" for part in (*PARTS_OF_FIRMS, "原"))
# 亚太区总裁 or 人力资源总监 of a firm: what no body is called by says what somebody answers for.
FIELD_IN_A_FIRM = re.compile(rf"(?P<firm>.*(?:{'|'.join(FIRMS)}))(?P<field>\w{{2,8}}){NOT_A_PART}$")
# 分管农业工作|副镇长: no body is called so.
ANSWERING_FOR = ("分管", "主管", "协管")
BRANCH, STREET, AREA, DEPUTY = PARTY_GROUPS[0], "街道", "区", "副"
COMMITTEES_OF_VILLAGES = ("村委会", "居委会", "村民委员会", "居民委员会")
# The board that a member of a firm's union sits on is the firm's.
UNION, BOARD = "工会", ("董事", "监事")
# 集团董事局主席、总裁: the firm has both.
CHAIR, BOARD_AT_END = "主席", re.compile("董事[局会]$")
# 商会副会长单位柳河公司: what the firm is in a body is no part of it.
MEMBER_UNIT = re.compile(r"^.*(?:会长|理事长?|会员|监事|主席)单位(?=\w{2})")
# 县人大教科文卫委员会, 县人大常委会法制工作委员会, 县政协文史委员会
COUNCIL = re.compile(r"(?P<council>.*(?:政协|人大))(?:常委会|常务委员会)?")
COMMITTEE_OF_COUNCIL, WORKING_COMMITTEE = "委员会", "工作委员会"
# 柳河新材料有限公司（简称柳河新材）
SHORT_NAME = re.compile(r"[(（](?:以下)?简称[^()（）]+[)）]")
HOLDING_NOTE = re.compile(rf"[(（](?:{'|'.join(HOLDING_NOTES)}).*$")
# What one is besides having held an office: 县政协原副主席、一级巡视员.
RANKS_OF_SERVICE = ("调研员", "巡视员")
# A collective, and no post: 区领导. Without a body 领队 leads a journey, 政协委员 sits somewhere.
LEADER, OF_A_TRIP, SOME_MEMBER = "领导", "领队", "政协委员"
NO_POSTS = frozenset((LEADER, *ACADEMIC_TITLES, *map("副{}".format, ACADEMIC_TITLES)))
# 他勉励负责人甲: somebody is named, whatever it is that he answers for.
IN_CHARGE = "负责人"
CHIEF = f"(?:{any_of(TITLE_RANKS)}*{any_of(TITLES)}|[{COMMITTEE_PLACES}镇乡村])"
STANDING = re.compile(
    f"(?:(?P<now>{'|'.join(HELD_NOW)})|{'|'.join((*FORMERLY, *HELD_LATER))})"
    f"(?!{'|'.join(NOT_STANDING)})(?<!前(?!{CHIEF}))"
)
# 原 before any body, 前 only before a title or its place: 前县长, 前任局长, but 前纺车间.
FORMER_OFFICE = re.compile(f"原任(?=[{COMMITTEE_PLACES}镇乡])|原|前任?(?={CHIEF})")
# 平安县委, 园区党工委; but 城市建设办公室.
OF_A_NAMED_PLACE = re.compile(rf"\w*[^城超都]{BODY_OF_PLACE.pattern}")
TWICE = re.compile(f"([{COMMITTEE_PLACES}])\\1$")


@lru_cache(maxsize=8192)
def split_title(title: str, before: str = "", is_held: bool = True) -> tuple[PrintedPost, ...]:
    """The posts in a printed title, in its order; none where it only says that somebody leads.

    Nor is a title of learning a post: 副所长、研究员.

    `before` is the body of the post printed before it, which a title without one is of. `is_held`
    says of the first post whether it is held now, and of the others until a word says otherwise.
    """
    return tuple(post for post in _posts(zones_apart(title), before, is_held) if _is_office(post))


def _is_office(post: PrintedPost) -> bool:
    return post.title not in NO_POSTS and bool(post.department or post.title != OF_A_TRIP)


def without_branch(department: str) -> str:
    """The body of a 分党组, which is a part of another party group; a 党组 is itself one."""
    return department.removesuffix(BRANCH)


@lru_cache(maxsize=8192)
def whole_body(department: str) -> str:
    """The body that a party group is the head of: a court for its 分党组."""
    return PARTY_AT_END.sub("", department)


@lru_cache(maxsize=4096)
def is_bare(department: str) -> bool:
    """Whether it says only what the body is for, and not whose or where it is."""
    if BARE_BODY.fullmatch(department) or department in COMMITTEE_OFFICES:
        return True
    if department.startswith(PLACE_STARTS) or not SUB_BODY.fullmatch(department):
        return False
    if (
        ZONE.search(department)
        or COMMITTEE_OF_AN_AREA.match(department)
        or OF_A_NAMED_PLACE.match(department)
    ):
        return False
    tokens = rjieba.tag(department, False)
    return all(tag in OFFICE_TAGS or word in FIELD_NOUNS for word, tag in tokens)


def is_part(department: str) -> bool:
    """Whether it is a room or section of a body that is printed before it: 心内科, 生产部."""
    if len(department) < LONGEST_PART and department.endswith(PARTS):
        return department not in COMMITTEE_OFFICES
    return COURT_ROOM.fullmatch(department) is not None


def is_held_in_committee(text: str) -> bool:
    """Whether the title that ends the text is one in a party committee: 县委常委."""
    title = title_at_end(text)
    return title is not None and PARTY_COMMITTEE.search(text, 0, title.start()) is not None


def is_sound(title: str, rank: str) -> bool:
    """A title that means nothing alone needs its body, 成员 one that has members, and ） its （."""
    if title == SOME_MEMBER or title.count("）") > title.count("（"):
        return False
    if rank == IN_CHARGE or (rank not in BODY_BOUND_TITLES and rank != MEMBER_TITLE):
        return True
    place = title.rfind(rank)
    department = RANKS_AT_END.sub("", title[max(0, place - LONGEST_RANK) : place])
    return department.endswith(MEMBER_BODIES) if rank == MEMBER_TITLE else bool(department)


def _posts(title: str, before: str, is_held: bool) -> Iterator[PrintedPost]:
    place, committee, was_held = "", "", False
    for part in parts_of(title):
        if founder := FOUNDER_AT_END.search(part):
            before = part[: founder.start()]
            continue
        if not part or (not ends_in_title(part) and ROLE_AT_END.search(part)):
            continue
        if standing := STANDING.match(part):
            is_held, was_held = standing["now"] is not None, False
            part, place = part[standing.end() :], ""
        part, is_to_come = NOMINATED.subn("", part)
        department, rank = _split(part)
        department, former = FORMER_WITHIN.subn("", NEW_TERM.sub("", department))
        was_held = was_held or former > 0
        if not department:
            department = _carried(before, place, rank)
            place = place or _place_of_head(rank)
        elif POLICE_FORCE.fullmatch(department) and whole_body(before).endswith(POLICE):
            department = whole_body(before) + department
        elif place and is_bare(department) and _is_of_place(department, place):
            department = _placed(department, before, place, committee)
        elif department in OFFICES_OF_ANY:
            department, rank = _of_its_body(department, rank, before)
        elif is_part(department) and _institution(before).endswith(INSTITUTIONS):
            department = _institution(before) + department
        else:
            place, was_held = _place(department), former > 0
        is_besides = rank.endswith(RANKS_OF_SERVICE) and not former
        is_over = (was_held and not is_besides) or is_to_come
        yield PrintedPost(department, rank, is_held and not is_over)
        before = department or before
        if found := PARTY_COMMITTEE.search(OFFICE_OF_COMMITTEE.sub("", before)):
            committee = found.string


def _is_of_place(department: str, place: str) -> bool:
    """Not so of a village's committee elsewhere, nor of what has its place: 理工大学医学院.

    And nothing is of 德育处, which is a part of something itself.
    """
    if department.startswith(place) or is_part(place):
        return False
    return not department.startswith(COMMITTEES_OF_VILLAGES) or place.endswith(PLACE_ENDINGS)


def _institution(department: str) -> str:
    """The court itself for its 审判委员会 or a room of it, the hospital for a ward."""
    whole = TRIAL_COMMITTEE_AT_END.sub("", whole_body(department))
    inner = ROOM_AT_END.fullmatch(whole)
    return inner["institution"] if inner else whole


def _of_its_body(office: str, rank: str, before: str) -> tuple[str, str]:
    """An office that every body has, with its body where that is known."""
    body = OFFICE_OF_ANY_AT_END.sub("", whole_body(before))
    if PARTY_COMMITTEE.search(body):
        return office, rank
    without = INNER_BODIES if office in PARTY_GROUPS else (*INNER_BODIES, *GROUPS_OF_PLACES)
    return (office if body.endswith(without) else body + office), rank


def _place(department: str) -> str:
    """What a department's place is: 柳河镇 of 柳河镇党委, and a firm for its own offices."""
    place = department[: BODY_AT_END.search(department).start()]
    if not place and department.startswith(STREET):
        return STREET
    if department.endswith(ZONE_COMMITTEE):
        place = ADMINISTRATION_AT_END.sub("", place)
    unknown = place == department and OFFICE_OF_PLACE.fullmatch(department)
    if unknown:
        return unknown["place"]
    return place[:-1] if TWICE.search(place) else place


def _place_of_head(title: str) -> str:
    """副县长 is of the 县, and so is 县级河长."""
    head = PLACE_HEAD.search(title)
    return head[0][0] if head else ""


def _placed(department: str, before: str, place: str, committee: str) -> str:
    """A bare body with its place, or with the party committee that it is an office of."""
    if department in COMMITTEE_OFFICES and committee:
        return committee + department
    if department in OFFICES_OF_ANY and whole_body(before).endswith(tuple(CELL_HOSTS)):
        return whole_body(before) + department
    is_inner = department.endswith(INNER_BODIES) or whole_body(before).endswith(INSTITUTIONS)
    if department.endswith(COMMITTEE_OF_COUNCIL) and (
        council := COUNCIL.fullmatch(whole_body(before))
    ):
        is_of_standing = department.endswith(WORKING_COMMITTEE)
        return (council[0] if is_of_standing else council["council"]) + department
    is_inner = is_inner and before and not BARE_BODY.fullmatch(department)
    is_inner = is_inner and not before.endswith(ZONE_COMMITTEE)
    if place[-1:] == VILLAGE and department.startswith(VILLAGE) and place in GENERIC_PLACES:
        return department
    return (whole_body(before) if is_inner else place) + department


def _split(part: str) -> tuple[str, str]:
    match = title_at_end(part)
    if match is None:
        return "", part
    department = MEMBER_UNIT.sub("", SHORT_NAME.sub("", part[: match.start()]))
    title = HOLDING_NOTE.sub("", match[0])
    if department == COMMITTEE:
        return "", part
    if department.endswith(2 * VILLAGE) and len(department) > 2:
        # 石桥村|村主任
        return department[:-1], VILLAGE + title
    if department.startswith(ANSWERING_FOR):
        return "", title
    if (department, title) in TITLES_OF_A_KIND:
        return "", department + title
    if (inner := FIELD_IN_A_FIRM.match(department)) and (
        inner["field"].endswith(AREA) or title.lstrip(DEPUTY) in TITLES_WITH_FIELDS
    ):
        return inner["firm"], inner["field"] + title
    if title in TITLES_WITH_BODY:
        body, title = TITLES_WITH_BODY[title]
        return department + body, title
    if FIELD_AT_END.search(department):
        department += BODY_IN_TITLE.get(title.removeprefix(DEPUTY), "")
    return department, title


def _carried(before: str, place: str, title: str) -> str:
    """The body of a title printed without one, from the post before it."""
    whole = whole_body(before)
    head = PLACE_HEAD.search(title)
    if head and not whole.endswith(GOVERNMENT):
        is_of_committee = COUNTY_COMMITTEE.search(before) is not None
        place = place or whole
        is_its_place = place.endswith(head[0][0]) and place not in GENERIC_PLACES
        return place if is_its_place and not is_of_committee else ""
    is_cell = whole in (*PARTY_GROUPS, *PARTY_CELLS) and not title.endswith(("书记", "委员"))
    if len(whole) == 1 or is_cell:
        # 校党支部书记、校长, 党委书记、校长
        return ""
    if title in PARTY_OFFICES and PARTY_AT_END.search(before):
        return before
    if title.endswith(BOARD):
        return whole.removesuffix(UNION)
    return whole if title.endswith(CHAIR) else BOARD_AT_END.sub("", whole)
