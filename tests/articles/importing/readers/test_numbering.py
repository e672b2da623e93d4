import pytest

from articles.importing.readers.numbering import FileNumbers


@pytest.mark.parametrize(
    ("names", "pages"),
    [
        (["01.txt", "02要闻.txt", "3.txt"], ["01", "02", "03"]),
        (["01.txt"], ["01"]),
        (["05-figures.txt"], [""]),
        (["05-figures.txt", "notes.txt"], ["", ""]),
        (["01-a.txt", "01-b.txt"], ["", ""]),
        (["a/01.txt", "b/01.txt", "b/readme.txt"], ["01", "", ""]),
    ],
)
def test_numbers_are_pages_where_all_files_of_a_folder_have_one(names, pages):
    numbers = FileNumbers(lambda: names)

    assert [numbers.page_of(name).page_number for name in names] == pages


def test_section_follows_a_number_only_in_chinese():
    names = ["05-figures.txt", "02要闻.txt"]

    assert [FileNumbers(lambda: names).page_of(name).page_name for name in names] == ["", "要闻"]
