import pytest

from people.offices import Kind, Rank, circle_of, has_one_holder, is_standing, kind_of, rank_of


@pytest.mark.parametrize(
    ("department", "title", "kind"),
    [
        ("青澜区委", "书记", Kind.PARTY),
        ("青澜经开区党工委", "副书记", Kind.PARTY),
        ("青澜区委组织部", "部长", Kind.PARTY),
        ("青澜公安局党组", "成员", Kind.PARTY),
        ("云汀镇", "党委书记", Kind.PARTY),
        ("云汀街道", "书记", Kind.PARTY),
        ("青澜区人大常委会", "主任", Kind.CONGRESS),
        ("青澜区人大工委", "主任", Kind.CONGRESS),
        ("青澜区人民政府", "区长", Kind.GOVERNMENT),
        ("青澜经开区管委会", "主任", Kind.GOVERNMENT),
        ("青澜区公安局", "局长", Kind.GOVERNMENT),
        ("青澜区发展和改革委员会", "主任", Kind.GOVERNMENT),
        ("云汀街道办事处", "主任", Kind.GOVERNMENT),
        ("青澜区政协", "主席", Kind.CONSULTATIVE),
        ("青澜区纪委监委", "书记", Kind.DISCIPLINE),
        ("青澜经开区纪检监察工委", "书记", Kind.DISCIPLINE),
        ("青澜区人民法院", "院长", Kind.JUDICIARY),
        ("青澜区人民检察院", "检察长", Kind.JUDICIARY),
        ("青澜城投集团", "董事长", Kind.ENTERPRISE),
        ("柳汐村委会", "主任", Kind.OTHER),
        ("青澜一中", "校长", Kind.OTHER),
    ],
)
def test_kind_of_a_post(department, title, kind):
    assert kind_of(department, title) is kind


@pytest.mark.parametrize(
    ("title", "rank", "one_holder"),
    [
        ("书记", Rank.HEAD, True),
        ("第一书记", Rank.HEAD, True),
        ("党组书记", Rank.HEAD, True),
        ("代区长", Rank.HEAD, True),
        ("主任", Rank.HEAD, True),
        ("检察长", Rank.HEAD, True),
        ("副书记", Rank.DEPUTY, False),
        ("党组副书记", Rank.DEPUTY, False),
        ("常务副主任", Rank.DEPUTY, False),
        ("主持工作的副局长", Rank.DEPUTY, False),
        ("委员", Rank.MEMBER, False),
        ("党组成员", Rank.MEMBER, False),
        ("一级调研员", Rank.MEMBER, False),
        ("主任助理", Rank.MEMBER, False),
        ("秘书长", Rank.MEMBER, False),
        ("车间主任", Rank.MEMBER, False),
        ("总工程师", Rank.MEMBER, False),
    ],
)
def test_rank_and_holders_by_the_title(title, rank, one_holder):
    assert (rank_of(title), has_one_holder(title)) == (rank, one_holder)


def test_who_stands_in_for_the_head():
    assert [is_standing(title) for title in ("常务副主任", "副主任", "常务理事")] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("department", "circle"),
    [
        ("青澜经开区党工委", "青澜经开区"),
        ("青澜经开区管委会", "青澜经开区"),
        ("青澜区委", "青澜区"),
        ("青澜区人民政府", "青澜区"),
        ("青澜区人大常委会", "青澜区"),
        ("青澜区公安局党组", "青澜区公安局"),
        ("青澜区公安局", "青澜区公安局"),
        ("青澜区教委", "青澜区教委"),
        ("党组", "党组"),
    ],
)
def test_the_circle_of_a_body(department, circle):
    assert circle_of(department) == circle
