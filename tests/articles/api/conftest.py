from tests.articles.views.conftest import full_story, released, staff  # noqa: F401
