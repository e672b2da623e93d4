// Beside the body of a story: its length, photos dropped on it, and whom it names.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const aids = document.getElementById("writing-aids");
  const form = document.getElementById("version_form");
  if (!aids || !form) return;
  const inPageLanguage = window.gettext ?? ((text) => text);
  const body = document.getElementById("id_body");
  const box = document.createElement("div");
  box.className = "writing-aids";

  // Length, counted as articles/length.py counts

  const length = document.createElement("p");
  length.className = "length";
  box.append(length);
  const count = () => {
    const blocks = form.querySelectorAll(".tiptap :is(p, h3)");
    const text = [...blocks].map((block) => block.textContent).join("\n");
    const number = text.match(/[!-~\u00c0-\u024f]+|\S/gu)?.length ?? 0;
    length.textContent = interpolate(inPageLanguage("%s characters"), [number]);
  };

  // Rows of the parts

  const newRow = (prefix) => {
    form.querySelector(`#${prefix}-group .add-row a`).click();
    const rows = form.querySelectorAll(`#${prefix}-group .inline-related:not(.empty-form), #${prefix}-group tr.form-row:not(.empty-form)`);
    return [...rows].filter((row) => row.id.match(/-\d+$/)).at(-1);
  };
  const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const choose = (select, key, label) => {
    select.append(new Option(label, key, true, true));
    django.jQuery(select).trigger("change");
  };

  // Photos

  const isPicture = (event) =>
    [...(event.dataTransfer?.items ?? [])].some((item) => item.kind === "file" && item.type.startsWith("image/"));
  form.addEventListener("dragover", (event) => {
    if (!isPicture(event)) return;
    event.preventDefault();
    form.classList.add("takes-photos");
  });
  for (const type of ["dragleave", "drop"]) form.addEventListener(type, () => form.classList.remove("takes-photos"));
  form.addEventListener(
    "drop",
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])].filter((file) => file.type.startsWith("image/"));
      if (!files.length) return;
      event.preventDefault();
      event.stopPropagation();
      for (const file of files) {
        sendPicture(newRow("photos"), file);
      }
      form.dispatchEvent(new Event("change"));
      field(form.querySelector("#photos-group .inline-related.last-related:not(.empty-form)") ?? form, "caption")?.focus();
    },
    true,
  );
  // Whom the text names

  const named = document.createElement("div");
  named.className = "named";
  named.setAttribute("aria-live", "polite");
  box.append(named);
  const taken = (prefix, name) =>
    new Set([...form.querySelectorAll(`[name^="${prefix}-"][name$="-${name}"]`)].map((input) => input.value));
  const offer = (place, label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      act();
      button.remove();
    });
    place.append(button, " ");
  };
  // The first place of the text where the name stands without a link.
  const unlinked = (name) => {
    let found = null;
    const { editor } = form.querySelector(".tiptap");
    editor?.state.doc.descendants((node, position) => {
      if (found || !node.isText || node.marks.some((mark) => mark.type.name === "link")) return;
      const at = node.text.indexOf(name);
      if (at >= 0) found = [position + at, position + at + name.length];
    });
    return found;
  };
  const link = (name, address) => {
    const place = unlinked(name);
    const { state, view } = form.querySelector(".tiptap").editor;
    if (place) view.dispatch(state.tr.addMark(...place, state.schema.marks.link.create({ href: address })));
  };
  const offerLinks = (entries) => {
    const line = document.createElement("p");
    line.className = "named-links";
    line.append(inPageLanguage("Link in the text:"), " ");
    for (const [name, address] of entries) offer(line, name, () => link(name, address));
    named.append(line);
  };
  const show = ({ officials, departments }) => {
    const names = taken("mentions", "name_as_printed");
    const keys = taken("department_links", "department");
    named.replaceChildren();
    for (const one of officials.filter(({ name }) => !names.has(name))) {
      offer(named, `+ ${one.name} ${one.title}`.trim(), () => {
        const row = newRow("mentions");
        field(row, "name_as_printed").value = one.name;
        field(row, "title_as_printed").value = one.title;
        field(row, "acts").value = one.acts;
        if (one.official) choose(field(row, "official"), ...one.official);
      });
    }
    for (const one of departments.filter(({ pk }) => !keys.has(String(pk)))) {
      offer(named, `+ ${one.name}`, () => choose(field(newRow("department_links"), "department"), one.pk, one.name));
    }
    const linkable = [
      ...officials.map(({ name, address }) => [name, address]),
      ...departments.map(({ as_printed: name, address }) => [name, address]),
    ].filter(([name, address]) => address && unlinked(name));
    if (linkable.length) offerLinks(linkable);
  };
  let asked = "";
  let timer = 0;
  const ask = async () => {
    if (body.value === asked) return;
    asked = body.value;
    const sent = new FormData();
    sent.append("body", asked);
    sent.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(aids.dataset.suggest, { method: "POST", body: sent });
      if (answer.ok && answer.headers.get("content-type")?.includes("json")) show(await answer.json());
    } catch {
      asked = ""; // Without a connection nothing is suggested; the text is safe elsewhere.
    }
  };
  const changed = () => {
    count();
    clearTimeout(timer);
    timer = setTimeout(ask, 800);
  };

  const begin = () => {
    body.closest(".form-row").append(box);
    form.querySelector(".tiptap").addEventListener("input", changed);
    form.addEventListener("input", changed);
    changed();
  };
  if (form.querySelector(".tiptap")) begin();
  else form.addEventListener("prose-editor:ready", begin, { once: true });
});
