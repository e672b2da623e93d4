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
