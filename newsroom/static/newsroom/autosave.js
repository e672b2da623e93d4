// Words are kept as they are typed: on the server, and in this browser until the server has them.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("version_form");
  const panel = document.getElementById("writing");
  if (!form || !panel || !form.elements.draft_token?.value) return;
  panel.hidden = false;

  const QUIET = 1000; // After the last key.
  const LONGEST = 10_000; // Words wait no longer than this.
  const BEAT = 5000;
  const SLOWEST = 30_000;
  const SAVING = 10_000;
  const user = Number(panel.dataset.user);
  const version = panel.dataset.version || null;
  const STORE = `newsroom-words:${user}:`;
  const NOT_WORDS = new Set(["csrfmiddlewaretoken", "draft_token", "draft_replaces"]);
  const part = (name) => panel.querySelector(`.writing-${name}`);

  // What the form holds: [name, value], with the label of a choice or of a picture's file.
  const labelOf = (name, value) => {
    const field = form.elements[name];
    if (field?.tagName !== "SELECT") return null;
    return [...field.options].find((option) => option.value === value)?.text ?? null;
  };
  const read = () =>
    [...new FormData(form)]
      .filter(([name]) => !NOT_WORDS.has(name) && !name.includes("__prefix__"))
      .map(([name, value]) => {
        if (value instanceof File) return value.name ? [name, "", value.name] : [name, ""];
        const label = value && labelOf(name, value);
        return label ? [name, value, label] : [name, value];
      });

  let token = form.elements.draft_token.value;
  let pristine = JSON.stringify(read());
  let sent = pristine; // What the server has.
  let isRestored = Boolean(form.querySelector(".errornote"));
  let replaces = null;
  let isSending = false;
  let isAgain = false;
  let failures = 0;
  let waitingSince = 0;
  let timer = 0;
  let hasLeft = false;
  let submittedAt = 0;

  const isDirty = () => isRestored || JSON.stringify(read()) !== pristine;

  // In this browser

  const keepHere = (words) => {
    try {
      localStorage.setItem(STORE + token, JSON.stringify({ token, version, words }));
    } catch {
      trouble("full");
    }
  };
  const dropHere = (name) => localStorage.removeItem(STORE + name);
  const keptHere = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(STORE) && key !== STORE + token)
      .map((key) => JSON.parse(localStorage.getItem(key)));

  // On the server

  const csrf = () => {
    const cookie = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/)?.[1];
    // Whoever signs in again gets another secret; every form of this page must know it.
    if (cookie) {
      for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
        input.value = cookie;
      }
    }
    return cookie ?? form.elements.csrfmiddlewaretoken.value;
  };
  const post = async (message) => {
    if (!navigator.onLine) return { state: "offline" };
    let response;
    try {
      response = await fetch(panel.dataset.beat, {
        method: "POST",
        redirect: "manual",
        headers: { "X-CSRFToken": csrf(), "Content-Type": "application/json" },
        body: JSON.stringify({ user, ...message }),
      });
    } catch {
      return { state: "offline" };
    }
    if (response.type === "opaqueredirect" || response.status === 403) return { state: "signed_out" };
    if (response.status >= 500) return { state: "offline" };
    if (!response.ok) return { state: "refused" };
    // A server that stops may be cut off in its answer.
    return response.json().catch(() => ({ state: "offline" }));
  };
  const newToken = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  // A form that was sent is on its way out, unless the page still stands some seconds later.
  const isBeingSaved = () => Date.now() - submittedAt < SAVING;

  const beat = async () => {
    clearTimeout(timer);
    if (hasLeft) return;
    if (isBeingSaved()) {
      timer = setTimeout(beat, BEAT);
      return;
    }
    if (isSending) {
      isAgain = true;
      return;
    }
    isSending = true;
    const words = read();
    const state = JSON.stringify(words);
    const isNew = state !== sent || (isRestored && replaces !== null);
    const answer = await post({
      token,
      version,
      words: isNew ? words : null,
      loaded_at: form.elements.loaded_at.value,
      replaces,
    });
    isSending = false;
    if (isBeingSaved()) {
      // The save may have overtaken this message: what it says of it is not for this page.
      timer = setTimeout(beat, BEAT);
      return;
    }
    if (answer.state === "kept") {
      failures = 0;
      replaces = null;
      if (isNew) {
        sent = state;
        waitingSince = 0;
        showKept(answer.time);
      }
      if (JSON.stringify(read()) === sent) {
        dropHere(token);
        panel.dataset.holds = "sent";
        if (waiting) save(waiting);
      }
      trouble(null);
      showOthers(answer.others);
      showMeanwhile(answer.meanwhile);
    } else if (answer.state === "finished") {
      // Saved or restored in another window: what is typed here goes on under a name of its own.
      dropHere(token);
      token = newToken();
      form.elements.draft_token.value = token;
      if (isDirty()) sent = "";
    } else {
      failures += 1;
      if (isDirty()) keepHere(read());
      trouble(answer.state);
    }
    const wait = isAgain || JSON.stringify(read()) !== sent ? QUIET : BEAT;
    isAgain = false;
    timer = setTimeout(beat, failures ? Math.min(BEAT * 2 ** (failures - 1), SLOWEST) : wait);
  };

  // As one types

  const typed = () => {
    const words = read();
    if (JSON.stringify(words) === sent && !isRestored) return;
    keepHere(words);
    panel.dataset.holds = "unsent";
    const now = Date.now();
    waitingSince ||= now;
    if (failures) return; // The next try is on its way, and the words are kept here.
    clearTimeout(timer);
    timer = setTimeout(beat, Math.max(0, Math.min(QUIET, waitingSince + LONGEST - now)));
  };
  const later = () => requestAnimationFrame(typed);
  for (const event of ["input", "change", "formset:added", "formset:removed"]) {
    form.addEventListener(event, later);
  }
  window.django?.jQuery?.(form).on("change", later);
  const again = () => {
    if (document.visibilityState === "visible") beat();
  };
  window.addEventListener("online", again);
  window.addEventListener("focus", again);
  document.addEventListener("visibilitychange", again);

  // Saving: the form leaves only for a server that answers, to the person who wrote it

  const HELD = new Set(["offline", "signed_out", "other_user"]);
  let isReached = false;
  let isTrying = false;
  let waiting = null; // The button that was pressed for a save that waits.

  const save = async (button) => {
    if (isTrying) return;
    isTrying = true;
    const { state } = await post({ token, version, words: null, loaded_at: form.elements.loaded_at.value });
    isTrying = false;
    if (HELD.has(state)) {
      waiting = button;
      failures ||= 1;
      trouble(state);
      clearTimeout(timer);
      timer = setTimeout(beat, BEAT);
      return;
    }
    waiting = null;
    isReached = true;
    form.requestSubmit(button);
  };
  form.addEventListener(
    "submit",
    (event) => {
      csrf();
      if (isDirty()) keepHere(read());
      if (isReached) {
        isReached = false;
        submittedAt = Date.now();
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      save(event.submitter);
    },
    true,
  );
  panel.querySelector("[data-save-now]").addEventListener("click", () => save(waiting));
  window.addEventListener("pagehide", () => {
    hasLeft = true;
    clearTimeout(timer);
    const words = read();
    if (JSON.stringify(words) !== sent && isDirty()) keepHere(words);
    const message = new FormData();
    message.set("csrfmiddlewaretoken", csrf());
    message.set("token", token);
    navigator.sendBeacon(panel.dataset.leave, message);
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    hasLeft = false;
    beat();
  });

  // What the page says

  const trouble = (name) => {
    for (const line of panel.querySelectorAll("[data-trouble]")) {
      const says = line.dataset.trouble;
      line.hidden = says !== name && !(says === "unsaved" && waiting);
    }
  };
  const showKept = (time) => {
    const line = panel.querySelector(".kept");
    line.querySelector("time").textContent = time;
    line.hidden = false;
  };
  const showOthers = (sentences) => {
    const shown = [...part("others").children].map((line) => line.textContent);
    if (JSON.stringify(shown) === JSON.stringify(sentences)) return;
    part("others").replaceChildren(
      ...sentences.map((sentence) =>
        Object.assign(document.createElement("p"), { textContent: sentence }),
      ),
    );
  };
  const showMeanwhile = (sentence) => {
    const notice = part("meanwhile");
    const line = notice.querySelector("p");
    if (line.textContent !== sentence) line.textContent = sentence;
    const look = notice.querySelector("button");
    look.hidden = look.disabled = !isDirty() || !sentence;
    notice.querySelector("a").hidden = isDirty();
    notice.hidden = !sentence;
  };

  // Words that were never saved

  const get = (address) => fetch(address, { redirect: "manual" }).catch(() => ({ ok: false }));
  const restore = async (address, from) => {
    const response = await get(address);
    if (!response.ok) return;
    const { words, version: writtenIn } = await response.json();
    fillStory(form, words, NOT_WORDS, String(writtenIn ?? "") === String(version ?? ""));
    isRestored = true;
    replaces = from;
    form.elements.draft_replaces.value = from; // Should the form be saved before it says so.
    part("offers").querySelector(`[data-draft="${from}"]`)?.remove();
    form.elements.headline.focus();
    form.dispatchEvent(new Event("change", { bubbles: true }));
    await beat();
  };
  part("offers").addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    const offer = button?.closest("[data-draft]");
    if (!offer) return;
    if (button.dataset.restore) {
      restore(button.dataset.restore, offer.dataset.draft);
    } else {
      const body = new FormData();
      body.set("csrfmiddlewaretoken", csrf());
      // Without a connection the offer stays.
      const response = await fetch(button.dataset.discard, { method: "POST", body, redirect: "manual" }).catch(() => null);
      if (response?.type === "opaqueredirect") offer.remove();
    }
  });
  const open = async () => {
    for (const { token: other, version: of, words } of keptHere()) {
      const { state } = await post({ token: other, version: of, words, is_open: false });
      if (state === "kept" || state === "finished") dropHere(other);
    }
    const wanted = new URLSearchParams(location.search).get("restore");
    if (/^[\w-]+$/.test(wanted ?? "")) {
      history.replaceState(null, "", location.pathname);
      await restore(`${panel.dataset.beat}${wanted}/`, wanted);
    }
    const query = new URLSearchParams({ version: version ?? "", token });
    const response = await get(`${panel.dataset.offers}?${query}`);
    if (response.ok) part("offers").innerHTML = await response.text();
    beat();
  };
  open();
});
