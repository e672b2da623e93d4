import gzip
import json

import pytest

from articles.parsing import fluency
from articles.parsing.fluency_training import TooLittleText, train


@pytest.fixture(scope="module")
def model():
    return fluency.default_model()


@pytest.mark.parametrize(
    ("before", "after", "suspicious"),
    [
        ("各村要认真做好秋收工", "作,确保颗粒归仓。", False),
        ("各村都完成了秋收的", "任务。", False),
        ("全镇共有农户3000", "户。", False),
        ("各村要抓紧秋收,", "确保颗粒归仓。", False),
        ("各村要开展", "检查。", False),
        ("粮食产量增长8.", "6%,比上年快。", False),
        ("各村要认真做好秋收工", "水渠两岸的农户要节约用水。", True),
        ("粮食产量增长8.", "粮站早早备好了仓。", True),
        ("他们种下的", "的麦子熟了。", True),
        ("麦子熟了,", "、大豆、玉米也熟了。", True),
    ],
)
def test_lost_text_is_suspected(model, before, after, suspicious):
    assert model.is_suspicious(before, after) is suspicious


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("各村要认真做好秋收工", "作,确保颗粒归仓。"),
        ("各村都完成了秋收的", "任务。"),
        ("他们种下的", "的麦子熟了。"),
    ],
)
@pytest.mark.parametrize("enough", [-8.0, -1.0, 0.0, 3.0, 8.0])
def test_no_more_than_enough_evidence_is_looked_for(model, before, after, enough):
    evidence, told = model.evidence(before, after), model.evidence(before, after, enough=enough)
    assert enough < told <= evidence or told == evidence


def test_no_wide_context_is_judged_where_there_is_enough_evidence(model):
    before, after = "各村要认真做好秋收工", "作,确保颗粒归仓。"
    assert model.evidence(before, after, enough=-4.0) < model.evidence(before, after)


def test_what_is_printed_elsewhere_in_the_story_is_no_accident(model):
    before, after = "粮站站长佴", "沅沚来了。"
    around = "佴沅沚说,仓已备好。"
    assert model.evidence(before, after, around) > model.evidence(before, after)


def test_a_cut_word_is_no_opening_of_a_sentence(model):
    assert model.opening("议指出,要抓紧秋收。") < model.opening("会议指出,要抓紧秋收。")


def test_a_newsroom_without_a_model_of_its_own_has_the_shipped_one(tmp_path, model):
    assert fluency.model_at(tmp_path / "none.json.gz") is model


def test_a_model_is_learnt_and_written_and_read(tmp_path, model):
    story = "\n".join(
        f"青禾镇第{number}粮站早早备好了仓,磅秤校过两遍,晒场扫得干干净净,"
        "只等第一车新麦开进院子,农技员罗川一天要跑五个村看穗头。"
        for number in range(20)
    )
    learnt = train(lambda: [story, story], model.words)
    path = tmp_path / "own.json.gz"
    fluency.save(learnt, path)
    read = fluency.model_at(path)
    assert read.evidence("早早备好了", "仓,磅秤") == pytest.approx(
        learnt.evidence("早早备好了", "仓,磅秤"), abs=0.05
    )
    fluency.save(read, tmp_path / "again.json.gz")
    assert path.stat().st_size == (tmp_path / "again.json.gz").stat().st_size


def test_a_model_of_an_older_release_waits_to_be_built_anew(tmp_path, model):
    path = tmp_path / "old.json.gz"
    path.write_bytes(gzip.compress(json.dumps({"weights": [1.0]}).encode()))
    with pytest.raises(fluency.OutdatedModel):
        fluency.load(path)
    assert fluency.model_at(path) is model


def test_nothing_is_learnt_from_too_little(model):
    with pytest.raises(TooLittleText):
        train(lambda: ["麦子熟了。"], model.words)


def test_the_shipped_model_is_small():
    assert fluency.DEFAULT_PATH.stat().st_size < 2_000_000
