from pathlib import Path

import pytest
from django.core.files.base import ContentFile, File

from newsroom.storage import WholeFiles


class Stopped(Exception):
    """The machine stops in the middle of a file."""


class StoppingFile(File):
    def chunks(self, chunk_size=None):
        yield b"the first half"
        raise Stopped


@pytest.fixture
def storage(tmp_path):
    return WholeFiles(location=tmp_path)


def files_in(folder):
    return sorted(path.name for path in Path(folder).rglob("*") if path.is_file())


def test_keeps_a_file_under_its_name(storage, tmp_path):
    assert storage.save("a/picture.jpg", ContentFile(b"whole")) == "a/picture.jpg"

    assert files_in(tmp_path) == ["picture.jpg"]
    assert storage.open("a/picture.jpg").read() == b"whole"


def test_a_file_that_was_written_in_part_has_not_the_name(storage, tmp_path):
    with pytest.raises(Stopped):
        storage.save("a/picture.jpg", StoppingFile(None, "picture.jpg"))

    assert not storage.exists("a/picture.jpg")
    assert storage.save("a/picture.jpg", ContentFile(b"whole")) == "a/picture.jpg"


def test_a_name_that_somebody_took_meanwhile_is_left_to_them(storage, tmp_path):
    storage.save("a.jpg", ContentFile(b"theirs"))
    # As when both looked before either wrote.
    name = storage._save("a.jpg", ContentFile(b"ours"))

    assert (storage.open("a.jpg").read(), storage.open(name).read()) == (b"theirs", b"ours")
    assert len(files_in(tmp_path)) == 2


def test_where_a_file_has_one_name_only_it_is_moved(storage, tmp_path, monkeypatch):
    def refuse(*_paths):
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)

    assert storage.save("a.jpg", ContentFile(b"whole")) == "a.jpg"
    assert (storage.open("a.jpg").read(), files_in(tmp_path)) == (b"whole", ["a.jpg"])
