// The files of an import before they are sent: each with its size, what no import would take of it, and a button that
// takes it out again. What is dropped or chosen later is added to them.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const input = document.getElementById("id_files");
  const list = document.getElementById("chosen");
  const drop = input.closest(".drop");
  const sum = drop.querySelector("[role=status]");
  const pattern = document.getElementById("chosen-file").content;
  const { endings, largest, most, ofAnySize, sentences } = JSON.parse(document.getElementById("rules").textContent);
  const MEGABYTE = 2 ** 20;
  let chosen = [];

  const sizeOf = (bytes) => (bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`);
  const endingOf = ({ name }) => (name.lastIndexOf(".") > 0 ? name.slice(name.lastIndexOf(".")).toLowerCase() : "");
  const isSame = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

  // What is read by its bytes, whatever it is called.
  const tellsItself = (head) => /^\s*(%PDF|<)/.test(head);
  const faultOf = async (file, number, files) => {
    if (files.findIndex(({ name }) => name === file.name) < number) return sentences.sameName;
    let head;
    try {
      head = await file.slice(0, 64).text();
    } catch {
      return sentences.unreadable;
    }
    const ending = endingOf(file);
    if (!endings.includes(ending) && !tellsItself(head)) return sentences.unknown.replace("{detail}", () => ending);
    if (!file.size) return sentences.empty;
    return file.size > largest && !ofAnySize.includes(ending) ? sentences.tooLarge : "";
  };

  const rowOf = (file, number, fault) => {
    const row = pattern.cloneNode(true).firstElementChild;
    const [name, size, sentence, button] = ["b", ".size", ".fault", "button"].map((part) => row.querySelector(part));
    name.textContent = file.name;
    size.textContent = sizeOf(file.size);
    sentence.textContent = fault;
    button.ariaLabel = sentences.takeOut.replace("{name}", () => file.name);
    button.addEventListener("click", async () => {
      await take(chosen.filter((one) => one !== file));
      (list.querySelectorAll("button")[Math.min(number, chosen.length - 1)] ?? input).focus();
    });
    return row;
  };
  const sumOf = (files, faults) => {
    if (!files.length) return "";
    const size = sizeOf(files.reduce((total, file) => total + file.size, 0));
    const refused = faults.filter(Boolean).length;
    const whole = sentences.chosen.replace("{count}", files.length).replace("{size}", size);
    const told = [whole];
    if (refused) told.push(sentences.refused.replace("{count}", refused));
    if (files.length > most) told.push(sentences.tooMany);
    return told.join(" ");
  };
  // Why the files cannot be sent at all.
  const hindranceOf = (files, faults = []) => {
    if (files.length > most) return sentences.tooMany;
    if (new Set(files.map(({ name }) => name)).size < files.length) return sentences.sameName;
    return faults.includes(sentences.unreadable) ? sentences.unreadable : "";
  };
  const take = async (files) => {
    chosen = files;
    const bag = new DataTransfer();
    for (const file of files) bag.items.add(file);
    input.files = bag.files;
    input.setCustomValidity(hindranceOf(files));
    const faults = await Promise.all(files.map(faultOf));
    if (chosen !== files) return; // Others were chosen meanwhile.
    input.setCustomValidity(hindranceOf(files, faults));
    list.replaceChildren(...files.map((file, number) => rowOf(file, number, faults[number])));
    list.hidden = !files.length;
    sum.textContent = sumOf(files, faults);
  };
  const add = (files) => take([...chosen, ...[...files].filter((file) => !chosen.some((one) => isSame(one, file)))]);

  input.addEventListener("change", () => add(input.files));
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  if (input.files.length) add(input.files);
});
