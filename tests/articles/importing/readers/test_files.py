import os
from zipfile import ZipFile

import pytest

from articles.importing.readers import Limits, find_manifest, open_source
from articles.parsing.documents import UnreadableSource


def put(root, *names, data=b"## text"):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def names(path, **options):
    return [source.name for source in open_source(path, **options)]


def reason(source):
    with pytest.raises(UnreadableSource) as refusal:
        source.read()
    return refusal.value.reason


def test_a_single_file_is_a_source(tmp_path):
    put(tmp_path, "01.txt")
    (source,) = open_source(tmp_path / "01.txt")
    assert (source.name, source.path, source.size) == ("01.txt", tmp_path / "01.txt", 7)
    assert source.read() == b"## text"


def test_the_files_of_a_folder_come_in_the_order_of_their_numbers(tmp_path):
    put(tmp_path, "2023-04-04/10.txt", "2023-04-04/2.txt", "2023-04-04/1.txt", "2023-04-03/1.md")
    assert names(tmp_path) == [
        "2023-04-03/1.md",
        "2023-04-04/1.txt",
        "2023-04-04/2.txt",
        "2023-04-04/10.txt",
    ]


def test_pictures_hidden_files_and_the_manifest_are_no_sources(tmp_path):
    put(
        tmp_path,
        "01.txt",
        "park.JPG",
        ".DS_Store",
        "Thumbs.db",
        "manifest.csv",
        "~$01.docx",
        ".git/config.txt",
        "__MACOSX/01.txt",
        "pages/style.css",
    )
    assert names(tmp_path) == ["01.txt"]


def test_what_lies_beside_a_file_is_found_and_nothing_outside(tmp_path):
    put(tmp_path, "paper/day/01.txt", "paper/day/park.jpg", "paper/pictures/map.png", "secret.jpg")
    (source,) = open_source(tmp_path / "paper")
    assert source.beside("park.jpg") == b"## text"
    assert source.beside("../pictures/map.png") == b"## text"
    assert source.beside("..\\pictures\\map.png") == b"## text"
    for name in (
        "../../secret.jpg",
        str(tmp_path / "secret.jpg"),
        "C:\\secret.jpg",
        "none.jpg",
        "",
    ):
        assert source.beside(name) is None


def test_a_link_out_of_the_folder_is_refused_and_one_inside_is_read(tmp_path):
    put(tmp_path, "paper/01.txt", "secret.txt", "other/02.txt")
    (tmp_path / "paper/02.txt").symlink_to("01.txt")
    (tmp_path / "paper/03.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "paper/04.txt").symlink_to("nowhere.txt")
    (tmp_path / "paper/05").symlink_to(tmp_path / "other")
    (tmp_path / "paper/06").symlink_to(".")
    sources = list(open_source(tmp_path / "paper"))
    assert [source.name for source in sources] == ["01.txt", "02.txt", "03.txt", "04.txt", "05"]
    assert sources[1].read() == b"## text"
    assert [reason(source) for source in sources[2:]] == ["link_outside", "missing", "link_outside"]
    assert sources[0].beside("03.txt") is None


def test_a_pipe_is_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "01.txt")
    (source,) = open_source(tmp_path)
    assert reason(source) == "not_a_file"
    with pytest.raises(UnreadableSource) as refusal:
        open_source(tmp_path / "01.txt")
    assert refusal.value.reason == "not_a_file"


def test_a_file_above_the_limit_is_refused_and_the_others_are_read(tmp_path):
    put(tmp_path, "01.txt", data=b"x" * 11)
    put(tmp_path, "02.txt", data=b"x" * 10)
    first, second = open_source(tmp_path, Limits(max_bytes=10))
    assert reason(first) == "too_large"
    assert second.read() == b"x" * 10


def test_a_file_that_grew_since_it_was_listed_is_refused(tmp_path):
    put(tmp_path, "01.txt")
    (source,) = open_source(tmp_path, Limits(max_bytes=10))
    put(tmp_path, "01.txt", data=b"x" * 11)
    assert reason(source) == "too_large"


def test_a_file_that_went_since_it_was_listed_is_missing(tmp_path):
    put(tmp_path, "01.txt")
    (source,) = open_source(tmp_path)
    (tmp_path / "01.txt").unlink()
    assert reason(source) == "missing"


def test_no_such_file_is_refused(tmp_path):
    with pytest.raises(UnreadableSource) as refusal:
        open_source(tmp_path / "none")
    assert refusal.value.reason == "missing"


def test_files_are_not_read_before_they_are_asked_for(tmp_path, monkeypatch):
    put(tmp_path, "01.txt", "02.txt")
    opened = []
    monkeypatch.setattr("articles.importing.readers.folders.Folder.open", opened.append)
    list(open_source(tmp_path))
    assert opened == []


def test_the_manifest_nearest_to_the_top_is_found(tmp_path):
    put(tmp_path, "paper/manifest.csv", "paper/01.txt")
    assert find_manifest(tmp_path).folder == "paper"
    put(tmp_path, "manifest.csv")
    assert find_manifest(tmp_path).name == "manifest.csv"
    assert find_manifest(tmp_path / "paper/01.txt") is None


def test_an_archive_in_a_folder_is_read_as_if_it_had_been_unpacked_there(tmp_path):
    put(tmp_path, "2023-04-03/01.txt", "2023-04-05/01.txt")
    with ZipFile(tmp_path / "2023-04-04.zip", "w") as archive:
        archive.writestr("02.txt", "## two")
        archive.writestr("../03.txt", "## outside")
    first, second, third, fourth = open_source(tmp_path)
    assert (first.name, fourth.name) == ("2023-04-03/01.txt", "2023-04-05/01.txt")
    assert (second.name, second.read()) == ("2023-04-04/02.txt", b"## two")
    assert reason(third) == "unsafe_path"


@pytest.mark.parametrize("name", ["/abs/01.txt", "C:/01.txt"])
def test_a_path_out_of_an_archive_in_a_folder_is_refused_as_out_of_one_alone(tmp_path, name):
    with ZipFile(tmp_path / "evil.zip", "w") as archive:
        archive.writestr(name, "## outside")
    (refused,) = open_source(tmp_path)
    assert (reason(refused), refused.fault.detail) == ("unsafe_path", name)


def test_a_broken_archive_in_a_folder_stops_no_other_file(tmp_path):
    put(tmp_path, "01.txt", "02.zip", "03.txt")
    first, second, third = open_source(tmp_path)
    assert (first.name, third.name) == ("01.txt", "03.txt")
    assert reason(second) == "broken_file"


def test_an_archive_without_files_in_a_folder_is_told(tmp_path):
    put(tmp_path, "01.txt")
    ZipFile(tmp_path / "02.zip", "w").close()
    first, second = open_source(tmp_path)
    assert (first.name, second.name, reason(second)) == ("01.txt", "02.zip", "empty")
