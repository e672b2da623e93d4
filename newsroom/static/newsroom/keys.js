// Keys of the desk: / searches, g d goes to the desk, n begins a story, ? lists the keys; on a
// story Ctrl+S saves and Ctrl+Enter submits, a approves and b sends back, both asked once more. None of the plain ones while one types.
"use strict";
{
  const { desk, new: add, search } = document.currentScript.dataset;
  const isTyping = (target) =>
    target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), select, textarea");
  let isGoing = false;

  const toSearch = () => {
    const field = document.querySelector("#searchbar, #desk-search");
    if (!field) location.href = search;
    field?.focus();
    field?.select();
  };
  const save = () => document.querySelector(":is(#version_form, #merge_form) [name=_continue]");
  // Over unsaved words: a save that leads to the page which submits them.
  const submit = () => {
    const button = document.querySelector(".moves button[formaction$='/move/submit/']");
    const form = document.getElementById("version_form");
    const isNew = form && location.pathname.endsWith("/add/");
    if (!isNew && !button?.disabled) return button;
    const saving = Object.assign(document.createElement("button"), { name: "_submit", value: "1", hidden: true });
    form.querySelector("[name=_submit]")?.remove();
    form.append(saving);
    return saving;
  };
  const decide = (move) => {
    const button = document.querySelector(`button[formaction$='/move/${move}/']:not(:disabled)`);
    button?.form.insertAdjacentHTML("beforeend", '<input type="hidden" name="ask" value="1">');
    button?.click();
  };
  const plain = {
    a: () => decide("approve"),
    b: () => decide("send_back"),
    "/": toSearch,
    n: () => {
      if (add) location.href = add;
    },
    g: () => {
      isGoing = true;
      setTimeout(() => (isGoing = false), 1500);
    },
    "?": () => document.getElementById("keys")?.showModal(),
  };

  const onKey = (event) => {
    if (event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const button = { s: save, Enter: submit }[event.key]?.();
      if (!button) return;
      event.preventDefault();
      event.stopPropagation(); // In the editor Ctrl+Enter would break the line first.
      button.click();
      return;
    }
    if (isTyping(event.target)) return;
    if (isGoing && event.key === "d") {
      location.href = desk;
      return;
    }
    const act = plain[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener("keydown", onKey, true);
}
document.addEventListener("click", (event) => {
  if (event.target.matches("[data-print]")) print();
  if (event.target.matches(".filters-toggle")) {
    event.target.ariaExpanded = String(event.target.ariaExpanded !== "true");
  }
  if (event.target.matches("[data-keys]")) document.getElementById("keys").showModal();
});
