// What is pasted from Word, WPS, WeChat or a web page: paragraphs, subheads, links, lists and tables
// stay, everything else goes. The editor's schema drops what it does not know; this gives it what
// those programs spell in a way that it would misread.
"use strict";

const BOLD = /font-weight:\s*(?:bold|[6-9]00)/i;
const NUMBER = /^[\s\u00a0]*[(（]?[\da-z一二三四五六七八九十]+[.．、)）]/i;
// A line in bold that is as short as a title and ends without a full stop.
const LONGEST_SUBHEAD = 30;
const SENTENCE_END = /[。！？；，：.!?;,:]$/;
const BREAKS = /(?:<br\b[^>]*>\s*){2,}/gi;
// What was struck out in a document, and what its readers said in the margin, is not its text.
const REVIEWED = "del, .MsoCommentReference, .msocomanchor, .msocomoff, .msocomtxt";
// Word breaks the lines of its source; beside Chinese characters such a break is no space.
const CHINESE = "[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…]";
const TAGS = "(?:<[^>]*>)*";
const SOURCE_BREAKS = new RegExp(
  `(?<=${CHINESE}${TAGS})\\s*\\n\\s*|\\s*\\n\\s*(?=${TAGS}${CHINESE})`,
  "gu",
);
// Raised and lowered characters stay what they are without a style: 10⁴, CO₂.
const SCRIPTS = {
  sup: ["0123456789+-=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ"],
  sub: ["0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"],
};
const INDENT = /^[\s\u3000\u00a0]+/;

function cleanPasted(html) {
  // Styles and handlers never reach the text; without them the policy of the page has nothing to
  // complain about either. Google writes a bold element around everything.
  const plain = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<style\b[\s\S]*?<\/style>/gi, "")
    .replace(/<b\s[^>]*font-weight:\s*normal[^>]*>/gi, "<span>")
    .replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, (_style, value) => meant(value))
    .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, "")
    .replace(SOURCE_BREAKS, "");
  const { body } = new DOMParser().parseFromString(plain, "text/html");
  const dropped = `style, script, meta, link, title, img, svg, video, ${REVIEWED}`;
  for (const element of body.querySelectorAll(dropped)) element.remove();
  // A link within the document leads nowhere here.
  for (const link of body.querySelectorAll("a:not([href^='http' i], [href^='mailto:' i])")) unwrap(link);
  for (const element of body.querySelectorAll("[data-bold]")) embolden(element);
  for (const element of body.querySelectorAll("sup, sub, [data-script]")) writeScript(element);
  makeLists(body);
  for (const element of body.querySelectorAll("h1, h2, h4, h5, h6, p[class*='Heading']")) {
    rename(element, "h3");
  }
  // A section or a division that holds only text is a paragraph.
  for (const element of [...body.querySelectorAll("section, div, article")].reverse()) {
    const hasBlocks = element.querySelector("p, h3, ul, ol, table, blockquote, section, div");
    if (hasBlocks) unwrap(element);
    else rename(element, "p");
  }
  for (const element of body.querySelectorAll("p, h3")) {
    if (BREAKS.test(element.innerHTML)) {
      const parts = element.innerHTML.split(BREAKS).map((part) => `<p>${part}</p>`);
      element.outerHTML = parts.join("");
    }
  }
  for (const element of body.querySelectorAll("p, h3, li, td, th")) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    // Indents typed as spaces are the style sheet's matter.
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      node.data = node.data.replace(INDENT, "");
      if (node.data) break;
    }
  }
  for (const element of body.querySelectorAll("p")) {
    if (isSubhead(element)) rename(element, "h3");
  }
  for (const bold of body.querySelectorAll("h3 :is(b, strong)")) unwrap(bold);
  for (const element of body.querySelectorAll("p, h3")) {
    const isInTable = element.closest("td, th");
    if (!isInTable && !element.textContent.trim()) element.remove();
  }
  return body.innerHTML;
}

// What a style says of the text and not of its looks: bold, and the place in a list of Word's.
function meant(style) {
  if (/mso-list:\s*ignore/i.test(style)) return " data-list-mark";
  const isListed = /mso-list:\s*l\d/i.test(style) ? " data-listed" : "";
  const [, script] = style.match(/vertical-align:\s*(sup|sub)/i) ?? [];
  const isScript = script ? ` data-script="${script.toLowerCase()}"` : "";
  return isListed + isScript + (BOLD.test(style) ? " data-bold" : "");
}

function writeScript(element) {
  const [plain, written] = SCRIPTS[element.dataset.script ?? element.localName] ?? ["", ""];
  const characters = [...element.textContent];
  if (characters.every((one) => plain.includes(one))) {
    element.textContent = characters.map((one) => written[plain.indexOf(one)]).join("");
  }
}

function embolden(element) {
  if (element.matches("b, strong, h1, h2, h3, h4, h5, h6") || !element.textContent.trim()) return;
  const strong = element.ownerDocument.createElement("strong");
  strong.append(...element.childNodes);
  element.append(strong);
}

// Word writes each item as a paragraph that begins with its number or its bullet.
function makeLists(body) {
  for (const item of body.querySelectorAll("p[data-listed]")) {
    const mark = item.querySelector("[data-list-mark]");
    const kind = NUMBER.test(mark?.textContent ?? "") ? "ol" : "ul";
    mark?.remove();
    let list = item.previousElementSibling;
    if (list?.localName !== kind || !list.matches("[data-of-word]")) {
      list = item.ownerDocument.createElement(kind);
      list.dataset.ofWord = "";
      item.before(list);
    }
    const entry = item.ownerDocument.createElement("li");
    item.replaceWith();
    entry.append(item);
    list.append(entry);
  }
}

function isSubhead(paragraph) {
  const text = paragraph.textContent.trim();
  if (!text || text.length > LONGEST_SUBHEAD || SENTENCE_END.test(text)) return false;
  if (paragraph.closest("li, td, th, blockquote")) return false;
  const plain = paragraph.cloneNode(true);
  for (const bold of plain.querySelectorAll("b, strong")) bold.remove();
  return !plain.textContent.trim();
}

function cleanPastedText(text) {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(INDENT, ""))
    .filter(Boolean)
    .join("\n");
}

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

function rename(element, name) {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}
