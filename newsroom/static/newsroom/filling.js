// Puts the words of a working draft into the open form of a story.
"use strict";
function fillStory(form, words, notWords, isOfThisVersion) {
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
    } else if (!/-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$/.test(name) && !notWords.has(name)) {
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
}
