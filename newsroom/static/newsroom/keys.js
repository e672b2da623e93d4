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
  const save = () => document.querySelector("#version_form [name=_continue]");
  const submit = () => document.querySelector(".moves button[formaction$='/move/submit/']");
  const decide = (move) => {
    const button = document.querySelector(`button[formaction$='/move/${move}/']:not(:disabled)`);
    button?.form.insertAdjacentHTML("beforeend", '<input type="hidden" name="ask" value="1">');
    button?.click();
  };
  const plain = {
    a: () => decide("approve"),
    b: () => decide("send_back"),
    "/": toSearch,
    n: () => (location.href = add),
    g: () => {
      isGoing = true;
      setTimeout(() => (isGoing = false), 1500);
    },
    "?": () => document.getElementById("keys")?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const button = { s: save, Enter: submit }[event.key]?.();
      if (!button) return;
      event.preventDefault();
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
  });
}
document.addEventListener("click", (event) => {
  if (event.target.matches("[data-print]")) print();
  if (event.target.matches(".filters-toggle")) {
    event.target.ariaExpanded = String(event.target.ariaExpanded !== "true");
  }
  if (event.target.matches("[data-keys]")) document.getElementById("keys").showModal();
});
