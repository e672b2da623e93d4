"""The words, credits, pictures and sources of an import as they are stored."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles import workflow
from articles.importing.importer import import_pages
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.models import (
    Article,
    Credit,
    ImportRun,
    ParagraphSource,
    Proposal,
    SourceDocument,
    Version,
)
from articles.models.content import content_digest
from people.models import Official
from tests.articles.importing.readers.printing import PrintedPage
from tests.articles.importing.sample import DAY, STORY, export, run
from tests.factories import make_reviewers, make_writer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("printed", "capacity"),
    [("记者", "reporter"), ("本报记者", "reporter"), ("通讯员", "correspondent")],
)
def test_capacity_of_a_credit(page_file, printed, capacity):
    page_file.write_text(STORY.replace("记者", printed), encoding="utf-8")

    run(page_file)

    assert Credit.objects.get().capacity == capacity


def test_photo_beside_the_file_is_attached(page_file, tmp_path):
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "park.png")
    page_file.write_text(
        STORY.replace("记者 苏未央", "![步道上的行人。 苏未央 摄](park.png)\n\n记者 苏未央 文/图"),
        encoding="utf-8",
    )

    run(page_file)

    photo = Version.objects.get().photos.get()
    assert (photo.caption, photo.width, photo.height) == ("步道上的行人。", 60, 40)
    assert "苏未央" in photo.credit
    credit = Credit.objects.get()
    assert (credit.has_text, credit.has_photos) == (True, True)


@pytest.mark.parametrize("name", ["missing.jpg", "../secret.jpg"])
def test_story_comes_in_with_the_caption_of_a_picture_that_is_not_beside_it(page_file, name):
    line = f"![步道上的行人。 苏未央 摄]({name})\n\n记者"
    page_file.write_text(STORY.replace("记者", line, 1), encoding="utf-8")

    report = run(page_file)

    version = Version.objects.get()
    assert "步道上的行人。 苏未央 摄" in str(version.body)
    assert not version.photos.exists()
    [note] = report.notes
    number = page_file.read_text().split("\n").index(line.split("\n")[0]) + 1
    assert f"{name} (line {number})" in note


def test_picture_that_comes_later_is_proposed(page_file, tmp_path):
    text = STORY.replace("记者", "![步道上的行人。](park.png)\n\n记者", 1)
    page_file.write_text(text, encoding="utf-8")
    list(import_pages(pages_of(page_file, Place(DAY))))
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "park.png")

    list(import_pages(pages_of(page_file, Place(DAY))))

    [photo] = Proposal.objects.get().facts["photos"]
    assert photo["caption"] == "步道上的行人。"
    [outcome] = import_pages(pages_of(page_file, Place(DAY)))
    assert outcome.is_known


PICTURES = STORY.replace(
    "记者", "![好图](good.png)\n\n![步道上的行人。 苏未央 摄](bad.jpg)\n\n记者"
)


@pytest.fixture
def page_with_a_bad_picture(page_file, tmp_path):
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "good.png")
    (tmp_path / "bad.jpg").write_text("not a picture")
    page_file.write_text(PICTURES, encoding="utf-8")
    return page_file


def test_page_comes_in_with_the_caption_of_a_picture_that_cannot_be_read(page_with_a_bad_picture):
    planned = run(page_with_a_bad_picture, is_dry_run=True)

    report = run(page_with_a_bad_picture)

    version = Version.objects.get()
    assert version.photos.get().caption == "好图"
    assert "步道上的行人。 苏未央 摄" in str(version.body)
    [note] = report.notes
    assert "bad.jpg (line 7): This is not a picture that can be read." in note
    assert planned.notes == report.notes


def test_page_with_a_bad_picture_is_read_again_and_writes_nothing(page_with_a_bad_picture):
    first, second = (
        next(import_pages(pages_of(page_with_a_bad_picture, Place(DAY)))) for _time in range(2)
    )

    assert first.report.stories["created"] == second.report.stories["unchanged"] == 1
    assert not second.is_known
    assert ImportRun.objects.count() == 1


def test_picture_that_was_mended_is_proposed(page_with_a_bad_picture):
    run(page_with_a_bad_picture)
    Image.new("RGB", (80, 40), "navy").save(page_with_a_bad_picture.with_name("bad.jpg"))

    report = run(page_with_a_bad_picture)

    photos = Proposal.objects.get().facts["photos"]
    assert [photo["caption"] for photo in photos] == ["好图", "步道上的行人。"]
    assert not any("bad.jpg" in note for note in report.notes)


def test_stories_beside_that_of_a_bad_picture_meet_the_people_of_the_directory(
    page_with_a_bad_picture,
):
    run(page_with_a_bad_picture)
    page_with_a_bad_picture.write_text(PICTURES.replace("供水保障", "秋收"), encoding="utf-8")

    run(page_with_a_bad_picture)

    assert Official.objects.get().name == "沈砚秋"


@pytest.mark.parametrize("limit", ["MAX_BYTES", "MAX_PIXELS"])
def test_picture_beyond_a_limit_leaves_its_caption_and_says_the_limit(
    page_file, tmp_path, settings, limit
):
    page_file.write_text(PICTURES, encoding="utf-8")
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "good.png")
    if limit == "MAX_BYTES":
        settings.IMPORT_MAX_BYTES = 2**20
        (tmp_path / "bad.jpg").write_bytes(bytes(2**20 + 1))
    else:
        settings.PHOTO_MAX_PIXELS = 2_000_000
        Image.new("L", (2001, 1000)).save(tmp_path / "bad.jpg")

    [note] = run(page_file).notes

    assert ("more than 1 MB" if limit == "MAX_BYTES" else "more than 2 million") in note
    assert Version.objects.get().photos.get().caption == "好图"


def test_lines_of_the_source_are_those_the_parser_counted(page_file):
    page_file.write_text(STORY.replace("会议。", "会议。\u2028\f", 1), encoding="utf-8")

    run(page_file)

    source = ParagraphSource.objects.get()
    assert source.document.lines(7, 7) == []
    assert source.document.lines(5, 5) == [(5, "记者 苏未央")]


def test_imported_story_goes_all_the_way_to_readers(page_file):
    run(page_file)
    version = Version.objects.get()
    workflow.perform("submit", version, by=make_writer())
    reviewers = make_reviewers()
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    workflow.perform("release", version, by=reviewers[2])

    assert list(Version.objects.live()) == [version]


def test_more_stories_are_saved_by_no_more_statements_and_each_version_once(tmp_path):
    def statements_of(day, count):
        path = tmp_path / day
        path.mkdir()
        for number in range(1, count + 1):
            stories = (STORY.replace("# ", f"# {number}{at}") for at in "甲乙丙丁")
            (path / f"{number:02d}.md").write_text("\n".join(stories), encoding="utf-8")
        with CaptureQueriesContext(connection) as asked:
            list(import_pages(list(pages_of(path, Place(date.fromisoformat(day))))))
        return [query["sql"] for query in asked]

    statements_of("2026-11-16", 1)
    few, many = statements_of("2026-11-17", 2), statements_of("2026-11-18", 12)

    assert Version.objects.count() == 4 * (1 + 2 + 12)
    assert len(many) == len(few) < 60
    assert not [sql for sql in many if sql.startswith('UPDATE "articles_version"')]


def test_what_an_editor_makes_after_an_import_has_keys_of_its_own(page_file):
    run(page_file)
    version = Version.objects.get()

    article = Article.objects.create()
    later = Version.objects.create(article=article, headline="后来的稿件", dated=DAY)

    assert article.pk > version.article_id
    assert later.pk > version.pk


def test_digest_of_a_story_that_tells_its_corrections_is_that_of_its_words(tmp_path):
    export(
        tmp_path / "1.jsonl",
        corrections=[{"wrong": "2公里", "right": "3公里", "remark": ""}],
    )

    version = Version.objects.get()
    assert version.digest == content_digest(version) != ""


def test_each_page_of_one_file_has_lines_of_its_own(tmp_path):
    pdf = PrintedPage()
    leads = ("防汛抗旱工作会议在县城召开，各镇都来了人", "招商引资工作会议在县城召开，各镇都来了人")
    for number, lead in enumerate(leads, start=1):
        pdf.line(f"第0{number}版", 500, 20).line(f"{lead[:4]}会议召开", 40, 60, 24)
        pdf.columns(f"本报讯 11月15日，{lead}，大家都发了言，县里作了部署。", (40,), 110, 20, 40)
        if number < len(leads):
            pdf.turn()
    file = tmp_path / "2026-11-16.pdf"
    file.write_bytes(pdf.data())

    list(import_pages(pages_of(file)))

    texts = dict(SourceDocument.objects.values_list("name", "text"))
    stories = dict(ParagraphSource.objects.values_list("document__name", "version__headline"))
    assert stories == {f"{file.name}:{n}": f"{leads[n - 1][:4]}会议召开" for n in (1, 2)}
    for number, lead in enumerate(leads, start=1):
        assert lead in texts[f"{file.name}:{number}"].replace("\n", "")
    kept = SourceDocument.objects.exclude(data=b"")
    assert [(one.name, bytes(one.data)) for one in kept] == [(file.name, file.read_bytes())]
    assert {outcome.is_known for outcome in import_pages(pages_of(file))} == {True}
