"""A page goes in, drafts come out: on the real page, and on small ones."""

import datetime
import json

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from PIL import Image

from articles import workflow
from articles.importing import parallel
from articles.importing.events import event_kind
from articles.importing.importer import import_page, import_pages
from articles.importing.readers import Place
from articles.importing.reconcile import Identity
from articles.importing.refusals import ImportRefused
from articles.importing.sources import pages_of
from articles.models import (
    Article,
    Credit,
    Doubt,
    Edition,
    Event,
    ImportRun,
    ParagraphSource,
    Proposal,
    Version,
)
from articles.parsing.lexicon.marks import DOUBTS
from articles.wide_marks import set_marks
from people.models import Appointment, Department, Official, Post, Reporter
from tests import seed_edition
from tests.factories import (
    make_department,
    make_official,
    make_reviewers,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 16)
STORY = """# 青澜经开区召开供水保障会议

本报讯 11月15日，青澜经开区召开供水保障会议。青澜经开区管委会副主任沈砚秋出席会议并讲话。

记者 苏未央
"""


@pytest.fixture
def page_file(tmp_path):
    path = tmp_path / "01.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def run(path, **kwargs):
    report, _ = import_page(path, edition_date=DAY, **kwargs)
    return report


def everything():
    """Every row of every table of ours, as values."""
    return {
        model: sorted(map(repr, model.objects.values_list()))
        for app in ("articles", "people")
        for model in apps.get_app_config(app).get_models()
    }


def test_people_without_an_office_are_mentions_without_a_link(page_file):
    page_file.write_text(STORY.replace("出席会议", "和村民王秀兰出席会议"), encoding="utf-8")
    run(page_file)

    mentions = Version.objects.get().mentions.values_list(
        "name_as_printed", "title_as_printed", "official__name", "posts__title"
    )
    assert list(mentions) == [
        ("沈砚秋", "青澜经开区管委会副主任", "沈砚秋", "副主任"),
        ("王秀兰", "村民", None, None),
    ]


def test_only_the_posts_that_are_held_now_are_proposed(page_file):
    title = "时任柳河镇镇长、现任青澜经开区管委会副主任"
    page_file.write_text(STORY.replace("青澜经开区管委会副主任", title), encoding="utf-8")
    run(page_file)

    assert [str(one.post.department) for one in Appointment.objects.all()] == ["青澜经开区管委会"]
    assert Version.objects.get().mentions.get().posts.count() == 2


def test_seed_page_in_the_database_equals_its_labels():
    import_page(seed_edition.PAGE, edition_date=seed_edition.DATE, page_number="01")
    labels = seed_edition.expected()["articles"]
    put_marks_back()
    versions = list(Version.objects.in_page_order())

    assert [as_label(version) for version in versions] == [flat(label) for label in labels]
    assert {version.edition.date for version in versions} == {seed_edition.DATE}
    assert ParagraphSource.objects.count() == 30
    assert ParagraphSource.objects.exclude(join_reason="").count() == 12
    assert Doubt.objects.count() == 1
    assert {version.status for version in versions} == {"draft"}


def put_marks_back():
    """The labels are as printed, and so are then the words of every draft."""
    editor = make_writer()
    for version in Version.objects.all():
        set_marks(version, editor, wide=False)


def flat(label):
    """A label in the terms of the tables."""
    event = label["event"]
    return {
        "headline": label["headline"],
        "deck": label["deck"],
        "dateline": (
            label["dateline"]["marker"],
            label["dateline"]["text"],
            label["dateline"]["date"],
        ),
        "credits": [
            (person["name"], "文" in person["roles"], "图" in person["roles"])
            for person in label["byline"]
        ],
        "mentions": [
            (official["name"], [tuple(post) for post in official["posts"]], official["acts"])
            for official in label["officials"]
        ],
        "departments": label["departments"],
        "event": (event["kind"], event["name"], event["date"]),
        "paragraphs": [tuple(paragraph) for paragraph in label["paragraphs"]],
        "doubts": [before + after for before, after in label["doubtful"]],
    }


def as_label(version):
    kinds = {"meeting": "会议", "tour": "调研", "forum": "论坛"}
    event = version.event
    label = next(
        label
        for label in seed_edition.expected()["articles"]
        if label["headline"] == version.headline
    )
    return {
        "headline": version.headline,
        "deck": version.deck,
        "dateline": (
            version.dateline,
            version.date_as_printed,
            version.dateline_date and version.dateline_date.isoformat(),
        ),
        "credits": list(version.credits.values_list("reporter__name", "has_text", "has_photos")),
        "mentions": [
            (
                mention.official.name,
                sorted(
                    mention.posts.values_list("department__name", "title"),
                    key=lambda post: mention.title_as_printed.rindex(post[1]),
                ),
                mention.acts.split("、"),
            )
            for mention in version.mentions.all()
        ],
        "departments": list(
            version.departments.order_by("version_links__id").values_list("name", flat=True)
        ),
        "event": (kinds[event.kind], event.name, event.date and event.date.isoformat()),
        "paragraphs": [
            (paragraph[: len(first)], paragraph[-len(last) :])
            for paragraph, (first, last) in zip(
                version.paragraphs, label["paragraphs"], strict=True
            )
        ],
        "doubts": [
            before + after
            for before, after in label["doubtful"]
            for doubt in version.doubts.all()
            if before + after in version.paragraphs[doubt.paragraph]
        ],
    }


def test_every_doubt_of_the_parser_has_a_kind():
    assert set(Doubt.Kind.values) == set(DOUBTS)


def test_source_ranges_give_the_paragraphs_back_once_their_marks_are_put_back():
    import_page(seed_edition.PAGE, edition_date=seed_edition.DATE)
    put_marks_back()

    for version in Version.objects.all():
        for index, paragraph in enumerate(version.paragraphs):
            parts = version.paragraph_sources.filter(paragraph=index).order_by("start")
            text = "".join(part.document.text[part.start : part.end] for part in parts)
            assert "".join(text.split()) == "".join(paragraph.split())


def test_same_file_again_writes_nothing():
    path, day = seed_edition.PAGE, seed_edition.DATE
    import_page(path, edition_date=day)
    before = everything()

    report, _ = import_page(path, edition_date=day)

    assert everything() == before
    assert report.stories == {"found": 6, "created": 0, "unchanged": 6, "kept": 0}


def test_dry_run_writes_nothing_and_reports_the_same(page_file):
    before = everything()

    dry = run(page_file, is_dry_run=True)

    assert everything() == before
    assert dry.as_json() == run(page_file).as_json()


def test_story_that_an_editor_changed_is_kept(page_file):
    run(page_file)
    version = Version.objects.get()
    version.headline = "编辑改过的标题"
    version.save()
    page_file.write_text(STORY.replace("出席", "主持"), encoding="utf-8")

    report = run(page_file)

    assert report.stories == {"found": 1, "created": 0, "unchanged": 0, "kept": 1}
    assert list(Version.objects.values_list("headline", flat=True)) == ["编辑改过的标题"]
    assert "青澜经开区召开供水保障会议" in report.notes[0]


def test_changed_file_makes_one_proposal_and_changes_no_word(page_file):
    run(page_file)
    page_file.write_text(STORY.replace("出席", "主持"), encoding="utf-8")

    run(page_file)
    before = everything()
    run(page_file)

    (proposal,) = Proposal.objects.all()
    assert "主持会议" in proposal.words["body"]
    assert [row["paragraph"] for row in proposal.record["sources"]] == [0]
    assert proposal.record["sources"] == list(
        ParagraphSource.objects.values(*proposal.record["sources"][0])
    )
    assert proposal.record["doubts"] == []
    assert (proposal.article, proposal.is_open) == (Article.objects.get(), True)
    assert "出席会议" in Version.objects.get().body
    assert [model for model, rows in everything().items() if rows != before[model]] == [ImportRun]


def test_story_is_known_by_its_headline_as_printed(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(STORY.replace("召开供水", ":供水"), encoding="utf-8")
    run(path, page_number="01")
    version = Version.objects.get()
    printed = Identity(DAY, "01", "青澜经开区:供水保障会议", 1)
    assert version.headline == "青澜经开区：供水保障会议"
    assert version.article.import_key == printed.key

    assert run(path, page_number="01").stories["unchanged"] == 1
    assert run(path).stories["unchanged"] == 1


def test_page_read_before_marks_were_made_full_width_makes_a_proposal(page_file):
    page_file.write_text(STORY.replace("召开供水", ":供水"), encoding="utf-8")
    run(page_file)
    set_marks(Version.objects.get(), make_writer(), wide=False)
    Article.objects.update(import_digest="0" * 64)

    assert run(page_file).stories["kept"] == 1

    assert Proposal.objects.get().words["headline"] == "青澜经开区：供水保障会议"
    assert Version.objects.get().headline == "青澜经开区:供水保障会议"


def test_proposal_says_which_marks_it_made_full_width(page_file):
    run(page_file)
    page_file.write_text(STORY.replace("15日，", "15日,"), encoding="utf-8")

    run(page_file)

    (row,) = Proposal.objects.get().record["wide_marks"]
    assert (row["part"], row["number"], row["changes"]) == ("body", 0, [[6, "，"]])
    assert row["text"].startswith("11月15日,青澜")


def test_same_pages_again_are_passed_over_unread(page_file, monkeypatch):
    list(import_pages(pages_of(page_file, Place(DAY))))
    before = everything()
    monkeypatch.setattr(parallel, "attempt", None)

    (outcome,) = import_pages(pages_of(page_file, Place(DAY)))

    assert outcome.is_known
    assert everything() == before


def test_bad_page_does_not_stop_the_others(page_file, tmp_path):
    (tmp_path / "02.md").write_text("没有标题的字。" * 9, encoding="utf-8")
    (tmp_path / "03.md").write_text(STORY.replace("供水", "供电"), encoding="utf-8")

    good, bad, other = import_pages(pages_of(tmp_path, Place(DAY)))

    assert (good.report.stories["created"], other.report.stories["created"]) == (1, 1)
    assert "no heading" in bad.refusal
    assert Article.objects.count() == 2


def test_pages_parsed_in_other_processes_come_in_their_order(page_file, tmp_path):
    for number in range(2, 6):
        path = tmp_path / f"0{number}.md"
        path.write_text(STORY.replace("供水", f"第{number}次"), encoding="utf-8")

    outcomes = list(import_pages(pages_of(tmp_path, Place(DAY)), processes=2))

    assert [outcome.name for outcome in outcomes] == [f"0{number}.md" for number in range(1, 6)]
    assert Article.objects.count() == 5
    assert Official.objects.count() == 1


def export(path, **values):
    line = {"headline": "水渠修好了", "body": "水渠全长3公里。", "date": "2026-11-16", "page": "03"}
    line |= {"source_system": "旧网站", "source_id": "7001"} | values
    path.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    return list(import_pages(pages_of(path)))


@pytest.mark.parametrize(
    "change", [{"headline": "石桥村水渠修好"}, {"page": "04"}, {"date": "2026-11-17"}]
)
def test_story_exported_again_is_a_proposal_and_no_second_story(tmp_path, change):
    export(tmp_path / "one.jsonl")

    (outcome,) = export(tmp_path / "two.jsonl", **change)

    assert outcome.report.stories["kept"] == 1
    article = Article.objects.get()
    assert (article.source_system, article.source_id) == ("旧网站", "7001")
    assert Proposal.objects.get().article == article
    before = everything()
    export(tmp_path / "two.jsonl", **change)
    assert everything() == before


@pytest.mark.parametrize("change", [{"source_id": "7002"}, {"source_system": "别的系统"}])
def test_exported_stories_of_one_headline_are_as_many_as_they_were(tmp_path, change):
    export(tmp_path / "one.jsonl")
    export(tmp_path / "two.jsonl", **change)

    assert Article.objects.count() == 2
    assert not Proposal.objects.exists()


def test_story_that_was_held_without_its_number_gets_it(tmp_path):
    export(tmp_path / "one.jsonl", source_id="")
    export(tmp_path / "two.jsonl")

    article = Article.objects.get()
    assert (article.source_system, article.source_id) == ("旧网站", "7001")
    assert not Proposal.objects.exists()


def test_number_of_another_system_longer_than_its_field_refused(tmp_path):
    (outcome,) = export(tmp_path / "one.jsonl", source_id="7" * 101)

    assert "source_id" in outcome.refusal
    assert not Article.objects.exists()


def test_one_number_of_a_system_is_one_story(db):
    Article.objects.create(source_id="7001")
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.create(source_id="7001")
    Article.objects.create(source_system="旧网站", source_id="7001")
    assert Article.objects.create() != Article.objects.create()


def test_new_people_are_proposals(page_file):
    run(page_file)

    official = Official.objects.get()
    assert (official.name, official.is_confirmed) == ("沈砚秋", False)
    appointment = Appointment.objects.get()
    assert str(appointment.post) == "青澜经开区管委会副主任"
    assert appointment.is_confirmed is False
    assert "01.md" in appointment.learned_from
    assert not Reporter.objects.get().is_confirmed


def test_post_that_is_past_is_tied_to_the_mention_and_not_proposed(page_file):
    page_file.write_text(
        STORY.replace("青澜经开区管委会副", "时任青澜经开区管委会副"), encoding="utf-8"
    )
    run(page_file)
    assert [str(post) for post in Post.objects.all()] == ["青澜经开区管委会副主任"]
    assert Official.objects.get().mentions.get().posts.count() == 1
    assert not Appointment.objects.exists()


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("座谈", Event.Kind.MEETING),
        ("检查", Event.Kind.TOUR),
        ("走访", Event.Kind.TOUR),
        ("签约", Event.Kind.CEREMONY),
        ("宣讲", Event.Kind.ACTIVITY),
        ("演出", Event.Kind.ACTIVITY),
    ],
)
def test_printed_kind_of_event_is_one_of_the_models(printed, kind):
    assert event_kind(printed) == kind


def test_known_official_is_matched_by_post(page_file):
    department = make_department("青澜经开区管委会")
    official = make_official(posts=[(department, "副主任")])

    report = run(page_file)

    assert Version.objects.get().mentions.get().official == official
    assert report.names["officials"] == {"matched": 1, "new": 0, "ambiguous": 0}
    assert (Official.objects.count(), Post.objects.count(), Department.objects.count()) == (1, 1, 1)


def test_namesake_in_another_body_is_ambiguous_and_linked_to_nobody(page_file):
    make_official(posts=[(make_department("云汀街道"), "主任")])

    report = run(page_file)

    mention = Version.objects.get().mentions.get()
    assert (mention.name_as_printed, mention.official) == ("沈砚秋", None)
    assert Official.objects.count() == 1
    assert report.names["officials"] == {"matched": 0, "new": 0, "ambiguous": 1}


def test_title_without_a_body_makes_no_post(page_file):
    page_file.write_text(STORY.replace("青澜经开区管委会副主任", "县长"), encoding="utf-8")

    run(page_file)

    mention = Version.objects.get().mentions.get()
    assert (mention.title_as_printed, list(mention.posts.all())) == ("县长", [])


def test_department_is_known_by_its_alias(page_file):
    department = make_department("青澜经济技术开发区管理委员会")
    department.aliases.create(name="青澜经开区管委会")

    run(page_file)

    assert list(Version.objects.get().departments.all()) == [department]
    assert Post.objects.get().department == department


def test_run_is_on_record(page_file):
    run(page_file)

    record = ImportRun.objects.get()
    assert record.report["stories"]["created"] == 1
    assert (record.file_name, record.edition_date, record.error) == ("01.md", DAY, "")


def test_page_that_the_database_refuses_is_on_record_and_leaves_no_story(page_file):
    with connection.cursor() as cursor:
        cursor.execute("CREATE UNIQUE INDEX one_headline ON articles_version (headline)")
    make_version("青澜经开区召开供水保障会议", dated=DAY)
    with pytest.raises(ImportRefused, match="IntegrityError"):
        run(page_file)

    assert "IntegrityError" in ImportRun.objects.get().error
    assert (Article.objects.count(), Edition.objects.count()) == (1, 0)


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
def test_file_refused_when_its_picture_is_not_beside_it(page_file, name):
    page_file.write_text(STORY.replace("记者", f"![图]({name})\n\n记者"), encoding="utf-8")
    before = everything()

    with pytest.raises(ImportRefused, match=name):
        run(page_file)
    assert everything() == before


def test_file_refused_with_nothing_left_when_a_picture_cannot_be_read(page_file, tmp_path):
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "good.png")
    (tmp_path / "bad.jpg").write_text("not a picture")
    pictures = "![好图](good.png)\n\n![坏图](bad.jpg)\n\n记者"
    page_file.write_text(STORY.replace("记者", pictures), encoding="utf-8")
    before = sorted(settings.MEDIA_ROOT.rglob("*"))

    with pytest.raises(ImportRefused, match=r"bad\.jpg"):
        run(page_file, is_dry_run=True)
    with pytest.raises(ImportRefused, match=r"line 7.*bad\.jpg"):
        run(page_file)
    assert sorted(settings.MEDIA_ROOT.rglob("*")) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [("召开供水保障会议\n", "长" * 300 + "\n"), ("记者", "![" + "说明" * 200 + "](a.png)\n\n记者")],
)
def test_text_longer_than_its_field_refused_with_its_line(page_file, tmp_path, old, new):
    Image.new("RGB", (6, 4)).save(tmp_path / "a.png")
    page_file.write_text(STORY.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ImportRefused, match=r"line [15]: .*more than"):
        run(page_file)


def test_page_number_longer_than_its_field_refused(page_file):
    with pytest.raises(ImportRefused, match="123456789"):
        run(page_file, page_number="123456789")


def test_two_names_of_one_body_on_one_page_make_one_post(page_file):
    department = make_department("青澜经开区管委会")
    department.aliases.create(name="青澜管委会")
    page_file.write_text(
        STORY.replace("沈砚秋出席", "沈砚秋出席会议，青澜管委会副主任陆知衡主持"), encoding="utf-8"
    )

    run(page_file)

    assert Post.objects.get().department == department
    assert Official.objects.count() == 2


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


def test_doubt_blocks_release_until_it_is_settled():
    import_page(seed_edition.PAGE, edition_date=seed_edition.DATE)
    doubt = Doubt.objects.get()
    writer, reviewers = make_writer(), make_reviewers()
    workflow.perform("submit", doubt.version, by=writer)
    for reviewer in reviewers:
        workflow.perform("approve", doubt.version, by=reviewer)

    with pytest.raises(ValidationError):
        workflow.perform("release", doubt.version, by=reviewers[2])
    workflow.settle_doubt(doubt, by=writer, note="已与原报核对")
    workflow.perform("release", doubt.version, by=reviewers[2])

    assert Version.objects.live().get() == doubt.version


HELD = """# 云岭区举行职工技能大赛

本报讯 11月15日，由云岭区总工会主办、柳河职业学校承办的云岭区职工技能大赛在柳河会堂举行。

云岭区总工会主席沈砚秋出席并讲话。

# 大赛见闻

本报讯 11月15日，云岭区职工技能大赛在柳河会堂举行。云岭区副区长陆知衡参加。
"""


def test_event_of_two_stories_is_one_with_its_place_and_hosts(page_file):
    page_file.write_text(HELD, encoding="utf-8")
    union = make_department("云岭区总工会")

    report = run(page_file)

    event = Event.objects.get()
    assert (event.kind, event.name, event.place) == ("activity", "云岭区职工技能大赛", "柳河会堂")
    assert event.versions.count() == 2
    assert list(event.hosts.values_list("role", "name_as_printed", "department")) == [
        ("host", "云岭区总工会", union.pk),
        ("organiser", "柳河职业学校", None),
    ]
    assert "Same event as another story's (kind, day and name): 大赛见闻" in report.notes
    assert report.names["events"] == {"matched": 0, "new": 1, "ambiguous": 0}


def test_story_of_a_later_import_covers_the_event_that_is_there(page_file, tmp_path):
    page_file.write_text(HELD, encoding="utf-8")
    run(page_file)
    Event.objects.update(place="柳河大会堂")
    later = tmp_path / "02.md"
    later.write_text(HELD.replace("见闻", "侧记"), encoding="utf-8")

    import_page(later, edition_date=DAY + datetime.timedelta(days=1))

    event = Event.objects.get()
    assert (event.versions.count(), event.place) == (4, "柳河大会堂")


OFFICES = """# 云岭区召开供水保障会议

本报讯 11月15日，云岭区召开供水保障会议。

云岭区公安局刑警大队大队长沈砚秋，云岭区住建局局长陆知衡参加会议。
"""


def test_new_body_is_proposed_under_its_parent_and_as_another_name(page_file):
    page_file.write_text(OFFICES, encoding="utf-8")
    whole = make_department("云岭区住房和城乡建设局")

    run(page_file)

    office = Department.objects.get(name="云岭区公安局刑警大队")
    assert (office.parent.name, office.parent_rule) == ("云岭区公安局", "office")
    assert (office.is_confirmed, office.parent.is_confirmed) == (False, False)
    short = Department.objects.get(name="云岭区住建局")
    assert (short.same_as, short.same_rule, short.parent) == (whole, "short", None)


def test_known_alias_is_no_new_body(page_file):
    page_file.write_text(OFFICES, encoding="utf-8")
    whole = make_department("云岭区住房和城乡建设局")
    whole.aliases.create(name="云岭区住建局")
    parent = make_department("云岭区公安局")

    run(page_file)

    assert not Department.objects.filter(name="云岭区住建局").exists()
    assert Department.objects.get(name="云岭区公安局刑警大队").parent == parent


def test_page_that_a_newer_importer_reads_alike_is_read_once(page_file, monkeypatch):
    place = Place(DAY)
    list(import_pages(pages_of(page_file, place)))
    monkeypatch.setattr("articles.importing.importer.IMPORTER", "newer")

    again = [next(import_pages(pages_of(page_file, place))) for _time in range(2)]

    assert [outcome.is_known for outcome in again] == [False, True]
    assert again[0].report.stories["unchanged"] == 1


@pytest.mark.parametrize(
    ("names", "typed", "pages"),
    [
        (["12-multibyline.txt", "05-figures.txt"], "02", ["02", "02"]),
        (["12-multibyline.txt", "05-figures.txt"], "", ["05", "12"]),
        (["A03.txt", "notes.txt"], "02", ["A03", "02"]),
        (["2026-11-16/03.txt", "2026-11-16/A04.txt"], "02", ["03", "A04"]),
    ],
)
def test_typed_page_gives_way_only_to_names_that_say_one_plainly(tmp_path, names, typed, pages):
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")

    assert [page.page_number for page in pages_of(tmp_path, Place(DAY, typed))] == pages
