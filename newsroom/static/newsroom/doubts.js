// Work lists by keyboard: j and k walk, x ticks, o opens the story; s settles doubts, 1 and 2 make one paragraph
// or two of them; c confirms and d dismisses proposed names.
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
  const choose = (action) => {
    const form = document.getElementById("changelist-form");
    if (!form.querySelector("input.action-select:checked")) rows[at]?.querySelector("input.action-select")?.click();
    form.querySelector("select[name=action]").value = action;
    form.querySelector("input[name=note], button[name=index]").focus();
  };
  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    x: () => rows[at]?.querySelector("input.action-select")?.click(),
    o: () => rows[at]?.querySelector(".field-story a")?.click(),
  };
  for (const [key, action] of Object.entries({ s: "settle", 1: "make_one", 2: "make_two", c: "confirm", d: "dismiss" })) {
    if (document.querySelector(`select[name=action] option[value=${action}]`)) keys[key] = () => choose(action);
  }

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
});
