// What verification finds is asked for as one types, and shown beside the words.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("version_form");
  const panel = document.querySelector("[data-findings]");
  if (!form || !panel) return;

  const QUIET = 200; // After the last key.
  const TOO_LONG = 413; // Answered with a panel that says so.
  const READ = /^(kicker|headline|deck|body|dateline_date|page|edition|dated|photos-\d+-caption)$/;
  const status = panel.querySelector(".findings-status");
  const place = panel.querySelector(".findings-found");
  const isTakenOut = (name) => form.elements[name.replace(/-caption$/, "-DELETE")]?.checked;
  const words = () =>
    [
      ["version", panel.dataset.version],
      ...[...new FormData(form)].filter(([name]) => READ.test(name) && !(name.endsWith("-caption") && isTakenOut(name))),
    ];
  // As a form with a file is sent: escaped for an address, Chinese would be three times as long.
  const message = (fields) => {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    return data;
  };

  let asked = form.querySelector(".errornote") ? "" : JSON.stringify(words());
  let asking = new AbortController();
  let timer = 0;
  const ask = async () => {
    const fields = words();
    const sent = JSON.stringify(fields);
    if (sent === asked) return;
    asked = sent;
    asking.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(panel.dataset.findings, {
        method: "POST",
        body: message(fields),
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
        redirect: "manual",
        signal: asking.signal,
      });
      if (!answer.ok && answer.status !== TOO_LONG) throw new Error(answer.status);
      show(await answer.json());
    } catch {
      // The panel stays as it was, and the next key asks again, whatever the words are then.
      if (asked === sent) asked = "";
    }
  };
  const show = (panelNow) => {
    if (status.textContent !== panelNow.status) status.textContent = panelNow.status;
    const open = [...place.querySelectorAll(":scope > details[open]")].map((apart) => apart.className);
    panel.dispatchEvent(new Event("findings:replaced"));
    place.innerHTML = panelNow.found;
    for (const name of open) place.querySelector(`:scope > .${name}`)?.setAttribute("open", "");
    panel.dispatchEvent(new Event("findings:shown"));
  };

  // Said anew of the same words: somebody let a finding stand, or comes back from the directory.
  const askAnew = () => {
    asked = "";
    ask();
  };
  panel.addEventListener("findings:stale", askAnew);
  panel.addEventListener("click", ({ target }) => {
    if (target.closest("a[target=_blank]")) window.addEventListener("focus", askAnew, { once: true });
  });

  const changed = (event) => {
    clearTimeout(timer);
    // What an input method still composes is no word yet.
    if (!event?.isComposing) timer = setTimeout(ask, QUIET);
  };
  for (const event of ["input", "change", "compositionend", "formset:removed"]) form.addEventListener(event, changed);
  // The pickers of the admin speak through jQuery only.
  window.django?.jQuery?.(form).on("change", () => changed());
  if (!asked) changed();
});
