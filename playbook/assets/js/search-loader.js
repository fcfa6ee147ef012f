/* Loads search when it is wanted and not before: on focus, with `/` or Control-K, or if the page needs it. */
"use strict";

const CURRENT = "search/current.js"; // as in playbook/search/constants.py
const OF_INPUT_METHOD = 229;
const host = document.querySelector("[data-pb-search]");
const input = host?.querySelector("input");
const panel = host?.querySelector("[data-pb-panel]");
const below = host?.querySelector("[data-pb-after]");
const asked = new Set();
let current = null; // the scripts of the build that is published now, by name
const early = []; // keys that were pressed in the box before its script arrived

function close() {
  panel.hidden = true;
  host.classList.remove("pb-search-open");
}

/** Says in place of the results that search could not be loaded. */
function sayItFailed() {
  below.textContent = host.dataset.failed;
  host.querySelector("[role=status]").textContent = host.dataset.failed;
  panel.hidden = false;
}

/** Without its script the box can do nothing and closes when it is left. Any key and any text makes it try again. */
function giveUp() {
  early.length = 0;
  if (document.activeElement !== input) return;
  sayItFailed();
  input.addEventListener("blur", close);
}

/** Says it on a page that needs the script, beside what it would have filled. */
function sayItOnThePage() {
  const place = document.querySelector("[data-tip-finder] [data-none], [data-they-said] [data-none], [data-pb-nearest]");
  place.textContent = host.dataset.failed;
  place.hidden = place.parentElement.hidden = false;
}

/** Repeats the keys that were pressed while the script was on its way, unless the box has been left since. */
function handOver() {
  if (below.textContent === host.dataset.failed) panel.hidden = true;
  input.removeEventListener("blur", close);
  input.removeEventListener("keydown", noteKey);
  if (document.activeElement !== input) return;
  for (const key of early) input.dispatchEvent(new KeyboardEvent("keydown", { key }));
}

/** Runs the script of a file; `onEnd` is told whether it arrived and says of itself that it ran to its end. */
function run(path, onEnd) {
  const script = document.createElement("script");
  script.src = host.dataset.root + path;
  script.dataset.root = host.dataset.root;
  script.addEventListener("load", () => onEnd(script.dataset.ran === "yes"));
  script.addEventListener("error", () => onEnd(false));
  document.head.append(script);
}

/** Loads a script of the build that is published now: a small file says what its name is, past all caches. */
function load(name, onLoad, onError) {
  if (asked.has(name)) return;
  asked.add(name);
  const end = (isRunning) => {
    if (isRunning) {
      onLoad();
      return;
    }
    asked.delete(name);
    onError();
  };
  globalThis.playbookCurrent = (names) => { current = names; };
  run(`${CURRENT}?${Date.now()}`, () => (current ? run(current[name], end) : end(false)));
}

function loadBox() {
  load("search", handOver, giveUp);
}

function noteKey(event) {
  const { key } = event;
  if (event.isComposing || event.keyCode === OF_INPUT_METHOD) return;
  if (key === "Escape") {
    input.value = "";
    input.blur();
    return;
  }
  early.push(key);
  loadBox();
}

function use() {
  input.focus({ preventScroll: true }); // the header is always visible
  if (document.activeElement !== input) { // on a phone, where the box must be opened first
    host.classList.add("pb-search-open");
    input.focus();
  }
  if (input.value) input.select();
}

if (host) {
  input.addEventListener("focus", loadBox);
  input.addEventListener("keydown", noteKey);
  input.addEventListener("input", loadBox); // pasted, or a suggestion of a phone's keyboard
  host.addEventListener("pb-failed", sayItFailed);
  host.querySelector("[data-pb-open]").addEventListener("click", use);
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const isTyping = target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
    const isSlash = key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isControlK = key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isControlK) return;
    event.preventDefault();
    use();
  });
  if (new URLSearchParams(location.search).has("q")) loadBox();
  if (document.querySelector("[data-tip-finder], [data-they-said], [data-pb-not-found]")) load("finder", () => {}, sayItOnThePage);
}
