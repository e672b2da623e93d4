import pytest

from articles.parsing.facts import PrintedPost
from articles.parsing.mentions import find_mentions

FORMER = [
    ("时任柳河镇党委书记的何青来了。", True),
    ("时任云岭县副县长何青来了。", True),
    ("县教育局原局长何青来了。", True),
    ("何青,县教育局原副局长,来了。", True),
    ("免去何青的县水利局局长职务。", True),
    ("何青曾任县水利局局长。", True),
    ("县水利局局长何青来了。", False),
    ("县民政局救助股时任股长何青来了。", True),
    ("柳河村村民委员会时任副主任何青来了。", True),
    ("原平湖县副县长何青来了。", True),
    ("前县长何青来了。", True),
    ("前纺车间主任何青来了。", False),
    ("原平市教育局局长何青来了。", False),
    ("平原县县长何青来了。", False),
    ("任命何青为县水利局局长。", False),
    ("何青现任县水利局局长。", False),
]


@pytest.mark.parametrize(("text", "is_former"), FORMER)
def test_post_that_is_past(text, is_former):
    (mention,) = find_mentions([text])
    assert [post.is_held for post in mention.posts] == [not is_former]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("县政协原副主席、一级调研员、县文联主席何青来了。", [False, True, True]),
        ("县政协原一级调研员何青来了。", [False]),
        ("时任柳河镇镇长、现任县水利局局长何青出席。", [False, True]),
        ("原柳河镇镇长、县水利局局长何青出席。", [False, False]),
        ("县教育局原党组书记、局长何青出席。", [False, False]),
        ("县教育局原副局长、石桥书画院院长何青出席。", [False, True]),
        ("县政协党组副书记、副主席提名人选、县发改委主任何青参加。", [True, False, True]),
        ("现代农业园区主任何青出席。", [True]),
        ("旗委常委、政府党组副书记、副旗长提名人选何青参加。", [True, True, False]),
        ("县政协党组书记、主席候选人何青讲话。", [True, False]),
    ],
)
def test_each_post_is_held_or_past_by_itself(text, held):
    (mention,) = find_mentions([text])
    assert [post.is_held for post in mention.posts] == held


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("拟任县文旅局局长何青到场。", PrintedPost("县文旅局", "局长", is_held=False)),
        ("拟提名为县文旅局局长的何青到场。", PrintedPost("县文旅局", "局长", is_held=False)),
        ("前任局长何青到场。", PrintedPost("", "局长", is_held=False)),
        ("前任县水利局局长何青到场。", PrintedPost("县水利局", "局长", is_held=False)),
    ],
)
def test_post_to_come_or_of_before_is_not_held(text, post):
    (mention,) = find_mentions([text])
    assert mention.posts == (post,)


def test_former_holder_after_another_has_no_body_called_任():
    _, mention = find_mentions(["县水利局原局长罗川、前任局长何青到场。"])
    assert [(post.title, post.is_held) for post in mention.posts] == [("局长", False)]
    assert "任" not in mention.posts[0].department


def test_candidate_whom_the_story_elects_holds_the_post():
    mentions = find_mentions(["县长候选人何青到会，大家鼓掌。会上，何青当选。"])
    assert {post.is_held for mention in mentions for post in mention.posts} == {True}
