from articles import checks


def test_second_opinion_without_its_package_is_an_error_that_says_what_to_type(
    settings, monkeypatch
):
    settings.SECOND_OPINION = True
    assert checks.second_opinion_is_installed(None) == []

    monkeypatch.setattr(checks, "PACKAGE", "no_such_package")
    (error,) = checks.second_opinion_is_installed(None)
    assert error.id == "articles.E001"
    assert "pip install -r requirements-second-opinion.txt" in error.hint

    settings.SECOND_OPINION = False
    assert checks.second_opinion_is_installed(None) == []


def test_newsroom_of_no_or_of_four_reviews_is_an_error(settings):
    assert checks.newsroom_has_a_review(None) == []
    for number in (0, 4):
        settings.REVIEW_STAGES = number
        (error,) = checks.newsroom_has_a_review(None)
        assert error.id == "articles.E002"
