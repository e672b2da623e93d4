// Names of people and bodies under the search box, while it is being typed in. A list of our own: a
// datalist shows only what has the typed letters, which a name found by its pinyin has not.
const box = document.querySelector("[data-suggest]");
const list = document.getElementById("names");
let waiting;
let asked = "";
let at = -1;

box.setAttribute("role", "combobox");
box.setAttribute("aria-autocomplete", "list");
box.setAttribute("aria-controls", list.id);
box.setAttribute("aria-expanded", "false");

function mark(place) {
  at = place;
  [...list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === at)));
  if (at < 0) box.removeAttribute("aria-activedescendant");
  else box.setAttribute("aria-activedescendant", list.children[at].id);
}

function show(isShown) {
  list.hidden = !isShown;
  box.setAttribute("aria-expanded", String(isShown));
  mark(-1);
}

function choose(option) {
  box.value = option.dataset.name;
  show(false);
  box.form.requestSubmit();
}

function optionOf({ name, kind }, place) {
  const option = document.createElement("li");
  Object.assign(option, { id: `name-${place}`, role: "option" });
  option.dataset.name = name;
  const note = Object.assign(document.createElement("span"), { className: "note", textContent: kind });
  option.append(name, " ", note);
  return option;
}

async function suggest() {
  const typed = box.value.trim();
  if (typed === asked) return;
  asked = typed;
  if (typed.length < 2) return show(false);
  // Without a connection nothing is suggested.
  const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
  if (!answer?.ok || typed !== box.value.trim()) return;
  const { names } = await answer.json();
  list.replaceChildren(...names.map(optionOf));
  show(names.length > 0 && document.activeElement === box);
}

const keys = {
  ArrowDown: () => mark((at + 1) % list.children.length),
  ArrowUp: () => mark((at < 1 ? list.children.length : at) - 1),
  Escape: () => show(false),
  Enter: () => choose(list.children[at]),
};

box.addEventListener("input", (event) => {
  clearTimeout(waiting);
  if (!event.isComposing) waiting = setTimeout(suggest, 150);
});
box.addEventListener("compositionend", suggest);
box.addEventListener("keydown", (event) => {
  if (list.hidden || event.isComposing || !(event.key in keys) || (event.key === "Enter" && at < 0)) return;
  event.preventDefault();
  keys[event.key]();
});
box.addEventListener("blur", () => show(false));
// The box keeps the focus, so that the list is not gone before the click.
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) choose(option);
});
