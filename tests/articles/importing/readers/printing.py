"""PDF pages for the tests, set like a page of a paper."""

import io

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

FONT = "STSong-Light"
BODY, LEADING = 10, 15
WIDTH, HEIGHT = 600, 800


class PrintedPage:
    """A page on which texts are set from its upper left corner."""

    def __init__(self, **options):
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._file = io.BytesIO()
        self._canvas = canvas.Canvas(self._file, pagesize=(WIDTH, HEIGHT), **options)

    def line(self, text, left, top, size=BODY, shade=0):
        """A line of text, from black, 0, to white, 1."""
        self._canvas.setFont(FONT, size)
        self._canvas.setFillGray(shade)
        self._canvas.drawString(left, HEIGHT - top - size, text)
        return self

    def centred(self, text, top, size=BODY, left=40, right=560):
        return self.line(text, (left + right - size * len(text)) / 2, top, size)

    def columns(self, text, lefts, top, rows, per_line):
        """The text in columns of so many rows, each line of so many characters."""
        lines = set_lines(text, per_line)
        for number, line in enumerate(lines):
            column, row = divmod(number, rows)
            self.line(line, lefts[column], top + row * LEADING)
        return self

    def box(self, left, top, right, bottom):
        self._canvas.rect(left, HEIGHT - bottom, right - left, bottom - top)
        return self

    def picture(self, left, top, right, bottom):
        grey = ImageReader(Image.new("L", (3, 2), 128))
        self._canvas.drawImage(grey, left, HEIGHT - bottom, right - left, bottom - top)
        return self

    def upwards(self, text, left, bottom, size=BODY, degrees=90):
        """A line that runs from the bottom to the top, or rises by so many degrees."""
        self._canvas.saveState()
        self._canvas.translate(left + size, HEIGHT - bottom)
        self._canvas.rotate(degrees)
        self._canvas.setFont(FONT, size)
        self._canvas.drawString(0, 0, text)
        self._canvas.restoreState()
        return self

    def rotated(self, degrees):
        self._canvas.setPageRotation(degrees)
        return self

    def turn(self):
        self._canvas.showPage()
        return self

    def data(self):
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()


def set_lines(text, per_line):
    """The lines of paragraphs, each indented by two characters."""
    lines = []
    for paragraph in text.split("\n"):
        line = "\u3000\u3000" + paragraph
        lines += [line[start : start + per_line] for start in range(0, len(line), per_line)]
    return lines
