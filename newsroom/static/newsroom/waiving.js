// A finding that is none is let stand, or that taken back, without leaving the form of a story: its words
// as typed go along. A reason that is half typed outlasts what verification says of the next key.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const panel = document.querySelector("[data-findings]");
  const form = document.getElementById("version_form");
  if (!panel || !form) return;
  const status = panel.querySelector(".findings-status");
  status.tabIndex = -1;
  const said = panel.querySelector("[data-said]");

  const finding = (waiver) => ["rule", "words", "sentence"].map((name) => waiver.elements[name].value).join("\n");
  const written = () => [...panel.querySelectorAll(".waive[open] form")];
  let kept = new Map();
  panel.addEventListener("findings:replaced", () => {
    kept = new Map(
      written().map((one) => [finding(one), { reason: one.elements.reason.value, isTyped: one.contains(document.activeElement) }]),
    );
  });
  panel.addEventListener("findings:shown", () => {
    for (const one of kept.size ? panel.querySelectorAll(".waive form") : []) {
      const before = kept.get(finding(one));
      if (!before) continue;
      one.closest("details").open = true;
      one.elements.reason.value = before.reason;
      if (before.isTyped) one.elements.reason.focus();
    }
    kept.clear();
  });
  panel.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.open && target.matches(".waive")) target.querySelector("[name=reason]").focus();
    },
    true,
  );

  panel.addEventListener("submit", async (event) => {
    event.preventDefault();
    const message = new FormData(form);
    for (const [name, value] of new FormData(event.target)) message.set(name, value);
    for (const [name, value] of [...message]) if (value instanceof File) message.delete(name);
    message.set("typed", "1");
    let refused = said.dataset.unsent;
    try {
      const answer = await fetch(event.target.action, { method: "POST", body: message, redirect: "manual" });
      if (answer.ok) ({ refused } = await answer.json());
    } catch {
      // Without a connection nothing was let stand, and the panel says so.
    }
    said.hidden = !refused;
    said.textContent = refused;
    if (refused) return;
    event.target.closest("details")?.removeAttribute("open");
    status.focus();
    panel.dispatchEvent(new Event("findings:stale"));
  });
});
