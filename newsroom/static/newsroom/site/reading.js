// Beside a story, where there are scripts: copy its address, print it, hear it, report a passage.
"use strict";
(() => {
  const tools = document.querySelector(".tools");
  const body = document.querySelector(".body");
  if (!tools || !body) return;
  const said = tools.querySelector("output");
  const find = (name) => tools.querySelector(`[data-${name}]`);
  document.documentElement.classList.add("scripted");

  const copy = find("copy");
  if (!navigator.clipboard) copy.remove();
  copy.addEventListener("click", async () => {
    const canonical = document.querySelector("link[rel=canonical]");
    await navigator.clipboard.writeText(canonical ? canonical.href : location.href);
    said.value = tools.dataset.copied;
  });

  find("print").addEventListener("click", () => print());

  // The passage that the reader has marked goes into the form.
  const report = find("report");
  const plain = report.getAttribute("href");
  report.addEventListener("click", () => {
    const marked = getSelection();
    const passage = marked.rangeCount && body.contains(marked.anchorNode) ? String(marked).trim() : "";
    report.href = passage ? `${plain}?passage=${encodeURIComponent(passage.slice(0, 300))}` : plain;
  });

  // The browser reads aloud, paragraph by paragraph, from the headline on; captions where they stand.
  const read = find("read");
  if (!("speechSynthesis" in window)) {
    read.remove();
    return;
  }
  const label = read.textContent;
  let rest = [];
  let current = null;

  const show = (text, isOn) => {
    read.textContent = text;
    read.setAttribute("aria-pressed", String(isOn));
  };
  const leave = () => {
    if (current) current.classList.remove("is-read");
    current = null;
  };
  const next = () => {
    leave();
    current = rest.shift();
    if (!current) return show(label, false);
    current.classList.add("is-read");
    current.scrollIntoView({ block: "nearest" });
    const words = new SpeechSynthesisUtterance(current.textContent);
    words.lang = "zh-CN";
    words.onend = next;
    words.onerror = () => { rest = []; leave(); show(label, false); };
    speechSynthesis.speak(words);
  };
  read.addEventListener("click", () => {
    if (!current) {
      speechSynthesis.cancel();
      rest = [...document.querySelectorAll(".story h1, .story figcaption, .body :is(p, h2, li, td, th)")].filter((part) => !part.querySelector("p"));
      show(tools.dataset.pause, true);
      next();
    } else if (speechSynthesis.paused) {
      speechSynthesis.resume();
      show(tools.dataset.pause, true);
    } else {
      speechSynthesis.pause();
      show(tools.dataset.on, false);
    }
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
})();
