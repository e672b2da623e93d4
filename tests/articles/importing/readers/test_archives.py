import stat
import zlib
from struct import pack
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from articles.importing.readers import Limits, find_manifest, open_source, read
from articles.parsing.documents import UnreadableSource

STORY = "## 柳河镇修渠\n\n本报讯 水渠修好了。\n".encode()


class GbkInfo(ZipInfo):
    """A member whose name is written as Chinese Windows does: in GBK, without a mark."""

    encoding = "gbk"

    def _encodeFilenameFlags(self):
        return self.filename.encode(self.encoding), self.flag_bits & ~0x800


@pytest.fixture
def make_zip(tmp_path):
    def make(members, name="paper.zip"):
        path = tmp_path / name
        with ZipFile(path, "w", ZIP_DEFLATED) as opened:
            for member, data in members:
                opened.writestr(member, data, compress_type=ZIP_DEFLATED)
        return path

    return make


def reason(source):
    with pytest.raises(UnreadableSource) as refusal:
        source.read()
    return refusal.value.reason


def test_members_come_in_order_and_are_read_with_what_lies_beside_them(make_zip):
    path = make_zip(
        [
            ("day/10.txt", STORY),
            ("day/2.txt", b"two"),
            ("day/park.jpg", b"picture"),
            ("__MACOSX/day/._2.txt", b""),
            ("manifest.csv", b"path,date\n"),
        ]
    )
    second, tenth = open_source(path)
    assert (second.name, second.path, second.read()) == ("day/2.txt", None, b"two")
    assert (tenth.name, tenth.read()) == ("day/10.txt", STORY)
    assert tenth.beside("park.jpg") == b"picture"
    assert tenth.beside("../../park.jpg") is None
    assert find_manifest(path).read() == b"path,date\n"


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "big5"])
def test_names_without_a_mark_are_read_by_what_they_show_together(make_zip, encoding):
    names = ["第01版 民生與區政.txt", "第02版 學習的方法.txt"]
    if encoding == "gbk":
        names = ["2023年4月4日/第01版 要闻.txt", "2023年4月4日/第02版 民生.txt"]
    members = []
    for name in names:
        info = GbkInfo(name)
        info.encoding = encoding
        members.append((info, STORY))
    path = make_zip(members)
    assert [source.name for source in open_source(path)] == names


def test_a_unicode_name_beside_the_old_one_is_believed_if_it_belongs_to_it(make_zip):
    members = []
    for name, checked in (("a.txt", b"a.txt"), ("b.txt", b"other")):
        info = ZipInfo(name)
        field = pack("<BL", 1, zlib.crc32(checked)) + "要闻.txt".encode()
        info.extra = pack("<HH", 0x7075, len(field)) + field
        members.append((info, STORY))
    assert [source.name for source in open_source(make_zip(members))] == ["b.txt", "要闻.txt"]


@pytest.mark.parametrize(
    "name",
    ["../01.txt", "day/../../01.txt", "/etc/01.txt", "C:/01.txt", "C:\\01.txt", "\\\\pc\\1.txt"],
)
def test_a_path_out_of_the_archive_is_refused_and_the_others_are_read(make_zip, name):
    sources = list(open_source(make_zip([(name, STORY), ("02.txt", STORY)])))
    found = {source.name: source for source in sources}
    assert found.pop("02.txt").read() == STORY
    (unsafe,) = found.values()
    assert reason(unsafe) == "unsafe_path"


def test_a_bomb_is_refused_and_the_others_are_read(make_zip):
    path = make_zip([("01.txt", b"\0" * 5_000_000), ("02.txt", STORY)])
    bomb, other = open_source(path)
    assert reason(bomb) == "zip_bomb"
    assert other.read() == STORY
    assert other.beside("01.txt") is None


def test_an_archive_that_unpacks_to_too_much_is_refused_as_a_whole(make_zip):
    path = make_zip([("01.txt", STORY), ("02.txt", STORY)])
    for limits, expected in (
        (Limits(max_total=len(STORY)), "archive_too_large"),
        (Limits(max_files=1), "too_many_files"),
    ):
        with pytest.raises(UnreadableSource) as refusal:
            open_source(path, limits)
        assert refusal.value.reason == expected


def test_a_member_above_the_limit_is_refused(make_zip):
    (source,) = open_source(make_zip([("01.txt", STORY)]), Limits(max_bytes=10))
    assert reason(source) == "too_large"


def test_a_link_and_a_second_file_of_one_name_are_refused(make_zip):
    link = ZipInfo("01.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = make_zip([(link, b"/etc/passwd"), ("02.txt", STORY), ("02.txt", b"other")])
    first, second, double = open_source(path)
    assert reason(first) == "link_outside"
    assert second.read() == STORY
    assert reason(double) == "duplicate_name"


def test_a_locked_member_is_refused(make_zip):
    path = make_zip([("01.txt", STORY)])
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    (source,) = open_source(path)
    assert reason(source) == "encrypted"


def test_damage_is_reported_where_it_is(make_zip):
    path = make_zip([("01.txt", STORY * 50), ("02.txt", STORY)])
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(data)
    first, second = open_source(path)
    assert reason(first) == "broken_file"
    assert second.read() == STORY
    path.write_bytes(data[:100])
    with pytest.raises(UnreadableSource) as refusal:
        open_source(path)
    assert refusal.value.reason == "broken_file"


@pytest.mark.parametrize("files", [[("01.txt", STORY)], []])
def test_an_archive_inside_an_archive_is_refused(make_zip, files):
    inner = make_zip(files, "inner.zip").read_bytes()
    (source,) = open_source(make_zip([("inner.zip", inner)]))
    with pytest.raises(UnreadableSource) as refusal:
        list(read(source))
    assert refusal.value.reason == "nested_archive"
