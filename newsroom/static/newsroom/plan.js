// The doubts of an import by keyboard: j and k walk, o shows the source line, s goes to the note (Enter settles),
// 1 and 2 make it one paragraph or two, u opens it again.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const doubts = [...document.querySelectorAll(".plan-doubt")];
  if (!doubts.length) return;
  let at = -1;

  const go = (place) => {
    doubts[at]?.classList.remove("is-current");
    at = Math.min(doubts.length - 1, Math.max(0, place));
    doubts[at].classList.add("is-current");
    doubts[at].focus({ preventScroll: true });
    doubts[at].scrollIntoView({ block: "center" });
  };
  const press = (key) => doubts[at]?.querySelector(`[data-key="${key}"]`)?.click();
  const keys = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    o: () => {
      const line = document.querySelector(doubts[at]?.querySelector("[data-source]").hash || "#none");
      document.querySelector(".source-lines .is-shown")?.classList.remove("is-shown");
      line?.classList.add("is-shown");
      line?.scrollIntoView({ block: "center" });
    },
    s: () => doubts[at]?.querySelector("input[name=note]")?.focus(),
    1: () => press("1"),
    2: () => press("2"),
    u: () => press("u"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, select, textarea")) {
      if (event.key === "Escape") go(at);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("focusin", (event) => {
    const place = doubts.indexOf(event.target.closest(".plan-doubt"));
    if (place >= 0 && place !== at) {
      doubts[at]?.classList.remove("is-current");
      at = place;
      doubts[at].classList.add("is-current");
    }
  });

  // Settling one leads to the next that is open; the address says which.
  document.addEventListener("submit", (event) => {
    const place = doubts.indexOf(event.target.closest(".plan-doubt"));
    if (place < 0 || doubts[place].matches(".is-settled")) return;
    const next = doubts.find((doubt, other) => other > place && !doubt.matches(".is-settled"));
    if (next) event.target.elements.place.value = next.id.slice("doubt-".length);
  });
  const asked = doubts.findIndex((doubt) => `#${doubt.id}` === location.hash);
  if (asked >= 0) go(asked);
});
