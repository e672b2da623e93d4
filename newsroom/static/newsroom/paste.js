// What is pasted from Word, WPS, WeChat or a web page: paragraphs, subheads, links, lists and tables
// stay, everything else goes. The editor's schema drops what it does not know; this gives it what
// those programs spell in a way that it would misread.
"use strict";

const BREAKS = /(?:<br\b[^>]*>\s*){2,}/gi;
const INDENT = /^[\s\u3000\u00a0]+/;

function cleanPasted(html) {
  // Styles and handlers never reach the text; without them the policy of the page has nothing to
  // complain about either. Google writes a bold element around everything.
  const plain = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<b\s[^>]*font-weight:\s*normal[^>]*>/gi, "<span>")
    .replace(/\s(?:style|on\w+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, "");
  const { body } = new DOMParser().parseFromString(plain, "text/html");
  for (const element of body.querySelectorAll("style, script, meta, link, title, img, svg, video")) {
    element.remove();
  }
  for (const element of body.querySelectorAll("h1, h2, h4, h5, h6, p[class*='Heading']")) {
    rename(element, "h3");
  }
  // A section or a division that holds only text is a paragraph.
  for (const element of [...body.querySelectorAll("section, div, article")].reverse()) {
    const hasBlocks = element.querySelector("p, h3, ul, ol, table, blockquote, section, div");
    if (hasBlocks) element.replaceWith(...element.childNodes);
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
  for (const element of body.querySelectorAll("p, h3")) {
    const isInTable = element.closest("td, th");
    if (!isInTable && !element.textContent.trim()) element.remove();
  }
  return body.innerHTML;
}

function cleanPastedText(text) {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(INDENT, ""))
    .filter(Boolean)
    .join("\n");
}

function rename(element, name) {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}
