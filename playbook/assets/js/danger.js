/* What a phone folds so that the steps fit its screen is open where there is room beside them. On a phone what is unfolded
   lies below the screen, and is brought onto it. */
const isDesk = matchMedia("(min-width: 60em)").matches;
for (const fold of document.querySelectorAll("[data-open-on-desk]")) fold.open = isDesk;
for (const fold of isDesk ? [] : document.querySelectorAll(".pb-urgent-folds > details")) {
  fold.addEventListener("toggle", () => fold.open && fold.scrollIntoView({ block: "nearest" }));
}
