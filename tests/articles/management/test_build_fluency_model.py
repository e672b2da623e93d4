"""The command that learns from the paper's own archive."""

import pytest
from django.core.management import CommandError, call_command

from articles.importing.released import released_texts
from articles.parsing import fluency
from tests.factories import make_released, make_version

pytestmark = pytest.mark.django_db

TEXT = "".join(
    f"<p>青禾镇第{number}粮站早早备好了仓,磅秤校过两遍,晒场扫得干干净净,只等第一车新麦"
    "开进院子,农技员罗川一天要跑五个村看穗头。</p>"
    for number in range(20)
)


def test_model_is_learnt_from_released_stories_only(tmp_path, settings):
    settings.FLUENCY_MODEL = tmp_path / "var" / "fluency.json.gz"
    make_version(headline="未发的稿", body="<p>还没有发表。</p>")
    for headline in ("粮站备仓", "粮站开仓"):
        make_released(headline=headline, body=TEXT)

    assert len(list(released_texts())) == 2
    call_command("build_fluency_model")

    model = fluency.model_at(settings.FLUENCY_MODEL)
    assert model is not fluency.default_model()
    assert model.runs["青禾镇"] == 40


def test_an_archive_too_small_to_learn_from_is_refused(tmp_path, settings):
    settings.FLUENCY_MODEL = tmp_path / "fluency.json.gz"

    with pytest.raises(CommandError, match="few"):
        call_command("build_fluency_model")

    assert not settings.FLUENCY_MODEL.exists()
