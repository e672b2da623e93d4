import polib

from newsroom.management.commands.makemessages import keep_order

HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_Hans\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
DATED = '"POT-Creation-Date: 2026-11-27 12:25+0800\\n"\n'
STORY = '\nmsgid "story"\nmsgstr "稿件"\n'
DAY = '\nmsgid "day"\nmsgstr "日"\n'
NEW = '\n#: articles/models.py:3\nmsgid "new"\nmsgstr ""\n'


def test_a_catalogue_keeps_its_order_and_says_nothing_of_files_and_days(tmp_path):
    path = tmp_path / "django.po"
    path.write_text(HEAD + STORY + DAY, encoding="utf-8")
    before = polib.pofile(str(path))
    path.write_text(HEAD + DATED + NEW + DAY + STORY, encoding="utf-8")

    keep_order(before, path)

    after = path.read_text(encoding="utf-8")
    assert [entry.msgid for entry in polib.pofile(str(path))] == ["story", "day", "new"]
    assert "POT-Creation-Date" not in after
    assert "articles/models.py" not in after
