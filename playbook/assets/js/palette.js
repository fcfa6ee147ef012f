// The switch between light and dark colours: what was chosen is kept on the device, else the system is followed.
// It reads and writes what the theme's inline script reads when a page opens.

const form = document.querySelector("[data-md-component=palette]");
if (!form) return;

const schemes = [...form.querySelectorAll("input")];
const PARTS = ["media", "scheme", "primary", "accent"];

function show(chosen) {
  for (const part of PARTS) document.body.setAttribute(`data-md-color-${part}`, chosen.getAttribute(`data-md-color-${part}`));
  for (const scheme of schemes) {
    scheme.checked = scheme === chosen;
    scheme.nextElementSibling.hidden = scheme !== chosen;
  }
}

function remembered() {
  try {
    return schemes[__md_get("__palette")?.index];
  } catch {
    return undefined; // the browser keeps nothing for this site, or something else was kept under the name
  }
}

const wanted = () => remembered() ?? schemes.find((it) => matchMedia(it.dataset.mdColorMedia).matches) ?? schemes[0];

form.addEventListener("change", ({ target }) => {
  const color = Object.fromEntries(PARTS.map((part) => [part, target.getAttribute(`data-md-color-${part}`)]));
  __md_set("__palette", { index: schemes.indexOf(target), color });
  show(target);
  target.nextElementSibling.focus();
});
for (const { dataset } of schemes) matchMedia(dataset.mdColorMedia).addEventListener("change", () => show(wanted()));
show(wanted());
