"""The admin in Chinese to the last word: every list and form that a role may open, and the desk."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from articles.models import Correction, Version
from articles.revisions import begin_version
from newsroom.demo import import_sample, make_accounts
from people.models import StartingGroup, User

pytestmark = pytest.mark.django_db

SPOKEN = ("alt", "title", "placeholder", "aria-label", "label")
UNREAD = {"script", "style", "template", "textarea", "code", "pre", "kbd"}
# Names of things that Chinese speakers write in Latin letters themselves.
ALLOWED = {"PDF", "Excel", "ZIP", "Word", "Markdown", "HTML", "JSON", "Lines", "SHA", "Ctrl"}
WORD = re.compile(r"[A-Za-z]{2,}")
# Names of files, addresses of pages, digests, and what an account's form shows of its password.
NO_WORDS = re.compile(
    r"[\w/!\[\]]+\.(?:md|jpg)|[a-z]+(?:-[a-z]+)+|\b[0-9a-f]{12,64}\b|\S+\*{6,}|pbkdf2_sha256|md5"
)


class Reader(HTMLParser):
    """The words that a page shows or has read aloud, those that people typed left out."""

    def __init__(self):
        super().__init__()
        self.words = []
        self._unread = 0

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self._unread += tag in UNREAD
        spoken = [named.get(name) for name in SPOKEN]
        if tag == "input" and named.get("type") in ("submit", "button"):
            spoken.append(named.get("value"))
        if not self._unread:
            self.words += [text for text in spoken if text]

    def handle_endtag(self, tag):
        self._unread -= tag in UNREAD

    def handle_data(self, data):
        if not self._unread and data.strip():
            self.words.append(data.strip())


def foreign_words(html, known=()):
    reader = Reader()
    reader.feed(html)
    return sorted(
        text
        for text in set(reader.words)
        if not any(name in text for name in known)
        and {*WORD.findall(NO_WORDS.sub("", text))} - ALLOWED
    )


def addresses(newest):
    """Every list, form of a new record and form of one record of the admin."""
    yield reverse("admin:index")
    yield reverse("admin:articles_figures") + "?month=2026-06&until=2026-11"
    yield reverse("admin:password_change")
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        pages = [("changelist", ()), ("add", ())]
        pages += [(page, (pk,)) for pk in newest(model) for page in ("change", "history")]
        for page, args in pages:
            try:
                yield reverse(f"{name}_{page}", args=args)
            except NoReverseMatch:  # Some lists have neither forms nor a history.
                continue
    for version in Version.objects.order_by("-pk")[:2]:
        yield reverse("admin:articles_version_sheet", args=[version.pk])
        yield reverse("admin:articles_version_compare", args=[version.pk]) + "?from=v1"


def newest(model):
    pks = list(model._default_manager.order_by("-pk").values_list("pk", flat=True)[:2])
    if model is Version:
        standing = Version.objects.order_by("status", "-number", "pk")
        pks += [version.pk for version in {one.status: one for one in standing}.values()]
    return pks


@pytest.fixture(autouse=True)
def _in_chinese(db, settings):
    settings.LANGUAGE_CODE = "zh-hans"
    # The tests' own database was migrated in English.
    StartingGroup.objects.all().delete()
    Group.objects.all().delete()
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def paper(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make_accounts()
    import_sample()
    editor = User.objects.get(username="editor")
    live = Version.objects.live().first()
    draft = begin_version(live, by=editor)
    Correction.objects.create(version=draft, wrong="三公里", right="五公里")


@pytest.mark.parametrize("role", ["reporter", "editor", "first", "final", "admin"])
def test_no_word_of_the_admin_is_foreign(client, paper, role):
    client.force_login(User.objects.get(username=role))
    known = [user.username for user in User.objects.all()]
    found = {}
    for address in addresses(newest):
        response = client.get(address)
        if response.status_code == 200 and (
            foreign := foreign_words(response.content.decode(), known)
        ):
            found[address] = foreign
    assert found == {}


def test_no_word_of_the_scripts_of_the_admin_is_foreign(client, paper):
    """What they look up by gettext(); words with a context (months, days) are Django's own."""
    client.force_login(User.objects.get(username="admin"))
    told = re.search(
        r"newcatalog = (\{.*?\});\n", client.get(reverse("admin:jsi18n")).content.decode(), re.S
    )
    translated = json.loads(told[1])
    scripts = Path(admin.__file__).parent / "static" / "admin" / "js"
    wanted = {
        re.sub(r"\\(.)", r"\1", text)
        for script in scripts.rglob("*.js")
        if "vendor" not in script.parts
        for _quote, text in re.findall(
            r"\bgettext\(\s*(['\"])((?:\\.|(?!\1).)*)\1", script.read_text()
        )
    }
    assert {text for text in wanted if re.search(r"[a-z]{2}", text)} - translated.keys() == set()
