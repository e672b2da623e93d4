"""The interface is complete in Chinese."""

import shutil

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

CATALOGUE = settings.BASE_DIR / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"


@pytest.fixture(scope="module")
def fresh_catalogue(tmp_path_factory):
    """The catalogue as makemessages would leave it now, made in a copy of the sources."""
    copy = tmp_path_factory.mktemp("sources")
    for folder in ("articles", "newsroom", "people", "templates", "locale"):
        shutil.copytree(
            settings.BASE_DIR / folder, copy / folder, ignore=shutil.ignore_patterns("*.jpg")
        )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copy)
        patch.setattr(settings, "LOCALE_PATHS", [str(copy / "locale")])
        call_command("makemessages", locale=["zh_Hans"], no_obsolete=True, verbosity=0)
    return polib.pofile(str(copy / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"))


def test_every_string_is_translated(fresh_catalogue):
    assert [entry.msgid for entry in fresh_catalogue.untranslated_entries()] == []


def test_no_translation_is_fuzzy_or_obsolete(fresh_catalogue):
    stored = polib.pofile(str(CATALOGUE))

    assert [entry.msgid for entry in fresh_catalogue.fuzzy_entries()] == []
    assert [entry.msgid for entry in stored.fuzzy_entries() + stored.obsolete_entries()] == []


def test_compiled_catalogue_is_up_to_date():
    stored = polib.pofile(str(CATALOGUE))
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))

    assert translations(compiled) == translations(stored.translated_entries())


def translations(entries):
    return {(e.msgctxt, e.msgid): e.msgstr or e.msgstr_plural for e in entries}
