"""A picture is shown to whoever may read its story, and to nobody else."""

import datetime
import io

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles import photos, workflow
from articles.models import Original, PreviewLink
from tests.articles.test_photos import encoded
from tests.factories import make_page, make_user, make_version, make_writer, release

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def draft():
    version = make_version()
    photos.attach(version, encoded(), alt_text="环湖步道")
    return version


def address(version):
    return f"/media/{version.photos.get().image.name}"


def test_picture_of_a_live_story_is_asked_for_anew_each_time(
    client, draft, staff, django_assert_num_queries
):
    release(draft, staff=staff)
    picture = address(draft)

    with django_assert_num_queries(1):
        response = client.get(picture)

    with default_storage.open(draft.photos.get().image.name) as file:
        assert response.getvalue() == file.read()
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "public, no-cache"
    again = client.get(picture, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again["Cache-Control"]) == (304, "public, no-cache")


def test_picture_of_a_draft_is_shown_to_nobody(client, draft):
    assert client.get(address(draft)).status_code == 404


def test_picture_of_an_embargoed_story_comes_with_its_moment(client, draft, staff, monkeypatch):
    release(draft, staff=staff, at=timezone.now() + datetime.timedelta(days=1))
    before = client.get(address(draft))

    two_days_on = timezone.now() + datetime.timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: two_days_on)
    assert (before.status_code, before["Cache-Control"]) == (404, "no-store")
    assert client.get(address(draft)).status_code == 200


def test_picture_of_a_withdrawn_story_is_gone_even_for_who_kept_it(client, draft, staff):
    release(draft, staff=staff)
    kept = client.get(address(draft))
    workflow.perform("withdraw", draft, by=staff[1][-1], note="图片有误")

    assert client.get(address(draft)).status_code == 404
    again = client.get(address(draft), headers={"If-None-Match": kept["ETag"]})
    assert again.status_code == 404


def test_picture_of_two_stories_stays_while_one_is_live(client, draft, staff):
    other = make_version()
    photos.attach(other, encoded(), alt_text="环湖步道")
    for version in (draft, other):
        release(version, staff=staff)
    workflow.perform("withdraw", draft, by=staff[1][-1], note="图片有误")

    assert client.get(address(draft)).status_code == 200


def test_picture_of_a_draft_is_shown_at_the_desk_and_kept_nowhere(client, draft):
    client.force_login(make_user(permissions=["view_version"]))
    shown = client.get(address(draft))
    assert (shown.status_code, shown["Cache-Control"]) == (200, "private, no-store")

    client.force_login(make_user())
    assert client.get(address(draft)).status_code == 404


def test_preview_shows_its_pictures_and_no_others(client, draft):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    link, other = (
        PreviewLink.objects.create(version=version, made_by=make_writer(), expires_at=tomorrow)
        for version in (draft, make_version())
    )
    page = client.get(reverse("articles:preview", args=[link.token])).content.decode()

    picture = f"{address(draft)}?preview={link.token}"
    assert f'href="{picture}"' in page
    shown = client.get(picture)
    assert (shown.status_code, shown["Cache-Control"]) == (200, "private, no-store")
    assert client.get(f"{address(draft)}?preview={other.token}").status_code == 404
    PreviewLink.objects.update(expires_at=timezone.now())
    assert client.get(picture).status_code == 404


def test_web_server_sends_the_file_where_it_is_told_to(client, draft, staff, settings):
    settings.PICTURES_BEHIND = "/kept-pictures/"
    release(draft, staff=staff)

    response = client.get(address(draft))

    assert response["X-Accel-Redirect"] == f"/kept-pictures/{draft.photos.get().image.name}"
    assert (response.content, response["Content-Type"]) == (b"", "image/jpeg")


def rendition(version, step=320, form="avif"):
    return f"/media/renditions/{version.photos.get().digest}/{step}.{form}"


@pytest.mark.parametrize("form", ["avif", "webp", "jpg"])
def test_rendition_of_a_live_story_is_made_once_and_asked_for_anew_each_time(
    client, draft, staff, form, django_assert_num_queries, tmp_path
):
    release(draft, staff=staff)
    address = rendition(draft, form=form)

    with django_assert_num_queries(1):
        response = client.get(address)

    picture = Image.open(io.BytesIO(response.getvalue()))
    kind = {"jpg": "image/jpeg"}.get(form, f"image/{form}")
    assert (picture.get_format_mimetype(), picture.size) == (kind, (60, 40))
    assert response["Content-Type"] == kind
    assert response["Cache-Control"] == "public, no-cache"
    (made,) = tmp_path.glob("renditions/*/*/*")
    before = made.stat().st_mtime_ns
    again = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert client.get(address).getvalue() == made.read_bytes()
    assert made.stat().st_mtime_ns == before


def test_rendition_is_shown_to_nobody_before_its_story_and_not_even_made(client, draft, tmp_path):
    assert client.get(rendition(draft)).status_code == 404
    assert not (tmp_path / "renditions").exists()


def test_rendition_of_an_embargoed_story_comes_with_its_moment(client, draft, staff, monkeypatch):
    release(draft, staff=staff, at=timezone.now() + datetime.timedelta(days=1))
    before = client.get(rendition(draft))

    two_days_on = timezone.now() + datetime.timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: two_days_on)
    assert (before.status_code, before["Cache-Control"]) == (404, "no-store")
    assert client.get(rendition(draft)).status_code == 200


def test_rendition_of_a_withdrawn_story_is_gone_even_for_who_kept_it(client, draft, staff):
    release(draft, staff=staff)
    kept = client.get(rendition(draft))
    workflow.perform("withdraw", draft, by=staff[1][-1], note="图片有误")

    assert client.get(rendition(draft)).status_code == 404
    again = client.get(rendition(draft), headers={"If-None-Match": kept["ETag"]})
    assert again.status_code == 404


def test_preview_shows_renditions_of_its_pictures(client, draft):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    link = PreviewLink.objects.create(version=draft, made_by=make_writer(), expires_at=tomorrow)
    page = client.get(reverse("articles:preview", args=[link.token])).content.decode()

    address = f"{rendition(draft)}?preview={link.token}"
    assert f'srcset="{address} 60w"' in page
    shown = client.get(address)
    assert (shown.status_code, shown["Cache-Control"]) == (200, "private, no-store")
    PreviewLink.objects.update(expires_at=timezone.now())
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("step", "form"), [(321, "avif"), (320, "png"), ("0320", "jpg"), (640, "jpg")]
)
def test_no_other_width_or_format_is_made(client, draft, staff, step, form, tmp_path):
    release(draft, staff=staff)

    assert client.get(rendition(draft, step, form)).status_code == 404
    assert not (tmp_path / "renditions").exists()


def test_web_server_sends_the_rendition_that_was_made_for_it(client, draft, staff, settings):
    settings.PICTURES_BEHIND = "/kept-pictures/"
    release(draft, staff=staff)

    response = client.get(rendition(draft))

    made = response["X-Accel-Redirect"].removeprefix("/kept-pictures/")
    assert (response["Content-Type"], default_storage.exists(made)) == ("image/avif", True)


def test_original_is_shown_to_no_reader(client, draft, staff):
    release(draft, staff=staff)

    original = Original.objects.get(digest=draft.photos.get().digest)
    assert client.get(f"/media/{original.file.name}").status_code == 404


@pytest.mark.parametrize("name", ["photos/00/none.jpg", "../settings.py", "photos/"])
def test_address_of_no_picture_is_not_found(client, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_lost_file_is_not_found(client, draft, staff):
    release(draft, staff=staff)
    default_storage.delete(draft.photos.get().image.name)

    assert client.get(address(draft)).status_code == 404
    assert client.get(rendition(draft)).status_code == 404


def test_pictures_stand_where_they_belong_on_the_story_and_in_its_paper(client, staff):
    page = make_page()
    version = make_version(
        page=page,
        edition=page.edition,
        dateline="本报讯",
        body="<p>甲。</p><h3>小题</h3><p>乙。</p>",
    )
    for number, place in enumerate((None, 1, 3, None)):
        photos.attach(
            version,
            encoded((60 + number, 40)),
            caption=f"图{number}",
            alt_text="桥",
            position=number,
            placed_after=place,
        )
    release(version, staff=staff)

    # Subheads are one level below the headline of their story.
    levels = {version.get_absolute_url(): 2, "/editions/2026-11-16/01/": 3}
    levels["/editions/2026-11-16/"] = 4
    for address, level in levels.items():
        html = client.get(address).content.decode()
        story = html[html.index("<article") :]
        order = [
            "图0</figcaption>",
            "本报讯</span>甲。</p>",
            "图1</figcaption>",
            f"<h{level}>小题</h{level}>",
        ]
        order += ["<p>乙。</p>", "图2</figcaption>", "图3</figcaption>"]
        found = [story.index(one) for one in order]
        assert found == sorted(found), address
        assert story.count("<figcaption>图") == 4


def test_story_without_placed_pictures_stands_as_before(client, staff):
    version = make_version()
    for number in range(2):
        photos.attach(version, encoded((60 + number, 40)), alt_text="桥", position=number)
    release(version, staff=staff)

    html = client.get(version.get_absolute_url()).content.decode()

    assert f'<div class="body e-content">{version.body}</div>' in html
    assert html.index("<figure") < html.index(version.body) < html.rindex("<figure")
