"""Pictures that come back from an export keep their bytes: encoded anew they would wear out.

An exported picture is named by its digest, and holds what `pictures.prepare` writes and nothing
else. Whatever has that name and that form may be kept as it is: its pixels were read all the same.
"""

import hashlib
import io

from PIL import Image

from articles.pictures import LONGEST_SIDE, Picture

START, END, SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
JFIF = b"JFIF\0"
# JFIF, tables of quantisation, frames (baseline and progressive), tables of Huffman codes, scans.
APP0, SEGMENTS = 0xE0, frozenset((0xE0, 0xDB, 0xC0, 0xC2, 0xC4, SCAN))


def name_of(digest):
    """The name of an exported picture: that of its bytes."""
    return f"{digest}.jpg"


def own_picture(data, name):
    """The Picture of these bytes; None where they are not of an export, and are encoded anew."""
    if name != name_of(hashlib.sha256(data).hexdigest()) or not is_bare(data):
        return None
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            if image.mode != "RGB" or max(image.size) > LONGEST_SIDE:
                return None
            image.load()
    except Exception:  # Pillow's decoders raise many kinds over a damaged file.
        return None
    return Picture(data)


def is_bare(data):
    """Whether a JPEG has the segments of a picture and no other: no place, no camera, no file."""
    if not (data.startswith(START) and data.endswith(END)):
        return False
    place = len(START)
    while place < len(data) - len(END):
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if data[place] != 0xFF or marker not in SEGMENTS or length < 2:
            return False
        if marker == APP0 and (length != 16 or not data.startswith(JFIF, place + 4)):
            return False
        place += 2 + length
        if marker == SCAN:
            place = _end_of_scan(data, place)
    return place == len(data) - len(END)


def _end_of_scan(data, place):
    """Where the next marker stands: in a scan 0xFF is followed by 0 or by a restart."""
    while (place := data.find(b"\xff", place)) >= 0:
        following = data[place + 1 : place + 2]
        if following != b"\0" and not b"\xd0" <= following <= b"\xd7":
            return place
        place += 2
    return len(data)
