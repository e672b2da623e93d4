import pytest

from articles.parsing.attendance import roles_of


@pytest.mark.parametrize(
    ("acts", "roles"),
    [
        (("主持", "讲话"), ("主持", "讲话")),
        (("参加", "致辞", "出席"), ("出席", "讲话")),
        (("列席",), ("出席",)),
        (("介绍", "表示"), ()),
        (("会见",), ("会见",)),
        (("调研", "强调"), ()),
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
    ],
)
def test_role_on_a_tour(acts, roles):
    assert roles_of(acts, is_tour=True) == roles
