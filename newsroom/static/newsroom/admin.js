// The form of a story: decisions wait until the words are saved, doubts are marked in the text.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("version_form");
  if (!form) return;

  // Unsaved changes

  const written = () =>
    JSON.stringify(
      [...new FormData(form)]
        .filter(([name]) => name !== "csrfmiddlewaretoken")
        .map(([name, value]) => [name, value instanceof File ? value.name : value]),
    );
  const deciding = [...document.querySelectorAll("form[data-needs-saved]")];
  const hasErrors = Boolean(form.querySelector(".errornote"));
  const saved = written();
  const isChanged = () => hasErrors || written() !== saved;
  let isLeaving = false;

  const show = () => {
    const changed = isChanged();
    for (const decision of deciding) {
      decision.querySelector(".unsaved").hidden = !changed;
      for (const button of decision.querySelectorAll("button[type=submit]")) button.disabled = changed;
    }
  };
  const later = () => requestAnimationFrame(show);
  for (const event of ["input", "change", "click", "formset:added", "formset:removed"]) {
    form.addEventListener(event, later);
  }
  // The pickers of the admin speak through jQuery only.
  window.django?.jQuery?.(form).on("change", later);
  for (const decision of deciding) {
    decision.addEventListener("submit", (event) => {
      if (isChanged()) {
        event.preventDefault();
        show();
      } else {
        isLeaving = true;
      }
    });
  }
  form.addEventListener("submit", () => {
    isLeaving = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && isChanged()) event.preventDefault();
  });
  if (hasErrors) show();

  // Doubts in the text

  const doubts = [...document.querySelectorAll(".doubt[data-quote]")];

  // A quote has the marks of the print, the text may have full-width ones (parsing/punctuation.py).
  const HALF_WIDTH = { "，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")", "“": '"', "”": '"' };
  const folded = (text) => text.replace(/[，：；？！（）“”]/g, (mark) => HALF_WIDTH[mark]);

  // Where the quote stands in the editor's text: in its paragraph, else in the first that has it.
  const find = (doubt) => {
    const blocks = blocksOf(form.querySelector(".tiptap"));
    const own = blocks[Number(doubt.dataset.paragraph)];
    const quote = folded(doubt.dataset.quote);
    if (!quote) return own && rangeOf(own, 0, textOf(own).length);
    const block = [own, ...blocks].find((one) => one && folded(textOf(one)).includes(quote));
    if (!block) return own && rangeOf(own, 0, textOf(own).length);
    const start = folded(textOf(block)).indexOf(quote);
    return rangeOf(block, start, start + quote.length);
  };
  const mark = () => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.set("doubt", new Highlight(...doubts.map(find).filter(Boolean)));
  };
  // The editor names its buttons in English; the catalogue has them in the language of the page.
  const nameButtons = () => {
    const inPageLanguage = window.gettext ?? ((text) => text);
    for (const button of form.querySelectorAll(".prose-menubar [title]")) {
      button.title = inPageLanguage(button.title);
      button.ariaLabel = button.title;
    }
    for (const option of form.querySelectorAll(".prose-menubar__option > *")) {
      option.textContent = inPageLanguage(option.textContent);
    }
  };
  const meetEditor = () => {
    const { editor } = form.querySelector(".tiptap");
    editor?.setOptions({
      editorProps: {
        ...editor.options.editorProps,
        transformPastedHTML: cleanPasted,
        transformPastedText: cleanPastedText,
      },
    });
    setTimeout(nameButtons); // The editor makes them in a task of its own, queued before this one.
    mark();
    for (const doubt of doubts) {
      const button = doubt.querySelector("[data-show]");
      if (!button || !find(doubt)) continue;
      button.hidden = false;
      button.addEventListener("click", () => {
        const range = find(doubt);
        if (!range) return;
        range.startContainer.parentElement.scrollIntoView({ block: "center" });
        form.querySelector(".tiptap").focus({ preventScroll: true });
        getSelection().collapse(range.startContainer, range.startOffset);
      });
    }
  };
  // What is selected in the story goes into the note about it, as the editor moves to the note.
  const passage = document.querySelector("[data-takes-selection]");
  const inStory = ".tiptap, .body-as-read, #id_headline, #id_deck, #id_kicker";
  let selected = "";
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.anchorNode?.parentElement?.closest(inStory)) return;
    selected = selection.toString().split("\n")[0].trim().slice(0, 300);
  });
  passage?.closest("details").addEventListener("focusin", () => {
    if (selected && !passage.value) passage.value = selected;
    selected = "";
  });
  // The editor may have been ready before this page was.
  if (form.querySelector(".tiptap")) meetEditor();
  else form.addEventListener("prose-editor:ready", meetEditor, { once: true });
  form.addEventListener("input", () => requestAnimationFrame(mark));
});
