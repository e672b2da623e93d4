"""What a photographer or an agency wrote into the file of a picture.

Caption, credit and alternative text, read from XMP, IPTC-IIM and Exif, in this order: XMP says
its encoding, IPTC may, Exif cannot. The properties are those of the IPTC Photo Metadata Standard.
What is damaged is passed over.
"""

import contextlib
from dataclasses import dataclass

from lxml import etree
from PIL import IptcImagePlugin

XMP = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "iptc": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
IPTC_CHARSET, IPTC_UTF8 = (1, 90), b"\x1b%G"
IPTC_CAPTION, IPTC_CREDITS = (2, 120), ((2, 80), (2, 110), (2, 115))
EXIF_CAPTION, EXIF_CREDIT = 0x010E, 0x013B
# What cameras write into every picture where a caption would stand.
NO_CAPTIONS = {"olympus digital camera", "sony dsc", "dcim", "default", "screenshot"}


@dataclass(frozen=True, slots=True)
class Described:
    """Each "" where the file does not say."""

    caption: str = ""
    credit: str = ""
    alt_text: str = ""


def described(image) -> Described:
    """What the file of an opened Pillow image says of the picture."""
    found = [_quietly(reader, image) for reader in (_from_xmp, _from_iptc, _from_exif)]
    captions = (_one_line(one.caption) for one in found)
    return Described(
        caption=next((text for text in captions if text.lower() not in {"", *NO_CAPTIONS}), ""),
        credit=_first(_one_line(one.credit) for one in found),
        alt_text=_first(_one_line(one.alt_text) for one in found),
    )


def _quietly(reader, image):
    # Parsers raise many kinds over damaged data; the picture itself may be sound.
    with contextlib.suppress(Exception):
        return reader(image)
    return Described()


def _from_xmp(image):
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or ""
    if not packet:
        return Described()
    data = packet.encode() if isinstance(packet, str) else packet
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    tree = etree.fromstring(data.strip(b"\x00 \n"), parser)
    creators = tree.xpath("//dc:creator//rdf:li/text()", namespaces=XMP)
    return Described(
        caption=_in_chinese(tree.xpath("//dc:description//rdf:li", namespaces=XMP)),
        credit="、".join(creators) or _simple(tree, "Credit") or _simple(tree, "Source"),
        alt_text=_in_chinese(tree.xpath("//iptc:AltTextAccessibility//rdf:li", namespaces=XMP)),
    )


def _in_chinese(alternatives):
    """The Chinese text of several languages, else the one for whoever asked for no language."""
    texts = {element.get(LANGUAGE, "x-default"): element.text or "" for element in alternatives}
    chinese = (text for language, text in texts.items() if language.lower().startswith("zh"))
    return next(chinese, "") or texts.get("x-default", "") or _first(texts.values())


def _simple(tree, name):
    """A property that XMP writes as an element or as an attribute."""
    found = tree.xpath(f"//photoshop:{name}/text() | //@photoshop:{name}", namespaces=XMP)
    return str(found[0]) if found else ""


def _from_iptc(image):
    written = IptcImagePlugin.getiptcinfo(image) or {}
    is_utf8 = written.get(IPTC_CHARSET) == IPTC_UTF8

    def text(key):
        value = written.get(key) or b""
        parts = value if isinstance(value, list) else [value]
        return "、".join(_decoded(part, is_utf8) for part in parts if part)

    return Described(caption=text(IPTC_CAPTION), credit=_first(map(text, IPTC_CREDITS)))


def _from_exif(image):
    exif = image.getexif()

    def text(tag):
        value = exif.get(tag, "")
        # Pillow reads these as Latin-1, byte for byte.
        return _decoded(value.encode("latin-1")) if isinstance(value, str) else ""

    return Described(caption=text(EXIF_CAPTION), credit=text(EXIF_CREDIT))


def _decoded(data, is_utf8=False):
    """Text of an encoding that is mostly not said: UTF-8, else what Chinese software wrote."""
    for encoding in ("utf-8",) if is_utf8 else ("utf-8", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return ""


def _one_line(text):
    return " ".join(text.replace("\x00", " ").split())


def _first(texts):
    return next((text for text in texts if text), "")
