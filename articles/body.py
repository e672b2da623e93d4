"""The body of a story: one closed schema, and the one function that every body passes on write.

The schema is the editor's too (`EXTENSIONS`): paragraph, subhead, strong, emphasis, link, list,
quotation, table. Photos stand beside the body as records of their own.
"""

import re
from functools import lru_cache
from html import escape, unescape

import nh3
from django_prose_editor.fields import ProseEditorField

from articles.scripts import lowered, raised

EXTENSIONS = {
    "Heading": {"levels": [3]},
    "Bold": True,
    "Italic": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "HardBreak": True,
}
BLOCKS = {"p", "h3", "li", "td", "th"}
TAGS = BLOCKS | {"strong", "em", "a", "ul", "ol", "blockquote", "table", "tbody", "tr", "br"}
# A link without these words would hand the reader's tab to the page it opens.
LINK_REL = "noopener"

_cleaner = nh3.Cleaner(
    tags=TAGS,
    # "*": nh3 would let `title` and `lang` stand on every element.
    attributes={
        "*": set(),
        "a": {"href"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
    },
    url_schemes={"http", "https", "mailto"},
    link_rel=LINK_REL,
)
_TAG = re.compile(r"""<(?P<end>/?)(?P<name>\w+)(?:[^>"]|"[^"]*")*>""")
_SYNONYMS = {"b": "strong", "i": "em", "h2": "h3", "h4": "h3"}
_SYNONYM = re.compile(rf"(</?)({'|'.join(_SYNONYMS)})(?=[\s>])")
_CHARACTER = re.compile(rf"{_TAG.pattern}|&#?\w+;|.", re.DOTALL)
_SCRIPT = re.compile(r"<(?P<name>su[bp])(?:\s[^>]*)?>(?P<text>[^<]*)</(?P=name)>")
_SCRIPTS = {"sup": raised, "sub": lowered}
_EMPTY_EDGE = re.compile(r"\A(?:<p></p>)+|(?:<p></p>)+\Z")


@lru_cache(maxsize=256)
def canonical(html):
    """The one spelling of a body: only what the schema knows, without empty edges.

    Idempotent: a canonical body comes back unchanged, so digests of it can be compared. Kept for
    a while, because each way to the database asks several times.
    """
    # Badly nested tags are read another way the second time.
    while (once := _clean(html)) != html:
        html = once
    return html


def _clean(html):
    synonyms = html.replace("\r\n", "\n").replace("\x00", "")
    synonyms = _SYNONYM.sub(lambda found: found[1] + _SYNONYMS[found[2]], synonyms)
    synonyms = _SCRIPT.sub(lambda found: _SCRIPTS[found["name"]](found["text"]), synonyms)
    return _EMPTY_EDGE.sub("", _cleaner.clean(synonyms).strip())


def from_paragraphs(paragraphs):
    """A body from (text, is_subhead) pairs."""
    return "".join(
        f"<h3>{escape(text, quote=False)}</h3>"
        if is_subhead
        else f"<p>{escape(text, quote=False)}</p>"
        for text, is_subhead in paragraphs
    )


def paragraphs(html):
    """The plain text of each block of a body, in order: what search, checks and doubts read."""
    return [text for _tag, text in blocks(html)]


def blocks(html):
    """(tag, plain text) of each block of a canonical body, in order; no tag for what is in none."""
    found, inside, text, place = [], "", [], 0
    for tag in _TAG.finditer(html):
        text.append(unescape(html[place : tag.start()]))
        place = tag.end()
        if tag["name"] == "br":
            text.append("\n")
        elif tag["name"] in BLOCKS:
            found.append((inside, "".join(text).strip()))
            inside, text = "" if tag["end"] else tag["name"], []
    found.append((inside, "".join([*text, unescape(html[place:])]).strip()))
    return [(name, words) for name, words in found if words]


def sections(html):
    """The HTML of each part at the top of a canonical body; joined again they are the body."""
    parts, depth, start = [], 0, 0
    for tag in _TAG.finditer(html):
        if tag["name"] == "br":
            continue
        if depth == 0 and tag.start() > start:
            parts.append(html[start : tag.start()])
            start = tag.start()
        depth += -1 if tag["end"] else 1
        if depth == 0:
            parts.append(html[start : tag.end()])
            start = tag.end()
    return [*parts, html[start:]] if html[start:] else parts


def characters(html):
    """Each character of a canonical body with the stretch of HTML, [start, end), that spells it.

    Where a block or a line ends stands a line feed that nothing spells.
    """
    for token in _CHARACTER.finditer(html):
        if not token["name"]:
            yield unescape(token[0]), *token.span()
        elif token["name"] == "br" or (token["end"] and token["name"] in BLOCKS):
            yield "\n", token.start(), token.start()


def with_characters(html, changes):
    """The body with other characters at some places, counted as `characters` yields them."""
    parts, place = [], 0
    for number, (_character, start, end) in enumerate(characters(html)):
        if number in changes:
            parts += html[place:start], escape(changes[number], quote=False)
            place = end
    return "".join([*parts, html[place:]])


def plain_text(html):
    return "\n".join(paragraphs(html))


class BodyField(ProseEditorField):
    """Canonical on every way to the database: save, bulk_create and update."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, extensions=EXTENSIONS, sanitize=canonical, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("extensions", None)
        kwargs.pop("sanitize", None)
        return name, path, args, kwargs

    def pre_save(self, model_instance, add):
        value = canonical(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return canonical(value) if isinstance(value, str) else value
