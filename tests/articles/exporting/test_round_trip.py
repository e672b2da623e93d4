"""What was taken out comes back whole: exported again it is the same, byte for byte."""

import datetime
import hashlib
import json

import pytest

from articles.importing.importer import import_pages
from articles.importing.sources import pages_of
from articles.models import Correction, Edition, Photo, Version
from articles.models.content import content_digest
from people.models import Appointment
from tests.articles.exporting.full_paper import BODY


@pytest.mark.parametrize("form", ["jsonl", "epaper"])
def test_export_of_an_import_is_the_export(paper, export, move, form):
    folder, first = export(form, "first")
    move(folder)
    _folder, second = export(form, "second")
    assert list(second) == list(first)
    for name, data in first.items():
        assert second[name] == data, name


@pytest.mark.parametrize("form", ["jsonl", "epaper"])
def test_story_stands_in_the_other_newsroom_as_it_stood(paper, export, move, form):
    folder, files = export(form, "first")
    move(folder)

    story = Version.objects.get(headline="云栖桥建成通车")
    assert story.body == BODY
    assert (story.kicker, story.deck, story.dateline, story.date_as_printed) == (
        "重点工程传捷报",
        "全长1.2公里",
        "本报讯",
        "4月2日",
    )
    assert str(story.dateline_date) == "2023-04-02"
    assert (story.edition.number, story.page.number, story.page.name, story.position) == (
        5123,
        "01",
        "要闻",
        1,
    )
    assert list(story.credits.values_list("as_printed", "capacity", "has_text", "has_photos")) == [
        ("苏未央", "reporter", True, True),
        ("袁小满", "correspondent", False, True),
    ]
    assert [
        (one.name_as_printed, one.title_as_printed, one.acts, [str(p) for p in one.posts.all()])
        for one in story.mentions.all()
    ] == [
        ("沈砚秋", "经开区建设局局长", "出席、讲话", ["青澜经开区建设局局长"]),
        ("卓远山", "村民", "", []),
    ]
    assert story.mentions.first().official.name == "沈砚秋"
    assert [str(one) for one in story.departments.order_by("version_links__id")] == [
        "青澜经开区建设局",
        "青澜经开区",
    ]
    assert (story.event.kind, story.event.name, story.event.place) == (
        "ceremony",
        "云栖桥通车仪式",
        "云栖桥头",
    )
    days = (datetime.date(2023, 4, 2), datetime.date(2023, 4, 3))
    assert (story.event.date, story.event.ends_on) == days
    assert list(story.event.hosts.values_list("name_as_printed", "role")) == [
        ("区建设局", "host"),
        ("桥梁公司", "organiser"),
    ]
    for photo in story.photos.all():
        data = files[f"2023-04-03/{photo.digest}.jpg"]
        assert photo.image.read() == data
        assert hashlib.sha256(data).hexdigest() == photo.digest
    assert list(story.photos.values_list("caption", "alt_text", "placed_after")) == [
        ("云栖桥，red。", "一座red的桥", 0),
        ("云栖桥，green。", "一座green的桥", None),
        ("云栖桥，blue。", "一座blue的桥", 4),
    ]
    assert story.digest == content_digest(story)
    assert Correction.objects.public().get().right == "1.2公里"
    reprint = Version.objects.get(headline="转来的稿")
    assert (reprint.is_reprint, reprint.missing_particulars) == (True, [])
    web = Version.objects.get(headline="只在网上")
    assert (web.edition, web.page) == (None, None)
    assert Version.objects.filter(headline="同题稿").count() == 2
    assert not Version.objects.filter(headline="没有发的").exists()
    # Who held a post is proposed, as after any import: this newsroom has not confirmed it.
    assert list(Appointment.objects.values_list("is_confirmed", flat=True)) == [False]


def test_readers_of_the_other_newsroom_see_the_correction(paper, export, move, client):
    folder, _files = export("jsonl", "first")
    move(folder)
    story = Version.objects.get(headline="云栖桥建成通车")
    assert "1.1公里" in client.get(f"/stories/{story.article_id}/").content.decode()


def test_import_of_an_import_changes_nothing(paper, export, move):
    folder, _files = export("jsonl", "first")
    move(folder)
    again = list(import_again(folder))
    assert {outcome.is_known for outcome in again} == {True}


def import_again(folder):
    return import_pages(pages_of(folder))


def test_newsroom_knows_its_own_export(paper, export):
    """Stories that an editor wrote have no key of an import, and would come in twice."""
    folder, _files = export("jsonl", "first")
    before = Version.objects.count(), Photo.objects.count(), Edition.objects.count()
    outcomes = list(import_again(folder))
    assert {(outcome.is_known, outcome.refusal) for outcome in outcomes} == {(True, "")}
    assert (Version.objects.count(), Photo.objects.count(), Edition.objects.count()) == before


def test_lines_are_what_the_page_says(paper, export):
    _folder, files = export("jsonl", "first")
    lines = [json.loads(line) for line in files["2023-04-03/stories.jsonl"].splitlines()]
    assert [(line["headline"], line.get("page"), line.get("position")) for line in lines] == [
        ("云栖桥建成通车", "01", 1),
        ("同题稿", "02", 1),
        ("同题稿", "02", 2),
        ("只在网上", None, None),
    ]
    assert lines[0]["body"][:2] == ["4月2日，云栖桥通车。", "三分钟过河"]
    assert lines[3]["is_printed"] is False
    assert "body_html" not in lines[1]
