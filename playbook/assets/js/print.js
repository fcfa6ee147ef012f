/* The "print this sheet" buttons, and the line in the foot that says when and from where a sheet was printed. */
for (const button of document.querySelectorAll(".pb-print[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
window.addEventListener("beforeprint", () => {
  const place = document.querySelector("[data-printed]");
  if (!place) return;
  const day = new Intl.DateTimeFormat(place.dataset.printed || undefined, { dateStyle: "long" }).format(new Date());
  const address = location.protocol.startsWith("http") ? ` from ${location.href.split("#")[0]}` : "";
  place.textContent = `Printed on ${day}${address}`;
});
