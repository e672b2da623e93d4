from datetime import date

import pytest

from articles.importing.readers import Place, UnusableManifest, read_manifest
from articles.importing.readers.manifest import Manifest

DAY = date(2023, 4, 4)
ROWS = "文件,日期,版次,版名\na/1.txt,2023-04-04,1,要闻\nb.txt,2023年4月5日,A02,\n,,,\n"
PLACES = {"a/1.txt": Place(DAY, "01", "要闻"), "b.txt": Place(date(2023, 4, 5), "A02")}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_says_where_each_file_belongs(encoding):
    assert read_manifest(ROWS.encode(encoding)) == Manifest(PLACES)


def test_english_headings_other_separators_and_quotation_marks_are_read():
    data = 'page_name;page;path;date\n"要闻;时政";第3版;.\\b.txt;20230404\n'
    data = data.replace(".\\b", "./a\\b").encode()
    assert read_manifest(data).places == {"a/b.txt": Place(DAY, "03", "要闻;时政")}


def test_names_count_from_the_folder_of_the_manifest():
    read = read_manifest(b"path,date\n1.txt,2023-04-04\n", "paper")

    assert read.places == {"paper/1.txt": Place(DAY)}


def test_every_bad_row_is_named_with_its_line_and_the_others_are_read():
    data = (
        b"path,date\na.txt,2023-02-30\n,2023-04-04\n../b.txt,\nc.txt,\nc.txt,\nd.txt,2023-04-04\n"
    )

    read = read_manifest(data)

    assert read.places == {"d.txt": Place(DAY)}
    assert [(one.line, one.reason, one.name) for one in read.problems] == [
        (2, "bad_date", "a.txt"),
        (3, "no_path", ""),
        (4, "unsafe_path", "../b.txt"),
        (6, "twice", "c.txt"),
    ]
    assert str(read.problems[0]) == (
        "line 2: 2023-02-30 is no day of the calendar. Write it as 2023-04-04."
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"name,date\na.txt,2023-04-04\n", "no_path_column"), (b'path\n"a.txt', "bad_row")],
)
def test_what_is_no_such_table_is_refused(data, reason):
    with pytest.raises(UnusableManifest) as refusal:
        read_manifest(data)
    assert [one.reason for one in refusal.value.problems] == [reason]
