"""How many stories of PDF pages are read whole and in order.

`python -m benchmarks.pdf_pages [--pages 40] [--seed 1] [--pictures]` has Debian's Chromium set
the labelled stories, two to nine a page, in columns below and beside each other, with gutters, type
and rules drawn at random, reads the PDF as the importer does, and prints the stories that are torn.
With `--pictures` every other story has one, with a caption below it, above its columns or in one of
them; a caption among the lines of its story tears nothing. Needs what
requirements-dev.txt installs.
"""

import argparse
import logging
import random
import re
import shutil
import tempfile
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from articles.importing.readers import open_source, read
from benchmarks.extraction.labels import read_part

# How many of four columns each story of a row takes.
ROWS = ((4,), (2, 2), (3, 1), (1, 3), (2, 1, 1), (1, 1, 2))
HEADLINES = {1: (15, 16, 18), 2: (18, 20, 22), 3: (22, 26), 4: (26, 30, 34)}
STYLE = """@page{size:390mm 545mm;margin:15mm} h1{margin:2mm 0;line-height:1.3}
p{text-indent:2em;margin:0} .caption{text-indent:0;font-size:9pt;margin-bottom:2mm}
img{display:block;width:100%} .head{display:flex;justify-content:space-between}
.row{display:grid;grid-template-columns:repeat(4,1fr)}"""
HEAD = "<span>青澜新报</span><span>2021年6月18日 星期五</span><span>第02版 要闻</span>"
SHORTEST = 150
OTHER = re.compile(r"\||!\[")
BLANK = re.compile(r"[\s*#]")
# Captions with who took the picture and without, as a sentence and as none.
CAPTIONS = ("村民在渠边看放水。 何青 摄", "孩子们在矮书架前看书", "图为矮书架。", "柳河边的老桥。")
# Of three points by two, all grey.
PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAEElEQVR4nGNsYGBgYmBgAAAD"
    "mACEBmiz0AAAAABJRU5ErkJggg=="
)


def stories():
    """Headline and lines of the labelled stories that no cut has torn before."""
    for story in read_part("fixing"):
        labels = story.labels
        if story.path.suffix != ".md" or OTHER.search(story.text):
            continue
        if not any(map(labels.get, ("joins", "stories", "photos"))):
            lines = [line.strip() for line in story.text.split("\n") if not line.startswith("#")]
            if sum(map(len, lines)) >= SHORTEST:
                yield labels["headline"], [line for line in lines if line]


def page(chance, supply, pictures):
    """The HTML of a page, and the stories on it; with a picture in every other one where asked."""
    gutter, align = chance.choice((4, 5, 6, 8)), chance.choice(("left", "center"))
    printed, rows = [], ""
    for _row in range(chance.choice((2, 3))):
        cells = ""
        rule = "border-left:0.5pt solid" if chance.random() < 0.3 else ""
        for number, columns in enumerate(chance.choice(ROWS)):
            printed.append(chance.choice(supply))
            style = f"grid-column:span {columns};{rule if number else ''}"
            size = chance.choice(HEADLINES[columns])
            has_picture = pictures and chance.random() < 0.5
            picture = _picture(chance, columns) if has_picture else ("", 0)
            story = _story(*printed[-1], columns, size, align, gutter, *picture)
            cells += f'<div style="{style}">{story}</div>'
        below = chance.choice((4, 6, 10))
        rows += f'<div class="row" style="gap:{gutter}mm;margin-bottom:{below}mm">{cells}</div>'
    family = chance.choice(("Noto Serif CJK SC", "Noto Sans CJK SC"))
    body = f"<style>{STYLE} body{{font:10.5pt '{family}';text-align:justify}}</style>"
    return f'<meta charset=utf-8>{body}<div class="head">{HEAD}</div><hr>{rows}', printed


def _picture(chance, columns):
    """The HTML of a picture with its caption, and above which of the story's lines it stands."""
    height = chance.choice((25, 40, 60))
    picture = f'<img src="{PICTURE}" style="height:{height}mm">'
    place = chance.choice((0, 1, 2)) if columns > 1 else 0
    return f'{picture}<p class="caption">{chance.choice(CAPTIONS)}</p>', place


def _story(headline, lines, columns, size, align, gutter, picture, place):
    """Above the first line, a picture stands over all columns."""
    text = [f"<p>{escape(line)}</p>" for line in lines]
    head = f'<h1 style="font-size:{size}pt;text-align:{align}">{escape(headline)}</h1>'
    above, amid = ("", picture) if place else (picture, "")
    body = "".join((*text[:place], amid, *text[place:]))
    return f'{head}{above}<div style="columns:{columns};column-gap:{gutter}mm">{body}</div>'


def torn(path, printed):
    """The headlines whose story does not stand in one piece below them."""
    (source,) = open_source(path)
    text = "".join(page.document.text for page in read(source))
    for caption in CAPTIONS:
        text = text.replace(f"\n{caption}\n", "\n")
    text = _bare(text)
    return [title for title, lines in printed if _bare(title + "".join(lines)) not in text]


def _bare(text):
    return BLANK.sub("", text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pictures", action="store_true")
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    chance, supply = random.Random(options.seed), list(stories())
    total, lost = 0, []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        sheet = browser.new_page()
        for number in range(options.pages):
            html, printed = page(chance, supply, options.pictures)
            path = Path(folder, f"{number}.pdf")
            sheet.set_content(html)
            sheet.pdf(path=path, prefer_css_page_size=True)
            total += len(printed)
            lost += torn(path, printed)
        browser.close()
    print(f"{total} stories on {options.pages} pages, {len(lost)} torn:")
    print(*lost, sep="\n")


if __name__ == "__main__":
    main()
