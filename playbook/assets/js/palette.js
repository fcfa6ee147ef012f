// The switch between light and dark colours: what was chosen is kept on the device, else the system is followed.
// It reads and writes what overrides/partials/javascripts/base.html reads when a page opens.

const form = document.querySelector("[data-md-component=palette]");
if (!form) return;

const schemes = [...form.querySelectorAll("input")];
const PARTS = ["media", "scheme", "primary", "accent"];
const PLACE = `${new URL("..", document.currentScript.src).pathname}.__palette`;

const coloursOf = (scheme) => Object.fromEntries(PARTS.map((part) => [part, scheme.getAttribute(`data-md-color-${part}`)]));

function show(chosen) {
  for (const [part, value] of Object.entries(coloursOf(chosen))) document.body.setAttribute(`data-md-color-${part}`, value);
  for (const scheme of schemes) {
    scheme.checked = scheme === chosen;
    scheme.nextElementSibling.hidden = scheme !== chosen;
  }
}

function remembered() {
  try {
    return schemes[JSON.parse(memory.read(PLACE)).index];
  } catch {
    return undefined; // nothing was kept, or something else under this name
  }
}

const wanted = () => remembered() ?? schemes.find((it) => matchMedia(it.dataset.mdColorMedia).matches) ?? schemes[0];

/** Without a choice only the colours are kept, so that the next page opens in them at once. */
function follow() {
  const chosen = wanted();
  if (!remembered()) memory.keep(PLACE, JSON.stringify({ color: coloursOf(chosen) }));
  show(chosen);
}

form.addEventListener("change", ({ target }) => {
  memory.keep(PLACE, JSON.stringify({ index: schemes.indexOf(target), color: coloursOf(target) }));
  show(target);
  target.nextElementSibling.focus();
});
for (const { dataset } of schemes) matchMedia(dataset.mdColorMedia).addEventListener("change", follow);
follow();
