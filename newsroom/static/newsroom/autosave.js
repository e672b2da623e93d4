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
    return response.json();
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
  form.addEventListener("submit", () => {
    // Should the answer be a page for signing in, the words are still here.
    csrf();
    if (isDirty()) keepHere(read());
    submittedAt = Date.now();
  });
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
      line.hidden = line.dataset.trouble !== name;
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
    notice.querySelector("button").hidden = !isDirty();
    notice.querySelector("a").hidden = isDirty();
    notice.hidden = !sentence;
  };

  // Words that were never saved

  const isSame = (one, other) => [one ?? ""].flat().sort().join("\n") === [other ?? ""].flat().sort().join("\n");
  const setField = (field, values) => {
    if (field.type === "file") return;
    if (field.type === "checkbox") {
      field.checked = values.length > 0;
    } else if (field.tagName === "SELECT") {
      for (const [value, label] of values) {
        if (![...field.options].some((option) => option.value === value)) {
          field.add(new Option(label ?? value, value));
        }
      }
      const wanted = new Set(values.map(([value]) => value));
      for (const option of field.options) option.selected = wanted.has(option.value);
      window.django?.jQuery?.(field).trigger("change");
    } else {
      const value = values[0]?.[0] ?? "";
      const { editor } = field.closest(".prose-editor")?.querySelector(".tiptap") ?? {};
      if (editor) editor.commands.setContent(value);
      field.value = value;
    }
  };
  // Rows are found again by their key: their numbers may have changed since.
  const placeRow = (prefix, row, base) => {
    const key = row.get("id")?.[0]?.[0];
    const total = () => Number(form.elements[`${prefix}-TOTAL_FORMS`].value);
    if (key) {
      for (let n = 0; n < total(); n += 1) {
        if (form.elements[`${prefix}-${n}-id`]?.value === key) return n;
      }
      const before = base?.parts?.[prefix]?.[key];
      const values = (name) => (row.get(name) ?? []).map(([value]) => value);
      // Deleted meanwhile: it comes back only if something was changed in it.
      if (!before || Object.keys(before).every((name) => isSame(before[name], values(name)))) return null;
    }
    document.querySelector(`#${prefix}-group .add-row a`)?.click();
    return total() - 1;
  };
  const fill = (words, isOfThisVersion) => {
    const values = new Map();
    for (const [name, ...value] of words) values.set(name, [...(values.get(name) ?? []), value]);
    const prefixes = [...form.querySelectorAll("[name$='-TOTAL_FORMS']")].map((field) =>
      field.name.slice(0, -"-TOTAL_FORMS".length),
    );
    const rowName = new RegExp(`^(${prefixes.join("|")})-(\\d+)-(.+)$`);
    const rows = new Map();
    const target = new Map();
    for (const [name, value] of values) {
      const match = name.match(rowName);
      if (match) {
        const key = `${match[1]}-${match[2]}`;
        rows.set(key, (rows.get(key) ?? new Map()).set(match[3], value));
      } else if (!/-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$/.test(name) && !NOT_WORDS.has(name)) {
        const isBase = name === "loaded_at" || name === "loaded_words";
        if (isOfThisVersion || !isBase) target.set(name, value);
      }
    }
    const base = JSON.parse(values.get("loaded_words")?.[0]?.[0] || "null");
    if (isOfThisVersion) {
      for (const [name, row] of rows) {
        const prefix = name.slice(0, name.lastIndexOf("-"));
        const place = placeRow(prefix, row, base);
        if (place === null) continue;
        for (const field of [...form.elements]) {
          const match = field.name.match(rowName);
          if (match?.[1] !== prefix || Number(match[2]) !== place) continue;
          if (!["id", "version"].includes(match[3])) setField(field, row.get(match[3]) ?? []);
        }
      }
    }
    for (const [name, value] of target) {
      const field = form.elements[name];
      if (field && !(field instanceof RadioNodeList)) setField(field, value);
    }
  };
  const get = (address) => fetch(address, { redirect: "manual" }).catch(() => ({ ok: false }));
  const restore = async (address, from) => {
    const response = await get(address);
    if (!response.ok) return;
    const { words, version: writtenIn } = await response.json();
    fill(words, String(writtenIn ?? "") === String(version ?? ""));
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
      const response = await fetch(button.dataset.discard, { method: "POST", body, redirect: "manual" });
      if (response.type === "opaqueredirect") offer.remove();
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
