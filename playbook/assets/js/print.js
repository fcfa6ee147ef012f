/* The "print this sheet" buttons, and the foot that says of which edition a sheet is, when it was printed and from where. */
for (const button of document.querySelectorAll(".pb-print[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
const quoted = (text) => `"${text.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ")}"`;
window.addEventListener("beforeprint", () => {
  const place = document.querySelector("[data-printed]");
  if (!place) return;
  const day = new Intl.DateTimeFormat(place.dataset.printed || undefined, { dateStyle: "long" }).format(new Date());
  const address = location.protocol.startsWith("http") ? ` from ${location.href.split("#")[0]}` : "";
  place.textContent = `Printed on ${day}${address}`;
  const edition = place.parentElement.firstElementChild.textContent.trim();
  const root = document.documentElement;
  root.style.setProperty("--pb-sheet-foot", quoted(`${edition} · ${place.textContent}`));
  root.classList.toggle("pb-on-every-sheet", "CSSMarginRule" in window);
});
