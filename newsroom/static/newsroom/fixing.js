// Findings in the words: each is marked where it stands, shown by a click, and on the form of a story
// mended by one, as a change that can be undone. Nothing is saved until the editor saves.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const panel = document.getElementById("findings");
  const page = document.querySelector(".as-read");
  const form = document.getElementById("version_form");
  if (!panel || !(page || form)) return;

  const isWriting = panel.hasAttribute("data-findings");
  const passages = () => (page ? passagesOfPage(page) : passagesOfForm(form));
  const listed = () => [...panel.querySelectorAll(".finding[data-passage]")];

  // Marks

  const mark = () => {
    const marks = { sure: [], likely: [] };
    const stand = passages();
    const fields = new Map(stand.filter((one) => one.field).map((one) => [one.field, ""]));
    for (const finding of listed()) {
      const certainty = Object.keys(marks).find((one) => finding.classList.contains(`is-${one}`));
      const place = certainty && placeOf(finding.dataset, stand);
      if (!place) continue;
      if (place.passage.field) {
        if (fields.get(place.passage.field) !== "sure") fields.set(place.passage.field, certainty);
      } else {
        const range = place.passage.range(place.start, place.end);
        if (range) marks[certainty].push(range);
      }
    }
    for (const [field, certainty] of fields) {
      if (certainty) field.dataset.found = certainty;
      else delete field.dataset.found;
    }
    if (!window.Highlight || !CSS.highlights) return;
    for (const [certainty, ranges] of Object.entries(marks)) {
      CSS.highlights.set(`finding-${certainty}`, new Highlight(...ranges));
    }
  };

  // Changes

  const changes = panel.querySelector(".changes-made");
  const said = panel.querySelector("[data-said]");
  const made = new Map(); // The line of a change → what stood before, and what stands now.
  // A row of somebody or of a post whose words stand nowhere in the text any more follows the text.
  const follow = (before, after) => {
    if (!after || passages().some((one) => one.text.includes(before))) return [];
    const rows = form.querySelectorAll('[name^="mentions-"][name$="_as_printed"]');
    return [...rows].filter((field) => field.value === before && write(field, after));
  };
  const write = (field, words) => {
    field.value = words;
    return field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const refuse = () => {
    said.hidden = false;
    said.textContent = said.dataset.said;
  };
  const fix = (finding, words) => {
    const was = finding.dataset;
    const place = placeOf(was, passages());
    said.hidden = true;
    if (place?.passage.key !== was.passage) {
      refuse();
      return;
    }
    const start = Number(was.start);
    const is = {
      passage: was.passage,
      sentence: was.sentence.slice(0, start) + words + was.sentence.slice(start + was.words.length),
      sentenceStart: place.sentenceStart,
      start: was.start,
      words,
    };
    place.passage.replace(place.start, place.end, words);
    const line = panel.querySelector("[data-change]").content.cloneNode(true).firstElementChild;
    line.querySelector("small").textContent = finding.querySelector(".finding-words small").textContent;
    line.querySelector("del").textContent = was.words;
    line.querySelector("ins").textContent = words;
    changes.append(line);
    made.set(line, { was: { ...was }, is, rows: follow(was.words, words) });
    line.querySelector("button").focus();
  };
  const undo = (line) => {
    const { was, is } = made.get(line);
    const place = placeOf(is, passages());
    said.hidden = true;
    if (!place) {
      refuse();
      return;
    }
    place.passage.replace(place.start, place.end, was.words);
    place.passage.show(place.start, place.start + was.words.length);
    forget(line);
  };
  // The rows that followed the text go back with it.
  const forget = (line) => {
    const { was, is, rows } = made.get(line) ?? { rows: [] };
    made.delete(line);
    line.remove();
    for (const field of rows) if (field.value === is.words) write(field, was.words);
  };
  // What was taken back by the editor's own undo is no change any more.
  const look = () => {
    const stand = made.size ? passages() : [];
    for (const [line, { was, is }] of made) {
      if (!placeOf(is, stand) && placeOf(was, stand)?.passage.key === was.passage) forget(line);
    }
  };

  panel.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const finding = target.closest(".finding");
    if (!button) return;
    if (button.dataset.fix !== undefined) fix(finding, button.dataset.fix);
    else if (button.dataset.undo !== undefined) undo(button.closest("li"));
    else if (button.dataset.show !== undefined) {
      const place = placeOf(finding.dataset, passages());
      if (place) place.passage.show(place.start, place.end);
      else refuse();
    }
  });

  const shown = () => {
    const ready = isWriting ? "[data-fix], [data-show]" : "[data-show]";
    for (const finding of listed()) {
      for (const button of finding.querySelectorAll(ready)) button.hidden = false;
    }
    mark();
  };
  panel.addEventListener("findings:shown", shown);
  form?.addEventListener("input", () => {
    look();
    requestAnimationFrame(mark);
  });
  if (page || form.querySelector(".tiptap")) shown();
  else form.addEventListener("prose-editor:ready", shown, { once: true });
});
