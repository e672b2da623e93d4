from datetime import date

import pytest

from articles.importing.readers.placing import Place, place, read_date, read_page, typed_page

DAY = date(2023, 4, 4)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2023-04-04/01.txt", Place(DAY, "01")),
        ("2023/0404/A01.md", Place(DAY, "A01")),
        ("2023/04/04/1.txt", Place(DAY, "01")),
        ("2023/4/4/第1版.txt", Place(DAY, "01")),
        ("202304/04/B12.txt", Place(DAY, "B12")),
        ("20230404/第03版.txt", Place(DAY, "03")),
        ("2023-04/04/02要闻.txt", Place(DAY, "02", "要闻")),
        ("20230404-A02.md", Place(DAY, "A02")),
        ("20230404A02要闻.md", Place(DAY, "A02", "要闻")),
        ("20230404_03.txt", Place(DAY, "03")),
        ("2023-04-04 第1版 要闻.docx", Place(DAY, "01", "要闻")),
        ("2023-04-04 第1版 要闻(1).docx", Place(DAY, "01", "要闻")),
        ("2023-04-04 第1版 要闻 (2).docx", Place(DAY, "01", "要闻")),
        ("2023-04-04 第1版(1).docx", Place(DAY, "01", "")),
        ("2023-04-04 第1版 要闻（上）.docx", Place(DAY, "01", "要闻(上)")),
        ("2023-04-04 第1版（要闻）.docx", Place(DAY, "01", "要闻")),
        ("2023.04.04 四版：副刊.docx", Place(DAY, "04", "副刊")),
        ("2023年4月4日/1版.txt", Place(DAY, "01")),
        ("2023年/4月/4日/第十二版 文化.txt", Place(DAY, "12", "文化")),
        ("2023年4月4日头版.txt", Place(DAY, "01")),
        ("旧报/2021年/2023-04-04/A01.txt", Place(DAY, "A01")),
        ("2021-01-01整理/2023-04-04/A01.txt", Place(DAY, "A01")),
        ("2023-04-04/A01/03.txt", Place(DAY, "A01")),
        ("2023-04-04/02 民生/春灌开闸.txt", Place(DAY, "02", "民生")),
        ("第3版/2023-04-04.txt", Place(DAY, "03")),
        ("A03-2023-04-04.txt", Place(DAY, "A03")),
        ("2023-04-04/Ａ０１．txt", Place(DAY, "A01")),
        ("2023-04-04/春灌开闸.txt", Place(DAY)),
        ("2023-04-04/12个村开秤.txt", Place(DAY)),
        ("2023-04-04/3月的雨.txt", Place(DAY)),
        ("2023-04-04.txt", Place(DAY)),
        ("2023-04-04/05-figures.txt", Place(DAY, "05")),
        ("2023-02-30/01.txt", Place()),
        ("2023-13-01/01.txt", Place()),
        ("01.txt", Place()),
        ("12-multibyline.txt", Place()),
        ("05-figures.txt", Place()),
        ("第5版 文化.txt", Place(None, "05", "文化")),
        ("柳河镇夏粮入库.txt", Place()),
        ("123456789.txt", Place()),
        ("2023.txt", Place()),
        ("", Place()),
    ],
)
def test_the_names_of_folders_and_files_give_day_and_page(name, expected):
    assert place(name) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-04-04", DAY),
        ("2023/4/4", DAY),
        ("20230404", DAY),
        ("2023年4月4日", DAY),
        ("2023-04-04 00:00:00.0", DAY),
        ("2023-02-29", None),
        ("4月4日", None),
        ("", None),
    ],
)
def test_a_day_in_any_usual_spelling(text, day):
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("第03版：要闻", "03", "要闻"),
        ("A01 要闻", "A01", "要闻"),
        ("3", "03", ""),
        ("01", "01", ""),
        ("要闻", "", ""),
    ],
)
def test_a_page_by_number_and_name(text, number, name):
    assert read_page(text) == Place(None, number, name)


def test_a_place_is_filled_by_another_and_never_changed():
    known = Place(None, "02")
    assert known.filled_by(Place(DAY, "02", "要闻")) == Place(DAY, "02", "要闻")
    assert known.filled_by(Place(DAY, "03", "文化")) == Place(DAY, "02")
    assert Place(DAY, "02", "综合").filled_by(Place(date(2020, 1, 1), "01", "要闻")) == Place(
        DAY, "02", "综合"
    )


@pytest.mark.parametrize(
    ("typed", "number"),
    [("3", "03"), (" 12 ", "12"), ("A3", "A03"), ("第3版", "03"), ("", ""), ("要闻", "要闻")],
)
def test_typed_page_is_written_as_names_of_files_give_it(typed, number):
    assert typed_page(typed) == number
