"""Turn the bytes of a source file into text, or say why they cannot be read."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from .lexicon import FILE_SIGNATURES

BYTE_ORDER_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS = ("utf-8", "gb18030")


class UnreadableSource(ValueError):
    """A source that holds no page; the message says why, in words for the importer."""


def decode(data: bytes) -> str:
    """Read by byte order mark, then as strict UTF-8, then as GB18030."""
    _refuse_known_files(data)
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _require_text(_decode_marked(data.removeprefix(mark), encoding))
    if b"\0" in data:
        raise UnreadableSource("This is a binary file, not the text of a page.")
    for encoding in ENCODINGS:
        try:
            return _require_text(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise UnreadableSource("The text is neither UTF-8 nor GB18030, so it cannot be read.")


def _refuse_known_files(data: bytes) -> None:
    for signature, name in FILE_SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource(f"This is a {name} file, not the text of a page.")


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"The file says that it is {encoding.upper()}, but it cannot be read as that."
        raise UnreadableSource(message) from error


def _require_text(text: str) -> str:
    if not text.strip():
        raise UnreadableSource("The file is empty.")
    if "\0" in text:
        raise UnreadableSource("This is a binary file, not the text of a page.")
    return text
