"""The same page imported again, with whatever was corrected in it, makes no second story."""

import datetime

import pytest

from articles import editions, proposals
from articles.importing import importer
from articles.importing.identity import Identity
from articles.importing.importer import import_page, import_pages
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.models import Article, Edition, ImportRun, ParagraphSource, Proposal, Version
from articles.models.content import content_digest
from articles.wide_marks import set_marks
from tests.articles.importing.sample import DAY, STORY, everything, run
from tests.factories import make_writer

pytestmark = pytest.mark.django_db
PAGE = """# 柳河镇清淤护渠

本报讯 11月15日，柳河镇组织村民清理灌溉水渠，各村自带铁锹，先后清出淤泥三十余车，疏通渠道四公里。

他们还沿渠补种了柳树，镇里为每村配发了树苗和支架，预计月底以前可以全部完成栽植任务。

# 云岭区开办夜校

本报讯 11月15日，云岭区第一所市民夜校在文化馆开课，先教书法、剪纸、合唱，两百多名居民报名参加。
"""
CORRECTED = PAGE.replace("清淤护渠", "冬日清淤忙")


@pytest.fixture
def page(tmp_path):
    def page(text, *, number="01", name="01.md", day=DAY):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return import_page(path, edition_date=day, page_number=number)[0]

    return page


def counts(report):
    return tuple(report.stories[name] for name in ("created", "unchanged", "kept"))


def test_corrected_headline_is_a_proposal_and_no_second_story(page):
    page(PAGE)

    report = page(CORRECTED)

    assert counts(report) == (0, 1, 1)
    assert (
        "The same story, with another headline: 柳河镇冬日清淤忙 (held: 柳河镇清淤护渠)"
        in report.notes
    )
    proposal = Proposal.objects.get()
    assert proposal.words["headline"] == "柳河镇冬日清淤忙"
    assert proposal.article == Version.objects.get(headline="柳河镇清淤护渠").article
    version = proposal.article.versions.get()
    assert [change.name for change in proposals.changes_of(version, proposal)] == ["words:headline"]
    before = everything(but=("importrun",))
    page(CORRECTED)
    assert everything(but=("importrun",)) == before


def test_corrected_headline_once_taken_is_the_same_story_still(page):
    page(PAGE)
    page(CORRECTED)
    proposal = Proposal.objects.get()
    version = proposal.article.versions.get()
    proposals.take(proposal, make_writer(), content_digest(version))

    assert counts(page(CORRECTED)) == (0, 2, 0)
    assert Article.objects.count() == 2


def test_headline_and_words_corrected_at_once(page):
    page(PAGE)
    report = page(CORRECTED.replace("三十余车", "四十余车"))

    assert counts(report) == (0, 1, 1)
    assert Article.objects.count() == 2


def test_both_headlines_corrected_find_their_own_stories(page):
    page(PAGE)
    page(CORRECTED.replace("开办夜校", "第一所夜校开课"))

    pairs = {(one.article.versions.get().headline, str(one)) for one in Proposal.objects.all()}
    assert pairs == {
        ("柳河镇清淤护渠", "柳河镇冬日清淤忙"),
        ("云岭区开办夜校", "云岭区第一所夜校开课"),
    }


def test_rewritten_words_under_their_headline_are_a_proposal(page):
    page(PAGE)
    start = PAGE.index("本报讯")
    report = page(PAGE[:start] + "全文重写。" * 12 + PAGE[PAGE.index("\n\n# 云岭") :])

    assert counts(report) == (0, 1, 1)


def test_two_new_stories_of_the_same_words_on_one_page_are_two(page):
    body = PAGE[PAGE.index("本报讯") : PAGE.index("\n\n# 云岭")]
    both = f"# 柳河镇清淤护渠\n\n{body}\n\n# 清淤护渠在柳河\n\n{body}\n"

    assert counts(page(both)) == (2, 0, 0)
    assert counts(page(both)) == (0, 2, 0)
    assert counts(page(both.replace("清淤护渠在柳河", "柳河清淤忙"))) == (0, 1, 1)


@pytest.fixture
def folder(tmp_path):
    """Two files in the folder of a day: the second is another print of the first, or its page."""

    def folder(first, second, *, name="第1版-改.md"):
        day = tmp_path / "2026-11-16"
        day.mkdir()
        (day / "01.md").write_text(first, encoding="utf-8")
        (day / name).write_text(second, encoding="utf-8")
        return tmp_path

    return folder


def import_folder(path, **options):
    return [outcome.report for outcome in import_pages(pages_of(path), **options)]


@pytest.mark.parametrize("is_dry_run", [True, False])
def test_two_files_of_one_page_in_one_import_are_one_page(folder, is_dry_run):
    first, second = import_folder(folder(PAGE, CORRECTED), is_dry_run=is_dry_run)

    assert (counts(first), counts(second)) == ((2, 0, 0), (0, 1, 1))
    assert (
        "The same story, with another headline: 柳河镇冬日清淤忙 (held: 柳河镇清淤护渠)"
        in second.notes
    )
    assert Article.objects.count() == (0 if is_dry_run else 2)


def test_two_files_of_one_page_write_one_proposal_and_nothing_more_again(folder):
    path = folder(PAGE, CORRECTED)
    import_folder(path)
    before = everything(but=["importrun"])

    import_folder(path, is_repeated=True)

    assert Proposal.objects.get().words["headline"] == "柳河镇冬日清淤忙"
    assert everything(but=["importrun"]) == before


def test_story_on_both_files_of_a_page_under_both_headlines_is_two(folder):
    body = PAGE[PAGE.index("本报讯") : PAGE.index("\n\n# 云岭")]
    both = f"# 柳河镇清淤护渠\n\n{body}\n\n# 清淤护渠在柳河\n\n{body}\n"

    first, second = import_folder(folder(PAGE, both))

    assert (counts(first), counts(second)) == ((2, 0, 0), (1, 1, 0))


@pytest.mark.parametrize("is_dry_run", [True, False])
def test_same_file_as_two_pages_of_one_import_is_one_page_and_said(folder, is_dry_run):
    first, second = import_folder(folder(PAGE, PAGE, name="02.md"), is_dry_run=is_dry_run)

    assert (counts(first), counts(second)) == ((2, 0, 0), (0, 2, 0))
    assert any("柳河镇清淤护渠" in note and "01" in note for note in second.notes)
    assert Article.objects.count() == (0 if is_dry_run else 2)


def test_other_page_of_one_import_with_the_same_words_is_another(folder):
    first, second = import_folder(folder(PAGE, CORRECTED, name="02.md"))

    assert (counts(first), counts(second)) == ((2, 0, 0), (2, 0, 0))


@pytest.mark.parametrize("place", [{"day": DAY + datetime.timedelta(days=365)}, {"number": "02"}])
def test_same_words_on_another_page_or_day_are_another_story(page, place):
    page(PAGE)

    assert counts(page(CORRECTED, **place)) == (2, 0, 0)


def test_notices_of_one_formula_are_as_many_as_they_are(page):
    notice = (
        "# {0}公告\n\n{0}遗失营业执照正本，编号{1}，注册资金{2}万元，{3}日起声明作废，特此公告。\n"
    )
    page(notice.format("云汀商店", 40102, 30, 3))

    assert counts(page(notice.format("柳河粮店", 50733, 18, 9))) == (1, 0, 0)


@pytest.mark.parametrize(("first", "then"), [("", "01"), ("01", "")])
@pytest.mark.parametrize("text", [PAGE, CORRECTED])
def test_page_imported_with_its_number_and_without_is_one(page, first, then, text):
    page(PAGE, number=first)

    page(text, number=then)

    assert Article.objects.count() == 2


def test_same_file_under_another_page_is_said_and_not_imported_twice(page):
    page(PAGE, number="01")

    report = page(PAGE, number="02")

    assert counts(report) == (0, 2, 0)
    sentence = "The same file was page 01 before, and the story stays there: 柳河镇清淤护渠"
    assert sentence in report.notes
    assert set(Version.objects.values_list("page__number", flat=True)) == {"01"}


def test_first_import_asks_nothing_more_for_more_stories(
    tmp_path, django_assert_max_num_queries, django_assert_num_queries
):
    def pages(count):
        path = tmp_path / f"{count}"
        path.mkdir()
        for number in range(1, count + 1):
            text = "\n\n".join(f"# 第{number}{at}稿\n\n第{number}{at}稿的话。" for at in "甲乙丙丁")
            (path / f"{number:02d}.md").write_text(text, encoding="utf-8")
        return list(pages_of(path, Place(DAY)))

    few, many = pages(2), pages(12)
    with django_assert_max_num_queries(100) as asked:
        list(import_pages(few, is_dry_run=True, is_repeated=True))
    with django_assert_num_queries(len(asked)):
        list(import_pages(many, is_dry_run=True, is_repeated=True))


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
    (source,) = proposal.record["sources"]
    assert source.pop("document_id") == proposal.document_id
    assert source == ParagraphSource.objects.values(*source).get()
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


def test_older_file_read_anew_does_not_undo_what_was_accepted_of_a_newer(page, monkeypatch):
    page(PAGE)
    page(PAGE.replace("三十余车", "五十余车"))
    proposal, version = Proposal.objects.get(), Version.objects.get(headline="柳河镇清淤护渠")
    proposals.take(proposal, make_writer(), content_digest(version))
    monkeypatch.setattr(importer, "IMPORTER", "next")

    page(PAGE)

    old, version = Proposal.objects.open().get(), Version.objects.get(pk=version.pk)
    assert "五十余车" in version.body
    assert proposals.newer_taken(old) == proposal
    changes = proposals.changes_of(version, old)
    assert [(change.name, change.is_kept) for change in changes] == [("words:body", True)]
    with pytest.raises(proposals.ProposalRefused):
        proposals.take(old, make_writer(username="二"), content_digest(version))
    assert Proposal.objects.open().get() == old


def test_edition_whose_day_was_mended_is_known_when_its_files_come_again_under_that_day(page):
    page(PAGE)
    edition = Edition.objects.get()
    edition.date = DAY + datetime.timedelta(days=1)
    editions.follow(edition, DAY, by=make_writer())

    report = page(PAGE, day=edition.date)

    assert report.stories["created"] == 0
    assert (Article.objects.count(), Edition.objects.count()) == (2, 1)
