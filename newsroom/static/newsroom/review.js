// What is selected in the story goes into the note about it, as the reviewer moves to the note.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const passage = document.querySelector("[data-takes-selection]");
  let selected = "";
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.anchorNode?.parentElement?.closest(".as-read")) return;
    selected = selection.toString().split("\n")[0].trim().slice(0, 300);
  });
  passage?.closest("details").addEventListener("focusin", () => {
    if (selected && !passage.value) passage.value = selected;
    selected = "";
  });
});
