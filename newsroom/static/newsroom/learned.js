// What an edition taught: ticks everything, what is sure (as the page came), or nothing.
"use strict";
{
  const form = document.querySelector("form.learned");
  const bar = form?.querySelector(".tick-all");
  if (bar) {
    bar.hidden = false;
    bar.addEventListener("click", ({ target }) => {
      if (!target.matches("button")) return;
      for (const box of form.querySelectorAll("input[type=checkbox]")) {
        // Another name of a body is made an alias by its own tick only.
        if (box.name === "same") box.checked = false;
        else box.checked = target.value === "all" || (target.value === "sure" && box.defaultChecked);
      }
    });
  }
}
