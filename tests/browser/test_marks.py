"""An editor looks at the marks that an import made full-width, and puts one and then all back."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_release import log_in

pytestmark = pytest.mark.browser

PAGE = "# 柳汐泵站,一夜修好\n\n9月17日,柳汐泵站修好了。\n\n居民说:“水来了!”\n"


def test_marks_are_put_back_from_the_form(new_page, server, tmp_path):
    path = tmp_path / "01.md"
    path.write_text(PAGE, encoding="utf-8")
    assert server.manage("import_legacy", str(path), "--edition-date=2026-09-18").returncode == 0
    editor = new_page()
    log_in(editor, "editor")
    editor.goto("/admin/articles/version/?q=柳汐泵站")
    editor.locator("#result_list tbody th a").click()
    headline = editor.locator("#id_headline")
    expect(headline).to_have_value("柳汐泵站，一夜修好")

    editor.locator("#marks summary").click()
    expect(editor.locator("#marks summary")).to_have_text("4 处标点已改为全角")
    editor.get_by_role("button", name="，：恢复为原来的 ,").first.click()
    expect(headline).to_have_value("柳汐泵站,一夜修好")
    expect(editor.locator("#marks summary")).to_have_text("3 处标点已改为全角 · 1 处保持原样")

    editor.get_by_role("button", name="全部恢复原样").click()
    expect(editor.locator(".tiptap")).to_contain_text("居民说:“水来了!”")

    editor.locator("#id_deck").fill("未保存")
    expect(editor.get_by_role("button", name="全部再改为全角")).to_be_disabled()
