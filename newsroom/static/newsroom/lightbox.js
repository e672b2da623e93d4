// Shows the pictures of a page large: by click, by keyboard, by a finger. Each is a link to itself
// before this script, and stays one for whoever opens it in a new tab.
"use strict";
(() => {
  const box = document.getElementById("lightbox");
  const links = [...document.querySelectorAll("a.enlarge")];
  if (!box?.showModal || !links.length) return;
  const SWIPE = 50; // Pixels across that are meant.
  const part = (name) => box.querySelector(`.lightbox-${name}`);
  const KEYS = {
    ArrowLeft: () => at - 1,
    ArrowRight: () => at + 1,
    Home: () => 0,
    End: () => links.length - 1,
  };
  let at = 0;

  // Made anew, its address last: a copy would begin to load the width that the page shows.
  const large = (link) => {
    const shown = link.querySelector("img");
    const width = `${shown.getAttribute("width")}px`;
    const picture = document.createElement("picture");
    for (const { type, srcset } of link.querySelectorAll("source")) {
      picture.append(Object.assign(document.createElement("source"), { type, srcset, sizes: `min(100vw, ${width})` }));
    }
    const image = Object.assign(new Image(), { alt: shown.alt });
    image.style.maxWidth = width;
    // What the page has already stands in until the larger one is there.
    image.style.backgroundImage = `url("${shown.currentSrc}")`;
    picture.append(image);
    image.src = shown.src;
    return picture;
  };
  const show = (number) => {
    at = (number + links.length) % links.length;
    part("picture").replaceChildren(large(links[at]));
    const words = links[at].closest("figure").querySelector("figcaption")?.cloneNode(true);
    part("caption").replaceChildren(...(words?.childNodes ?? []));
    part("place").textContent = `${at + 1} / ${links.length}`;
  };

  box.classList.toggle("is-single", links.length === 1);
  for (const [number, link] of links.entries()) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      show(number);
      box.showModal();
    });
  }
  box.addEventListener("close", () => links[at].focus());
  box.addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || links.length === 1) return;
    event.preventDefault();
    show(KEYS[event.key]());
  });
  part("close").addEventListener("click", () => box.close());
  part("previous").addEventListener("click", () => show(at - 1));
  part("next").addEventListener("click", () => show(at + 1));

  let from = null;
  part("picture").addEventListener("pointerdown", (event) => (from = event.clientX));
  part("picture").addEventListener("pointerup", (event) => {
    const across = event.clientX - from;
    if (links.length > 1 && Math.abs(across) > SWIPE) show(at - Math.sign(across));
    else if (event.target.localName !== "img") box.close();
  });
})();
