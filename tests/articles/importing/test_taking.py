"""A corrected file proposes the whole reading; what is taken becomes the rows of an import."""

import datetime

import pytest
from PIL import Image

from articles import proposals
from articles.importing.importer import import_page, import_pages
from articles.importing.sources import pages_of
from articles.models import Event, Proposal, Version
from articles.models.content import content_digest
from people.models import Appointment, Official, Reporter
from tests.articles.importing.sample import DAY, STORY, export
from tests.factories import make_department, make_official, make_reporter, make_writer, release

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def paper(tmp_path):
    """Imports a text as the one page of a day, and returns the story's latest version."""

    def bring(text, day=DAY):
        path = tmp_path / "01.md"
        path.write_text(text, encoding="utf-8")
        import_page(path, edition_date=day)
        return latest()

    return bring


def latest():
    return Version.objects.latest("pk")


def found():
    """What the open proposal would change: name, and whether an editor's own row is kept."""
    changes = proposals.changes_of(latest(), Proposal.objects.open().get())
    return {change.name: change.is_kept for change in changes}


def take(*chosen):
    version = latest()
    proposal = Proposal.objects.open().get()
    digest = content_digest(version)
    return proposals.take(proposal, make_writer(), digest, set(chosen) if chosen else None)


def credits(version):
    return list(version.credits.values_list("as_printed", "capacity", "has_photos"))


def mentions(version):
    return list(version.mentions.values_list("name_as_printed", "title_as_printed", "acts"))


def rows_of(version):
    departments = set(version.departments.values_list("name", flat=True))
    return version.body, credits(version), mentions(version), version.event.kind, departments


MORE = STORY.replace("出席会议并讲话", "出席会议并讲话，云汀街道办事处主任陆知衡参加会议").replace(
    "记者 苏未央", "记者 苏未央 文/图 通讯员 温榆"
)


def test_new_names_become_rows_as_an_import_makes_them(paper):
    known = make_official("陆知衡", posts=[(make_department("云汀街道办事处"), "主任")])
    paper(STORY)
    paper(MORE)

    assert found() == {
        "words:body": False,
        "credits:苏未央": False,
        "credits:温榆": False,
        "mentions:陆知衡": False,
        "departments:云汀街道办事处": False,
    }
    version = take()

    assert credits(version) == [
        ("苏未央", "reporter", True),
        ("温榆", "correspondent", False),
    ]
    assert version.mentions.get(name_as_printed="陆知衡").official == known
    assert [str(post) for post in version.mentions.last().posts.all()] == ["云汀街道办事处主任"]
    assert "云汀街道办事处" in version.departments.values_list("name", flat=True)
    assert version.digest == content_digest(version)
    assert not Reporter.objects.get(name="温榆").is_confirmed


def test_taken_as_a_whole_it_is_what_a_fresh_import_would_be(paper):
    paper(STORY)
    paper(MORE)
    taken = take()

    fresh = paper(MORE, day=DAY + datetime.timedelta(days=1))

    assert fresh != taken
    assert rows_of(taken) == rows_of(fresh)


def test_new_official_is_learned_with_the_post_as_read_there(paper):
    paper(STORY)
    paper(MORE)

    version = take()

    official = Official.objects.get(name="陆知衡")
    assert not official.is_confirmed
    appointment = Appointment.objects.get(official=official)
    assert "01.md" in appointment.learned_from
    assert version.mentions.get(official=official).acts


def test_namesake_in_another_body_is_linked_to_nobody(paper):
    make_official("陆知衡", posts=[(make_department("望舒农场"), "场长")])
    paper(STORY)
    paper(MORE)

    assert take().mentions.get(name_as_printed="陆知衡").official is None
    assert Official.objects.filter(name="陆知衡").count() == 1


def test_links_of_a_name_that_stands_survive(paper):
    version = paper(STORY)
    official, reporter = make_official("沈砚秋"), make_reporter("苏未央")
    version.mentions.update(official=official)
    version.credits.update(reporter=reporter)

    paper(MORE.replace("副主任", "主任"))
    version = take()

    mention = version.mentions.get(name_as_printed="沈砚秋")
    assert (mention.official, mention.title_as_printed) == (official, "青澜经开区管委会主任")
    assert [str(post) for post in mention.posts.all()] == ["青澜经开区管委会主任"]
    assert version.credits.get(as_printed="苏未央").reporter == reporter


def test_name_that_is_gone_from_the_file_goes(paper):
    paper(MORE)
    paper(STORY)

    version = take()

    assert [row[0] for row in credits(version)] == ["苏未央"]
    assert [row[0] for row in mentions(version)] == ["沈砚秋"]
    assert "云汀街道办事处" not in version.departments.values_list("name", flat=True)


def test_rows_of_an_editor_are_kept_until_they_are_chosen(paper):
    version = paper(STORY)
    version.credits.create(as_printed="编辑添的名", position=5)
    version.mentions.update(title_as_printed="编辑改的职务")
    version.deck = "编辑添的副题"
    version.save()
    paper(MORE.replace("副主任", "主任"))

    kept = {name for name, is_kept in found().items() if is_kept}
    assert kept == {"words:deck", "credits:编辑添的名", "mentions:沈砚秋"}
    taken = take(*(set(found()) - kept))
    assert taken.deck == "编辑添的副题"
    assert "编辑添的名" in [row[0] for row in credits(taken)]
    assert mentions(taken)[0][:2] == ("沈砚秋", "编辑改的职务")


def test_row_that_an_editor_removed_does_not_come_back_by_itself(paper):
    version = paper(MORE)
    version.mentions.filter(name_as_printed="陆知衡").delete()
    version.seal()
    paper(MORE.replace("供水保障会议。青", "供水保障工作会议。青"))

    assert found()["mentions:陆知衡"]
    assert [row[0] for row in mentions(take())] == ["沈砚秋"]


def test_body_that_an_editor_touched_is_kept_until_it_is_chosen(paper):
    version = paper(STORY)
    version.body = "<p>编辑写的正文。</p>"
    version.save()
    paper(MORE)
    assert found()["words:body"]

    version = take("credits:温榆", "words:body")

    assert "陆知衡" in version.body
    assert "陆知衡" not in [row[0] for row in mentions(version)]


def test_what_an_editor_left_is_theirs_at_the_next_import(paper):
    paper(STORY)
    paper(MORE)
    take("credits:温榆")

    paper(MORE.replace("本报讯 11月15日", "本报讯 11月14日"))

    assert found()["mentions:陆知衡"]
    assert found()["words:body"]
    assert "credits:温榆" not in found()


def test_released_story_gets_them_in_a_new_version(paper):
    released = release(paper(STORY))
    paper(MORE)

    version = take()

    assert version.number == 2
    assert len(credits(version)) == 2
    assert len(credits(released)) == 1
    assert list(Version.objects.live()) == [released]


def test_body_known_by_its_alias_is_the_same_body(paper):
    department = make_department("青澜经济技术开发区管理委员会")
    department.aliases.create(name="青澜经开区管委会")
    paper(STORY)

    paper(STORY.replace("出席", "主持"))

    assert set(found()) == {"words:body", "mentions:沈砚秋"}


def test_event_that_is_read_otherwise_is_another(paper):
    paper(STORY)
    before = Event.objects.get()
    paper(STORY.replace("11月15日", "11月14日"))
    assert "event:" in found()

    version = take()

    assert (version.event.date, before.date) == (
        datetime.date(2026, 11, 14),
        datetime.date(2026, 11, 15),
    )


def test_pictures_of_the_file_come_along(paper, tmp_path):
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "park.png")
    Image.new("RGB", (60, 40), "brown").save(tmp_path / "canal.png")
    line = "![步道上的行人。 苏未央 摄](park.png)\n\n"
    paper(STORY.replace("记者", line + "记者"))
    old = latest().photos.get()
    paper(STORY.replace("记者", line.replace("park", "canal") + "记者"))
    (tmp_path / "canal.png").unlink()

    photo = take().photos.get()

    assert (photo.digest != old.digest, photo.caption, photo.width) == (True, "步道上的行人。", 60)
    assert photo.image.read(2) == b"\xff\xd8"


def test_caption_that_is_read_otherwise_changes_its_picture(paper, tmp_path):
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "park.png")
    paper(STORY.replace("记者", "![步道上的行人。](park.png)\n\n记者"))
    old = latest().photos.get()
    paper(STORY.replace("记者", "![步道上的居民。](park.png)\n\n记者"))

    photo = take().photos.get()

    assert (photo.pk, photo.caption, photo.alt_text) == (old.pk, "步道上的居民。", "步道上的居民。")


def test_exported_story_moves_to_the_day_and_page_that_it_is_on_now(tmp_path):
    export(tmp_path / "one.jsonl")
    export(tmp_path / "two.jsonl", date="2026-11-17", page="04", headline="石桥村水渠修好")
    assert set(found()) == {"words:headline", "place:"}

    version = take()

    assert (str(version.dated), version.page.number, version.headline) == (
        "2026-11-17",
        "04",
        "石桥村水渠修好",
    )
    assert version.page.edition == version.edition
    outcomes = list(import_pages(pages_of(tmp_path / "two.jsonl"), is_repeated=True))
    assert outcomes[0].report.stories["unchanged"] == 1


def test_date_of_a_dateline_comes_and_goes(paper):
    paper(STORY)
    assert latest().dateline_date == datetime.date(2026, 11, 15)
    paper(STORY.replace("11月15日，", ""))
    assert "words:dateline_date" in found()
    assert take().dateline_date is None


def test_nothing_chosen_is_refused(paper):
    paper(STORY)
    paper(MORE)

    with pytest.raises(proposals.ProposalRefused, match="Nothing was chosen"):
        take("credits:nobody")


def test_story_whose_import_was_not_remembered_is_kept_where_it_was_edited(paper):
    version = paper(STORY)
    version.article.imported_facts.delete()
    version.credits.all().delete()
    paper(MORE)
    proposal = Proposal.objects.get()

    changes = proposals.changes_of(latest(), proposal, is_edited=True)

    kept = {change.name for change in changes if change.is_kept}
    assert kept == {"words:body"}
    assert not any(change.is_kept for change in proposals.changes_of(latest(), proposal))
