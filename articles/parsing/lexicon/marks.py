"""What a page may hold and what of it is doubted; punctuation."""

from ..wording import gettext_noop

FILE_SIGNATURES = (
    (b"\x89PNG", gettext_noop("PNG picture")),
    (b"\xff\xd8\xff", gettext_noop("JPEG picture")),
    (b"GIF8", gettext_noop("GIF picture")),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", gettext_noop("ZIP or Word")),
    (b"\xd0\xcf\x11\xe0", "Office 97"),
    (b"\x1f\x8b", "gzip"),
)

DOUBTS = {
    "after_edition": "the story's date lies after the edition",
    "impossible_date": "there is no such day",
    "doubtful_join": "text may be missing between two fragments",
    "doubtful_break": "a paragraph may go on in the next one",
    "unfinished": "a paragraph ends without final punctuation",
    "unbalanced": "quotation marks or brackets do not match",
    "replacement_character": "a character was lost before the text came here",
    "doubtful_headline": "kicker, headline and deck cannot be told apart for certain",
    "doubtful_caption": "a caption may be a paragraph of the text",
    "no_text": "the story has a headline and no text",
}

SENTENCE_ENDS = "。！？!?…"
FINAL_MARKS = SENTENCE_ENDS + "”’）)】》」』〉〕]：:"
CLOSING_MARKS = frozenset("”’）)】》")
CLAUSE_MARKS = "，,；;"
NEVER_FIRST = "，,。、；;：:！？!?）)】》”’」』〉〕%％"
MARK_PAIRS = {"“": "”", "《": "》", "(": ")", "【": "】", "「": "」", "『": "』", "〈": "〉"}
MARK_FORMS = str.maketrans("（）", "()")

# Characters that stand alone before a break without anything being lost.
FUNCTION_CHARACTERS = frozenset(
    "的地得和与及为并在对向把被以从将等要是了着过也又就而或各该其由于至到给让使用有不再更最新全"
    "按依据如当因所都还已曾正可能会应需须且但则即仍均皆共同每这那此本我你他她它们个第之乃者上下"
    "中内外前后里间时年月日区市县"
)
