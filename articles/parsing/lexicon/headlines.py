"""Headlines: where a phrase goes on across a break."""

from .wordlist import words

# A phrase that ends in one of these, or begins with one of those, goes on across the break.
OPEN_PHRASE_ENDS = words("届 的 暨 关于 召开 举办 举行")
CONTINUING_PHRASES = words("暨 的")
HEADLINE_ACTS = words(
    "召开 举办 举行 开展 启动 开幕 闭幕 落幕 开工 揭牌 签约 成立 发布 调研 视察 慰问 走访 督导 "
    "检查 出席 会见 获评 荣获 入选 投产 通车 开业 开班 部署 通报 突破 完成 获得 获 落户 亮相"
)
MEETING_ACTS = words("召开 举办 举行 开幕 闭幕 落幕 启动")
