"""An export as files and as an archive, piece by piece."""

import io
import tracemalloc
import zipfile

import pytest
from django.db import connection
from django.utils import timezone

from articles import guards, workflow
from articles.exporting.files import FORMATS
from articles.exporting.lines import BATCH, lines
from articles.importing.readers import read
from articles.importing.readers.files import open_source
from articles.models import Article, Version
from tests.articles.views.pages import DAY
from tests.factories import make_page


def test_archive_holds_the_same_files_as_the_folder(paper, export, client):
    for form in FORMATS:
        _folder, files = export(form, form)
        response = client.get(f"/editions/{DAY}/{form}.zip")
        assert response.headers["Content-Type"] == "application/zip"
        assert f"{DAY}-{form}.zip" in response.headers["Content-Disposition"]
        archive = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            name: data for name, data in files.items() if name.startswith(str(DAY))
        }


def test_plain_part_of_an_epaper_page_says_the_words_too(paper, export, tmp_path):
    """For aggregators, which do not know our element."""
    _folder, files = export("epaper", "first")
    page = files["2023-04-05/story-0001.html"].decode()
    start, end = page.index("<script"), page.index("</script>") + len("</script>")
    plain = tmp_path / "plain.html"
    plain.write_text(page[:start] + page[end:])
    (source,) = open_source(plain)
    (found,) = read(source)
    assert "转来的稿" in found.document.text
    assert "一段。\n\n二段。" in found.document.text
    assert (str(found.place.edition_date), found.place.page_number) == ("2023-04-05", "01")


@pytest.mark.django_db
def test_edition_that_readers_cannot_read_is_no_archive(client, released, staff):
    page = make_page(DAY)
    version = released("撤下的", dated=DAY, page=page, edition=page.edition)
    assert client.get(f"/editions/{DAY}/jsonl.zip").status_code == 200
    workflow.perform("withdraw", version, by=staff[1][-1], note="有误")
    assert client.get(f"/editions/{DAY}/jsonl.zip").status_code == 404
    assert client.get(f"/editions/{DAY}/pdf.zip", follow=True).status_code == 404


@pytest.mark.django_db
def test_page_of_a_paper_leads_to_its_archives(client, released):
    page = make_page(DAY)
    released(dated=DAY, page=page, edition=page.edition)
    html = client.get(f"/editions/{DAY}/").content.decode()
    for form in FORMATS:
        assert f'href="/editions/{DAY}/{form}.zip"' in html


@pytest.mark.django_db
def test_queries_do_not_grow_with_the_stories(released, django_assert_num_queries):
    released("一", dated=DAY)
    with django_assert_num_queries(10):
        assert len(list(lines(DAY))) == 1
    for number in range(4):
        released(f"稿{number}", dated=DAY)
    with django_assert_num_queries(10):
        assert len(list(lines(DAY))) == 5


def lift_guards():
    """Only here: to release thousands of stories one by one would take minutes."""
    guards.lift_before_migration(using="default")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")


def test_memory_does_not_grow_with_the_stories(committed_db):
    """A day of ten batches, 30 MB of text, goes through a fraction of that."""
    lift_guards()
    articles = Article.objects.bulk_create(Article() for _number in range(10 * BATCH))
    fields = {"status": "released", "publish_at": timezone.now(), "dated": DAY, "headline": "长稿"}
    body = f"<p>{'长' * 5_000}</p>"
    Version.objects.bulk_create(
        (Version(article=article, body=body, **fields) for article in articles), batch_size=BATCH
    )
    length = 0
    tracemalloc.start()
    for path, pieces in FORMATS["jsonl"](DAY):
        assert path.endswith("stories.jsonl")
        length += sum(map(len, pieces))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length > 30 * 2**20 * 0.9
    assert peak < 10 * 2**20
    connection.close()
