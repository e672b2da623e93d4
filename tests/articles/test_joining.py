"""An editor puts the two parts of a story together, from the doubt about the other page."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from articles import joining, photos, workflow
from articles.importing.importer import import_page
from articles.models import Doubt, Version
from articles.models.content import content_digest
from articles.wide_marks import set_marks
from tests.articles.importing.sample import DAY
from tests.articles.importing.test_wholes import FIRST, REST
from tests.articles.test_photos import encoded
from tests.factories import make_user, make_writer

pytestmark = pytest.mark.django_db


def import_text(folder, number, text):
    path = folder / f"{number}.md"
    path.write_text(text, encoding="utf-8")
    import_page(path, edition_date=DAY, page_number=number)


@pytest.fixture
def bring(tmp_path):
    def bring(first=FIRST, rest=REST):
        import_text(tmp_path, "01", first)
        import_text(tmp_path, "03", rest)
        return doubt_of("下转"), doubt_of("上接")

    return bring


def doubt_of(note):
    return Doubt.objects.get(quote__contains=note)


def make_editor():
    return make_user(permissions=("change_version", "spike_version", "view_version"))


def test_parts_become_the_story_that_goes_on(bring):
    on, back = bring()
    editor = make_editor()

    story = joining.join(on, back.version, by=editor)

    story.refresh_from_db()
    assert (story, story.headline) == (on.version, "柳河镇清淤护渠")
    assert [text[:5] for text in story.paragraphs] == ["11月15", "他们还沿渠", "清淤之后水"]
    assert story.paragraphs[1].endswith("树苗和支架，预计月底以前可以全部完成栽植任务。")
    assert list(story.credits.values_list("as_printed", flat=True)) == ["苏未央"]
    back.version.refresh_from_db()
    assert back.version.status == "spiked"
    assert not Doubt.objects.open().filter(kind="unfinished").exists()
    assert story.digest == content_digest(story)
    assert story.contributions.get().by == editor
    assert story.saves.count() == 2


def test_photos_of_both_parts_stay_behind_their_paragraphs(bring, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    on, back = bring()
    photos.attach(on.version, encoded((60, 40)), alt_text="渠", placed_after=1)
    photos.attach(back.version, encoded((80, 40)), alt_text="树", placed_after=1)

    story = joining.join(on, back.version, by=make_editor())

    places = story.photos.values_list("alt_text", "placed_after")
    assert [(alt, story.paragraphs[place - 1][:5]) for alt, place in places] == [
        ("渠", "11月15"),
        ("树", "他们还沿渠"),
    ]


def test_part_that_was_taken_off_its_page_meanwhile_is_refused(bring):
    on, back = bring()
    assert on.version.page
    Version.objects.filter(pk=on.version_id).update(page=None)

    with pytest.raises(joining.JoinRefused, match="not the other part"):
        joining.join(on, back.version, by=make_editor())


def test_either_doubt_joins_them_the_same_way(bring):
    on, back = bring()

    assert joining.join(back, on.version, by=make_editor()) == on.version
    assert not Doubt.objects.open().filter(kind="unfinished").exists()


def test_source_lines_of_both_pages_are_kept_with_the_reason(bring):
    on, back = bring()
    story = joining.join(on, back.version, by=make_editor())

    for number, text in enumerate(story.paragraphs):
        rows = story.paragraph_sources.filter(paragraph=number)
        printed = "".join(row.document.text[row.start : row.end] for row in rows)
        assert "".join(printed.split()) == text
    cut = story.paragraph_sources.filter(paragraph=1)
    assert [(row.document.name, row.join_reason) for row in cut] == [
        ("01.md", ""),
        ("03.md", "the sentence is not finished"),
    ]


def test_break_between_the_pages_that_is_not_sure_is_in_doubt(bring):
    on, back = bring(
        FIRST.replace("树苗和（下", "树苗。（下"),
        REST.replace("支架，预计", "其中一半是垂柳，预计"),
    )
    story = joining.join(on, back.version, by=make_editor())

    (doubt,) = story.doubts.open().filter(quote__contains="其中一半")
    assert (doubt.kind, doubt.paragraph) == ("doubtful_break", 1)
    assert doubt.source_lines()[0][1].endswith("树苗。（下转第3版）")
    assert len(story.paragraphs) == 4


def test_what_is_in_doubt_in_the_rest_is_in_doubt_in_the_story(bring):
    on, back = bring(rest=REST.replace("水流更快，", "“水流更快，"))
    assert back.version.doubts.open().filter(kind="unbalanced").count() == 1

    story = joining.join(on, back.version, by=make_editor())

    doubt = story.doubts.open().get(kind="unbalanced")
    assert (doubt.paragraph, doubt.document.name) == (2, "03.md")
    assert not back.version.doubts.open().exists()


def test_names_of_both_parts_stand_once(bring):
    on, back = bring(rest=REST.replace("清淤之后", "柳河镇镇长沈砚秋、副镇长陆知衡说，清淤之后"))

    story = joining.join(on, back.version, by=make_editor())

    names = story.mentions.values_list("name_as_printed", "title_as_printed")
    assert list(names) == [("沈砚秋", "柳河镇镇长"), ("陆知衡", "副镇长")]


def test_official_whom_the_rest_names_otherwise_stands_once(bring):
    on, back = bring(rest=REST.replace("清淤之后", "柳河镇党委副书记沈砚秋说，清淤之后"))
    back.version.mentions.update(
        name_as_printed="沈镇长", official=on.version.mentions.get().official
    )

    story = joining.join(on, back.version, by=make_editor())

    assert story.mentions.get().name_as_printed == "沈砚秋"


def test_marks_of_both_parts_can_still_be_put_back(bring):
    on, back = bring(
        FIRST.replace("出淤泥三十余车，", "出淤泥三十余车,"), REST.replace("支架，", "支架,")
    )

    story = joining.join(on, back.version, by=make_editor())

    assert set_marks(story, make_writer(), wide=False) == 2
    story.refresh_from_db()
    assert "三十余车,疏通" in story.body
    assert "支架,预计" in story.body


def test_drafts_of_the_page_are_offered_that_in_doubt_first(bring):
    on, back = bring()

    assert joining.others_of(on, make_editor()) == [
        back.version,
        Version.objects.get(headline="云汀街道修好路灯"),
    ]
    assert joining.others_of(back, make_editor())[0] == on.version
    assert joining.others_of(on, make_editor())[0].page.number == "03"


MIDDLE = """# 柳河镇清淤护渠

（上接第1版）他们在渠边补种了柳树，镇里为每村配发了树苗和支架。（下转第4版）
"""
LAST = """# 柳河镇清淤护渠

（上接第3版）清淤之后水流更快，下游三个村的冬灌用水有了着落。
"""


def part(page):
    return Version.objects.get(page__number=page, headline="柳河镇清淤护渠")


def note(page, printed):
    return part(page).doubts.open().get(quote__contains=printed)


@pytest.mark.parametrize(
    "steps",
    [
        [("01", "下转第3版", "03"), ("01", "下转第4版", "04")],
        [("01", "下转第3版", "03"), ("04", "上接第3版", "01")],
        [("03", "下转第4版", "04"), ("01", "下转第3版", "03")],
    ],
)
def test_story_on_three_pages_becomes_one_in_two_steps(tmp_path, steps):
    for number, text in (("01", FIRST), ("03", MIDDLE), ("04", LAST)):
        import_text(tmp_path, number, text)
    editor = make_editor()

    for page, printed, other in steps:
        joining.join(note(page, printed), part(other), by=editor)

    story = part("01")
    assert [text[:5] for text in story.paragraphs][-1] == "清淤之后水"
    assert {row.document.name for row in story.paragraph_sources.all()} == {
        "01.md",
        "03.md",
        "04.md",
    }
    assert not Doubt.objects.open().filter(paragraph=None).exists()
    assert [part(page).status for page in ("03", "04")] == ["spiked", "spiked"]


@pytest.mark.parametrize("permissions", [("change_version",), ("spike_version",)])
def test_who_may_not_change_and_spike_joins_nothing(bring, permissions):
    on, back = bring()
    with pytest.raises(PermissionDenied):
        joining.join(on, back.version, by=make_user(permissions=permissions))


def test_story_of_another_page_or_under_review_refused(bring):
    on, back = bring()
    with pytest.raises(ValidationError, match="not the other part"):
        joining.join(on, Version.objects.get(headline="云岭区开办夜校"), by=make_editor())
    workflow.perform("submit", on.version, by=make_writer())
    with pytest.raises(ValidationError, match="Only drafts"):
        joining.join(Doubt.objects.get(pk=on.pk), back.version, by=make_editor())


def test_doubt_offers_the_other_part_on_its_page(bring, client):
    on, back = bring()
    client.force_login(make_editor())
    address = reverse("admin:articles_version_change", args=[back.version_id])

    page = client.get(address).content.decode()
    assert f'<option value="{on.version_id}">01 · 柳河镇清淤护渠</option>' in page

    join = reverse("admin:articles_version_join", args=[back.version_id, back.pk])
    response = client.post(join, {"other": on.version_id}, follow=True)

    assert response.redirect_chain[-1][0].startswith(
        reverse("admin:articles_version_change", args=[on.version_id])
    )
    assert "Both parts are one story now" in response.content.decode()
    assert "支架" in Version.objects.get(pk=on.version_id).body


def test_writer_sees_the_doubt_and_no_way_to_join(bring, client):
    on, _back = bring()
    client.force_login(make_writer())

    page = client.get(reverse("admin:articles_version_change", args=[on.version_id]))

    assert "/join/" not in page.content.decode()
