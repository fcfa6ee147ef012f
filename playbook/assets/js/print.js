/* The "print this sheet" buttons, what is folded, and the foot that says of which edition a sheet is, when it was printed and from where. */
for (const button of document.querySelectorAll(".pb-print[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
// What is folded is printed; only answers to sentences stay folded, unless they were found by typing.
const folded = "details:not([open]):not([data-answer]), [data-filtered] details:not([open])";
const unfolded = [];
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll(folded)) {
    fold.open = true;
    unfolded.push(fold);
  }
});
window.addEventListener("afterprint", () => {
  for (const fold of unfolded.splice(0)) fold.open = false;
});

const quoted = (text) => `"${text.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ")}"`;
window.addEventListener("beforeprint", () => {
  const place = document.querySelector("[data-printed]");
  if (!place) return;
  const day = new Intl.DateTimeFormat(place.dataset.printed || undefined, { dateStyle: "long" }).format(new Date());
  const [address] = location.href.split("#");
  const isOnline = location.protocol.startsWith("http");
  place.textContent = isOnline ? gettext("Printed on %(day)s from %(address)s", { day, address }) : gettext("Printed on %(day)s", { day });
  const edition = place.parentElement.firstElementChild.textContent.trim();
  const root = document.documentElement;
  root.style.setProperty("--pb-sheet-foot", quoted(`${edition} · ${place.textContent}`));
  root.classList.toggle("pb-on-every-sheet", "CSSMarginRule" in window);
});
