"""Whom a printed name means, decided without a database."""

import datetime
from dataclasses import replace

import pytest

from articles.importing.identity import identities, story_digest
from articles.importing.plan import Ambiguous, Directory, KnownOfficial, Matched, New
from articles.importing.reconcile import Names, reconcile
from articles.parsing.facts import (
    Paragraph,
    ParsedPage,
    PrintedHeadline,
    PrintedOfficial,
    PrintedPost,
    SourceRange,
    Story,
    WideMarks,
    Widening,
)

DAY = datetime.date(2026, 11, 16)
BUREAU = ("云汀局", "局长")
OFFICE = ("望舒街道", "主任")


def source(line=1):
    return SourceRange(line, line, line * 10, line * 10 + 9)


def story(headline="云汀新闻", *posts, name="沈砚秋", line=1):
    printed = tuple(PrintedPost(*post) for post in posts)
    title = "、".join(department + title for department, title in posts)
    return Story(
        headline=PrintedHeadline("", headline, "", source(line)),
        dateline=None,
        bylines=(),
        officials=(PrintedOfficial(name, title, printed, ("出席",)),),
        departments=(),
        event=None,
        paragraphs=(),
        photos=(),
        doubts=(),
        edits=(),
    )


def planned(page, names, page_number="01"):
    digests = [story_digest(story) for story in page.stories]
    stories = identities(page, edition_date=DAY, page_number=page_number)
    return reconcile(page, stories, digests, names)


def plan(*stories, **known):
    page = ParsedPage(tuple(stories), ())
    return planned(page, Names(Directory(**known)))


@pytest.mark.parametrize(
    ("known", "printed", "expected"),
    [
        ((), (BUREAU,), New("沈砚秋")),
        ((KnownOfficial(1, frozenset({BUREAU})),), (BUREAU,), Matched(1)),
        ((KnownOfficial(1, frozenset({BUREAU})),), (("云汀局", "副局长"),), Matched(1)),
        ((KnownOfficial(1, frozenset()),), (BUREAU,), Matched(1)),
        ((KnownOfficial(1, frozenset({BUREAU})),), (), Matched(1)),
        ((KnownOfficial(1, frozenset({BUREAU})),), (OFFICE,), Ambiguous((1,))),
        (
            (KnownOfficial(1, frozenset({BUREAU})), KnownOfficial(2, frozenset({OFFICE}))),
            (OFFICE,),
            Matched(2),
        ),
        (
            (KnownOfficial(1, frozenset({BUREAU})), KnownOfficial(2, frozenset({BUREAU}))),
            (BUREAU,),
            Ambiguous((1, 2)),
        ),
        (
            (KnownOfficial(1, frozenset({BUREAU})), KnownOfficial(2, frozenset({OFFICE}))),
            (),
            Ambiguous((1, 2)),
        ),
    ],
)
def test_official(known, printed, expected):
    result = plan(story("云汀新闻", *printed), officials={"沈砚秋": known} if known else {})

    assert result.create[0].mentions[0].official == expected


@pytest.mark.parametrize(("title", "expected"), [("局长", Matched(1)), ("主任", Ambiguous((1,)))])
def test_official_whose_title_is_printed_without_its_body(title, expected):
    known = {"沈砚秋": (KnownOfficial(1, frozenset({BUREAU})),)}

    result = plan(story("云汀新闻", ("", title)), officials=known)

    assert result.create[0].mentions[0].official == expected


def test_same_new_official_in_two_stories_is_made_once():
    result = plan(story("甲", BUREAU), story("乙", BUREAU))

    assert [s.mentions[0].official for s in result.create] == [New("沈砚秋"), New("沈砚秋")]


def test_new_namesakes_of_two_bodies_are_not_made_one():
    result = plan(story("甲", BUREAU), story("乙", OFFICE))

    assert [s.mentions[0].official for s in result.create] == [New("沈砚秋"), Ambiguous(())]


TOWN_SECRETARY = ("镇党委", "书记")


@pytest.mark.parametrize(
    ("headlines", "expected"),
    [
        (("石塘镇抓防汛", "石塘镇抓春耕"), New("沈砚秋")),
        (("石塘镇抓防汛", "横港镇抓防汛"), Ambiguous(())),
        (("石塘镇抓防汛", "抓好防汛"), Ambiguous(())),
    ],
)
def test_body_printed_without_its_place_is_of_the_town_that_the_story_tells_of(headlines, expected):
    result = plan(*(story(headline, TOWN_SECRETARY) for headline in headlines))

    assert [s.mentions[0].official for s in result.create] == [New("沈砚秋"), expected]


@pytest.mark.parametrize(("body", "expected"), [("云汀局", True), ("望舒局", False)])
def test_title_without_its_body_is_of_the_body_that_the_story_names(body, expected):
    here = replace(story("乙", ("", "局长")), departments=(body,))
    known = {"沈砚秋": (KnownOfficial(1, frozenset({BUREAU})),)}

    new = plan(story("甲", BUREAU), here).create[1].mentions[0].official
    held = plan(here, officials=known).create[0].mentions[0].official

    assert (new, held) == (
        (New("沈砚秋"), Matched(1)) if expected else (Ambiguous(()), Ambiguous((1,)))
    )
    assert expected or {new.reason, held.reason} == {"other_body"}


@pytest.mark.parametrize(
    ("post", "place", "expected"),
    [
        (("", "县长"), "", Matched(1)),
        (("云岭县委", "副书记"), "云岭", Matched(1)),
        (("云岭县委", "副书记"), "柳营", Ambiguous((1,))),
    ],
)
def test_posts_of_the_papers_own_county(post, place, expected):
    known = {"沈砚秋": (KnownOfficial(1, frozenset({("县委", "副书记")})),)}

    result = plan(story("甲", post), officials=known, place=place)

    assert result.create[0].mentions[0].official == expected


def test_stories_of_one_headline_on_one_page_are_two():
    page = ParsedPage((story("简讯"), story("简讯")), ())

    first, second = identities(page, edition_date=DAY, page_number="01")
    assert first.key != second.key


def test_story_is_the_same_wherever_in_the_file_it_stands():
    assert story_digest(story(line=1)) == story_digest(story(line=7))
    assert story_digest(story()) != story_digest(story(name="陆知衡"))


def identity_of(headline="云汀新闻", page_number="01"):
    page = ParsedPage((story(headline),), ())
    return identities(page, edition_date=DAY, page_number=page_number)[0]


def test_story_that_the_archive_holds_is_unchanged_or_kept():
    key = identity_of().key

    assert plan(story(), articles={key: story_digest(story())}).unchanged == (story(),)
    (kept,) = plan(story(), articles={key: "another"}).kept
    assert (kept.story, kept.key, kept.digest) == (story(), key, story_digest(story()))


def test_story_imported_before_its_page_was_named_is_the_same():
    unplaced = identity_of(page_number="").key

    assert plan(story(), articles={unplaced: story_digest(story())}).unchanged == (story(),)


def test_story_imported_on_a_page_is_the_same_without_its_name():
    placed = identity_of().key
    directory = Directory(
        articles={placed: story_digest(story())}, unplaced={(DAY, "云汀新闻"): (placed,)}
    )
    page = ParsedPage((story(), story()), ())

    result = planned(page, Names(directory), page_number="")

    assert result.unchanged == (story(),)
    assert len(result.create) == 1


def test_story_of_two_files_of_one_batch_is_made_once():
    names = Names(Directory())
    page = ParsedPage((story(),), ())

    first = planned(page, names)
    second = planned(page, names)

    assert (len(first.create), len(second.create), len(second.unchanged)) == (1, 0, 1)


def test_digest_of_a_story_is_the_same_wherever_its_marks_are_named():
    marks = WideMarks("body", 0, "麦子,熟了", (Widening(2, ",", "，"),))

    assert story_digest(replace(story(), wide_marks=(marks,))) == story_digest(story())


def test_digest_of_a_story_is_the_one_that_archives_hold():
    """Where it changes, every story of an archive is proposed again by the file it came from."""
    printed = replace(story(), paragraphs=(Paragraph("麦子熟了。", False, (source(),), ()),))

    held = "7cd83253e5d761f20e35069f8ff06ca1ec026c801e5b5f26e04de6660beb8dbe"
    assert story_digest(printed) == held


SOURCE = ("旧网站", "7001")


def plan_of_export(story, names, page_number="01", source=SOURCE, day=DAY):
    page = ParsedPage((story,), ())
    digests = [story_digest(story)]
    place = {"edition_date": day, "page_number": page_number, "source": source}
    return reconcile(page, identities(page, **place), digests, names)


def exported(story, page_number="01", source=SOURCE):
    """The directory of an archive that holds one story of another system."""
    (created,) = plan_of_export(story, Names(Directory()), page_number, source).create
    assert created.source == source
    return Directory(articles={created.key: created.digest}, sources={source: created.key})


@pytest.mark.parametrize(
    ("again", "place"),
    [
        (story("改过的标题"), {}),
        (story(), {"page_number": "02"}),
        (story(), {"day": datetime.date(2026, 11, 17)}),
    ],
    ids=["headline", "page", "day"],
)
def test_exported_story_is_the_same_with_another_headline_page_or_day(again, place):
    result = plan_of_export(again, Names(exported(story())), **place)

    assert (result.create, len(result.kept)) == ((), 1)


def test_exported_story_that_says_the_same_is_unchanged():
    result = plan_of_export(story(), Names(exported(story())))

    assert (result.unchanged, result.named) == ((story(),), ())


@pytest.mark.parametrize("source", [("旧网站", "7002"), ("别的系统", "7001")])
def test_exported_stories_of_one_headline_and_page_are_two(source):
    names = Names(exported(story()))

    (created,) = plan_of_export(story(), names, source=source).create

    assert created.key not in exported(story()).articles


def test_exported_story_that_was_held_without_its_number_is_named_once():
    key = identity_of().key
    names = Names(Directory(articles={key: story_digest(story())}))

    first, again = (plan_of_export(story(), names) for _ in range(2))
    other = plan_of_export(story(), names, source=("旧网站", "7002"))

    assert (first.unchanged, [named.source for named in first.named]) == ((story(),), [SOURCE])
    assert (again.unchanged, again.named) == ((story(),), ())
    assert len(other.create) == 1


def test_story_without_a_number_is_known_by_its_place_in_the_paper():
    directory = exported(story())

    (kept,) = planned(ParsedPage((story(),), ()), Names(directory)).kept

    assert kept.key in directory.articles
