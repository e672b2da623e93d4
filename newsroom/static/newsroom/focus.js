// The focal point of a photo: what stays in view where pages crop it. Set by a click on the picture
// or with the arrow keys, per mille of its width and height. On a form it is saved with the story;
// where the story is released, at once.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("version_form");
  if (!form) return;
  const FULL = 1000;
  const STEP = 20;
  const WAIT = 400; // Milliseconds without another key before a point is sent.
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const inPageLanguage = window.gettext ?? ((text) => text);
  const within = (value) => Math.min(FULL, Math.max(0, Math.round(value)));
  const pointOf = (text) => (text ? text.split(",").map(Number) : [FULL / 2, FULL / 2]);

  const make = (frame) => {
    const field = frame.closest(".inline-related").querySelector('[name$="-focus"]');
    const { address } = frame.dataset;
    if (!field && !address) return;
    const cross = Object.assign(document.createElement("button"), { type: "button", className: "focal-point" });
    cross.ariaLabel = inPageLanguage("Focal point: arrow keys move it, Delete puts it in the middle");
    const state = Object.assign(document.createElement("span"), { className: "focal-state" });
    state.setAttribute("role", "status");
    frame.append(cross);
    frame.after(state);
    let timer;

    const current = () => (field ? field.value : frame.dataset.focus);
    const place = () => {
      const [x, y] = pointOf(current());
      cross.style.left = `${x / 10}%`;
      cross.style.top = `${y / 10}%`;
      cross.classList.toggle("is-middle", !current());
    };
    const send = async (focus) => {
      const body = new FormData();
      body.append("focus", focus);
      body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      let isKept = false;
      try {
        isKept = (await fetch(address, { method: "POST", body })).ok;
      } catch {
        // No connection: said below.
      }
      state.textContent = inPageLanguage(isKept ? "The focal point is saved." : "The focal point could not be saved.");
    };
    const set = (focus) => {
      if (field) {
        field.value = focus;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      } else {
        frame.dataset.focus = focus;
        place();
        clearTimeout(timer);
        timer = setTimeout(() => send(focus), WAIT);
      }
    };
    frame.addEventListener("click", ({ target, clientX, clientY }) => {
      if (target === cross) return;
      const image = frame.querySelector("img");
      if (!image.naturalWidth) return; // Not there yet: a point of what?
      const box = image.getBoundingClientRect();
      const across = ((clientX - box.left) / box.width) * FULL;
      const down = ((clientY - box.top) / box.height) * FULL;
      set(`${within(across)},${within(down)}`);
      cross.focus();
    });
    cross.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key];
      if (!arrow && event.key !== "Delete") return;
      event.preventDefault();
      const [x, y] = pointOf(current());
      const step = event.shiftKey ? 5 * STEP : STEP;
      set(arrow ? `${within(x + arrow[0] * step)},${within(y + arrow[1] * step)}` : "");
    });
    // Also where kept words fill the form, or another picture takes the place of this one.
    form.addEventListener("change", place);
    place();
  };
  const makeAll = () => {
    for (const frame of form.querySelectorAll(".focusing:not(:has(.focal-point))")) make(frame);
  };
  form.addEventListener("change", makeAll);
  makeAll();
});
