// Ticks of a checklist: kept on this device for one working day, which ends at four in the morning.

const DAY_ENDS = 4;
const list = document.querySelector("[data-checklist]");
if (!list) return;

const boxes = [...list.querySelectorAll("input[type=checkbox]")];
const bar = document.querySelector("[data-ticks-bar]");
const note = document.querySelector("[data-ticks-note]");
const place = `playbook.ticks.${list.dataset.checklist}`;

function today() {
  const now = new Date();
  now.setHours(now.getHours() - DAY_ENDS);
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// A step is known by its words, so that a tick never slips to another step when the list is edited.
const wordsOf = (box) => box.closest("label").textContent.trim().replace(/\s+/g, " ");

function kept() {
  try {
    const { day, done } = JSON.parse(memory.read(place)) || {};
    return day === today() && Array.isArray(done) ? done : [];
  } catch {
    return []; // something else was kept under this name
  }
}

function keep() {
  const done = boxes.filter((box) => box.checked).map(wordsOf);
  return memory.keep(place, JSON.stringify({ day: today(), done }));
}

function progress() {
  const done = boxes.filter((box) => box.checked).length;
  if (done === 0) return ngettext("%(count)s step", "%(count)s steps", boxes.length);
  if (done === boxes.length) return gettext("All done. Thank you.");
  return ngettext("%(done)s of %(count)s done", "%(done)s of %(count)s done", boxes.length, { done });
}

function show(isKept) {
  bar.querySelector("[data-ticks-progress]").textContent = progress();
  bar.querySelector("[data-ticks-reset]").disabled = !boxes.some((box) => box.checked);
  note.textContent = isKept
    ? gettext("Ticks are kept on this device until 4am. No one else sees them.")
    : gettext("This browser can’t keep ticks: they’ll be gone when you leave this page.");
}

function load() {
  const done = kept();
  for (const box of boxes) box.checked = done.includes(wordsOf(box));
}

load();
show(keep());
bar.hidden = false;
note.hidden = false;
list.addEventListener("change", () => show(keep()));
window.addEventListener("storage", (event) => {
  if (event.key !== place) return;
  load();
  show(true);
});
bar.querySelector("[data-ticks-reset]").addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  show(keep());
  boxes[0].focus();
});
for (const button of bar.querySelectorAll("[data-ticks-print]")) {
  button.addEventListener("click", () => {
    document.documentElement.classList.toggle("pb-print-empty", button.dataset.ticksPrint === "empty");
    window.print();
  });
}
window.addEventListener("afterprint", () => document.documentElement.classList.remove("pb-print-empty"));
