import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from PIL import Image

from articles import photos, saves, workflow
from articles.models import Event, ParagraphSource, SourceDocument, Version
from articles.models.content import content_digest, linked_content_of, named
from articles.revisions import RevisionUnderWay, begin_version, restore
from people import identity
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_released,
    make_reporter,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db


def release(version):
    reviewers = make_reviewers()
    workflow.perform("submit", version, by=make_writer())
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    workflow.perform("release", version, by=reviewers[-1])
    return Version.objects.get(pk=version.pk)


def test_copy_says_the_same_words_of_the_same_people_with_the_same_pictures(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    department, page = make_department(), make_page()
    official = make_official(posts=[(department, "局长")])
    version = make_version(
        kicker="引题",
        deck="副题",
        page=page,
        edition=page.edition,
        departments=[department],
        reporters=[make_reporter()],
        officials=[official],
    )
    version.mentions.get().posts.set(official.posts.all())
    picture = io.BytesIO()
    Image.new("RGB", (8, 6)).save(picture, "PNG")
    photos.attach(version, ContentFile(picture.getvalue()), caption="步道", alt_text="湖边步道")
    document = SourceDocument.objects.create(digest="0" * 64, name="01.md", data=b"", text="一")
    ParagraphSource.objects.create(
        version=version, document=document, paragraph=0, first_line=1, last_line=1, start=0, end=1
    )
    version.seal()
    released, editor = release(version), make_writer()

    draft = Version.objects.get(pk=begin_version(released, by=editor).pk)

    assert (draft.number, draft.status, draft.written_by) == (2, "draft", editor)
    assert (draft.digest, draft.body, draft.page) == (released.digest, released.body, page)
    assert list(draft.departments.all()) == [department]
    assert list(draft.mentions.get().posts.all()) == list(official.posts.all())
    assert draft.photos.get().image.name == released.photos.get().image.name
    assert len(list(tmp_path.rglob("*.jpg"))) == 1
    assert (draft.paragraph_sources.count(), released.paragraph_sources.count()) == (1, 1)


def test_readers_see_the_new_version_from_its_release_on():
    first = make_released(headline="旧题")
    draft = begin_version(first, by=make_writer())
    draft.headline = "新题"
    draft.save()
    assert list(Version.objects.live()) == [first]

    second = release(draft)

    assert list(Version.objects.live()) == [second]


def test_one_new_version_at_a_time():
    released, editor = make_released(), make_writer()
    draft = begin_version(released, by=editor)

    with pytest.raises(RevisionUnderWay) as refused:
        begin_version(released, by=editor)

    assert refused.value.version == draft


def test_draft_is_no_ground_for_a_new_version():
    draft = make_version()

    with pytest.raises(RevisionUnderWay):
        begin_version(draft, by=make_writer())


def test_new_version_takes_the_permission_to_change():
    with pytest.raises(PermissionDenied):
        begin_version(make_released(), by=make_user(permissions=["view_version"]))


def link_to(version, departments, event=None):
    version.departments.set(departments)
    version.event = event
    version.save()


def linked(version):
    version = Version.objects.get(pk=version.pk)
    return set(version.departments.all()), version.event


def test_restoring_brings_the_departments_and_the_event_of_then():
    editor, then, now = make_writer(), make_department(), make_department()
    forum = Event.objects.create(kind="forum", name="湖畔论坛")
    version = make_version()
    link_to(version, [then], forum)
    content = linked_content_of(version)
    link_to(version, [now])
    version.seal()

    restored = restore(version, content, by=editor)

    assert linked(restored.draft) == ({then}, forum)
    assert restored.missing == []
    kept = [named(save.content)["departments"] for save in version.saves.all()]
    assert kept == [[[now.pk, now.name]], [[then.pk, then.name]]]


def test_content_that_tells_of_no_links_leaves_them_alone():
    department = make_department()
    version = make_version(departments=[department])
    words_only = linked_content_of(version)[:-2]

    restore(version, words_only, by=make_writer())

    assert linked(version) == ({department}, None)


def test_department_merged_since_is_restored_as_what_it_became():
    editor, old, new = make_writer(), make_department("旧城局"), make_department("城管局")
    version = make_version(departments=[old])
    content = linked_content_of(version)
    link_to(version, [])
    identity.merge(new, old, by=editor)

    restored = restore(version, content, by=editor)

    assert (linked(version), restored.missing) == (({new}, None), [])


def test_department_taken_out_since_is_named_and_the_rest_restored():
    editor, gone, kept = make_writer(), make_department("误录局"), make_department()
    version = make_version(departments=[gone, kept])
    content = linked_content_of(version)
    link_to(version, [])
    identity.take_out(gone, by=editor)

    restored = restore(version, content, by=editor)

    assert linked(version) == ({kept}, None)
    assert restored.missing == ["The department “误录局” is no longer in the directory."]


@pytest.fixture
def picture():
    file = io.BytesIO()
    Image.new("RGB", (8, 6)).save(file, "PNG")
    return ContentFile(file.getvalue(), name="picture.png")


def test_picture_whose_file_was_cleared_is_named_and_the_rest_restored(settings, tmp_path, picture):
    settings.MEDIA_ROOT = tmp_path
    editor, version = make_writer(), make_version(deck="原来的副题")
    photo = photos.attach(version, picture, caption="步道", alt_text="湖边步道")
    version.seal()
    saves.record(version, editor)
    content = linked_content_of(version)
    photo.delete()
    version.deck = ""
    version.save()
    photo.image.storage.delete(photo.image.name)

    restored = restore(version, content, by=editor)

    assert (restored.draft.deck, restored.draft.photos.count()) == ("原来的副题", 0)
    [sentence] = restored.missing
    assert "“步道”" in sentence
    photos_kept = named(version.saves.first().content)["photos"]
    assert photos_kept == [[photo.digest, "步道", "", "湖边步道"]]


def placed_photo(version, place):
    picture = io.BytesIO()
    Image.new("RGB", (8, 6)).save(picture, "PNG")
    file = ContentFile(picture.getvalue())
    photo = photos.attach(version, file, caption="步道", alt_text="步道", placed_after=place)
    version.seal()
    return photo


def test_photo_follows_its_paragraph_whoever_writes_the_text(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    version = make_version(body="<p>甲。</p><p>乙。</p>")
    photo = placed_photo(version, 1)

    version.body = "<p>新来的。</p>" + version.body
    version.save(update_fields=["body"])

    photo.refresh_from_db()
    assert photo.placed_after == 2
    assert Version.objects.get().digest == content_digest(Version.objects.get())


def test_new_version_has_the_photo_at_its_place_and_an_old_one_comes_back(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    version, editor = make_version(body="<p>甲。</p><p>乙。</p>"), make_writer()
    placed_photo(version, 1)
    released = release(version)

    draft = begin_version(released, by=editor)
    assert draft.photos.get().placed_after == 1
    draft.photos.update(placed_after=2, focus="100,200")
    draft.body = "<p>全新的一段。</p>"
    draft.save()

    restored = restore(released, linked_content_of(released), by=editor)

    photo = restored.draft.photos.get()
    assert (photo.placed_after, photo.focus) == (1, "100,200")
    assert content_digest(restored.draft) == released.digest


def test_place_is_of_what_is_approved_and_sealed_once_there_is_one(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    version = make_version()
    photo = placed_photo(version, None)
    assert linked_content_of(version)[13] == [[photo.digest, "步道", "", "步道"]]
    before = version.digest

    photo.placed_after = 0
    photo.save()
    version.seal()

    assert version.digest != before
    assert linked_content_of(version)[13] == [[photo.digest, "步道", "", "步道", 0]]
