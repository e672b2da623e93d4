import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.parsing.punctuation import as_printed, folded, widened


@pytest.mark.parametrize(
    ("printed", "wide"),
    [
        ("麦子熟了,收割机来了。", "麦子熟了，收割机来了。"),
        ("他问:谁先割?谁后割!大家笑;", "他问：谁先割？谁后割！大家笑；"),
        ("限投&nbsp;3&nbsp;条,第1&#8212;条;", "限投&nbsp;3&nbsp;条，第1&#8212;条；"),
        ("总投资3,000万元,工期两年。", "总投资3,000万元，工期两年。"),
        ("A, B两地同时开工,", "A, B两地同时开工，"),
        ("10:30开会,比分1:2。", "10:30开会，比分1:2。"),
        ("增长8.6%,第二产业增长3.4%;", "增长8.6%，第二产业增长3.4%；"),
        ("三户,2.5公里", "三户，2.5公里"),
        (
            "网址https://a.example/b?c=1,d:2 请查收,谢谢",
            "网址https://a.example/b?c=1,d:2 请查收，谢谢",
        ),
        ("信箱ed@paper.example,欢迎来信", "信箱ed@paper.example，欢迎来信"),
        ("横幅写着Hello, world!", "横幅写着Hello, world!"),
        ("大家齐声喊OK!", "大家齐声喊OK！"),
        ("世贸组织(WTO)和县委(扩大)会议", "世贸组织（WTO）和县委（扩大）会议"),
        ("（麦收)与(麦种）", "（麦收）与（麦种）"),
        ("函数f(x)不变", "函数f(x)不变"),
        ("1)割麦;2)晒麦", "1)割麦；2)晒麦"),
        ("(1)割麦", "（1）割麦"),
        ('他说:"麦子熟了。"大家笑', "他说：“麦子熟了。”大家笑"),
        ('屏幕有55"大,写着"麦收"', '屏幕有55"大，写着"麦收"'),
        ('写着"麦收', '写着"麦收'),
        ('店名叫"Farm"的农场', '店名叫"Farm"的农场'),
        ('“他说"好"”', '“他说"好"”'),
        ("他问“走吗?”,没人答", "他问“走吗？”，没人答"),
        ("真的吗?!", "真的吗？！"),
        ("修好水渠(含涵管工作).", "修好水渠（含涵管工作）。"),
        ("修好水渠（含涵管工作）.村民很高兴", "修好水渠（含涵管工作）。村民很高兴"),
        ('他说:"麦子熟了".', "他说：“麦子熟了”。"),
        ("学习《灌溉条例》.", "学习《灌溉条例》。"),
        ("加入世贸组织（WTO）. 随后", "加入世贸组织（WTO）。 随后"),
        ("（“麦收”）.", "（“麦收”）。"),
        ("《方案（一）.docx》和（附件）.pdf", "《方案（一）.docx》和（附件）.pdf"),
        ("（一）.割麦，（3）.晒麦", "（一）.割麦，（3）.晒麦"),
        ("麦子（熟）...", "麦子（熟）..."),
        ("（麦种）.5公斤，增长3.5%，A.B两地", "（麦种）.5公斤，增长3.5%，A.B两地"),
        ("横幅写着“麦收”. Then they left.", "横幅写着“麦收”. Then they left."),
        ("“hello”. 他笑", "“hello”. 他笑"),
        ("麦子熟了.", "麦子熟了."),
        ("屏幕55”.", "屏幕55”."),
        ('打开"麦收".docx', '打开"麦收".docx'),
        ("Only English, no more: none (at all)!", "Only English, no more: none (at all)!"),
        ("", ""),
    ],
)
def test_marks_in_chinese_become_full_width(printed, wide):
    assert widened(printed)[0] == wide


def test_each_change_says_what_was_printed():
    text, changes = widened("麦子熟了,收割机来了!")
    assert [(one.place, one.printed, one.replacement) for one in changes] == [
        (4, ",", "，"),
        (10, "!", "！"),
    ]
    assert as_printed(text, changes[:1]) == "麦子熟了,收割机来了！"


def test_a_change_that_an_editor_wrote_over_is_not_undone():
    _, changes = widened("麦子熟了,收割机来了。")
    assert as_printed("麦子熟了。收割机来了。", changes) == "麦子熟了。收割机来了。"


@given(st.text(alphabet='麦熟A1 ,:;?!()"“”（）。.《》'))
def test_every_change_can_be_undone(text):
    wide, changes = widened(text)
    assert len(wide) == len(text)
    assert as_printed(wide, changes) == text


@given(st.text(alphabet="麦熟A1 ,:;?!()“”（）。.《》"))
def test_wide_text_stays_as_it_is(text):
    wide, _ = widened(text)
    assert widened(wide) == (wide, ())


@given(st.text(alphabet='麦熟A1 ,:;?!()"“”（）。.《》'))
def test_folded_text_is_the_same_however_wide_its_marks_are(text):
    wide, _ = widened(text)
    assert folded(wide) == folded(text)
    assert len(folded(text)) == len(text)
