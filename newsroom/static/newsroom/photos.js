// Pictures of a story go to the server as they are chosen; their row then holds the key of what is kept.
"use strict";
let sendPicture;
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("version_form");
  const address = document.getElementById("writing-aids")?.dataset.pictures;
  if (!form || !address) return;
  const inPageLanguage = window.gettext ?? ((text) => text);
  const part = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const rowOf = (field) => field.closest(".inline-related");
  const waiting = new Map(); // Row → file that did not reach the server yet.

  const stateOf = (row) => {
    const known = row.querySelector(".upload-state");
    if (known) return known;
    const state = Object.assign(document.createElement("p"), { className: "upload-state" });
    state.setAttribute("role", "status");
    part(row, "image").after(state);
    return state;
  };
  const say = (row, sentence, isError = false) => {
    const state = stateOf(row);
    state.textContent = inPageLanguage(sentence);
    state.classList.toggle("is-error", isError);
  };
  const showKept = () => {
    for (const kept of form.querySelectorAll('[name^="photos-"][name$="-kept"]')) {
      const row = rowOf(kept);
      const shown = row.querySelector(".is-uploaded");
      if (shown?.dataset.kept === kept.value || (!kept.value && !shown)) continue;
      shown?.remove();
      if (!kept.value) continue;
      const picture = Object.assign(document.createElement("img"), {
        className: "thumbnail",
        alt: inPageLanguage("The picture that was chosen"),
        src: `${address}${kept.value}/`,
      });
      const frame = Object.assign(document.createElement("span"), { className: "focusing is-uploaded" });
      frame.dataset.kept = kept.value;
      frame.append(picture);
      row.querySelector(".field-thumbnail").prepend(frame);
    }
  };
  // What the file says of the picture, where nothing was typed.
  const fillIn = (row, described) => {
    for (const [name, text] of Object.entries(described)) {
      const field = part(row, name);
      if (text && field && !field.value.trim()) field.value = text;
    }
  };
  const refuse = (row, sentence) => {
    waiting.delete(row);
    part(row, "image").value = "";
    say(row, sentence, true);
  };
  const answered = (row, file, request) => {
    if (waiting.get(row) !== file) return; // Another was chosen, or the row is gone.
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // A page for signing in, or a server that is down: neither speaks JSON.
    }
    if (answer.kept) {
      waiting.delete(row);
      part(row, "kept").value = answer.kept;
      part(row, "image").value = part(row, "focus").value = "";
      fillIn(row, answer.described);
      say(row, "The picture is kept.");
      form.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (answer.error) {
      refuse(row, answer.error);
    } else if (request.status === 413) {
      refuse(row, "The file is too large for this server. Make the picture smaller, then add it.");
    } else {
      say(row, "Not sent yet: the picture is sent when the connection or your sign-in is back. Leave this page open.", true);
    }
  };
  const send = (row, file) => {
    const request = new XMLHttpRequest();
    const message = new FormData();
    message.append("picture", file);
    message.append("csrfmiddlewaretoken", document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value);
    const bar = Object.assign(document.createElement("progress"), { max: 1 });
    bar.ariaLabel = inPageLanguage("Sending the picture");
    say(row, "");
    stateOf(row).append(bar);
    request.upload.addEventListener("progress", ({ loaded, total }) => (bar.value = loaded / total));
    request.addEventListener("loadend", () => answered(row, file, request));
    request.open("POST", address);
    request.send(message);
  };
  sendPicture = (row, file) => {
    waiting.set(row, file);
    send(row, file);
  };
  const again = () => {
    for (const [row, file] of waiting) {
      if (row.isConnected && stateOf(row).classList.contains("is-error")) send(row, file);
    }
  };
  window.addEventListener("online", again);
  window.addEventListener("focus", again);
  form.addEventListener("change", ({ target }) => {
    if (target.type === "file" && target.files?.length) sendPicture(rowOf(target), target.files[0]);
    showKept();
  });
  showKept();
});
