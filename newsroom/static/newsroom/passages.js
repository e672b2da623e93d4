// The passages of a story as articles/verification counts them, and where their words stand: in the
// fields and the editor of its form, or on the page for reading it. Offsets are into `text`.
"use strict";

const PASSAGE_BLOCKS = "p, h3, li, td, th";

// The text of an element, where a line that ends is a character as it is in the stored body.
function textOf(block) {
  return [...nodesOf(block)].map((node) => node.data ?? "\n").join("");
}

function* nodesOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE || node.localName === "br") yield node;
  }
}

function rangeOf(block, start, end) {
  const range = new Range();
  let at = 0;
  let last = null;
  for (const node of nodesOf(block)) {
    if (node.data) {
      if (!last && start <= at + node.length) range.setStart(node, Math.max(0, start - at));
      if (start <= at + node.length) last = node;
      if (last && end <= at + node.length) {
        range.setEnd(node, end - at);
        return range;
      }
    }
    at += node.data?.length ?? 1;
  }
  if (!last) return null;
  range.setEnd(last, last.length);
  return range;
}

// Blocks with words, each the innermost.
function blocksOf(root) {
  return [...(root?.querySelectorAll(PASSAGE_BLOCKS) ?? [])].filter(
    (block) => block.textContent.trim() && !block.querySelector(PASSAGE_BLOCKS),
  );
}

const leadOf = (text) => text.length - text.trimStart().length;

function inField(part, number, field) {
  const lead = part === "caption" ? 0 : leadOf(field.value);
  return {
    part,
    key: `${part}-${number}`,
    text: field.value.slice(lead),
    field,
    show(start, end) {
      field.scrollIntoView({ block: "center" });
      field.focus({ preventScroll: true });
      field.setSelectionRange(lead + start, lead + end);
    },
    replace(start, end, words) {
      this.show(start, end);
      // As if it were typed, so that the browser's own undo takes it back.
      if (!document.execCommand(words ? "insertText" : "delete", false, words)) {
        field.setRangeText(words);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    },
  };
}

function inEditor(editor) {
  const found = [];
  editor.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const whole = node.textBetween(0, node.content.size, "", "\n");
    if (!whole.trim()) return false;
    const first = position + 1 + leadOf(whole);
    const rangeAt = (start, end) => {
      const [from, to] = [start, end].map((at) => editor.view.domAtPos(first + at));
      const range = new Range();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return range;
    };
    found.push({
      part: "body",
      key: `body-${found.length}`,
      text: whole.trim(),
      range: rangeAt,
      show(start, end) {
        editor.commands.setTextSelection({ from: first + start, to: first + end });
        editor.view.focus();
        rangeAt(start, end).startContainer.parentElement.scrollIntoView({ block: "center" });
      },
      // One step of the editor's own history.
      replace(start, end, words) {
        editor.view.dispatch(editor.state.tr.insertText(words, first + start, first + end));
      },
    });
    return false;
  });
  return found;
}

function asRead(part, number, block) {
  return {
    part,
    key: `${part}-${number}`,
    text: textOf(block),
    range: (start, end) => rangeOf(block, start, end),
    show(start, end) {
      const range = rangeOf(block, start, end);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      range.startContainer.parentElement.scrollIntoView({ block: "center" });
    },
  };
}

function passagesOfForm(form) {
  const { editor } = form.querySelector(".tiptap") ?? {};
  const headlines = ["kicker", "headline", "deck"].filter((name) => form.elements[name]);
  const captions = [...form.querySelectorAll('[name^="photos-"][name$="-caption"]')].filter(
    ({ name }) => /-\d+-/.test(name) && !form.elements[name.replace(/-caption$/, "-DELETE")]?.checked,
  );
  return [
    ...headlines.map((name) => inField(name, 0, form.elements[name])),
    ...(editor ? inEditor(editor) : []),
    ...captions.map((field, number) => inField("caption", number, field)),
  ];
}

function passagesOfPage(page) {
  const one = (part, selector) => [...page.querySelectorAll(selector)].map((block, number) => asRead(part, number, block));
  return [
    ...one("kicker", ".story-head > .kicker"),
    ...one("headline", ".story-head > h1"),
    ...one("deck", ".story-head > .deck"),
    ...blocksOf(page.querySelector(".body")).map((block, number) => asRead("body", number, block)),
    ...one("caption", "figcaption"),
  ];
}

// Where a finding stands: its sentence in its own passage, else in the first of its part that has it.
function placeOf({ passage, sentence, sentenceStart, start, words }, passages) {
  const own = passages.find((one) => one.key === passage);
  const others = passages.filter((one) => one.part === passage.split("-")[0] && one !== own);
  for (const one of own ? [own, ...others] : others) {
    const isExact = one === own && one.text.startsWith(sentence, Number(sentenceStart));
    const at = isExact ? Number(sentenceStart) : one.text.indexOf(sentence);
    if (at >= 0) return { passage: one, sentenceStart: at, start: at + Number(start), end: at + Number(start) + words.length };
  }
  return null;
}
