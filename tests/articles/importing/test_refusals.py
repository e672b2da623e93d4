"""Refusals are whole sentences of the reader's language."""

from django.utils import translation

from articles.importing.refusals import unreadable
from articles.parsing.documents import UnreadableSource


def test_kind_of_a_file_is_named_in_the_language_of_the_sentence():
    with translation.override("zh-hans"):
        message = str(unreadable("p.txt", UnreadableSource("known_format", "JPEG picture")))

    assert "JPEG 图片" in message
    assert "picture" not in message
