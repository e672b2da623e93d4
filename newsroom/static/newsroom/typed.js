// What is typed into a note, a reason, a pitch or the words of a merge stays in this browser until the
// server has it: data-keeps on a form, or within it, names its place. Every form learns the token of the
// latest sign-in.
"use strict";
{
  const STORE = `newsroom-typed:${document.currentScript.dataset.user}:`;
  const SENT = "newsroom-typed-sent";
  const TYPED = "textarea, input[type=text], input[type=radio], input[type=datetime-local]";

  const placeOf = (form) => form?.dataset.keeps ?? form?.querySelector("[data-keeps]")?.dataset.keeps;
  const storeOf = (form) => STORE + placeOf(form);
  const read = (name) => JSON.parse(localStorage.getItem(name) ?? "{}");
  const keep = (field) => {
    const form = field.form;
    if (!placeOf(form) || !field.name || !field.matches(TYPED)) return;
    const words = { ...read(storeOf(form)), [field.name]: field.value };
    if (!field.value) delete words[field.name];
    try {
      if (Object.keys(words).length) localStorage.setItem(storeOf(form), JSON.stringify(words));
      else localStorage.removeItem(storeOf(form));
    } catch {
      // A browser without room keeps nothing; the form itself still holds the words.
    }
  };
  const putBack = (form) => {
    for (const [name, value] of Object.entries(read(storeOf(form)))) {
      const field = form.elements[name];
      if (!field) continue;
      if (field instanceof RadioNodeList) field.value = value;
      else if (!field.value || form.id === "merge_form") field.value = value;
      field.closest?.("details")?.setAttribute("open", "");
    }
  };
  const renew = (form) => {
    const cookie = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/)?.[1];
    const token = form.elements.csrfmiddlewaretoken;
    if (cookie && token) token.value = cookie;
  };

  document.addEventListener("input", (event) => keep(event.target));
  document.addEventListener("change", (event) => keep(event.target));
  document.addEventListener(
    "submit",
    ({ target: form }) => {
      renew(form);
      if (placeOf(form)) sessionStorage.setItem(SENT, storeOf(form));
    },
    true,
  );
  document.addEventListener("DOMContentLoaded", () => {
    // Only a page that says so tells that the server has the words: after a login they are back.
    const sent = sessionStorage.getItem(SENT);
    if (sent && document.querySelector(".messagelist .success, .said.is-success")) {
      localStorage.removeItem(sent);
      sessionStorage.removeItem(SENT);
    }
    for (const form of document.forms) if (placeOf(form)) putBack(form);
  });
  // After Django's own script, which puts the focus into the first field whenever it has come.
  window.addEventListener("load", () => {
    const faulty = ".errors :is(input:not([type=hidden]), textarea, select, .tiptap)";
    if (document.querySelector(".errornote")) document.querySelector(faulty)?.focus();
  });
}
