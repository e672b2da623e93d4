import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles import renditions
from articles.pictures import prepare
from articles.renditions import FORMS, STEPS, ensure, path_of, steps_of
from tests.articles.test_photos import encoded


@pytest.fixture
def stored(settings, tmp_path):
    """Stores a picture of that size, and returns (its name, its digest)."""
    settings.MEDIA_ROOT = tmp_path

    def store(size):
        picture = prepare(encoded(size, color="navy"))
        return default_storage.save("photos/x.jpg", picture), picture.digest

    return store


@pytest.mark.parametrize(
    ("width", "steps"),
    [
        (1, (320,)),
        (320, (320,)),
        (321, (320, 480)),
        (1600, STEPS),
        (1920, STEPS),
        (2400, STEPS),
    ],
)
def test_steps_end_with_the_first_that_holds_the_picture(width, steps):
    assert steps_of(width) == steps


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("size", "step", "shown"),
    [
        ((2400, 1600), 320, (320, 213)),
        ((2400, 1600), 1920, (1920, 1280)),
        ((700, 500), 960, (700, 500)),
        ((2400, 1), 320, (320, 1)),
    ],
)
def test_rendition_has_the_width_of_its_step_and_is_never_enlarged(stored, form, size, step, shown):
    name, digest = stored(size)

    ensure(name, digest, step, form)

    with default_storage.open(path_of(digest, step, form)) as file:
        made = Image.open(file)
        assert (made.format, made.size, dict(made.getexif())) == (FORMS[form].encoder, shown, {})


def test_step_beyond_the_picture_is_not_made(stored):
    name, digest = stored((300, 200))

    with pytest.raises(FileNotFoundError):
        ensure(name, digest, 480, "jpg")


def test_rendition_is_made_again_where_it_is_missing(stored):
    name, digest = stored((700, 500))
    path = path_of(digest, 480, "webp")
    ensure(name, digest, 480, "webp")
    default_storage.delete(path)

    ensure(name, digest, 480, "webp")

    assert default_storage.exists(path)


def test_rendition_that_another_request_made_meanwhile_is_kept_once(stored, monkeypatch, tmp_path):
    name, digest = stored((700, 500))
    encode = renditions._encoded

    def meanwhile(*args):
        default_storage.save(path_of(digest, 480, "jpg"), ContentFile(b"theirs"))
        return encode(*args)

    monkeypatch.setattr(renditions, "_encoded", meanwhile)
    ensure(name, digest, 480, "jpg")

    assert [path.read_bytes() for path in tmp_path.glob("renditions/*/*/*")] == [b"theirs"]


def test_all_of_a_picture_go_with_it_and_no_others(stored, tmp_path):
    for color in ("navy", "red"):
        name, digest = stored((700, 500 if color == "navy" else 400))
        ensure(name, digest, 320, "avif")
        ensure(name, digest, 960, "jpg")

    renditions.clear(digest)

    left = {path.parent.name for path in tmp_path.glob("renditions/*/*/*")}
    assert len(left) == 1
    assert digest not in left


def test_rendition_is_made_and_cleared_in_a_storage_without_folders(settings):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    }
    picture = prepare(encoded((700, 500)))
    name = default_storage.save("photos/x.jpg", picture)

    ensure(name, picture.digest, 480, "avif")
    with default_storage.open(path_of(picture.digest, 480, "avif")) as file:
        assert Image.open(file).size == (480, 343)
    renditions.clear(picture.digest)

    assert not default_storage.exists(path_of(picture.digest, 480, "avif"))


def test_all_of_a_picture_are_made_in_every_form(stored, tmp_path):
    name, digest = stored((700, 500))

    renditions.make_all(name, digest)

    made = {path.name for path in tmp_path.glob("renditions/*/*/*")}
    assert made == {f"{step}.{form}" for step in (320, 480, 640, 960) for form in FORMS}
