import pytest

from articles.parsing.addressed import find_addressed

ADDRESSED = [
    (["1月2日，林志远老人住进了医院。"], ["林志远"]),
    (["1月2日，李珍老人杀了猪。"], ["李珍"]),
    (["县医院陆蕾教授说，水好了。郝陆副主任医师来了。"], ["陆蕾", "郝陆"]),
    (["外科何大伟主治医师坐诊，县医院教授来了。"], ["何大伟"]),
    (["农业大学罗万贤副教授主持研究，邻县农技站程祝研究员来看。"], ["罗万贤", "程祝"]),
    (["县武装部罗万贤中校走进安顺路一家纸箱厂。"], ["罗万贤"]),
    (["头名是邻乡的普布，他把帽子系在马上。", "病房里的热娜老人有一双毛袜子。"], ["热娜"]),
    (["六十岁的向永福老汉抱着罐子。县科大教授来了。"], ["向永福"]),
    (["亓振堂老人六十岁了，麻醉科教授说好，我才知道老师走了。"], ["亓振堂"]),
    (["妇科边永会教授、呼吸科陆蕾教授来了。"], ["边永会", "陆蕾"]),
    (["疼痛科郝陆副主任医师、五官科陆峰副主任医师及护士来了。"], ["郝陆", "陆峰"]),
    (["六十七岁的芦笙师傅来了，理科教授说好。"], []),
]


@pytest.mark.parametrize(("texts", "names"), ADDRESSED)
def test_whom_a_form_of_address_follows_is_found(texts, names):
    assert list(dict.fromkeys(one.name for _, one in find_addressed(texts))) == names
