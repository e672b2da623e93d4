import io

import pytest
from PIL import Image

from articles.described import Described, described

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:iptc="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" {attributes}>{elements}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def alternatives(name, **texts):
    items = "".join(
        f'<rdf:li xml:lang="{language.replace("_", "-")}">{text}</rdf:li>'
        for language, text in texts.items()
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def opened(image_format="JPEG", xmp="", iptc=b"", **exif):
    options = {}
    if xmp and image_format == "TIFF":
        options["tiffinfo"] = {700: xmp.encode()}
    elif xmp:
        options["xmp"] = xmp.encode()
    if exif:
        options["exif"] = Image.Exif()
        options["exif"].update({int(tag[1:], 16): text for tag, text in exif.items()})
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, image_format, **options)
    data = out.getvalue()
    return Image.open(io.BytesIO(data[:2] + iptc + data[2:] if iptc else data))


def iptc(*records):
    """An APP13 segment as Photoshop writes it, with these (record, dataset, bytes)."""
    block = b"".join(
        bytes([0x1C, record, dataset]) + len(value).to_bytes(2, "big") + value
        for record, dataset, value in records
    )
    resource = b"8BIM\x04\x04\x00\x00" + len(block).to_bytes(4, "big") + block
    content = b"Photoshop 3.0\x00" + resource + b"\x00" * (len(block) % 2)
    return b"\xff\xed" + (len(content) + 2).to_bytes(2, "big") + content


def xmp(*elements, attributes=""):
    return XMP.format(elements="".join(elements), attributes=attributes)


@pytest.mark.parametrize("image_format", ["JPEG", "WEBP", "TIFF"])
def test_xmp_says_caption_credit_and_alternative_text(image_format):
    packet = xmp(
        alternatives("dc:description", x_default="龙舟\n过桥"),
        "<dc:creator><rdf:Seq><rdf:li>苏未央</rdf:li><rdf:li>袁小满</rdf:li></rdf:Seq></dc:creator>",
        alternatives("iptc:AltTextAccessibility", x_default="四条龙舟"),
    )

    assert described(opened(image_format, xmp=packet)) == Described(
        "龙舟 过桥", "苏未央、袁小满", "四条龙舟"
    )


def test_chinese_goes_before_other_languages():
    packet = xmp(alternatives("dc:description", x_default="A bridge", en="A bridge", zh_CN="大桥"))

    assert described(opened(xmp=packet)).caption == "大桥"


def test_credit_is_the_agency_where_no_photographer_is_named():
    assert described(opened(xmp=xmp(attributes='photoshop:Credit="云栖街道"'))).credit == "云栖街道"
    element = xmp("<photoshop:Source>云栖街道</photoshop:Source>")
    assert described(opened(xmp=element)).credit == "云栖街道"


@pytest.mark.parametrize(
    "records",
    [
        [(1, 90, b"\x1b%G"), (2, 120, "大桥".encode()), (2, 80, "苏未央".encode())],
        [(2, 120, "大桥".encode()), (2, 110, "苏未央".encode())],
        [(2, 120, "大桥".encode("gb18030")), (2, 80, "苏未央".encode("gbk"))],
    ],
)
def test_iptc_is_read_in_the_encodings_that_chinese_software_writes(records):
    assert described(opened(iptc=iptc(*records))) == Described("大桥", "苏未央")


def test_iptc_of_several_photographers_names_all():
    image = opened(iptc=iptc((2, 80, "苏未央".encode()), (2, 80, "袁小满".encode())))

    assert described(image).credit == "苏未央、袁小满"


def test_exif_is_read_where_nothing_else_speaks():
    text = "大桥".encode()

    assert described(opened(x010E=text, x013B="Su")) == Described("大桥", "Su")
    assert described(opened(xmp=xmp(alternatives("dc:description", x_default="桥")), x010E=text))
    packet = xmp(alternatives("dc:description", x_default="桥"))
    assert described(opened(xmp=packet, x010E=text)).caption == "桥"


@pytest.mark.parametrize("text", ["OLYMPUS DIGITAL CAMERA         ", "SONY DSC", "\x00"])
def test_what_a_camera_writes_is_no_caption(text):
    assert described(opened(x010E=text)) == Described()


@pytest.mark.parametrize(
    "packet",
    [
        "<x:xmpmeta",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        + xmp(alternatives("dc:description", x_default="&e;")).split("?>", 1)[1],
    ],
)
def test_damaged_or_hostile_xmp_says_nothing_and_the_rest_is_read(packet):
    image = opened(xmp=packet, x013B="Su")

    assert described(image) == Described(credit="Su")


def test_picture_without_a_word_says_nothing():
    assert described(opened()) == Described()
    assert described(opened("PNG")) == Described()
