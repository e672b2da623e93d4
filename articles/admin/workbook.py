"""Tables as an Excel workbook to download."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from django.http import HttpResponse

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet would take for a formula, at the beginning of a cell.
FORMULA = ("=", "+", "-", "@")
WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence]


def workbook(name, *sheets):
    """The response with the sheets in a workbook of that name."""
    # Not before it is needed: it takes 34 MB of every process.
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _add(book, sheet)
    content = BytesIO()
    book.save(content)
    return HttpResponse(
        content.getvalue(),
        content_type=EXCEL,
        headers={"Content-Disposition": f'attachment; filename="{name}.xlsx"'},
    )


def _add(book, sheet):
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    cells = book.create_sheet(sheet.title)
    cells.append([str(head) for head in sheet.heads])
    for row in sheet.rows:
        cells.append([_harmless(value) for value in row])
    for number, head in enumerate(sheet.heads, start=1):
        cells.cell(1, number).font = Font(bold=True)
        # A Chinese character is two columns wide.
        longest = max([len(str(row[number - 1])) for row in sheet.rows] + [len(str(head))])
        cells.column_dimensions[get_column_letter(number)].width = min(WIDEST, 2 * longest + 2)
    cells.freeze_panes = "A2"


def _harmless(value):
    """Words of a story stay words in a spreadsheet, whatever they begin with."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
