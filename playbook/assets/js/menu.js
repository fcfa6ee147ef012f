// The menu button: opens and closes the drawer of narrow screens, by mouse and by keyboard. On wide screens, where the
// menu is part of the page, it stays the link that it is without JavaScript.

const button = document.querySelector("[data-pb-menu]");
const toggle = document.getElementById("__drawer");
const menu = document.getElementById("pb-menu");
if (!button || !toggle || !menu) return;

const isNarrow = matchMedia("(max-width: 76.234em)");

function describe() {
  if (isNarrow.matches) {
    button.setAttribute("role", "button");
    button.setAttribute("aria-expanded", String(toggle.checked));
    button.setAttribute("aria-controls", menu.id);
    return;
  }
  for (const name of ["role", "aria-expanded", "aria-controls"]) button.removeAttribute(name);
}

function turn(isOpen) {
  if (toggle.checked !== isOpen) toggle.click();
  if (isOpen) menu.focus();
  else button.focus();
}

toggle.checked = false; // some browsers remember the state of controls over a reload
toggle.addEventListener("change", describe);
isNarrow.addEventListener("change", describe);
button.addEventListener("click", (event) => {
  if (!isNarrow.matches) return;
  event.preventDefault();
  turn(!toggle.checked);
});
button.addEventListener("keydown", (event) => {
  if (event.key !== " " || !isNarrow.matches) return;
  event.preventDefault();
  turn(!toggle.checked);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && toggle.checked) turn(false);
});
document.addEventListener("focusin", (event) => {
  // The focus never stays behind the open drawer.
  if (toggle.checked && isNarrow.matches && !menu.contains(event.target) && event.target !== button) turn(false);
});
describe();
