// Names, for those who cannot see them, of fields that Django's admin names only by where they
// stand: the columns of a table of parts, the pickers, the body's editor.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const headingOf = (field) => {
    const cell = field.closest("tr.form-row > td");
    if (!cell) return "";
    const name = [...cell.classList].find((one) => one.startsWith("field-"))?.slice(6);
    const heads = cell.closest("table").querySelector("thead");
    const head = name ? heads.querySelector(`.column-${CSS.escape(name)}`) : heads.querySelector("th:last-child");
    return head?.textContent.trim() ?? "";
  };
  const nameOf = (field) =>
    document.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.textContent.trim().replace(/[:：]$/, "") || headingOf(field);

  const nameFields = () => {
    for (const field of document.querySelectorAll("tr.form-row :is(input, select, textarea)")) {
      if (field.type !== "hidden" && !field.labels?.length && !field.ariaLabel) field.ariaLabel = headingOf(field);
    }
    for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
      const picker = select.nextElementSibling;
      for (const part of picker?.querySelectorAll("[role=combobox], [role=textbox], [role=searchbox]") ?? []) {
        part.ariaLabel = nameOf(select);
      }
      picker?.querySelector("ul.select2-selection__rendered")?.setAttribute("role", "presentation");
    }
    for (const sign of document.querySelectorAll(".help-tooltip[aria-label]")) sign.role = "img";
    for (const editor of document.querySelectorAll(".tiptap")) {
      const field = editor.closest(".form-row")?.querySelector("textarea");
      if (field) editor.ariaLabel = nameOf(field);
    }
  };
  // On a phone each value of a list stands after the name of its column: lists.css.
  const heads = [...document.querySelectorAll("#result_list thead th")].map((head) => (head.querySelector(".text") ?? head).textContent.trim());
  for (const row of document.querySelectorAll("#result_list tbody tr")) {
    for (const [number, cell] of [...row.children].entries()) {
      if (heads[number]) cell.dataset.label = heads[number];
      cell.classList.toggle("is-empty", /^-?$/.test(cell.textContent.trim()) && !cell.querySelector("img, input"));
    }
  }
  const soon = () => setTimeout(nameFields);
  addEventListener("load", soon);
  for (const event of ["formset:added", "prose-editor:ready", "change"]) document.addEventListener(event, soon);
});
