"""Marks that an import made full-width are put back, and made so again, where they still stand."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from PIL import Image

from articles import workflow
from articles.importing.importer import import_page
from articles.models import Version
from articles.wide_marks import MarksRefused, marks_of, set_marks
from tests.factories import make_user, make_writer

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 16)
PAGE = """# 青澜经开区:供水有了保障

11月15日,青澜经开区召开会议(扩大),安排供水。

会议强调:"三个到位",投资3,000万元。

![会场,15日。 苏未央 摄](hall.jpg)
"""
HEADLINE = "青澜经开区：供水有了保障"
FIRST = "11月15日，青澜经开区召开会议（扩大），安排供水。"
SECOND = "会议强调：“三个到位”，投资3,000万元。"


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def version(tmp_path):
    Image.new("RGB", (20, 10)).save(tmp_path / "hall.jpg")
    path = tmp_path / "01.md"
    path.write_text(PAGE, encoding="utf-8")
    import_page(path, edition_date=DAY)
    return Version.objects.get()


@pytest.fixture
def editor():
    return make_writer()


def write(version, **words):
    for name, value in words.items():
        setattr(version, name, value)
    version.save()


def key_of(version, row_text, printed):
    return next(
        mark.key
        for row, marks in marks_of(version)
        for mark in marks
        if row_text in row.text and mark.printed == printed
    )


def test_imported_words_have_full_width_marks_and_each_is_known(version):
    assert version.headline == HEADLINE
    assert version.paragraphs == [FIRST, SECOND]
    assert version.photos.get().caption == "会场，15日。"
    known = [(row.part, "".join(m.printed for m in marks)) for row, marks in marks_of(version)]
    assert known == [("headline", ":"), ("body", ",(),"), ("body", ':"",'), ("caption", ",")]
    assert all(mark.is_wide and mark.stands for _row, marks in marks_of(version) for mark in marks)


def test_all_marks_are_put_back_exactly_as_printed(version, editor):
    assert set_marks(version, editor, wide=False) == 10

    version.refresh_from_db()
    assert version.headline == "青澜经开区:供水有了保障"
    assert version.paragraphs == PAGE.split("\n\n")[1:3]
    photo = version.photos.get()
    assert photo.caption == photo.alt_text == "会场,15日。"
    assert not any(mark.is_wide for _row, marks in marks_of(version) for mark in marks)


def test_marks_put_back_are_made_full_width_again(version, editor):
    digest = version.digest
    set_marks(version, editor, wide=False)

    assert set_marks(version, editor, wide=True) == 10

    version.refresh_from_db()
    assert version.digest == digest
    assert version.paragraphs == [FIRST, SECOND]


def test_one_mark_is_put_back_and_the_others_stay(version, editor):
    key = key_of(version, "安排供水", "(")

    assert set_marks(version, editor, wide=False, chosen=[key]) == 1

    version.refresh_from_db()
    assert version.paragraphs == [FIRST.replace("（", "("), SECOND]


def test_words_of_an_editor_are_not_touched(version, editor):
    first = FIRST.replace("安排供水", "，部署供水，保供、保质")
    write(version, body=f"<p>编者按，新添的话。</p><p><strong>{first[:9]}</strong>{first[9:]}</p>")

    set_marks(version, editor, wide=False)

    version.refresh_from_db()
    assert version.body == (
        "<p>编者按，新添的话。</p>"
        "<p><strong>11月15日,青澜</strong>经开区召开会议(扩大),，部署供水，保供、保质。</p>"
    )


def test_mark_that_an_editor_wrote_over_is_none_to_undo(version, editor):
    write(version, headline="青澜经开区供水——有了保障")

    assert [mark.stands for mark in marks_of(version)[0][1]] == [False]
    set_marks(version, editor, wide=False)
    assert set_marks(version, editor, wide=True) == 9
    version.refresh_from_db()
    assert version.headline == "青澜经开区供水——有了保障"


def test_marks_are_found_after_paragraphs_were_split_joined_and_escaped(version, editor):
    write(version, body=f"<p>{FIRST[:8]}</p><p>A &amp; B {FIRST[8:]}{SECOND}</p>")

    set_marks(version, editor, wide=False)

    version.refresh_from_db()
    printed = PAGE.split("\n\n")[1:3]
    assert version.body == f"<p>{printed[0][:8]}</p><p>A &amp; B {printed[0][8:]}{printed[1]}</p>"


def test_marks_of_a_story_in_review_stay(version, editor):
    version.doubts.all().delete()
    workflow.perform("submit", version, by=editor)

    with pytest.raises(MarksRefused):
        set_marks(version, editor, wide=False)


def test_account_without_the_right_changes_no_mark(version):
    with pytest.raises(PermissionDenied):
        set_marks(version, make_user(permissions=["view_version"]), wide=False)


def test_full_stop_behind_a_bracket_is_put_back_as_printed(tmp_path, editor):
    path = tmp_path / "02.md"
    path.write_text("# 青澜供水\n\n会议安排了供水（含抢修工作）.\n", encoding="utf-8")
    import_page(path, edition_date=DAY)
    version = Version.objects.get()
    assert version.body == "<p>会议安排了供水（含抢修工作）。</p>"

    set_marks(version, wide=False, by=editor)

    assert Version.objects.get().body == "<p>会议安排了供水（含抢修工作）.</p>"
