// Names of people and bodies under the search box, while it is being typed in.
const box = document.querySelector("[data-suggest]");
const list = document.getElementById(box.getAttribute("list"));
let waiting;
let asked = "";

async function suggest() {
  const typed = box.value.trim();
  if (typed.length < 2 || typed === asked) return;
  asked = typed;
  // Without a connection nothing is suggested.
  const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
  if (!answer?.ok || typed !== box.value.trim()) return;
  const { names } = await answer.json();
  list.replaceChildren(
    ...names.map(({ name, kind }) => Object.assign(document.createElement("option"), { value: name, label: kind })),
  );
}

box.addEventListener("input", (event) => {
  clearTimeout(waiting);
  if (!event.isComposing) waiting = setTimeout(suggest, 150);
});
box.addEventListener("compositionend", suggest);
