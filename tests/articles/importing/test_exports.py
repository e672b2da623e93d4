"""Stories that another system exported are known by their numbers there."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import Article, Proposal
from tests.articles.importing.sample import everything, export

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "change", [{"headline": "石桥村水渠修好"}, {"page": "04"}, {"date": "2026-11-17"}]
)
def test_story_exported_again_is_a_proposal_and_no_second_story(tmp_path, change):
    export(tmp_path / "one.jsonl")

    (outcome,) = export(tmp_path / "two.jsonl", **change)

    assert outcome.report.stories["kept"] == 1
    article = Article.objects.get()
    assert (article.source_system, article.source_id) == ("旧网站", "7001")
    assert Proposal.objects.get().article == article
    before = everything()
    export(tmp_path / "two.jsonl", **change)
    assert everything() == before


@pytest.mark.parametrize("change", [{"source_id": "7002"}, {"source_system": "别的系统"}])
def test_exported_stories_of_one_headline_are_as_many_as_they_were(tmp_path, change):
    export(tmp_path / "one.jsonl")
    export(tmp_path / "two.jsonl", **change)

    assert Article.objects.count() == 2
    assert not Proposal.objects.exists()


def test_story_that_was_held_without_its_number_gets_it(tmp_path):
    export(tmp_path / "one.jsonl", source_id="")
    export(tmp_path / "two.jsonl")

    article = Article.objects.get()
    assert (article.source_system, article.source_id) == ("旧网站", "7001")
    assert not Proposal.objects.exists()


def test_number_of_another_system_longer_than_its_field_refused(tmp_path):
    (outcome,) = export(tmp_path / "one.jsonl", source_id="7" * 101)

    assert "source_id" in outcome.refusal
    assert not Article.objects.exists()


def test_one_number_of_a_system_is_one_story(db):
    Article.objects.create(source_id="7001")
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.create(source_id="7001")
    Article.objects.create(source_system="旧网站", source_id="7001")
    assert Article.objects.create() != Article.objects.create()
