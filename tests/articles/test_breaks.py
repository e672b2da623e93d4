"""A doubtful break of a stored story is taken out or put in without typing anything anew."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles import breaks, workflow
from articles.breaks import with_break
from articles.importing.importer import import_page
from articles.models import Version
from articles.parsing.joins import DECIDED
from tests.articles.importing.sample import DAY
from tests.articles.importing.test_settling import PAGE
from tests.factories import make_user, make_writer


@pytest.mark.parametrize(
    ("body", "is_one", "expected"),
    [
        ("<p>甲乙</p><p>丙丁</p>", True, "<p>甲乙丙丁</p>"),
        ("<p>甲乙丙丁</p>", False, "<p>甲乙</p><p>丙丁</p>"),
        ("<p>甲乙丙丁</p>", True, "<p>甲乙丙丁</p>"),
        ("<p>甲乙</p><p>丙丁</p>", False, "<p>甲乙</p><p>丙丁</p>"),
        ("<p>天甲乙丙丁地</p>", False, "<p>天甲乙</p><p>丙丁地</p>"),
        ("<p><strong>甲乙丙丁</strong></p>", False, None),
        ("<h3>甲乙</h3><p>丙丁</p>", True, None),
        ("<p>别的话</p>", True, None),
    ],
)
def test_break_is_put_in_or_taken_out(body, is_one, expected):
    assert with_break(body, "甲乙丙丁", 2, is_one) == expected


def test_break_is_found_whatever_width_the_marks_have_now():
    apart, joined = "<p>他说：</p><p>清淤（今年）好</p>", "<p>他说：清淤（今年）好</p>"

    assert with_break(joined, "他说:清淤(今年)", 3, is_one=False) == apart
    assert with_break(apart, "他说:清淤(今年)", 3, is_one=True) == joined


@pytest.fixture
def version(db, tmp_path):
    path = tmp_path / "01.md"
    path.write_text(PAGE, encoding="utf-8")
    import_page(path, edition_date=DAY, page_number="01")
    return Version.objects.get()


def sources(version):
    document = version.paragraph_sources.first().document.text
    rows = version.paragraph_sources.order_by("paragraph", "start")
    texts = [""] * (1 + max(row.paragraph for row in rows))
    for row in rows:
        texts[row.paragraph] += document[row.start : row.end]
    return texts


def bare(texts):
    return ["".join(text.split()).removeprefix("本报讯") for text in texts]


@pytest.mark.parametrize(("words", "paragraphs"), [("他们还沿渠", "one"), ("清淤之后", "two")])
def test_decided_break_changes_the_body_and_its_sources_follow(version, words, paragraphs):
    doubt = version.doubts.get(quote__contains=words, break_at__isnull=False)
    count, text = len(version.paragraphs), "".join(version.paragraphs)
    digest = version.digest

    breaks.decide(doubt, paragraphs, by=make_writer(), note="看过报样")

    version = Version.objects.get()
    assert len(version.paragraphs) == count + (1 if paragraphs == "two" else -1)
    assert "".join(version.paragraphs) == text
    assert bare(sources(version)) == bare(version.paragraphs)
    assert version.digest != digest
    doubt.refresh_from_db()
    assert doubt.settled_note.endswith("看过报样")
    reasons = set(version.paragraph_sources.values_list("join_reason", flat=True))
    assert (DECIDED in reasons) == (paragraphs == "one")


def test_break_of_changed_words_refused_and_the_doubt_stays_open(version):
    version.body = "<p>重写的稿件。</p>"
    version.save()

    with pytest.raises(ValidationError, match="changed"):
        breaks.decide(version.doubts.filter(break_at__gt=0).first(), "one", by=make_writer())
    assert not version.doubts.filter(settled_at__isnull=False).exists()


def test_break_of_a_story_in_review_refused(version):
    writer = make_writer()
    workflow.perform("submit", version, by=writer)

    with pytest.raises(ValidationError, match="draft"):
        breaks.decide(version.doubts.filter(break_at__gt=0).first(), "one", by=writer)


def test_who_may_not_change_stories_decides_nothing(version):
    with pytest.raises(PermissionDenied):
        breaks.decide(version.doubts.filter(break_at__gt=0).first(), "one", by=make_user())


def test_break_is_decided_from_the_work_list_and_beside_the_form(admin_client, version):
    joined, left = (
        version.doubts.get(quote__contains=words, break_at__isnull=False)
        for words in ("清淤之后", "他们还沿渠")
    )
    admin_client.post(
        "/admin/articles/doubt/",
        {"action": "make_two", "_selected_action": [joined.pk], "note": ""},
    )
    form = admin_client.get(f"/admin/articles/version/{version.pk}/change/").content.decode()
    assert 'name="paragraphs" value="one"' in form
    admin_client.post(
        f"/admin/articles/version/{version.pk}/doubts/{left.pk}/settle/", {"paragraphs": "one"}
    )

    version.refresh_from_db()
    assert "三十余车。他们还沿渠" in version.body
    assert "负责人介绍：</p><p>清淤之后" in version.body
