// The work list of doubts by keyboard: j and k walk, x ticks, o opens the story, s settles.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const rows = [...document.querySelectorAll("#result_list tbody tr")];
  if (!rows.length) return;
  let at = -1;

  const walk = (step) => {
    rows[at]?.classList.remove("is-current");
    at = Math.min(rows.length - 1, Math.max(0, at + step));
    rows[at].classList.add("is-current");
    rows[at].querySelector("input.action-select")?.focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  };
  const settle = () => {
    const form = document.getElementById("changelist-form");
    if (!form.querySelector("input.action-select:checked")) rows[at]?.querySelector("input.action-select")?.click();
    form.querySelector("select[name=action]").value = "settle";
    form.querySelector("input[name=note]").focus();
  };
  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    x: () => rows[at]?.querySelector("input.action-select")?.click(),
    o: () => rows[at]?.querySelector(".field-story a")?.click(),
    s: settle,
  };

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
});
