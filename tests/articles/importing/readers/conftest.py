import pytest

from articles.importing.readers import open_source


@pytest.fixture
def make_file(tmp_path):
    """Put bytes or text into a file of that name and return it as a source."""

    def make(data, name="page.txt", **options):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        (source,) = open_source(path, **options)
        return source

    return make
