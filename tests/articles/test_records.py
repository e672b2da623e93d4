"""Where a paragraph came from, and what is in doubt of it, stays with it when the body changes."""

import pytest

from articles import records, revisions
from articles.importing.importer import import_page
from articles.models import Version
from articles.parsing.joins import DECIDED
from tests.articles.admin.posting import form_data
from tests.articles.importing.sample import BREAKS_IN_DOUBT, DAY
from tests.articles.test_breaks import bare, sources
from tests.factories import make_writer


@pytest.fixture
def version(db, tmp_path):
    path = tmp_path / "01.md"
    path.write_text(BREAKS_IN_DOUBT, encoding="utf-8")
    import_page(path, edition_date=DAY, page_number="01")
    return Version.objects.get()


def change(version, body):
    before = version.body
    version.body = body
    version.save()
    records.follow(version, before)
    return Version.objects.get()


def test_paragraph_put_in_front_moves_sources_and_doubts(version):
    quotes = {doubt.pk: doubt.paragraph for doubt in version.doubts.exclude(paragraph=None)}

    version = change(version, f"<p>编者按：一段话。</p>{version.body}")

    assert bare(sources(version))[1:] == bare(version.paragraphs)[1:]
    assert {
        doubt.pk: doubt.paragraph - 1 for doubt in version.doubts.filter(pk__in=quotes)
    } == quotes


def test_paragraphs_joined_and_divided_by_hand_say_so(version):
    text = version.body
    joined = change(version, text.replace("</p><p>", ""))

    reasons = list(joined.paragraph_sources.values_list("join_reason", flat=True))
    assert reasons[0] == ""
    assert DECIDED in reasons
    assert {row.paragraph for row in joined.paragraph_sources.all()} == {0}

    divided = change(joined, text)

    assert bare(sources(divided)) == bare(divided.paragraphs)
    assert DECIDED not in divided.paragraph_sources.values_list("join_reason", flat=True)


def test_source_of_a_paragraph_taken_out_is_kept_and_joins_nothing(version):
    count = version.paragraph_sources.count()
    first, *_rest = version.paragraphs

    version = change(version, f"<p>{first}</p>")

    assert version.paragraph_sources.count() == count
    assert DECIDED not in version.paragraph_sources.values_list("join_reason", flat=True)


def test_source_of_a_paragraph_that_comes_back_is_its_own_again(version):
    body, before = version.body, list(version.paragraph_sources.values())
    first, *others = version.paragraphs

    for left in (others, [first]):
        version = change(version, "".join(f"<p>{text}</p>" for text in left))
        assert DECIDED not in version.paragraph_sources.values_list("join_reason", flat=True)
        version = change(version, body)
        assert list(version.paragraph_sources.values()) == before


def test_source_goes_where_its_paragraph_is_moved(version):
    before = bare(sources(version))
    first, *others = version.paragraphs

    version = change(version, "".join(f"<p>{text}</p>" for text in [*others, first]))

    assert bare(sources(version)) == [*before[1:], before[0]]


def test_numbers_that_an_earlier_release_left_behind_are_put_right(version):
    before = bare(sources(version))
    version.body = f"<p>编者按：一段话。</p>{version.body}"
    version.save()

    version = change(version, f"{version.body}<p>又及。</p>")

    assert bare(sources(version))[1:] == before


def test_record_of_an_emptied_body_waits_for_its_words(version):
    body, before = version.body, list(version.paragraph_sources.values())

    emptied = change(version, "")
    assert change(emptied, body).body == body

    assert list(version.paragraph_sources.values()) == before


def test_source_follows_a_paragraph_whose_words_were_corrected(version):
    first, *others = version.paragraphs
    before = bare(sources(version))

    version = change(
        version, "".join(f"<p>{text}</p>" for text in ["先说一句。", f"今{first[1:]}", *others])
    )

    assert bare(sources(version))[1:] == before


def test_form_and_restored_save_have_records_follow(admin_client, version):
    body, before = version.body, bare(sources(version))
    address = f"/admin/articles/version/{version.pk}/change/"

    admin_client.post(address, form_data(version, body=f"<p>编者按：一段话。</p>{body}"))
    assert bare(sources(version))[1:] == before

    revisions.restore(Version.objects.get(), version.saves.first().content, by=make_writer())
    assert Version.objects.get().body == body
    assert bare(sources(version)) == before
