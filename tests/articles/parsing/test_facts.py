"""What is printed goes from the process that parses to the one that saves."""

import pickle
from dataclasses import fields
from datetime import date

from articles.parsing.facts import Fact, Story, ToldStory
from articles.parsing.pipeline import parse_page

PAGE = """# 水渠:修好了

本报讯（记者 何青）4月3日,云岭县召开会议,县长何青出席。

![麦收,开镰! 何青 摄](a.jpg)
"""


def test_parsed_page_is_the_same_in_another_process():
    page = parse_page(PAGE, edition_date=date(2023, 4, 4))

    assert pickle.loads(pickle.dumps(page)) == page


def test_told_story_is_the_same_in_another_process():
    (story,) = parse_page(PAGE, edition_date=date(2023, 4, 4)).stories
    values = {one.name: getattr(story, one.name) for one in fields(Story)}
    told = ToldStory(**values, body="<p>水渠</p>", issue=7, is_printed=False)

    assert pickle.loads(pickle.dumps(told)) == told


def test_every_fact_has_several_values():
    kinds = [*Fact.__subclasses__(), ToldStory]

    assert len(kinds) > 15
    assert all(len(fields(kind)) > 1 for kind in kinds)
