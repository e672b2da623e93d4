"""Turn the bytes of a source file into text, or say why they cannot be read."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from .lexicon import FILE_SIGNATURES

BYTE_ORDER_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS = ("utf-8", "gb18030")


UNREADABLE = {
    "empty": "The file is empty.",
    "binary": "This is a binary file, not the text of a page.",
    "known_format": "This is a {detail} file, not the text of a page.",
    "unknown_encoding": "The text is neither UTF-8 nor GB18030, so it cannot be read.",
    "false_mark": "The file says that it is {detail}, but it cannot be read as that.",
    "no_heading": "The page has no heading, so its stories cannot be told apart. "
    "Begin each story with a line such as “## Headline”.",
}


class UnreadableSource(ValueError):
    """A source that holds no page. `reason` is one of UNREADABLE, `detail` what it names."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(UNREADABLE[reason].format(detail=detail))
        self.reason = reason
        self.detail = detail


def decode(data: bytes) -> str:
    """Read by byte order mark, then as strict UTF-8, then as GB18030."""
    _refuse_known_files(data)
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _require_text(_decode_marked(data.removeprefix(mark), encoding))
    if b"\0" in data:
        raise UnreadableSource("binary")
    for encoding in ENCODINGS:
        try:
            return _require_text(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise UnreadableSource("unknown_encoding")


def _refuse_known_files(data: bytes) -> None:
    for signature, name in FILE_SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource("known_format", name)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource("false_mark", encoding.upper()) from error


def _require_text(text: str) -> str:
    if not text.strip():
        raise UnreadableSource("empty")
    if "\0" in text:
        raise UnreadableSource("binary")
    return text
