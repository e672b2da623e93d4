import pytest

from articles.parsing.attendance import roles_of, speaking_at
from articles.parsing.facts import PrintedOfficial


@pytest.mark.parametrize(
    ("acts", "roles"),
    [
        (("主持", "讲话"), ("主持", "讲话")),
        (("参加", "致辞", "出席"), ("出席", "讲话")),
        (("列席",), ("出席",)),
        (("介绍", "表示"), ()),
        (("会见",), ("会见",)),
        (("在座",), ("出席",)),
        (("观看",), ("出席",)),
        (("表态",), ("发言",)),
        (("调研", "强调"), ()),
        (("聆听",), ("出席",)),
        (("随行",), ("陪同",)),
        (("到场", "察看"), ("出席",)),
    ],
)
def test_role_comes_from_what_was_done(acts, roles):
    assert roles_of(acts) == roles


@pytest.mark.parametrize(
    ("acts", "roles"),
    [
        (("检查", "要求"), ("调研",)),
        (("带队",), ("调研",)),
        (("参加", "察看"), ("出席",)),
        (("陪同", "察看"), ("陪同",)),
        (("到场", "检查"), ("调研",)),
    ],
)
def test_role_on_a_tour(acts, roles):
    assert roles_of(acts, is_tour=True) == roles


@pytest.mark.parametrize(
    ("kind", "acts", "expected"),
    [
        ("座谈", ("建议",), ("建议", "发言")),
        ("座谈", ("主持", "说"), ("主持", "说")),
        ("论坛", ("认为",), ("认为", "发言")),
        ("座谈", ("介绍",), ("介绍",)),
        ("会议", ("建议",), ("建议",)),
    ],
)
def test_whoever_only_says_something_at_a_talk_speaks_there(kind, acts, expected):
    official = PrintedOfficial("何青", "董事长", (), acts)
    (found,) = speaking_at(kind, [official])
    assert found.acts == expected
