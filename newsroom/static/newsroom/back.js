// On a page that refused something: back to the page before, as its form was left.
"use strict";
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-back]") || history.length < 2) return;
  event.preventDefault();
  history.back();
});
