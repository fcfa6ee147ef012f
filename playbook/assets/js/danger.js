/* What a phone folds so that the steps fit its screen is open where there is room beside them. */
if (matchMedia("(min-width: 60em)").matches) {
  for (const fold of document.querySelectorAll("[data-open-on-desk]")) fold.open = true;
}
