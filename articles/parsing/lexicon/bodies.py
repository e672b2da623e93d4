"""What the printed name of a body says of the body that it is a part of."""

from .wordlist import words

# A body that has offices of its own ends in one of these,
BODY_HEADS = words(
    "局 分局 政府 管委会 党工委 政协 常委会 县委 区委 市委 旗委 州委 省委 纪委监委 法院 检察院 "
    "总工会 公司 集团 医院 大学 学院 中学 小学 学校 支队 大队 卫健委 发改委 委员会"
)
# and an office inside it in one of these.
OFFICES_OF_BODIES = words(
    "办公室 科 处 股 室 庭 分局 支队 大队 中队 所 站 检察部 组织部 宣传部 统战部 社会工作部 政法委 "
    "党校 网信办 编办 督查室 研究室 服务中心 管理中心 指挥中心 工作委员会 专委会"
)
# Inside the committee that governs a zone, bureaus are offices too.
ZONE_HEADS = words("管委会 党工委")
ZONE_OFFICES = words("局 部 中心")
PARTY_ORGANISATIONS = words("分党组 党组 党委 党总支部 党总支 党支部 机关党委")
PARTY_HOSTS = words(
    "局 分局 法院 检察院 总工会 公司 集团 医院 大学 学院 中学 小学 学校 支队 大队 政府 政协 常委会 "
    "卫健委 发改委 中心 社区"
)
# Bodies that a story prints without their place once that is known.
BODIES_WITHOUT_PLACE = words("管委会 党工委 纪工委 人大工委 政协工委")
# The last character of a name and of its short form.
BODY_LASTS = words("局 委 办 院 会 府 站 所 队 中心")
# Those whose members meet and elect who heads them: 石桥市作家协会第四次代表大会.
ASSOCIATIONS = words(
    "协会 学会 商会 研究会 促进会 联谊会 联合会 总工会 工会 工商联 文联 科协 残联 侨联 妇联 作协 "
    "红十字会 基金会"
)
