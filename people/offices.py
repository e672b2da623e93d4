"""What the name of a body and the title of a post say of its kind, rank and holders. Plain Python.

They are defaults: an editor may say otherwise of each post.
"""

import re
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """Of which of the leading bodies a post is."""

    PARTY = "party"
    CONGRESS = "congress"
    GOVERNMENT = "government"
    CONSULTATIVE = "consultative"
    DISCIPLINE = "discipline"
    JUDICIARY = "judiciary"
    ENTERPRISE = "enterprise"
    OTHER = "other"


class Rank(IntEnum):
    """Where a post stands among those of its body; lower comes first."""

    HEAD = 1
    DEPUTY = 2
    MEMBER = 3


PLACE_ENDINGS = "省市区县州旗盟"
# The first that fits decides.
KINDS = (
    (Kind.DISCIPLINE, r"纪(?:委|工委|检)|监委|监察(?:委|工委|组)"),
    (Kind.CONGRESS, r"人大|人民代表大会"),
    (Kind.CONSULTATIVE, r"政协|政治协商"),
    (Kind.JUDICIARY, r"(?:法院|检察院)$"),
    (Kind.ENTERPRISE, r"(?:公司|集团|银行|厂|矿)$"),
    (
        Kind.PARTY,
        r"(?:党委|党工委|党组|党总支|党支部|支部|机关工委|政法委(?:员会)?|党校"
        rf"|(?<=[{PLACE_ENDINGS}])委|区工委|(?:组织|宣传|统战|社会工作)部|网信办|编办|巡察办)$",
    ),
    (
        Kind.GOVERNMENT,
        r"(?:政府|管委会|管理委员会|局|厅|署|办|办公室|办事处|街道|[镇乡]|委员会|委"
        rf"|支队|大队|[{PLACE_ENDINGS}])$",
    ),
)
NOT_GOVERNMENT = re.compile(r"(?:村|居|村民|居民)委(?:员)?会$")
PARTY_TITLE = re.compile(r"(?:党|^(?:第一|专职)?副?书记$)")

BEFORE_THE_RANK = r"(?:代理|代|主持(?:全面)?工作的|常务|第一|专职|兼职|挂职)*"
DEPUTY = re.compile(rf"(?:党组|党委|党工委|分党组)?{BEFORE_THE_RANK}副")
STANDING = re.compile(r"常务副")
HEAD_ENDINGS = (
    "书记|主任|主席|主委|局长|区长|市长|县长|省长|州长|旗长|盟长|镇长|乡长|部长|厅长|处长|科长|司长"
    "|院长|校长|园长|会长|所长|站长|行长|社长|台长|馆长|关长|队长|支队长|大队长|总队长|署长|庭长"
    "|检察长|董事长|总经理|理事长|监事长|总编辑|组长|政委|政治委员|团长|连长|营长"
)
HEAD = re.compile(rf"(?:{HEAD_ENDINGS})(?:[(（].*[)）])?$")
# Those titles end so too, and each has many holders.
NOT_HEADS = re.compile(
    r"(?:车间|楼栋?|班|教务|教导|政教|德育|总务|后勤|妇女|治保)主任$|秘书长$|执行主席$"
)

SUFFIXES = re.compile(
    r"(?:党工委|管委会|管理委员会|人大常委会|人大工委|人大|政协工委|政协|人民政府|政府"
    r"|纪委监委|纪检监察工委|纪工委|监察工委|纪委|监委|监察委员会|分党组|党组|党委|党总支部|党总支|党支部"
    rf"|(?<=[{PLACE_ENDINGS}])委(?:员会)?)$"
)


def kind_of(department, title=""):
    """The kind of a post by its body, and by a title that says 党 or 书记."""
    kind = _kind_of_body(department)
    says_party = kind in (Kind.GOVERNMENT, Kind.OTHER) and PARTY_TITLE.search(title)
    return Kind.PARTY if says_party else kind


def rank_of(title):
    """A head, a deputy (副 stands before the office), or a member: whoever is neither."""
    if DEPUTY.match(title):
        return Rank.DEPUTY
    return Rank.HEAD if HEAD.search(title) and not NOT_HEADS.search(title) else Rank.MEMBER


def is_standing(title):
    """Whether it is the deputy who stands in for the head: 常务副主任."""
    return STANDING.search(title) is not None


def has_one_holder(title):
    """Whether a post of this title is held by one person at a time: that of a head."""
    return rank_of(title) is Rank.HEAD


def as_held(title, manner):
    """The title as it is said of whoever holds it so: 代区长, 副主任（主持工作）."""
    if manner == "acting" and not title.startswith("代"):
        return f"代{title}"
    if manner == "in_charge" and "主持" not in title:
        return f"{title}（主持工作）"
    return title


def circle_of(department):
    """Whose leaders those of a body are counted among.

    The party committee, the congress, the government and the consultative conference of one place
    are one circle, and so are a bureau and its party group: 青澜区 for 青澜区委, 青澜公安局 for
    青澜公安局党组.
    """
    return SUFFIXES.sub("", department) or department


def _kind_of_body(department):
    if NOT_GOVERNMENT.search(department):
        return Kind.OTHER
    return next((kind for kind, rule in KINDS if re.search(rule, department)), Kind.OTHER)
