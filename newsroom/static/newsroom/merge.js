// The page of a conflict: one press takes one side everywhere; each place can be chosen anew after it.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("merge_form");
  for (const button of form?.querySelectorAll("[data-take]") ?? []) {
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const choice of form.querySelectorAll(`input[type=radio][value=${button.dataset.take}]`)) {
        choice.checked = true;
        choice.dispatchEvent(new Event("input", { bubbles: true }));
      }
      form.querySelector("[name=_continue]").focus();
    });
  }
});
