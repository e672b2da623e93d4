"""The files of an export, each as (path, pieces of bytes), and where they are written.

Files are made one after the other: the pieces of one are to be used up before the next is asked
for. No more than a batch of stories and one picture is ever in memory.
"""

import json
import zipfile
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from articles import photos
from articles.body import from_paragraphs
from articles.exported_pictures import name_of
from articles.exporting.lines import lines
from articles.linked_data import enpproperty, page_as_printed
from articles.placing import laid_out

# What could end the script element, as JSON spells it.
_SCRIPT_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}
OLDEST_OF_A_ZIP = (1980, 1, 1, 0, 0, 0)


def jsonl_files(day):
    """A day as one file, a story a line, with the pictures beside it."""
    pictures = {}

    def pieces():
        for line in lines(day):
            _note_pictures(pictures, line)
            yield f"{as_json(line)}\n".encode()

    yield f"{day}/stories.jsonl", pieces()
    yield from _picture_files(day, pictures)


def epaper_files(day):
    """A day as pages of an e-paper, a story each, with the pictures beside them."""
    pictures = {}
    for number, line in enumerate(lines(day), start=1):
        _note_pictures(pictures, line)
        yield f"{day}/story-{number:04}.html", [epaper(line).encode()]
    yield from _picture_files(day, pictures)


FORMATS = {"jsonl": jsonl_files, "epaper": epaper_files}


def as_json(line):
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def epaper(line):
    """`exporting/epaper.html`: what aggregators of e-papers read, and the line itself."""
    names = [one["name"] for one in line.get("people", ())]
    properties = {
        "articleid": line["source_id"],
        "date": line["date"],
        "author": "、".join(credit["name"] for credit in line.get("credits", ())),
        "title": line["headline"],
        "keyword": ",".join(dict.fromkeys([*line.get("departments", ()), *names])),
        "subtitle": line.get("deck", ""),
        "introtitle": line.get("kicker", ""),
        "siteid": settings.SITE_ID_CODE,
        "nodeid": line.get("page", ""),
        "nodename": page_as_printed(line.get("page"), line.get("page_name")),
        "picurl": next((photo["file"] for photo in line.get("photos", ())), ""),
    }
    plain = ((text, False) for text in line.get("body", ()))
    body = line.get("body_html") or from_paragraphs(plain)
    context = {
        "line": line,
        "properties": enpproperty(properties),
        "laid": laid_out(body, line.get("photos", ()), _place),
        "told": mark_safe(as_json(line).translate(_SCRIPT_ESCAPES)),
        "paper": settings.PAPER_NAME,
    }
    return render_to_string("exporting/epaper.html", context)


def _place(photo):
    return photo.get("placed_after")


def _note_pictures(pictures, line):
    pictures.update((photo["file"], None) for photo in line.get("photos", ()))


def _picture_files(day, pictures):
    for name in pictures:
        yield f"{day}/{name}", photos.pieces_of(name.removesuffix(name_of("")))


def write_folder(folder: Path, files):
    """Write the files under the folder. An interrupted export is made again by the same command."""
    for path, pieces in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.writelines(pieces)


def zipped(files):
    """The files as pieces of a ZIP archive, each as soon as it is made."""
    written = _Written()
    with zipfile.ZipFile(written, "w") as archive:
        for path, pieces in files:
            member = zipfile.ZipInfo(path, OLDEST_OF_A_ZIP)
            is_picture = path.endswith(name_of(""))
            member.compress_type = zipfile.ZIP_STORED if is_picture else zipfile.ZIP_DEFLATED
            with archive.open(member, "w") as file:
                for piece in pieces:
                    file.write(piece)
                    yield written.taken()
    yield written.taken()


class _Written:
    """A file that can only be written, and whose bytes are taken off as they come."""

    def __init__(self):
        self.pieces = []

    def write(self, data):
        self.pieces.append(bytes(data))
        return len(data)

    def flush(self):
        pass

    def taken(self):
        data = b"".join(self.pieces)
        self.pieces.clear()
        return data
