// The switch between our view and their view: flips every pair of the page, and is remembered on this device.

const PLACE = "playbook.view";
const CHOICES = { both: gettext("Both"), theirs: gettext("Theirs"), ours: gettext("Ours") };
const pairs = document.querySelectorAll("[data-views]");
if (!pairs.length) return;

function remembered() {
  const view = memory.read(PLACE);
  return Object.keys(CHOICES).includes(view) ? view : "both";
}

function flip(view) {
  document.documentElement.dataset.view = view;
  memory.keep(PLACE, view); // without a memory the switch still works on this page
}

function choice(view, words) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: "view", value: view, checked: view === remembered() });
  input.addEventListener("change", () => flip(view));
  label.append(input, words);
  return label;
}

const group = document.createElement("fieldset");
group.className = "pb-switch";
const legend = document.createElement("legend");
legend.textContent = gettext("Whose view?");
group.append(legend, ...Object.entries(CHOICES).map(([view, words]) => choice(view, words)));
const bar = document.querySelector("[data-views-switch]");
if (bar) bar.append(group);
else pairs[0].before(group);
document.documentElement.classList.toggle("pb-has-bar", Boolean(bar));
document.documentElement.dataset.view = remembered();
