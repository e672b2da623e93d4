"""Lines that are whole as they stand: salutations, signatures, the turns of an interview."""

from .wordlist import words

# Whom a letter, a notice or a speech begins with: 编辑同志：, 广大用户：, 尊敬的各位代表：
ADDRESSING = words("尊敬的 亲爱的 敬爱的 各位 广大 全[省市区县镇乡村]")
ADDRESSED = words(
    "同志们? 朋友们? 同事们? 代表 委员 读者 用户 市民 居民 家长 先生 女士 编辑部? 记者 老师 "
    "同学们? 乡亲们? 父老 单位 部门 业主 客户 网友 来宾 战友们? 主持人"
)
# Whom a notice goes to: 各乡镇人民政府、街道办事处，县政府各部门、各直属机构：
RECIPIENTS = words(
    "机构 部门 单位 政府 街道 办事处 企业 学校 委员会 公司 局 委 办 医院 管委会 党委 党组 支部 "
    "团体 社区 村"
)
# How the decisions of a notice begin.
DECISIONS = words("任命 免去 免除 聘任 解聘 接受 补选 罢免 撤销 同意")
# What the signature of a letter may name beside a person, or in place of one.
SIGNING = words("居民 村民 市民 读者 网友 业主 家长 学生 职工 用户 群众 编辑部 编者")
# Who signs with the name right behind: 石桥村村民代表孙梅.
SIGNING_BEFORE_A_NAME = words("居民 村民 市民 读者 网友 业主 家长 学生 职工 用户 群众 代表")
# What a box beside a story is called, in a line of its own.
HEADS_OF_BOXES = words(
    "新闻链接 相关链接 链接 相关新闻 延伸阅读 名词解释 新闻背景 背景资料 小贴士 温馨提示 "
    "记者手记 采访手记 手记 记者观察 记者调查 编后 编后语 编者按 短评 点评 专家点评"
)
# What an editor says before a story, in its first paragraph.
EDITORS_NOTES = words("编者按 编者的话 编辑按 按语 开栏的话 开栏语 核心提示 导读 内容提要")
# What divides a reader's letter from what came of it, in a line of its own.
HEADS_IN_LETTERS = words(
    "记者调查 记者走访 记者核实 记者追踪 记者回访 现场走访 现场调查 调查结果 部门回应 部门答复 "
    "有关部门回应 相关部门回应 有关方面回应 单位回应 企业回应 街道回应 社区回应 官方回应 处理结果 "
    "办理结果 办理情况 整改情况 最新进展 后续 回音 回应 答复 律师说法 专家说法 编后 编辑点评"
)
# What sends the reader on below a story: 更多内容扫码阅读.
SENDING_ON = words("扫码 扫描 扫一扫 二维码 更多内容 更多精彩 敬请关注")
INTERVIEW_SPEAKERS = words("记者 主持人 问 答 Q A")
# What a notice is called in a headline of its own, by itself or after 关于…的.
NOTICES = words(
    "通告 公告 通知 公示 声明 启事 更正 致歉 讣告 天气预报 天气 鸣谢 招领 遗失声明 遗失启事 "
    "招聘启事 招租启事 征稿启事 寻人启事 寻物启事 更正启事 停电通知 停水通知 停电公告 停水公告 "
    "注销公告 拍卖公告 招标公告 清算公告 减资公告 合并公告 郑重声明 更正声明 致歉声明 道歉声明"
)
# Notices of one paragraph or two, which have no subheads.
CORRECTIONS = words("更正 致歉 更正启事 更正声明 致歉声明 道歉声明")
# What a notice says of itself at its end, after 特此; and what it gives in a line of its own.
FORMULAS = words("通告 公告 通知 公示 函告 声明 证明 启事 说明 更正 报告 鸣谢 致谢")
CONTACTS = words("电话 热线 手机 邮箱 地址 网址 邮编 传真 联系人 微信号 公众号")
# What the heading of a list of people says: 名单如下, 一等奖.
ROSTER_HEADS = words(
    "名单 等奖 获奖者 获得者 优秀奖 优胜奖 金奖 银奖 铜奖 冠军 亚军 季军 第一名 第二名 第三名 模范 "
    "标兵 能手 先进个人 先进工作者 优秀党员 候选人 当选 录取 捐款 捐赠 献血 烈士"
)
