"""An archivist at the desk: files are dropped, looked through and imported, then put right."""

import zipfile

import pytest
from playwright.sync_api import expect

from newsroom.demo import PASSWORD

pytestmark = pytest.mark.browser
DAY = "2026-12-20"
IMPORT = "/admin/articles/importjob/add/"
PROPOSALS = f"/admin/articles/proposal/?day={DAY}"


def story(headline, words="会议讨论了水渠的修缮。", byline="记者 苏未央"):
    return f"# {headline}\n\n本报讯 12月19日，云汀街道召开会议。{words}\n\n{byline}\n"


@pytest.fixture
def at_the_desk(new_page):
    def log_in(path, width=1280):
        page = new_page(width)
        page.goto(f"/admin/login/?next={path}")
        page.fill("#id_username", "admin")
        page.fill("#id_password", PASSWORD)
        page.click("input[type=submit]")
        page.wait_for_url(f"**{path}")
        return page

    return log_in


def dropped(name, text):
    return {"name": name, "mimeType": "text/markdown", "buffer": text.encode()}


def bring(page, *files):
    """Drop files on the import page and have them looked through."""
    page.goto(IMPORT)
    page.set_input_files("#id_files", list(files))
    page.fill("#id_edition_date", DAY)
    page.click(".submit-row input[type=submit]")
    page.wait_for_selector(".job-state")


def opened_again(page):
    """The same address in a fresh tab: the old one renews itself, which would end a reload."""
    fresh = page.context.new_page()
    fresh.goto(page.url)
    page.close()
    return fresh


def agree(page):
    page.click(".job .moves button >> nth=0")


def test_two_files_are_looked_through_and_imported(at_the_desk):
    page = at_the_desk(IMPORT)
    bring(
        page,
        dropped("01.md", story("望舒农场修渠开工")),
        dropped("02.md", story("云汀街道设便民点", "“会议讨论了便民点的选址。")),
    )
    expect(page.locator(".job-pages tbody tr")).to_have_count(2)
    expect(page.locator(".job-pages strong")).to_have_text("1")

    page.click("text=02.md")
    expect(page.locator(".source-lines .is-story")).to_contain_text("云汀街道设便民点")
    expect(page.locator(".doubt-line")).to_have_count(1)
    page.go_back()
    agree(page)

    expect(page.locator(".report")).to_contain_text("新建 2 篇")
    page.goto("/admin/articles/version/?q=望舒农场修渠开工")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)


def test_import_goes_on_while_its_page_is_opened_again(at_the_desk, server, tmp_path):
    page = at_the_desk(IMPORT)
    packed = tmp_path / "paper.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(1, 4):
            archive.writestr(f"{DAY}/{number + 10}.md", story(f"第{number}号泵站检修完毕"))
    bring(page, packed)
    state = page.locator(".job-state").inner_text()
    page = opened_again(page)
    expect(page.locator(".job-state")).to_have_text(state)

    server.manage("run_imports", "--once").check_returncode()
    page = opened_again(page)
    agree(page)
    expect(page.locator("progress")).to_be_visible()
    page = opened_again(page)
    expect(page.locator("progress")).to_be_visible()
    server.manage("run_imports", "--once").check_returncode()

    page = opened_again(page)
    expect(page.locator(".report")).to_contain_text("新建 3 篇")
    expect(page.locator("progress")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_chosen_files_are_listed_with_what_no_import_takes_and_taken_out_again(at_the_desk, width):
    page = at_the_desk(IMPORT, width)
    page.set_input_files(
        "#id_files", [dropped("01.md", story("望舒渠通水")), dropped("a.exe", "MZ")]
    )
    page.set_input_files("#id_files", [dropped("大.txt", "水" * 7_000_000), dropped("空.txt", "")])

    rows = page.locator("#chosen li")
    expect(rows).to_have_count(4)
    expect(rows.nth(0)).to_contain_text("01.md 1 KB")
    expect(rows.nth(1).locator(".fault")).to_contain_text(".exe")
    expect(rows.nth(2)).to_contain_text("20.0 MB")
    expect(rows.nth(2).locator(".fault")).to_contain_text("20 MB")
    expect(rows.nth(3).locator(".fault")).to_have_text("文件是空的。")
    expect(page.locator(".drop [role=status]")).to_contain_text("其中 3 个不能导入")

    for name in ("a.exe", "大.txt", "空.txt"):
        page.get_by_role("button", name=f"去掉 {name}").click()
    expect(rows).to_have_count(1)
    expect(page.get_by_role("button", name="去掉 01.md")).to_be_focused()
    page.fill("#id_edition_date", DAY)
    page.click(".submit-row input[type=submit]")

    expect(page.locator(".job-pages tbody tr")).to_have_count(1)


def test_two_files_of_one_name_are_not_sent(at_the_desk):
    page = at_the_desk(IMPORT)
    page.set_input_files("#id_files", [dropped("01.md", story("望舒渠通水"))])
    page.set_input_files("#id_files", [dropped("01.md", story("南湖驳岸加固"))])
    expect(page.locator("#chosen .fault >> nth=1")).to_contain_text("同名")

    page.click(".submit-row input[type=submit]")
    expect(page.locator("#chosen li")).to_have_count(2)

    page.click("#chosen button >> nth=0")
    page.fill("#id_edition_date", DAY)
    page.click(".submit-row input[type=submit]")
    expect(page.locator(".job-pages tbody")).to_contain_text(DAY)


def test_more_files_than_are_taken_at_once_are_not_sent(at_the_desk):
    page = at_the_desk(IMPORT)
    page.set_input_files("#id_files", [dropped(f"{n}$&.md", story(f"{n}")) for n in range(101)])
    expect(page.locator(".drop [role=status]")).to_contain_text("超过 100 个文件")

    page.click(".submit-row input[type=submit]")
    expect(page.locator("#chosen li")).to_have_count(101)

    page.get_by_role("button", name="去掉 0$&.md", exact=True).click()
    page.fill("#id_edition_date", DAY)
    page.click(".submit-row input[type=submit]")
    expect(page.locator(".job-state")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_days_are_typed_on_the_page_of_the_import_and_changed_there(at_the_desk, width):
    page = at_the_desk(IMPORT, width)
    files = (dropped(f"{name}.md", story(f"{name}社区设便民点{width}")) for name in ("甲", "乙"))
    page.set_input_files("#id_files", list(files))
    page.click(".submit-row input[type=submit]")
    expect(page.locator(".job-state")).to_have_text("等待填写版面日期")

    page.locator("fieldset", has_text="甲.md").get_by_label("期次").fill("1998-05-04")
    page.get_by_label("其余没有日期的版面都用").fill("1998-05-05")
    page.click(".places button")

    expect(page.locator(".job-pages")).to_contain_text("1998-05-04")
    expect(page.locator(".job-pages")).to_contain_text("1998-05-05")
    page.click(".places summary")
    day = page.locator("fieldset", has_text="甲.md").get_by_label("期次")
    expect(day).to_have_value("1998-05-04")
    day.fill("1998-05-06")
    page.click(".places button")
    expect(page.locator(".job-pages")).to_contain_text("1998-05-06")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_day_is_typed_where_all_of_the_page_is_read(at_the_desk, width):
    page = at_the_desk(IMPORT, width)
    long = story("望舒农场修渠开工", "会议讨论了水渠的修缮。\n\n" * 80)
    page.set_input_files("#id_files", [dropped("渠.md", long)])
    page.click(".submit-row input[type=submit]")
    page.get_by_role("link", name="查看整页原文").click()

    text = page.get_by_role("region", name="整页原文")
    assert text.evaluate("box => box.scrollHeight > box.clientHeight")
    text.focus()
    page.keyboard.press("End")
    expect(page.get_by_text("记者 苏未央")).to_be_in_viewport()
    page.get_by_label("期次").fill(DAY)
    page.get_by_role("button", name="按这个日期检查").click()

    expect(page.locator(".job-pages tbody tr")).to_contain_text(DAY)


@pytest.mark.parametrize("width", [390, 1280])
def test_files_are_thrown_away_after_a_question_only(at_the_desk, width):
    page = at_the_desk(IMPORT, width)
    bring(page, dropped("07.md", story(f"南湖驳岸加固{width}")))
    job = page.url

    page.click(".job .moves a")
    expect(page.locator(".job .moves button")).to_have_text("丢弃文件")
    page.click(".job .moves a")
    expect(page.locator(".job-state")).to_be_visible()
    assert page.url == job

    page.click(".job .moves a")
    page.click(".job .moves button")
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_corrected_file_is_compared_and_taken_but_for_what_is_not_ticked(at_the_desk):
    page = at_the_desk(IMPORT)
    bring(page, dropped("05.md", story("青澜公园夜间开放")))
    agree(page)
    more = story("青澜公园夜间开放", "会议讨论了开放的时间。", "记者 苏未央 通讯员 温榆")
    bring(page, dropped("05.md", more))
    agree(page)

    page.goto(PROPOSALS)
    page.click("#result_list th a:has-text('青澜公园夜间开放')")
    expect(page.locator("#part-bylines")).to_be_visible()
    for box in page.locator("[name=chosen][value^='body:']").all():
        box.uncheck()
    page.click(".desk .moves .is-main")

    expect(page.locator(".messagelist .success")).to_be_visible()
    page.click(".messagelist .success a")
    expect(page.locator("#id_credits-1-as_printed")).to_have_value("温榆")
    assert "水渠" in page.locator("#id_body").input_value()


def test_doubts_are_settled_by_keyboard(at_the_desk):
    page = at_the_desk(IMPORT)
    bring(page, dropped("06.md", story("便民服务点增设窗口", "“会议讨论了窗口的开放。")))
    agree(page)
    page.goto("/admin/articles/doubt/?q=便民服务点增设窗口")
    rows = page.locator("#result_list tbody tr")
    count = rows.count()
    assert count

    page.keyboard.press("j")
    expect(rows.first).to_have_class("is-current")
    page.keyboard.press("s")
    page.keyboard.type("已与原报核对")
    page.keyboard.press("Enter")

    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(rows).to_have_count(count - 1)


def test_two_officials_are_merged_and_parted_again(at_the_desk):
    page = at_the_desk("/admin/people/official/add/")
    for slug in ("shen-yi", "shen-er"):
        page.goto("/admin/people/official/add/")
        page.fill("#id_name", "沈一二")
        page.fill("#id_slug", slug)
        page.click("input[name=_save]")
        page.wait_for_selector(".messagelist .success")
    found = "/admin/people/official/?q=沈一二"
    page.goto(found)
    page.check("#action-toggle")
    page.select_option("select[name=action]", "merge_chosen")
    page.click(".actions button")
    page.click("#content-main form [type=submit]")
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.goto(found)
    expect(page.locator("#result_list tbody tr")).to_have_count(1)

    page.goto("/admin/people/identitychange/")
    page.click("#result_list a[href*='/identitychange/'] >> nth=0")
    page.click("form[action$='/undo/'] button")

    expect(page.locator(".messagelist .success")).to_be_visible()
    page.goto(found)
    expect(page.locator("#result_list tbody tr")).to_have_count(2)
